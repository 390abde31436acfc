"""What a session may be, and how sessions stand to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.features.bootcamps.agenda import Planned
from bootcamp_app.features.bootcamps.views import Bootcamp, Session

ZONE = ZoneInfo("Asia/Phnom_Penh")
MONDAY = date(2026, 3, 2)


def at(clock_time: str, day: date = MONDAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock_time}").replace(tzinfo=ZONE)


PLAN = Planned(at("08:30"), at("11:30"), "Rights", "សិទ្ធិ")


def session(key: str, start: str, end: str, expects: str = "") -> Session:
    return Session(
        id=key, bootcamp_id="b", title_en=key, title_km="", starts_at=at(start), ends_at=at(end),
        opens_before=60, late_after=15, is_mandatory=False, counts=True, is_locked=False,
        expects=expects,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"title_en": " ", "title_km": "\t"}, "needs a title"),
        ({"ends_at": at("08:30")}, "ends after it begins"),
        ({"ends_at": at("08:29")}, "ends after it begins"),
        ({"ends_at": at("08:31", MONDAY + timedelta(days=1))}, "lasts 24 hours at most"),
        ({"opens_before": -1}, "from 0 to 720 minutes before"),
        ({"opens_before": 721}, "from 0 to 720 minutes before"),
        ({"late_after": -1}, "from 0 to 180"),
        ({"late_after": 181}, "lasts 180 minutes"),
        ({"starts_at": at("08:30", date(1999, 12, 31))}, "The year 1999 cannot be right"),
        ({"ends_at": at("08:30", date(2201, 1, 1))}, "The year 2201 cannot be right"),
        ({"expects": "Kampot"}, "does not say who is expected"),
        ({"expects": "sex:female"}, "does not say who is expected"),
        ({"expects": "team: "}, "does not say who is expected"),
    ],
)
def test_what_cannot_be_a_session_is_refused(other: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        agenda.checked(replace(PLAN, **other))


@pytest.mark.parametrize(
    "other",
    [
        {"ends_at": at("08:31"), "late_after": 1},
        {"ends_at": at("08:30", MONDAY + timedelta(days=1))},
        {"opens_before": 0, "late_after": 0},
        {"opens_before": 720, "late_after": 180},
        {"title_en": ""},
        {"title_km": ""},
        {"expects": "role:facilitator"},
    ],
)
def test_what_lies_just_inside_of_the_bounds_is_a_session(other: dict[str, Any]) -> None:
    plan = replace(PLAN, **other)

    assert agenda.checked(plan) == plan


def test_texts_are_put_in_order() -> None:
    typed = replace(
        PLAN, title_en="  Civic \n rights ", facilitator=" Dara ", expects=" Team :  A  1"
    )

    tidy = agenda.checked(typed)

    assert (tidy.title_en, tidy.facilitator, tidy.expects) == ("Civic rights", "Dara", "team:A 1")


@pytest.mark.parametrize(
    ("first", "second", "do_overlap"),
    [
        (("08:30", "10:00", ""), ("10:00", "11:00", ""), False),
        (("08:30", "10:01", ""), ("10:00", "11:00", ""), True),
        (("08:30", "12:00", ""), ("09:00", "10:00", "team:A"), True),
        (("08:30", "12:00", "team:A"), ("08:30", "12:00", "team:B"), False),
        (("08:30", "12:00", "team:A"), ("08:30", "12:00", "team:A"), True),
        (("08:30", "12:00", "role:facilitator"), ("08:30", "12:00", "role:participant"), False),
        (("08:30", "12:00", "role:facilitator"), ("08:30", "12:00", "team:A"), True),
    ],
)
def test_sessions_overlap_where_somebody_may_have_to_be_at_both(
    first: tuple[str, str, str], second: tuple[str, str, str], do_overlap: bool
) -> None:
    one, other = session("one", *first), session("other", *second)

    found = agenda.overlapping([other, one])

    assert found == ({"one": (other,), "other": (one,)} if do_overlap else {})
    assert agenda.overlapping_with(agenda.planned(one), [other]) == ([other] if do_overlap else [])


def test_a_plan_does_not_overlap_with_the_session_that_it_changes() -> None:
    one = session("one", "08:30", "10:00")

    assert agenda.overlapping_with(agenda.planned(one), [one], besides="one") == []


def test_a_long_session_overlaps_with_each_below_it_and_they_not_with_one_another() -> None:
    whole = session("whole", "08:00", "17:00")
    parts = [session("a", "08:00", "09:00"), session("b", "10:00", "11:00")]

    found = agenda.overlapping([*parts, whole])

    assert {key: {one.id for one in others} for key, others in found.items()} == {
        "whole": {"a", "b"}, "a": {"whole"}, "b": {"whole"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("english", "khmer", "wanted"),
    [
        ("Day 1 – Morning", "ថ្ងៃទី១ – ព្រឹក", ("Day 3 – Morning", "ថ្ងៃទី៣ – ព្រឹក")),
        ("day 12: Rights", "ថ្ងៃទី 12 សិទ្ធិ", ("day 3: Rights", "ថ្ងៃទី 3 សិទ្ធិ")),
        ("Rights", "សិទ្ធិ", ("Day 3 – Rights", "ថ្ងៃទី៣ – សិទ្ធិ")),
        ("Rights", "", ("Day 3 – Rights", "")),
        ("Daylight", "", ("Day 3 – Daylight", "")),
    ],
)
def test_a_session_on_another_day_is_titled_by_the_number_of_that_day(
    english: str, khmer: str, wanted: tuple[str, str]
) -> None:
    plan = replace(PLAN, title_en=english, title_km=khmer)

    (made,) = agenda.repeated(plan, [MONDAY + timedelta(days=2)], MONDAY)

    assert (made.title_en, made.title_km) == wanted
    assert (made.starts_at.isoformat(), made.ends_at.isoformat()) == (
        "2026-03-04T08:30:00+07:00", "2026-03-04T11:30:00+07:00",
    )  # fmt: skip


def test_days_are_repeated_once_in_order_and_never_onto_the_own_day() -> None:
    days = [MONDAY + timedelta(days=number) for number in (2, 0, 1, 2)]

    made = agenda.repeated(PLAN, days, MONDAY)

    assert [one.starts_at.date() - MONDAY for one in made] == [timedelta(1), timedelta(2)]


def test_before_the_bootcamp_a_day_has_no_number() -> None:
    (made,) = agenda.repeated(PLAN, [MONDAY - timedelta(days=1)], MONDAY)

    assert made.title_en == "Rights"


def test_the_last_day_of_all_is_refused_and_no_fault() -> None:
    with pytest.raises(Refusal, match="The year 9999"):
        agenda.repeated(PLAN, [date.max], MONDAY)


def test_the_days_are_those_of_the_bootcamp_and_those_that_have_sessions() -> None:
    camp = Bootcamp("b", "KMP", "Camp", "", "", "", ZONE.key, MONDAY, date(2026, 3, 3), 80, ())
    late = replace(session("late", "08:00", "09:00"), starts_at=at("08:00", date(2026, 3, 9)))

    assert agenda.days_of(camp, [late]) == [MONDAY, date(2026, 3, 3), date(2026, 3, 9)]
    assert [agenda.is_outside(day, camp) for day in agenda.days_of(camp, [late])] == [
        False, False, True,
    ]  # fmt: skip


def test_what_differs_is_named_and_nothing_else() -> None:
    after = replace(PLAN, facilitator="Dara", late_after=20)

    assert agenda.differences(PLAN, after) == {"facilitator": "Dara", "late_after": 20}
    assert agenda.differences(PLAN, PLAN) == {}


@pytest.mark.parametrize("role", ["Participant", "participant", " PARTICIPANT ", "អ្នកចូលរួម"])
def test_a_role_is_kept_as_people_have_it_however_it_is_said(role: str) -> None:
    assert agenda.checked_group(f"Role: {role}") == "role:participant"


def test_a_role_of_ones_own_and_a_team_stay_as_they_are_written() -> None:
    groups = ("role:Village  chief", "team:Participant")

    assert list(map(agenda.checked_group, groups)) == ["role:Village chief", "team:Participant"]


@pytest.mark.parametrize(("other", "meets"), [("team:red", True), ("team:Blue", False)])
def test_one_team_is_expected_twice_however_it_is_written(other: str, *, meets: bool) -> None:
    one, two = session("a", "08:00", "09:00", "team:Red"), session("b", "08:30", "09:30", other)

    assert bool(agenda.overlapping([one, two])) is meets
