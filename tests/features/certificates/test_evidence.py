"""On what evidence a certificate was issued: enough for a donor two years later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.state_views import Mark
from bootcamp_app.features.certificates.evidence import upgraded
from bootcamp_app.features.certificates.evidence_words import sessions_of, told
from tests.features.certificates.camps import NAMES, Camp, camp_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App


def test_the_rule_and_every_session_are_frozen_as_they_were(
    place: str, open_app: Callable[[str], App]
) -> None:
    camp = camp_in(open_app(place), days=2, certificate_percent=50)
    app, (first, second, third, _fourth) = camp.app, camp.sessions
    app.agenda.change_bootcamp(camp.bootcamp, {"certificate_hours": 6})
    camp = Camp(app, app.bootcamps.find(), camp.sessions)
    person = camp.add(*NAMES[0])
    (badge,) = camp.badges
    camp.attend(person)
    late = Reading(badge.code, at=second.starts_at + timedelta(minutes=20))
    app.attendance.record_scan(second, late)
    app.states.set(third, [person.participation_id], Mark("excused", "at the clinic"))
    camp.issue()
    app.agenda.change(first, {"title_en": "Another title"})
    app.agenda.change_bootcamp(camp.bootcamp, {"certificate_percent": 100})

    (certificate,) = camp.certificates
    _, kept = app.certificates.evidence(certificate.serial)

    assert kept["rule"] == {
        "percent": 50, "day_percent": 0, "hours": 6, "excused_counts": False,
    }  # fmt: skip
    sums = ("attended", "excused", "of", "needed", "percent", "hours")
    assert [kept[name] for name in sums] == [2, 1, 4, 2, 50.0, 6.0]
    assert [one["attended"] for one in kept["days"]] == [2, 0]
    assert [(one["title_en"], one["state"], one["minutes_late"]) for one in kept["sessions"]] == [
        ("Day 1 – Morning", "present", 0),
        ("Day 1 – Afternoon", "late", 20),
        ("Day 2 – Morning", "excused", 0),
        ("Day 2 – Afternoon", "", 0),
    ]
    assert kept["sessions"][0]["at"] == first.starts_at.isoformat()
    assert [str(one) for one in told(kept)] == [
        "A certificate asks for 50 % of the sessions that count. At least 6 hours in all. "
        "Who is excused does not count as having been there.",
        "Attended 2 of 4 sessions: 50 %, 6 hours.",
        "Excused from 1 of them.",
    ]


def test_evidence_of_the_first_version_says_what_it_kept() -> None:
    kept = upgraded({"sessions": ["a", "b"], "of": 3, "percent_needed": 60})

    assert [str(one) for one in told(kept)] == [
        "A certificate asks for 60 % of the sessions that count. "
        "Who is excused does not count as having been there.",
        "Attended 2 of 3 sessions: 66.7 %.",
    ]
    assert sessions_of(kept) == []


def test_people_of_one_name_are_told_before_they_get_one(camp: Camp) -> None:
    alike = [camp.add("ចាន់ ស្រីនាង", "Chan Sreyneang"), camp.add("ចាន់​ស្រីនាង", "CHAN Sreynieng")]
    third = camp.add("", "chan sreynieng")
    camp.attend(*alike, third, camp.add(*NAMES[1]))

    told = camp.issue(is_dry_run=True)
    camp.issue(alike[0])
    later = camp.issue(third)

    assert [[one.participation_id for one in group] for group in told.same_names] == [
        sorted((one.participation_id for one in (*alike, third)),
               key=lambda key: [one.participation_id for one in camp.people].index(key))
    ]  # fmt: skip
    assert [len(group) for group in later.same_names] == []


def test_what_became_of_certificates_is_told_in_order(camp: Camp) -> None:
    (first,) = camp.certified(NAMES[0])
    (person,) = camp.people
    camp.app.people.change(person, name_en="Chan Sreynieng")
    camp.app.corrections.correct(first.serial, "misspelt")
    camp.app.certificates.revoke(first.serial, "lost")

    story = camp.app.certificates.story(camp.bootcamp, person.participation_id)

    assert [str(one.sentence) for one in story] == [
        f"{first.serial} issued.",
        f"{first.serial} corrected, revision 2: misspelt",
        f"{first.serial} revoked: lost",
    ]
