"""Making bootcamps and finding them again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow, SessionRow
from bootcamp_app.features.bootcamps.views import BootcampMade

if TYPE_CHECKING:
    from tests.desk import Desk

MORNING = "Day 1 – Morning"


def test_a_bootcamp_has_its_place_its_days_and_two_sessions_a_day(desk: Desk) -> None:
    heard = desk.announced(BootcampMade)

    made = desk.open_bootcamp(
        " Civic lab ", title_km="បន្ទប់ពិសោធន៍", province="ខេត្តកំពត", venue="Hall 2", days=3
    )

    assert (made.title_en, made.title_km, made.province, made.code[:-2]) == (
        "Civic lab", "បន្ទប់ពិសោធន៍", "07", "KMP26",
    )  # fmt: skip
    assert (made.starts_on, made.ends_on) == (date(2026, 3, 2), date(2026, 3, 4))
    assert made.timezone == "Asia/Phnom_Penh"
    assert heard == [BootcampMade(made.id)]
    assert desk.app.bootcamps.all() == [made]
    assert len(desk.app.bootcamps.sessions(made)) == 6


def test_sessions_come_in_the_order_of_time_in_the_local_time_of_the_place(desk: Desk) -> None:
    made = desk.open_bootcamp("Civic lab", days=2)

    sessions = desk.app.bootcamps.sessions(made)

    assert [one.starts_at.isoformat() for one in sessions] == [
        "2026-03-02T08:30:00+07:00", "2026-03-02T14:00:00+07:00",
        "2026-03-03T08:30:00+07:00", "2026-03-03T14:00:00+07:00",
    ]  # fmt: skip
    first = sessions[0]
    assert (first.title, first.hours, first.is_locked) == (MORNING, 3.0, False)
    assert first.opens_at == first.starts_at - timedelta(hours=1)
    assert first.late_from == first.starts_at + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (NewBootcamp("X", date(2026, 3, 2), province="Atlantis"), "“Atlantis” is not a province"),
        (NewBootcamp(" ", date(2026, 3, 2), title_km="\t"), "A bootcamp needs a title"),
        (NewBootcamp("X", date(2026, 3, 2), days=0), "lasts from 1 to 60 days"),
        (NewBootcamp("X", date(2026, 3, 2), days=61), "lasts from 1 to 60 days"),
    ],
)
def test_what_cannot_be_a_bootcamp_is_refused_and_leaves_nothing(
    sqlite_desk: Desk, wanted: NewBootcamp, sentence: str
) -> None:
    kept = sqlite_desk.open_bootcamp("Kept")

    with pytest.raises(Refusal, match=sentence):
        sqlite_desk.app.bootcamps.make(wanted)

    assert sqlite_desk.app.bootcamps.all() == [kept]
    assert {row.bootcamp_id for row in sqlite_desk.rows(SessionRow)} == {kept.id}


def test_a_khmer_title_alone_is_enough(sqlite_desk: Desk) -> None:
    made = sqlite_desk.open_bootcamp("", title_km="វគ្គកំពត")

    assert (made.title, made.code[:-2]) == ("វគ្គកំពត", "BC26")
    assert sqlite_desk.app.bootcamps.find("វគ្គ កំពត") == made


def test_all_bootcamps_belong_to_one_programme(sqlite_desk: Desk) -> None:
    for title in ("One", "Two"):
        sqlite_desk.open_bootcamp(title)

    (programme,) = sqlite_desk.rows(ProgrammeRow)
    assert {row.programme_id for row in sqlite_desk.rows(BootcampRow)} == {programme.id}


def test_the_newest_bootcamp_is_meant_where_none_is_named(desk: Desk) -> None:
    later = desk.open_bootcamp("Later", starts_on=date(2026, 5, 1))
    earlier = desk.open_bootcamp("Earlier", starts_on=date(2026, 4, 1))
    same_day = desk.open_bootcamp("Later too", starts_on=date(2026, 5, 1))

    assert desk.app.bootcamps.all() == [same_day, later, earlier]
    assert [desk.app.bootcamps.find(ref) for ref in (None, "")] == [same_day, same_day]


def test_a_bootcamp_is_found_by_id_beginning_of_id_and_title(desk: Desk) -> None:
    made = desk.open_bootcamp("Civic lab – Kampot", title_km="បន្ទប់ពិសោធន៍")
    desk.open_bootcamp("Other")

    refs = [made.id, made.id[:-1], made.title_en, "civic lab - kampot", made.title_km]

    assert [desk.app.bootcamps.find(ref) for ref in refs] == [made] * len(refs)


def test_a_ref_that_means_several_things_or_none_is_refused(desk: Desk) -> None:
    one, two = desk.open_bootcamp("Same title"), desk.open_bootcamp("Same title")
    common = next(n for n in range(36, 0, -1) if one.id[:n] == two.id[:n])

    for ref in ("Same title", one.id[:common]):
        with pytest.raises(Refusal, match="means 2 things"):
            desk.app.bootcamps.find(ref)
    for ref in ("Nothing", "%", "_", one.id + "0"):
        with pytest.raises(Refusal, match="Nothing is called"):
            desk.app.bootcamps.find(ref)

    assert desk.app.bootcamps.find(one.id[: common + 1]) in (one, two)


def test_without_any_bootcamp_the_way_to_one_is_said(sqlite_desk: Desk) -> None:
    for find in (sqlite_desk.app.bootcamps.find, sqlite_desk.app.bootcamps.find_session):
        with pytest.raises(Refusal, match="There is no bootcamp yet"):
            find("Morning")


def test_the_title_of_a_session_is_looked_for_in_the_newest_bootcamp(desk: Desk) -> None:
    older = desk.open_bootcamp("Older")
    newer = desk.open_bootcamp("Newer", starts_on=date(2026, 4, 1), days=1)

    found, session = desk.app.bootcamps.find_session(MORNING)

    assert (found, session) == (newer, desk.app.bootcamps.sessions(newer)[0])
    assert desk.app.bootcamps.find_session("day 1 - morning") == (found, session)
    assert desk.app.bootcamps.find_session("ថ្ងៃទី១ – ព្រឹក") == (found, session)
    assert desk.app.bootcamps.find_session("Day 3 – Morning")[0] == older


def test_a_session_of_any_bootcamp_is_found_by_id(desk: Desk) -> None:
    older = desk.open_bootcamp("Older")
    desk.open_bootcamp("Newer", starts_on=date(2026, 4, 1))
    wanted = desk.app.bootcamps.sessions(older)[2]

    assert desk.app.bootcamps.find_session(wanted.id) == (older, wanted)


def test_a_session_that_several_older_bootcamps_have_is_refused(desk: Desk) -> None:
    for number in (1, 2):
        desk.open_bootcamp(f"Older {number}", days=3)
    desk.open_bootcamp("Newest", starts_on=date(2026, 4, 1), days=1)

    with pytest.raises(Refusal, match="“Day 3 – Morning” means 2 things"):
        desk.app.bootcamps.find_session("Day 3 – Morning")


def test_a_bootcamp_with_its_sessions_is_one_act_to_undo(desk: Desk) -> None:
    kept = desk.open_bootcamp("Kept")
    gone = desk.open_bootcamp("Gone")

    desk.app.records.undo()

    assert desk.app.bootcamps.all() == [kept]
    assert gone.id not in {row.bootcamp_id for row in desk.rows(SessionRow)}
    assert len(desk.rows(SessionRow)) == 6


def test_bootcamps_are_counted(desk: Desk) -> None:
    before = desk.app.bootcamps.count()
    desk.open_bootcamp("Kampot bootcamp")
    desk.open_bootcamp("Kep bootcamp")

    assert (before, desk.app.bootcamps.count()) == (0, 2)
