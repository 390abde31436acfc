"""Exceptions from the rule: with a reason, taken back, undone, merged, and kept in the evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.standing import FILTERS
from bootcamp_app.features.certificates.views import ExceptionsChanged
from tests.features.certificates.camps import NAMES, Camp


def entitled(camp: Camp) -> list[str]:
    found = camp.app.certificates.entitlements(camp.bootcamp)
    return [one.participant.name_en for one in found if one.is_entitled]


def test_a_certificate_is_given_and_withheld_in_spite_of_the_rule(camp_on_either: Camp) -> None:
    camp = camp_on_either
    came, missed = camp.add(name_en="Came"), camp.add(name_en="Missed")
    camp.attend(came)
    heard: list[object] = []
    camp.app.changes.subscribe(ExceptionsChanged, heard.append)

    camp.app.exceptions.make(camp.bootcamp, [missed], "given", "  led the  group work ")
    camp.app.exceptions.make(camp.bootcamp, [came], "withheld", "signed for somebody else")

    assert entitled(camp) == ["Missed"]
    told = {
        one.participant.name_en: one for one in camp.app.certificates.entitlements(camp.bootcamp)
    }
    assert told["Missed"].exception is not None
    assert told["Missed"].exception.reason == "led the group work"
    assert str(told["Came"].why) == "Withheld in spite of the rule: signed for somebody else"
    assert heard == [ExceptionsChanged(camp.bootcamp.id)] * 2


def test_an_exception_needs_a_reason_and_somebody_who_takes_part(camp: Camp) -> None:
    gone, here = camp.add(name_en="Gone"), camp.add(name_en="Here")
    camp.app.people.change(gone, status="withdrawn")
    gone = replace(gone, status="withdrawn")

    for people, reason, refusal in (
        ([here], " ", "Say why the rule does not hold here"),
        ([here, gone], "kind", "Gone has withdrawn"),
    ):
        with pytest.raises(Refusal, match=refusal):
            camp.app.exceptions.make(camp.bootcamp, people, "given", reason)
    with pytest.raises(Refusal, match="No exception is made here"):
        camp.app.exceptions.clear(camp.bootcamp, [here])
    assert entitled(camp) == []


def test_an_exception_is_changed_cleared_and_undone(camp: Camp) -> None:
    person = camp.add(name_en="Sok Dara")
    camp.app.exceptions.make(camp.bootcamp, [person], "withheld", "first word")
    camp.app.exceptions.make(camp.bootcamp, [person], "given", "second word")
    assert entitled(camp) == ["Sok Dara"]

    act = camp.app.exceptions.clear(camp.bootcamp, [person])
    assert entitled(camp) == []

    camp.app.records.undo_act(act)
    assert entitled(camp) == ["Sok Dara"]
    camp.app.records.undo()
    assert camp.app.records.faults() == []


def test_the_reason_is_frozen_into_the_evidence(camp: Camp) -> None:
    person = camp.add(*NAMES[0])
    camp.app.exceptions.make(camp.bootcamp, [person], "given", "led the group work")
    camp.issue()
    camp.app.exceptions.clear(camp.bootcamp, [person])

    (certificate,) = camp.certificates
    _, evidence = camp.app.certificates.evidence(certificate.serial)

    assert evidence["exception"] == {
        "kind": "given",
        "reason": "led the group work",
        "at": datetime(2026, 3, 2, 1, tzinfo=UTC).isoformat(),
    }
    assert (evidence["attended"], evidence["of"]) == (0, 2)


def test_the_exception_of_somebody_merged_holds_for_the_one_who_stays(camp: Camp) -> None:
    kept, other = camp.add(name_en="Sok Dara"), camp.add(name_en="Sok Darra")
    camp.app.exceptions.make(camp.bootcamp, [other], "given", "led the group work")

    act = camp.app.twins.merge(kept.person_id, other.person_id).act

    assert entitled(camp) == ["Sok Dara"]
    camp.app.records.undo_act(act)
    assert entitled(camp) == ["Sok Darra"]
    assert camp.app.records.faults() == []


def test_filters_say_who_stands_how(camp: Camp) -> None:
    names = ("Issued", "To issue", "Short", "Favoured", "Revoked", "Renamed")
    people = {name: camp.add(name_en=name) for name in names}
    camp.attend(*(people[name] for name in ("Issued", "Revoked", "Renamed")))
    camp.issue()
    serials = {one.printed["name_first"]: one.serial for one in camp.certificates}
    camp.attend(people["To issue"])
    camp.app.exceptions.make(camp.bootcamp, [people["Favoured"]], "given", "led the group work")
    camp.app.certificates.revoke(serials["Revoked"], "lost")
    camp.app.people.change(people["Renamed"], name_en="Renamed Since")

    standings = camp.app.certificates.standings(camp.bootcamp)

    found = {
        key: sorted(one.person.name_en for one in standings if shows(one))
        for key, shows in FILTERS.items()
    }
    assert found == {
        "all": ["Favoured", "Issued", "Renamed Since", "Revoked", "Short", "To issue"],
        "to_issue": ["Favoured", "Revoked", "To issue"],
        "issued": ["Issued", "Renamed Since"],
        "not_entitled": ["Short"],
        "one_short": ["Short"],
        "exceptions": ["Favoured"],
        "differs": ["Renamed Since"],
        "revoked": ["Revoked"],
    }
    states = {one.person.name_en: one.state for one in standings}
    assert states["Renamed Since"] == "differs"
    assert states["Short"] == "one_short"
    (renamed,) = [one for one in standings if one.differences]
    assert {found[1:] for found in renamed.differences} == {("Renamed", "Renamed Since")}
