"""Teams as a facilitator has them: built, changed, taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.drafting import empty
from bootcamp_app.features.canvases.views import NewBoard
from bootcamp_app.features.teams.building import Wanted
from bootcamp_app.features.teams.tables import TeamRow
from bootcamp_app.features.teams.views import APART, FIXED, TOGETHER, TeamsChanged
from tests.clock import FakeClock
from tests.storage.desks import exchange

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk

NAMES = (
    "Chan Dara", "Chea Bopha", "Heng Chenda", "Keo Davy", "Kim Kosal", "Lim Maly", "Long Mony",
    "Mao Nary", "Meas Phalla", "Neang Rithy", "Nhem Sokha", "Oum Thida",
)  # fmt: skip
HEADERS = ["Name", "Sex", "Sector", "Province", "Organisation", "Team"]


@pytest.fixture
def people(sqlite_desk: Desk) -> Desk:
    rows = [
        [name, "FM"[n % 2], ("government", "civil society")[n % 3 == 0], "Kampot",
         f"Office {n % 4}", ""]
        for n, name in enumerate(NAMES)
    ]  # fmt: skip
    sqlite_desk.import_rows([HEADERS, *rows])
    return sqlite_desk


def _built(desk: Desk, teams: int) -> str:
    building = desk.app.team_building
    return building.keep(desk.bootcamp, building.preview(desk.bootcamp, Wanted(teams)))


def _part(desk: Desk, name: str) -> str:
    return desk.person(name).participation_id


def test_a_preview_writes_nothing_and_keeping_it_writes_all_in_one_act(people: Desk) -> None:
    building, bootcamp = people.app.team_building, people.bootcamp
    draft = building.preview(bootcamp, Wanted(size=4))
    assert people.app.teams.all(bootcamp) == []

    told: list[object] = []
    people.app.changes.subscribe(TeamsChanged, told.append)
    act = building.keep(bootcamp, draft)

    roster = people.app.teams.roster(bootcamp)
    assert [team.name_km for team in roster.teams] == ["រំដួល", "ឈូក", "ម្លិះ"]
    assert [len(roster.of(team)) for team in roster.teams] == [4, 4, 4]
    assert {one.team for one in people.people()} == {"Rumdul", "Lotus", "Jasmine"}
    assert told
    people.app.records.undo_act(act)
    assert people.app.teams.all(bootcamp) == []
    assert {one.team for one in people.people()} == {""}
    assert people.app.records.faults() == []


def test_building_anew_keeps_names_and_colours_that_were_chosen(people: Desk) -> None:
    bootcamp, teams = people.bootcamp, people.app.teams
    _built(people, teams=3)
    first = teams.all(bootcamp)[0]
    teams.change(bootcamp, first, "ទន្លេ", "River", "violet")

    _built(people, teams=2)

    assert [(one.name_en, one.colour) for one in teams.all(bootcamp)] == [
        ("River", "violet"), ("Lotus", "green"),
    ]  # fmt: skip
    _built(people, teams=4)
    assert [one.name_en for one in teams.all(bootcamp)] == ["River", "Lotus", "Jasmine", "Champa"]
    assert Counter(one.team for one in people.people()) == {
        "Rumdul": 3, "Lotus": 3, "Jasmine": 3, "Champa": 3,
    }  # fmt: skip


def test_wishes_are_kept_and_heeded(people: Desk) -> None:
    bootcamp, wishes = people.bootcamp, people.app.team_wishes
    river = people.app.teams.add(bootcamp, "ទន្លេ", "River")
    ids = [_part(people, name) for name in NAMES[:5]]
    wishes.add(bootcamp, TOGETHER, ids[:2])
    wishes.add(bootcamp, APART, ids[2:4])
    wishes.add(bootcamp, FIXED, ids[4:], river)

    _built(people, teams=3)

    by_id = people.app.teams.roster(bootcamp).by_id
    assert by_id[ids[0]].team == by_id[ids[1]].team
    assert by_id[ids[2]].team != by_id[ids[3]].team
    assert by_id[ids[4]].team == "River"


def test_a_removed_wish_comes_back_with_undo(people: Desk) -> None:
    bootcamp, wishes = people.bootcamp, people.app.team_wishes
    kept = wishes.add(bootcamp, TOGETHER, [_part(people, "Chan Dara"), _part(people, "Chea Bopha")])

    act = wishes.remove(bootcamp, kept.id[:12])
    assert wishes.all(bootcamp) == []
    people.app.records.undo_act(act)

    assert wishes.all(bootcamp) == [kept]


def test_a_wish_of_one_or_without_a_team_is_refused(people: Desk) -> None:
    one = [_part(people, "Chan Dara")]

    with pytest.raises(Refusal, match="at least two people"):
        people.app.team_wishes.add(people.bootcamp, TOGETHER, one * 2)
    with pytest.raises(Refusal, match="the team in which they are to be"):
        people.app.team_wishes.add(people.bootcamp, FIXED, one)


def test_people_are_put_and_swapped_and_a_removed_team_leaves_them(people: Desk) -> None:
    bootcamp, teams = people.bootcamp, people.app.teams
    _built(people, teams=2)
    first, second = teams.all(bootcamp)
    roster = teams.roster(bootcamp)
    one, other = roster.of(first)[0], roster.of(second)[0]

    teams.swap(bootcamp, one.id, other.id)
    swapped = teams.roster(bootcamp).by_id
    assert (swapped[one.id].team, swapped[other.id].team) == (second.label, first.label)
    teams.put(bootcamp, [one.id], None)
    assert [mate.id for mate in teams.roster(bootcamp).without] == [one.id]
    act = teams.remove(bootcamp, second)
    assert teams.all(bootcamp) == [first]
    assert len(teams.roster(bootcamp).without) == 6
    people.app.records.undo_act(act)
    assert len(teams.roster(bootcamp).of(second)) == 5


def test_two_teams_cannot_have_one_name(people: Desk) -> None:
    teams, bootcamp = people.app.teams, people.bootcamp
    teams.add(bootcamp, "ឈូក", "Lotus")

    with pytest.raises(Refusal, match="a team “lotus” already"):
        teams.add(bootcamp, "", "lotus ")
    assert teams.add(bootcamp).name_en == "Rumdul"


def test_a_name_typed_in_either_script_means_the_team(people: Desk) -> None:
    bootcamp, teams = people.bootcamp, people.app.teams
    lotus = teams.add(bootcamp, "ឈូក", "Lotus")
    people.app.people.change(people.person("Chan Dara"), team="ឈូក")
    people.app.people.change(people.person("Chea Bopha"), team="LOTUS")
    people.app.people.change(people.person("Heng Chenda"), team="Cooks")

    roster = teams.roster(bootcamp)

    assert [mate.name_en for mate in roster.of(lotus)] == ["Chan Dara", "Chea Bopha"]
    assert [(team.id, str(team)) for team in roster.teams] == [(lotus.id, "Lotus"), ("", "Cooks")]
    cooks = teams.find(bootcamp, "cooks")
    teams.change(bootcamp, cooks, "ចុងភៅ", "Kitchen", "red")
    assert people.app.teams.names(bootcamp.id).both("Cooks") == "Kitchen · ចុងភៅ"


def test_whoever_withdrew_or_helps_is_left_out(people: Desk) -> None:
    people.app.people.change(people.person("Chan Dara"), status="withdrawn")
    people.app.people.change(people.person("Chea Bopha"), role="facilitator")

    _built(people, teams=2)

    assert {one.name_en for one in people.people() if not one.team} == {"Chan Dara", "Chea Bopha"}


def test_who_comes_late_is_put_where_it_balances_best(people: Desk) -> None:
    bootcamp, teams = people.bootcamp, people.app.teams
    _built(people, teams=3)
    full = teams.all(bootcamp)[0]
    leaving = next(
        mate for mate in teams.roster(bootcamp).of(full) if mate.sector == "civil_society"
    )
    people.app.people.change(people.person(leaving.name_en), status="withdrawn")
    late = people.walk_in("Late Comer", sex="female", sector="civil society").participant

    assert teams.suggested(bootcamp, late.participation_id)[0] == full
    number, act = teams.place_late(bootcamp)

    assert number == 1
    assert teams.roster(bootcamp).by_id[late.participation_id].team == full.label
    people.app.records.undo_act(act)
    assert [one.id for one in teams.roster(bootcamp).without] == [late.participation_id]


def test_names_go_on_when_all_are_used(people: Desk) -> None:
    added = [people.app.teams.add(people.bootcamp) for _n in range(50)]

    assert added[47].name_km == "គ"
    assert (added[48].name_km, added[48].name_en) == ("រំដួល ២", "Rumdul 2")
    assert len({one.label for one in added}) == 50


def test_two_laptops_that_both_build_teams_end_with_each_team_once(
    people: Desk, tmp_path: Path
) -> None:
    here, bootcamp = people.app, people.bootcamp
    there = build(tmp_path / "there.bootcamp", FakeClock(), "there")
    exchange(here.database, there.database)
    for app in (here, there):
        building = app.team_building
        building.keep(bootcamp, building.preview(bootcamp, Wanted(3)))
        app.teams.add(bootcamp, "", "River")
    exchange(here.database, there.database)
    exchange(there.database, here.database)

    for app in (here, there):
        roster = app.teams.roster(bootcamp)
        assert [str(one) for one in roster.teams] == ["Rumdul", "Lotus", "Jasmine", "River"]
        assert sum(len(roster.of(team)) for team in roster.teams) == len(NAMES)
    there.database.close()


def test_rows_of_one_label_are_one_team(people: Desk) -> None:
    teams, bootcamp = people.app.teams, people.bootcamp
    with people.app.database.write() as work:
        for place in range(2):
            work.add(TeamRow(bootcamp_id=bootcamp.id, label="River", name_en="River", place=place))

    [river] = teams.all(bootcamp)
    teams.change(bootcamp, river, "", "Sea", "teal")
    [sea] = teams.all(bootcamp)
    assert str(sea) == "Sea"
    teams.remove(bootcamp, sea)
    assert teams.all(bootcamp) == []


def test_a_new_team_has_nothing_of_one_that_is_no_more(people: Desk) -> None:
    teams, bootcamp = people.app.teams, people.bootcamp
    _built(people, teams=2)
    [rumdul, lotus] = teams.all(bootcamp)
    people.app.boards.make(bootcamp, NewBoard("co-ownership", rumdul.label))
    people.app.solutions.write(replace(empty(bootcamp.id, team=lotus.label), title_en="Clean"))
    for team in (rumdul, lotus):
        teams.remove(bootcamp, team)

    labels = [teams.add(bootcamp).label, teams.add(bootcamp, "", "Lotus").label]
    _built(people, teams=4)

    assert labels == ["Jasmine", "Lotus 2"]
    assert [str(one) for one in teams.all(bootcamp)] == ["Jasmine", "Lotus", "Champa", "Rose"]


def test_nobody_to_build_of_is_said(sqlite_desk: Desk) -> None:
    with pytest.raises(Refusal, match="nobody to be put into teams"):
        sqlite_desk.app.team_building.preview(sqlite_desk.bootcamp, Wanted(teams=2))


def test_a_wish_names_the_one_who_stays_of_two_that_are_merged(sqlite_desk: Desk) -> None:
    guests = [sqlite_desk.walk_in(name, phone=name) for name in ("Keo Dara", "Keo Darra", "Sok")]
    stays, goes, other = (one.participant for one in guests)
    wished = [goes.participation_id, other.participation_id]
    sqlite_desk.app.team_wishes.add(sqlite_desk.bootcamp, TOGETHER, wished)

    sqlite_desk.app.twins.merge(stays.person_id, goes.person_id)

    [wish] = sqlite_desk.app.team_wishes.all(sqlite_desk.bootcamp)
    assert wish.people == (stays.participation_id, other.participation_id)
