"""The figures of Today, read at once: the same as counting each session by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.state_views import Mark

if TYPE_CHECKING:
    from tests.clock import FakeClock
    from tests.desk import Desk

LIST = [
    ["Name", "Sex", "Sector", "Province", "Role"],
    ["Chan Sreyneang", "F", "Government", "Kampot", "trainer"],
    ["Sok Dara", "M", "NGO", "កំពត", ""],
    ["Kim Sophea", "F", "", "Takeo", ""],
    ["Ly Heng", "", "CSO", "", "trainer"],
    ["Keo Vanna", "M", "Government", "Kampot", ""],
    ["Meas Rithy", "M", "Government", "Kep", ""],
]


def filled(desk: Desk, clock: FakeClock) -> None:
    desk.import_rows(LIST)
    guests = {one.name_en: desk.guest(one) for one in desk.people()}
    for name in ("Chan Sreyneang", "Sok Dara"):
        desk.scan(guests[name].badge)
    desk.leave(guests["Sok Dara"].badge)
    desk.scan(guests["Kim Sophea"].badge, at=desk.at("09:00"))
    for name, state in (("Keo Vanna", "excused"), ("Meas Rithy", "absent")):
        ids = [guests[name].participant.participation_id]
        desk.app.states.set(desk.morning, ids, Mark(state, "sick"))
    desk.expect(desk.sessions[1], "role:trainer")
    clock.forward(minutes=360)
    desk.scan(guests["Ly Heng"].badge, desk.sessions[1])
    gone = desk.walk_in("An Dara")
    desk.app.people.change(gone.participant, status="withdrawn")


def test_each_session_counts_as_it_does_by_itself(desk: Desk, clock: FakeClock) -> None:
    filled(desk, clock)

    read = desk.app.sittings.figures(desk.bootcamp, desk.sessions[:3], desk.morning)

    assert read.by_session == {one.id: desk.counts(one) for one in desk.sessions[:3]}
    assert [one.present for one in read.by_session.values()] == [3, 1, 0]
    assert [one.registered for one in read.by_session.values()] == [6, 2, 6]


def test_the_session_that_is_looked_at_says_who_came_when_and_who_is_missing(
    desk: Desk, clock: FakeClock
) -> None:
    filled(desk, clock)

    read = desk.app.sittings.figures(desk.bootcamp, [desk.morning], desk.morning)

    standing = desk.app.attendance.presences([desk.morning]).values()
    assert list(read.arrivals) == sorted(one.at for one in standing if one.is_present)
    assert read.average_late == 30
    assert read.people == 7
    assert [one.name_en for one in read.missing] == ["Ly Heng", "Meas Rithy"]


def test_without_a_session_there_are_only_people(sqlite_desk: Desk) -> None:
    sqlite_desk.import_rows(LIST)

    read = sqlite_desk.app.sittings.figures(sqlite_desk.bootcamp, [], None)

    assert (read.people, read.by_session, read.arrivals, read.missing) == (6, {}, (), ())
