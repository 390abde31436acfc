"""Changing the agenda: each change is one act, announced, taken back by one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.features.bootcamps.agenda import Planned
from bootcamp_app.features.bootcamps.views import BootcampChanged, Recorded, SessionsChanged
from bootcamp_app.storage.journal import JournalRow
from tests.desk import Desk
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FakeClock

THIRD, FOURTH = date(2026, 3, 3), date(2026, 3, 4)


@pytest.fixture
def camp(sqlite_desk: Desk) -> Desk:
    """A desk whose bootcamp lasts from 2 to 4 March."""
    assert sqlite_desk.bootcamp.ends_on == FOURTH
    return sqlite_desk


@pytest.fixture
def other_laptop(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    app = build(tmp_path / "other.bootcamp", clock, "Dara")
    yield Desk(app, clock)
    app.database.close()


def evening(camp: Desk, **other: Any) -> Planned:  # noqa: ANN401 - any field
    return replace(Planned(camp.at("18:00"), camp.at("20:00"), "Film", "ភាពយន្ត"), **other)


def titles(camp: Desk) -> list[str]:
    return [one.title_en for one in camp.sessions]


def undo_last(camp: Desk) -> str:
    return camp.app.records.undo().act


def test_a_session_is_added_with_everything_that_was_said(desk: Desk) -> None:
    heard = desk.announced(SessionsChanged)
    plan = evening(
        desk, facilitator="Sok Dara", opens_before=10, late_after=5, is_mandatory=True,
        counts=False, expects="team:A",
    )  # fmt: skip

    (made,) = desk.app.agenda.add(desk.bootcamp, plan)

    assert agenda.planned(made) == plan
    assert desk.sessions[2] == made
    assert heard == [SessionsChanged(desk.bootcamp.id)]


def test_a_session_repeated_over_days_is_one_act(camp: Desk) -> None:
    before = titles(camp)

    made = camp.app.agenda.add(camp.bootcamp, evening(camp), [FOURTH, THIRD])

    assert [(one.title_en, one.starts_at.day) for one in made] == [
        ("Film", 2), ("Day 2 – Film", 3), ("Day 3 – Film", 4),
    ]  # fmt: skip
    assert len(titles(camp)) == 9
    again = undo_last(camp)
    assert titles(camp) == before
    camp.app.records.undo_act(again)
    assert len(titles(camp)) == 9


def test_a_session_after_the_last_day_extends_the_bootcamp_where_that_is_wanted(
    camp: Desk,
) -> None:
    heard = camp.announced(BootcampChanged)
    late = agenda.moved(evening(camp), 5)

    camp.app.agenda.add(camp.bootcamp, late)
    untouched = camp.app.bootcamps.find()
    camp.app.agenda.add(camp.bootcamp, late, extends=True)
    extended = camp.app.bootcamps.find()
    undo_last(camp)

    assert untouched == camp.bootcamp
    assert (extended.starts_on, extended.ends_on) == (date(2026, 3, 2), date(2026, 3, 7))
    assert heard == [BootcampChanged(camp.bootcamp.id)]
    assert camp.app.bootcamps.find() == camp.bootcamp


def test_an_early_session_extends_the_bootcamp_by_its_local_day(camp: Desk) -> None:
    early = replace(evening(camp), starts_at=camp.at("05:00"), ends_at=camp.at("06:00"))

    camp.app.agenda.add(camp.bootcamp, early, extends=True)

    assert camp.app.bootcamps.find() == camp.bootcamp


def test_a_bootcamp_is_extended_no_further_than_a_bootcamp_lasts(camp: Desk) -> None:
    with pytest.raises(Refusal, match="lasts from 1 to 60 days"):
        camp.app.agenda.add(camp.bootcamp, agenda.moved(evening(camp), 60), extends=True)

    assert len(titles(camp)) == 6


def test_only_what_is_given_is_written(camp: Desk) -> None:
    camp.app.agenda.change(camp.morning, {"facilitator": "Sok Dara", "late_after": 15})

    (fact,) = _facts(camp, camp.morning.id)[1:]
    assert fact == {"facilitator": ["", "Sok Dara"]}


def test_a_session_that_ran_over_is_lengthened_and_shortened(camp: Desk) -> None:
    camp.app.agenda.lengthen(camp.morning, 15)
    longer = camp.app.agenda.lengthen(camp.morning, 15)
    undo_last(camp)

    assert longer.ends_at == camp.at("12:00")
    assert camp.morning.ends_at == camp.at("11:45")
    with pytest.raises(Refusal, match="ends after it begins"):
        camp.app.agenda.lengthen(camp.morning, -300)


def test_changing_may_repeat_the_session_as_it_is_then(camp: Desk) -> None:
    camp.app.agenda.change(camp.morning, {"ends_at": camp.at("10:00")}, [THIRD])

    made = [one for one in camp.sessions if one.title_en == "Day 2 – Morning"]
    assert sorted(one.ends_at.hour for one in made) == [10, 11]
    undo_last(camp)
    assert camp.morning.ends_at == camp.at("11:30")
    assert len(titles(camp)) == 6


def test_who_was_judged_stays_as_judged_when_the_session_moves(camp: Desk) -> None:
    late, guest = camp.walk_in("Sok Dara"), camp.walk_in("Chan Srey")
    camp.scan(guest.badge, at=camp.at("08:30"))
    camp.scan(late.badge, at=camp.at("09:00"))

    camp.app.agenda.change(
        camp.morning, {"starts_at": camp.at("09:00"), "ends_at": camp.at("12:00")}
    )

    moved = camp.morning
    assert camp.app.agenda.recorded(moved) == Recorded(entries=2, people=2)
    states = [one and (one.state, one.minutes_late) for one in map(camp.presence, (guest, late))]
    assert states == [("present", 0), ("late", 30)]


def test_a_removed_session_takes_its_records_out_of_the_totals_and_undo_brings_them_back(
    desk: Desk,
) -> None:
    guest, gone = desk.walk_in("Sok Dara"), desk.morning
    desk.scan(guest.badge, at=desk.at("08:30"))
    heard = desk.announced(SessionsChanged)

    desk.app.agenda.remove(gone)

    assert gone not in desk.sessions
    assert heard == [SessionsChanged(desk.bootcamp.id)]
    undo_last(desk)
    assert desk.sessions[0] == gone
    assert desk.app.agenda.recorded(gone) == Recorded(1, 1)
    assert desk.counts(gone).present == 1


def test_what_was_annulled_and_refused_counts_as_no_record(camp: Desk) -> None:
    guest = camp.walk_in("Sok Dara")
    scan = camp.scan(guest.badge, at=camp.at("08:30"))
    camp.app.attendance.undo_scan(scan.event_id)
    camp.scan("1234", at=camp.at("08:30"))

    assert camp.app.agenda.recorded(camp.morning) == Recorded()
    assert camp.app.agenda.all_recorded(camp.sessions) == {}


def test_a_locked_session_is_neither_changed_nor_removed(camp: Desk) -> None:
    camp.lock(camp.morning)

    for act in (
        lambda: camp.app.agenda.change(camp.morning, {"title_en": "X"}),
        lambda: camp.app.agenda.lengthen(camp.morning, 15),
        lambda: camp.app.agenda.remove(camp.morning),
    ):
        with pytest.raises(Refusal, match=r"“Day 1 – Morning” is closed\. Open it again in"):
            act()

    assert titles(camp)[0] == "Day 1 – Morning"


def test_a_session_that_is_gone_is_said_to_be(camp: Desk) -> None:
    gone = camp.morning
    camp.app.agenda.remove(gone)

    with pytest.raises(Refusal, match="This session is gone"):
        camp.app.agenda.change(gone, {"title_en": "X"})
    with pytest.raises(Refusal, match="This session is gone"):
        camp.app.agenda.lengthen(gone, 15)


def test_an_agenda_made_anew_keeps_what_is_recorded_and_what_is_locked(camp: Desk) -> None:
    guest = camp.walk_in("Sok Dara")
    camp.scan(guest.badge, at=camp.at("08:30"))
    camp.lock(camp.sessions[3])
    camp.app.agenda.add(camp.bootcamp, evening(camp))
    kept = [camp.sessions[0].id, camp.sessions[4].id]
    before = camp.sessions

    hours = ((time(8), time(12)), (time(13), time(16)))
    renewed = camp.app.agenda.make_anew(camp.bootcamp, hours)

    assert (renewed.added, renewed.removed, renewed.kept) == (4, 5, 2)
    after = camp.sessions
    assert [after[0].id, after[3].id] == kept
    assert [(one.starts_at.day, one.starts_at.hour) for one in after] == [
        (2, 8), (2, 13), (3, 8), (3, 14), (4, 8), (4, 13),
    ]  # fmt: skip
    undo_last(camp)
    assert camp.sessions == before


def test_undoing_an_added_session_leaves_it_where_somebody_was_recorded_since(camp: Desk) -> None:
    guest = camp.walk_in("Sok Dara")
    (film,) = camp.app.agenda.add(camp.bootcamp, evening(camp))
    act = _acts(camp, film.id)[0]
    camp.scan(guest.badge, film, camp.at("18:00"))

    undone = camp.app.records.undo_act(act)

    assert [(one.table, one.why) for one in undone.kept] == [
        ("sessions", ("somebody was recorded there",))
    ]
    assert [str(one) for one in camp.app.people.staying(undone.kept)] == [
        "Film (somebody was recorded there)"
    ]
    assert film in camp.sessions


def test_two_laptops_that_change_one_session_agree_field_by_field(
    camp: Desk, other_laptop: Desk, clock: FakeClock
) -> None:
    morning = camp.morning
    exchange(camp.app.database, other_laptop.app.database)
    clock.forward(seconds=1)
    camp.app.agenda.change(morning, {"ends_at": camp.at("11:45"), "facilitator": "Dara"})
    clock.forward(seconds=1)
    other_laptop.app.agenda.change(morning, {"facilitator": "Vibol", "is_mandatory": True})

    exchange(camp.app.database, other_laptop.app.database)
    exchange(other_laptop.app.database, camp.app.database)

    here = camp.morning
    there = other_laptop.app.bootcamps.sessions(camp.bootcamp)[0]
    assert here == there
    assert (here.ends_at, here.facilitator, here.is_mandatory) == (camp.at("11:45"), "Vibol", True)


def test_two_laptops_may_leave_hours_that_cannot_be_and_they_can_be_mended(
    camp: Desk, other_laptop: Desk, clock: FakeClock
) -> None:
    morning = camp.morning
    exchange(camp.app.database, other_laptop.app.database)
    clock.forward(seconds=1)
    camp.app.agenda.change(morning, {"starts_at": camp.at("11:00")})
    other_laptop.app.agenda.change(morning, {"ends_at": camp.at("09:30")})
    exchange(other_laptop.app.database, camp.app.database)

    assert agenda.is_impossible(next(one for one in camp.sessions if one.id == morning.id))
    mended = camp.app.agenda.change(morning, {"ends_at": camp.at("12:00")})

    assert not agenda.is_impossible(mended)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"title_en": " "}, "needs a title"),
        ({"province": "Atlantis"}, "“Atlantis” is not a province"),
        ({"ends_on": date(2026, 3, 1)}, "ends on its first day or later"),
        ({"ends_on": date(2026, 5, 1)}, "lasts from 1 to 60 days"),
        ({"starts_on": date(26, 3, 2)}, "The year 26 cannot be right"),
        ({"certificate_percent": 101}, "0 to 100 percent"),
    ],
)
def test_what_cannot_be_a_bootcamp_is_refused(
    camp: Desk, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        camp.app.agenda.change_bootcamp(camp.bootcamp, given)

    assert camp.app.bootcamps.find() == camp.bootcamp


def test_a_bootcamp_is_changed_announced_and_taken_back(desk: Desk) -> None:
    heard = desk.announced(BootcampChanged)
    given = {
        "title_en": " Civic  lab ", "title_km": "បន្ទប់", "venue": "Hall 2", "province": "តាកែវ",
        "ends_on": date(2026, 3, 5), "certificate_percent": 70,
    }  # fmt: skip

    made = desk.app.agenda.change_bootcamp(desk.bootcamp, given)

    assert desk.app.bootcamps.find() == made
    assert made == replace(
        desk.bootcamp, title_en="Civic lab", title_km="បន្ទប់", venue="Hall 2", province="21",
        ends_on=date(2026, 3, 5), certificate_percent=70,
    )  # fmt: skip
    assert heard == [BootcampChanged(desk.bootcamp.id)]
    undo_last(desk)
    assert desk.app.bootcamps.find() == desk.bootcamp


def test_a_bootcamp_put_off_takes_its_sessions_along_but_what_is_recorded(camp: Desk) -> None:
    guest = camp.walk_in("Sok Dara")
    camp.scan(guest.badge, at=camp.at("08:30"))
    before = camp.sessions

    camp.app.agenda.change_bootcamp(
        camp.bootcamp,
        {"starts_on": date(2026, 3, 9), "ends_on": date(2026, 3, 11)},
        moves_sessions=True,
    )

    after = camp.sessions
    assert after[0] == before[0]
    assert [one.starts_at - old.starts_at for one, old in zip(after, before, strict=True)][1:] == [
        timedelta(days=7)
    ] * 5
    undo_last(camp)
    assert camp.sessions == before


def test_a_longer_bootcamp_gets_sessions_on_its_further_days_and_on_no_other(camp: Desk) -> None:
    film = agenda.moved(evening(camp), 3)
    camp.app.agenda.add(camp.bootcamp, film)
    for session in camp.sessions[2:4]:
        camp.app.agenda.remove(session)
    heard = camp.announced(SessionsChanged)
    before = camp.sessions

    camp.app.agenda.change_bootcamp(camp.bootcamp, {"ends_on": date(2026, 3, 6)}, fills_days=True)

    new = [one for one in camp.sessions if one not in before]
    assert [(one.title_en, one.starts_at.day) for one in new] == [
        ("Day 5 – Morning", 6), ("Day 5 – Afternoon", 6),
    ]  # fmt: skip
    assert heard == [SessionsChanged(camp.bootcamp.id)]
    undo_last(camp)
    assert camp.sessions == before


def _facts(camp: Desk, row_id: str) -> list[Any]:
    return [one.changes for one in _journal(camp) if one.row_id == row_id]


def _acts(camp: Desk, row_id: str) -> list[str]:
    return [one.act for one in _journal(camp) if one.row_id == row_id]


def _journal(camp: Desk) -> list[JournalRow]:
    with camp.app.database.read() as reader:
        return list(reader.scalars(select(JournalRow).order_by(JournalRow.seq)))


def test_a_session_that_expects_what_a_later_version_knows_can_be_changed(camp: Desk) -> None:
    camp.expect(camp.morning, "province:08")

    changed = camp.app.agenda.change(camp.morning, {"title_en": "Rights"}, [THIRD])

    assert (changed.title_en, changed.expects) == ("Rights", "province:08")
    with pytest.raises(Refusal, match="does not say who is expected"):
        camp.app.agenda.change(camp.morning, {"expects": "province:09"})


def test_a_session_at_which_more_is_recorded_than_was_told_is_not_removed(camp: Desk) -> None:
    seen = camp.app.agenda.recorded(camp.morning)
    camp.scan(camp.walk_in("Sok Dara").badge, at=camp.at("08:30"))

    with pytest.raises(Refusal, match="“Day 1 – Morning” just now"):
        camp.app.agenda.remove(camp.morning, seen)
    camp.app.agenda.remove(camp.morning, camp.app.agenda.recorded(camp.morning))

    assert titles(camp)[0] == "Day 1 – Afternoon"


def test_a_session_is_lengthened_from_where_it_ends_by_then(
    camp: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning, write = camp.morning, camp.app.database.write

    def after_another() -> Any:  # noqa: ANN401 - what writes
        monkeypatch.undo()
        camp.app.agenda.change(morning, {"ends_at": camp.at("12:00")})
        return write()

    monkeypatch.setattr(camp.app.database, "write", after_another)
    lengthened = camp.app.agenda.lengthen(morning, 15)

    assert lengthened.ends_at == camp.at("12:15")


def test_an_earlier_first_day_is_filled_and_each_title_says_its_day(camp: Desk) -> None:
    camp.scan(camp.walk_in("Sok Dara").badge, at=camp.at("08:30"))
    camp.app.agenda.change(camp.sessions[2], {"title_en": "Day 7 – Rights"})
    before = titles(camp)

    camp.app.agenda.change_bootcamp(camp.bootcamp, {"starts_on": date(2026, 3, 1)}, fills_days=True)

    assert [(one.starts_at.day, one.title_en) for one in camp.sessions] == [
        (1, "Day 1 – Morning"), (1, "Day 1 – Afternoon"),
        (2, "Day 2 – Morning"), (2, "Day 2 – Afternoon"),
        (3, "Day 7 – Rights"), (3, "Day 3 – Afternoon"),
        (4, "Day 4 – Morning"), (4, "Day 4 – Afternoon"),
    ]  # fmt: skip
    assert camp.morning.title_km == "ថ្ងៃទី១ – ព្រឹក"
    assert camp.sessions[2].title_km == "ថ្ងៃទី២ – ព្រឹក"
    undo_last(camp)
    assert titles(camp) == before


def test_a_closed_session_keeps_its_number_so_no_second_one_is_made(camp: Desk) -> None:
    camp.lock(camp.morning)

    with pytest.raises(Refusal, match="“Day 1 – Morning” is closed and keeps its title"):
        camp.app.agenda.change_bootcamp(
            camp.bootcamp, {"starts_on": date(2026, 3, 1)}, fills_days=True
        )

    assert camp.app.bootcamps.find() == camp.bootcamp


def test_days_without_sessions_are_filled_where_the_days_stay(camp: Desk) -> None:
    for session in camp.sessions[2:4]:
        camp.app.agenda.remove(session)

    camp.app.agenda.change_bootcamp(camp.bootcamp, {}, fills_days=True)

    assert titles(camp)[2:4] == ["Day 2 – Morning", "Day 2 – Afternoon"]
