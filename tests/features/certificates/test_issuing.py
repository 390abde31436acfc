"""Issuing certificates, taking them back, and what stays known of them."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.layouts import layout
from bootcamp_app.features.certificates.records import verify
from bootcamp_app.features.certificates.views import CertificateRevoked, CertificatesIssued
from bootcamp_app.features.certificates.wording import shared_values
from tests.features.certificates.camps import NAMES, Camp

if TYPE_CHECKING:
    from pathlib import Path


def reasons(camp: Camp, texts: list[str]) -> list[str]:
    known, revoked = camp.app.certificates.trust()
    return [verify(text, known, revoked).reason for text in texts]


def test_everybody_who_earned_one_gets_one_certificate_and_only_one(camp_on_either: Camp) -> None:
    camp = camp_on_either
    came, missed = camp.add(name_en="Sok Dara"), camp.add(name_en="Chan Nary")
    camp.attend(came)

    first, second = camp.issue(), camp.issue()

    assert (first.issued, first.already) == (1, 0)
    assert (second.issued, second.already) == (0, 1)
    assert [one.participant for one in first.not_entitled] == [missed]
    assert [one.participation_id for one in camp.certificates] == [came.participation_id]


def test_only_those_who_are_named_get_one_and_only_they_are_spoken_of(camp: Camp) -> None:
    named, missed, other = (camp.add(name_en=name) for name in ("A", "B", "C"))
    camp.attend(named, other)

    result = camp.issue(named, missed)

    assert result.issued == 1
    assert [one.participant for one in result.not_entitled] == [missed]
    assert [one.participation_id for one in camp.certificates] == [named.participation_id]


def test_a_dry_run_gives_the_same_answer_and_writes_nothing(camp_on_either: Camp) -> None:
    camp = camp_on_either
    camp.attend(camp.add(name_en="Sok Dara"))

    told = camp.issue(is_dry_run=True)

    assert camp.certificates == []
    assert camp.app.certificates.trust() == ([], [])
    assert camp.issue() == told


def test_what_is_printed_is_frozen_when_it_is_issued(camp: Camp) -> None:
    person = camp.add(*NAMES[0])
    camp.attend(person)
    camp.issue()

    camp.app.people.change(person, name_en="Somebody Else")

    (certificate,) = camp.certificates
    assert (certificate.printed["name_first"], certificate.printed["name_second"]) == NAMES[0]
    assert certificate.printed["title_en"] == "Civic Bootcamp"
    assert certificate.printed["hours_en"] == "6"


def test_the_signed_record_says_what_is_printed(camp: Camp) -> None:
    (certificate,) = camp.certified(NAMES[0])

    found = verify(certificate.record, *camp.app.certificates.trust())

    assert found.is_valid
    assert found.record is not None
    assert (found.record.name_km, found.record.name_en) == NAMES[0]
    assert found.record.serial == certificate.serial
    assert found.record.issued_on == certificate.issued_on


def test_a_revoked_certificate_verifies_as_revoked_and_is_printed_no_more(
    camp_on_either: Camp,
) -> None:
    camp = camp_on_either
    kept, void = camp.certified(("", "Chan Nary"), ("", "Sok Dara"))

    camp.app.certificates.revoke(void.serial, "not there")

    assert camp.certificates == [kept]
    assert reasons(camp, [kept.record, void.record]) == ["valid", "revoked"]


def test_a_certificate_is_revoked_only_with_a_reason(camp: Camp) -> None:
    (certificate,) = camp.certified(NAMES[0])

    with pytest.raises(Refusal, match="Say why"):
        camp.app.certificates.revoke(certificate.serial, " ")

    assert camp.certificates == [certificate]


def test_an_unknown_serial_cannot_be_revoked(camp: Camp) -> None:
    camp.certified(NAMES[0])

    with pytest.raises(Refusal, match="There is no certificate KMP26-A-09999-X"):
        camp.app.certificates.revoke("KMP26-A-09999-X", "lost")


def test_certificates_of_an_issue_taken_back_are_known_as_revoked(camp_on_either: Camp) -> None:
    """Their paper may be out there: the key that signed them must stay known."""
    camp = camp_on_either
    (first,) = camp.certified(("", "Sok Dara"))

    camp.app.records.undo()

    assert camp.certificates == []
    assert reasons(camp, [first.record]) == ["revoked"]


def test_taking_the_first_issue_back_leaves_later_certificates_genuine(
    camp_on_either: Camp,
) -> None:
    camp = camp_on_either
    (first,) = camp.certified(("", "Chan Nary"))
    _, second = camp.certified(("", "Sok Dara"))

    camp.app.records.undo(first.id)

    assert reasons(camp, [first.record, second.record]) == ["revoked", "valid"]


def test_undo_after_a_revocation_takes_no_issue_back(camp: Camp) -> None:
    first, second = camp.certified(*NAMES[:2])
    camp.app.certificates.revoke(first.serial, "lost")

    with pytest.raises(Refusal, match="stays on record"):
        camp.app.records.undo()

    assert camp.certificates == [second]


@pytest.mark.parametrize("changed", [{"width": 15}, {"en": "Course \U0001f600"}])
def test_a_layout_that_no_paper_can_show_holds_issuing_up(
    camp: Camp, changed: dict[str, Any], tmp_path: Path
) -> None:
    camp.attend(somebody := camp.add(*NAMES[0]))
    document = deepcopy(layout("official"))
    part = next(one for one in document["parts"] if one["id"] == "title")
    part.update(changed)
    camp.app.working_layouts.change(camp.bootcamp, document)

    for is_dry_run in (True, False):
        with pytest.raises(Refusal, match="No certificate can be printed"):
            camp.issue(is_dry_run=is_dry_run)
    key = somebody.participation_id
    with pytest.raises(Refusal, match="No certificate can be printed"):
        camp.app.certificates.preview(camp.bootcamp, key, tmp_path / "one.pdf")
    assert camp.certificates == []


def test_a_certificate_says_which_layout_it_came_from(camp: Camp) -> None:
    camp.app.working_layouts.choose(camp.bootcamp, "modern")

    (certificate,) = camp.certified(NAMES[0])

    assert certificate.layout == "modern"


def test_a_clock_before_the_lunar_calendar_begins_leaves_that_day_out(camp: Camp) -> None:
    values = shared_values(camp.bootcamp, date(1899, 12, 31))

    assert (values["issued_lunar_km"], values["issued_en"]) == ("", "31 December 1899")


def test_a_title_that_is_too_long_is_no_fault_of_names(camp: Camp) -> None:
    camp.attend(camp.add(*NAMES[0]))
    camp.app.agenda.change_bootcamp(camp.bootcamp, {"title_en": "W" * 400})
    bootcamp = camp.app.bootcamps.find()

    with pytest.raises(Refusal, match="No certificate can be printed"):
        camp.app.certificates.issue(bootcamp)


def test_a_name_that_is_too_long_for_the_code_holds_nobody_else_up(camp: Camp) -> None:
    camp.attend(camp.add(name_en="Sok Dara"), camp.add("ក" * 90, "k" * 90))

    foretold = camp.app.certificates.issue(camp.bootcamp, is_dry_run=True)
    result = camp.app.certificates.issue(camp.bootcamp)

    assert result == foretold
    assert (result.issued, [one.participant.name_en for one in result.not_entitled]) == (
        1,
        ["k" * 90],
    )
    assert [one.printed["name_first"] for one in camp.certificates] == ["Sok Dara"]


def test_issuing_and_revoking_are_announced_when_they_are_durable(camp: Camp) -> None:
    heard: list[object] = []
    camp.app.changes.subscribe(CertificatesIssued, heard.append)
    camp.app.changes.subscribe(CertificateRevoked, heard.append)

    (certificate,) = camp.certified(NAMES[0])
    camp.app.certificates.revoke(certificate.serial, "wrong name")

    assert heard == [
        CertificatesIssued(camp.bootcamp.id, 1),
        CertificateRevoked(certificate.serial),
    ]


def test_whoever_was_revoked_is_named_and_spared_where_that_is_wanted(camp: Camp) -> None:
    fair, cheat = camp.add(name_en="Sok Dara"), camp.add(name_en="Chan Nary")
    camp.attend(fair, cheat)
    camp.issue()
    serial = next(
        one.serial for one in camp.certificates if one.participation_id == cheat.participation_id
    )
    camp.app.certificates.revoke(serial, "signed for somebody else")
    issue = camp.app.certificates.issue

    spared = issue(camp.bootcamp, spares_revoked=True)
    held = len(camp.certificates)
    anew = issue(camp.bootcamp)

    assert (spared.issued, spared.spared, held) == (0, [cheat], 1)
    assert [str(one.why) for one in spared.not_entitled] == [
        f"Certificate {serial} was revoked. Choose this person alone to issue another one."
    ]
    assert (anew.issued, anew.revoked_before) == (1, [cheat])


def test_who_was_issued_to_by_mistake_was_not_revoked(camp: Camp) -> None:
    camp.attend(camp.add(name_en="Sok Dara"))
    camp.issue()
    camp.app.records.undo()

    again = camp.app.certificates.issue(camp.bootcamp, spares_revoked=True)

    assert (again.issued, again.spared, again.revoked_before) == (1, [], [])
