"""Corrections: the next revision under the same serial, and which one holds, on every laptop."""

from __future__ import annotations

import shutil
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.records import opened
from bootcamp_app.features.certificates.views import CertificateCorrected
from bootcamp_app.storage.merging import apply, facts_since
from tests.features.certificates.camps import NAMES, Camp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.certificates.views import Certificate


def rename(camp: Camp, name_en: str) -> None:
    (person,) = camp.people
    camp.app.people.change(person, name_en=name_en)


def every(app: App, camp: Camp) -> list[tuple[str, int, bool, bool]]:
    """Give serial, revision, whether it is void and whether it was replaced, of all."""
    return [
        (one.serial, one.revision, one.is_revoked, one.is_superseded)
        for one in app.certificates.known(camp.bootcamp)
    ]


def test_a_correction_says_what_is_true_now_under_the_same_serial(camp_on_either: Camp) -> None:
    camp = camp_on_either
    (first,) = camp.certified(NAMES[0])
    rename(camp, "Chan Sreynieng")
    heard: list[object] = []
    camp.app.changes.subscribe(CertificateCorrected, heard.append)

    made = camp.app.corrections.correct(first.serial, "misspelt")

    assert camp.certificates == [made]
    assert (made.serial, made.revision) == (first.serial, 2)
    assert made.printed["name_second"] == "Chan Sreynieng"
    assert made.printed["hours_en"] == first.printed["hours_en"]
    assert every(camp.app, camp) == [
        (first.serial, 1, False, True),
        (first.serial, 2, False, False),
    ]
    assert heard == [CertificateCorrected(first.serial, 2)]
    assert camp.issue().already == 1


def test_the_record_of_a_correction_says_its_revision(camp: Camp) -> None:
    (first,) = camp.certified(NAMES[0])
    rename(camp, "Chan Sreynieng")

    made = camp.app.corrections.correct(first.serial, "misspelt")

    records = [opened(one.record).record for one in (first, made)]
    assert [one.revision for one in records] == [1, 2]
    assert [one.serial for one in records] == [first.serial] * 2


def test_a_correction_keeps_on_what_evidence_it_was_earned_and_says_why(camp: Camp) -> None:
    (first,) = camp.certified(NAMES[0])
    _, before = camp.app.certificates.evidence(first.serial)
    rename(camp, "Chan Sreynieng")

    camp.app.corrections.correct(first.serial, " misspelt  twice ")

    certificate, after = camp.app.certificates.evidence(first.serial)
    correction = after.pop("correction")
    assert certificate.revision == 2
    assert after == before
    assert correction["reason"] == "misspelt twice"


def test_nothing_is_corrected_without_a_reason_a_difference_or_a_certificate(camp: Camp) -> None:
    (first,) = camp.certified(NAMES[0])

    for serial, reason, refusal in (
        (first.serial, " ", "Say why the certificate is corrected"),
        (first.serial, "misspelt", "says already what is true now"),
        ("KMP26-A-09999-X", "misspelt", "There is no certificate KMP26-A-09999-X"),
    ):
        with pytest.raises(Refusal, match=refusal):
            camp.app.corrections.correct(serial, reason)
    assert camp.certificates == [first]


def test_what_is_void_cannot_be_corrected_and_what_was_corrected_can_be_revoked(
    camp: Camp,
) -> None:
    (first,) = camp.certified(NAMES[0])
    rename(camp, "Chan Sreynieng")
    camp.app.corrections.correct(first.serial, "misspelt")

    camp.app.certificates.revoke(first.serial, "not there")

    assert every(camp.app, camp) == [
        (first.serial, 1, True, False),
        (first.serial, 2, True, False),
    ]
    with pytest.raises(Refusal, match="was revoked before"):
        camp.app.corrections.correct(first.serial, "misspelt")


def test_who_was_revoked_may_get_another_one_with_another_serial(camp: Camp) -> None:
    (first,) = camp.certified(NAMES[0])
    camp.app.certificates.revoke(first.serial, "lost")

    camp.issue()

    (second,) = camp.certificates
    assert (second.revision, second.serial == first.serial) == (1, False)


def test_a_correction_taken_back_leaves_what_it_corrected(camp_on_either: Camp) -> None:
    camp = camp_on_either
    (first,) = camp.certified(NAMES[0])
    rename(camp, "Chan Sreynieng")
    camp.app.corrections.correct(first.serial, "misspelt")

    camp.app.records.undo()

    assert camp.certificates == [first]
    assert camp.app.corrections.correct(first.serial, "misspelt after all").revision == 3


def test_an_issue_taken_back_is_taken_back_with_its_corrections(camp: Camp) -> None:
    (first,) = camp.certified(NAMES[0])
    rename(camp, "Chan Sreynieng")
    camp.app.corrections.correct(first.serial, "misspelt")

    camp.app.records.undo(first.id)

    assert camp.certificates == []


@pytest.fixture
def laptops(
    camp: Camp, sqlite_place: str, tmp_path: Path, open_app: Callable[[str], App]
) -> tuple[Certificate, list[App]]:
    """Two laptops that both know one certificate, made out to a name that is wrong."""
    (first,) = camp.certified(NAMES[0])
    rename(camp, "Chan Sreynieng")
    camp.app.database.close()
    (tmp_path / "second").mkdir()
    places = [sqlite_place, str(shutil.copy(sqlite_place, tmp_path / "second"))]
    return first, [open_app(place) for place in places]


def meet(one: App, other: App) -> None:
    """Have one laptop take in all that the other knows."""
    with other.database.read() as reader:
        facts = list(facts_since(reader.connection(), {}))
    with one.database.write() as work:
        apply(work, facts)


@pytest.mark.parametrize("order", list(permutations((0, 1))))
def test_two_laptops_that_both_corrected_agree_on_the_one_that_holds(
    camp: Camp, laptops: tuple[Certificate, list[App]], order: tuple[int, int]
) -> None:
    first, apps = laptops
    made = [app.corrections.correct(first.serial, "misspelt") for app in apps]
    assert made[0].id != made[1].id

    for at in order:
        meet(apps[at], apps[1 - at])

    holding = [[one.id for one in app.certificates.issued(camp.bootcamp)] for app in apps]
    assert holding == [[max(one.id for one in made)]] * 2
    assert every(apps[0], camp) == every(apps[1], camp)
    assert [app.records.faults() for app in apps] == [[], []]


@pytest.mark.parametrize("order", list(permutations((0, 1))))
def test_a_certificate_revoked_here_and_corrected_there_is_void(
    camp: Camp, laptops: tuple[Certificate, list[App]], order: tuple[int, int]
) -> None:
    first, apps = laptops
    apps[0].certificates.revoke(first.serial, "not there")
    apps[1].corrections.correct(first.serial, "misspelt")

    for at in order:
        meet(apps[at], apps[1 - at])

    assert [app.certificates.issued(camp.bootcamp) for app in apps] == [[], []]
    assert every(apps[0], camp) == every(apps[1], camp)
