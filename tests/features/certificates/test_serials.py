"""Serials: readable, checkable, never given twice."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.rules import is_serial, letters_of, next_letter, serial
from bootcamp_app.features.certificates.tables import CertificateRow
from tests.features.certificates.camps import Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.bootstrap import App

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SOME = [serial("KMP26", "A", number) for number in range(1, 200, 7)]


def numbers_of(camp: Camp) -> list[int]:
    return [int(one.serial.split("-")[2]) for one in camp.certificates]


def copied(place: str, folder: Path) -> str:
    """Give a copy of a closed workspace on another laptop's disk."""
    folder.mkdir()
    return str(shutil.copy(place, str(folder)))


def test_a_serial_names_the_event_the_laptop_and_a_number_and_ends_in_a_check_sign() -> None:
    made = serial("KMP26", "A", 123)

    assert re.fullmatch(r"KMP26-A-00123-[0-9A-Z]", made)
    assert is_serial(made)


def test_the_check_sign_catches_every_single_wrong_sign() -> None:
    missed = [
        wrong
        for made in SOME
        for at, sign in enumerate(made)
        for other in SIGNS
        if sign not in {"-", other} and is_serial(wrong := made[:at] + other + made[at + 1 :])
    ]

    assert missed == []


def test_the_check_sign_catches_at_least_99_of_100_swaps_of_neighbours() -> None:
    swapped = [
        made[:first] + made[second] + made[first + 1 : second] + made[first] + made[second + 1 :]
        for made in SOME
        for first, second in pairwise(at for at, sign in enumerate(made) if sign != "-")
        if made[first] != made[second]
    ]

    assert len(swapped) > 100
    assert sum(map(is_serial, swapped)) <= len(swapped) / 100


@pytest.mark.parametrize("text", ["", "KMP26", "KMP26-A-00001-", "KMP26-A-00001"])
def test_what_is_cut_off_is_no_serial(text: str) -> None:
    assert not is_serial(text)


def test_letters_run_from_a_to_z_and_then_in_pairs() -> None:
    taken: list[str] = []
    for _ in range(28):
        taken.append(next_letter(taken))

    assert taken[:3] == ["A", "B", "C"]
    assert taken[-3:] == ["Z", "AA", "AB"]


def test_laptops_that_were_given_a_copy_find_letters_that_are_free() -> None:
    taken: set[str] = set()
    for _ in range(300):
        taken.add(letters_of("the same place to start", taken))

    assert len(taken) == 300
    assert {len(letters) for letters in taken} == {3}
    assert len({letters_of(f"laptop {number}", ()) for number in range(60)}) == 60


def test_serials_run_without_a_hole_over_several_issues(camp_on_either: Camp) -> None:
    camp = camp_on_either
    for name in ("Sok Dara", "Chan Nary", "Kim Sophea"):
        camp.certified(("", name))

    assert numbers_of(camp) == [1, 2, 3]
    assert all(is_serial(one.serial) for one in camp.certificates)


def test_the_serial_of_a_revoked_certificate_is_never_used_again(camp_on_either: Camp) -> None:
    camp = camp_on_either
    first, last = camp.certified(("", "Chan Nary"), ("", "Sok Dara"))
    camp.app.certificates.revoke(last.serial, "wrong name")

    assert camp.issue().issued == 1

    assert numbers_of(camp) == [1, 3]
    assert camp.certificates[0] == first


def test_the_serials_of_an_issue_taken_back_are_never_used_again(camp_on_either: Camp) -> None:
    camp = camp_on_either
    camp.certified(("", "Chan Nary"), ("", "Sok Dara"))
    camp.app.records.undo()

    assert numbers_of(camp) == []

    camp.issue()

    assert numbers_of(camp) == [3, 4]


def test_two_bootcamps_of_one_province_and_year_share_no_serial(camp: Camp) -> None:
    other = camp_in(camp.app, title_en="Second Bootcamp")

    (first,) = camp.certified(("", "Sok Dara"))
    (second,) = other.certified(("", "Chan Nary"))

    assert first.serial != second.serial


def test_a_laptop_that_was_given_a_copy_signs_with_letters_of_its_own(
    camp: Camp, sqlite_place: str, tmp_path: Path, open_app: Callable[[str], App]
) -> None:
    """Also where the copy was made before anybody had signed."""
    camp.attend(camp.add(name_en="Sok Dara"))
    camp.app.database.close()
    places = [sqlite_place, copied(sqlite_place, tmp_path / "second")]
    serials = []
    for place in places:
        app = open_app(place)
        app.certificates.issue(camp.bootcamp)
        serials += [one.serial for one in app.certificates.issued(camp.bootcamp)]

    event, letters, numbers, _ = zip(*(number.split("-") for number in serials), strict=True)

    assert len(set(event)) == 1
    assert letters[0] == "A"
    assert letters[1] != "A"
    assert set(numbers) == {"00001"}


def test_a_restored_backup_signs_with_another_letter(
    camp: Camp, tmp_path: Path, open_app: Callable[[str], App]
) -> None:
    camp.attend(camp.add(name_en="Sok Dara"))
    backup = tmp_path / "copy.bootcamp"
    camp.app.database.back_up(backup)
    camp.issue()
    (before,) = camp.certificates
    camp.app.database.close()

    app = open_app(str(backup))
    app.certificates.issue(camp.bootcamp)

    (after,) = app.certificates.issued(camp.bootcamp)
    assert before.serial.split("-")[1] == "A"
    assert after.serial.split("-")[1] != "A"


def test_numbers_go_on_beyond_five_digits(camp: Camp) -> None:
    (first,) = camp.certified(("", "Sok Dara"))
    with camp.app.database.write() as work:
        for number in (99_999, 100_000):
            work.add(
                CertificateRow(
                    serial=serial(camp.bootcamp.code, "A", number), bootcamp_id=camp.bootcamp.id,
                    participation_id=f"gone {number}", issued_on=first.issued_on,
                    layout=first.layout, layout_version=1, record="", printed={}, evidence={},
                )
            )  # fmt: skip

    camp.certified(("", "Chan Nary"))

    assert max(numbers_of(camp)) == 100_001


def test_of_one_serial_that_two_laptops_gave_only_the_one_that_is_meant_is_touched(
    camp_on_either: Camp,
) -> None:
    camp = camp_on_either
    first, second = camp.certified(("", "Chan Nary"), ("", "Sok Dara"))
    with camp.app.database.read() as reader:
        row = reader.get_one(CertificateRow, second.id)
        twin = {one.key: getattr(row, one.key) for one in CertificateRow.__table__.columns}
    with camp.app.database.write() as work:
        work.add(CertificateRow(**{**twin, "id": "twin", "serial": first.serial}))
    second_person = next(one for one in camp.people if one.name_en == "Sok Dara")
    camp.app.people.change(second_person, name_en="Sok Daravuth")

    with pytest.raises(Refusal, match=f"given to 2 people.*{first.id}"):
        camp.app.certificates.revoke(first.serial, "lost")
    camp.app.corrections.correct("twin", "wrong name")
    camp.app.certificates.revoke(first.id, "lost")

    held = [(one.serial, one.revision, one.printed["name_en"]) for one in camp.certificates]
    assert held == [(first.serial, 2, "Sok Daravuth"), (second.serial, 1, "Sok Dara")]
