"""Teams of people: written as other fields are, asked for in filters, offered to sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.people.filters import Filter

if TYPE_CHECKING:
    from tests.desk import Desk


def teams(desk: Desk) -> dict[str, str]:
    return {one.name_en: one.team for one in desk.people()}


def wanted(desk: Desk, *names: str) -> set[str]:
    ids = set(desk.app.people.ids(desk.bootcamp, wanted=Filter(teams=names)))
    return {one.name_en for one in desk.people() if one.participation_id in ids}


def test_a_team_is_written_with_a_person_for_one_and_for_many(desk: Desk) -> None:
    desk.walk_in("Sok Dara", team=" Mekong ")
    others = [desk.walk_in(name).participant for name in ("Chan Srey", "Kim Sophea")]
    before = teams(desk)

    desk.app.people.change_all([one.participation_id for one in others], team="Bassac")
    desk.app.people.change(others[1], team="")

    assert before == {"Sok Dara": "Mekong", "Chan Srey": "", "Kim Sophea": ""}
    assert teams(desk) == {"Sok Dara": "Mekong", "Chan Srey": "Bassac", "Kim Sophea": ""}
    assert wanted(desk, "Bassac", "Mekong") == {"Sok Dara", "Chan Srey"}
    assert wanted(desk, "") == {"Kim Sophea"}


def test_the_roles_and_teams_of_a_bootcamp_are_those_that_somebody_has(desk: Desk) -> None:
    desk.walk_in("Sok Dara", team="Mekong", role="facilitator")
    desk.walk_in("Chan Srey", team="Bassac")
    desk.walk_in("Kim Sophea", team="Mekong", role="participant")

    groups = desk.app.people.groups(desk.bootcamp)

    assert groups["team"] == ["Bassac", "Mekong"]
    assert set(groups["role"]) >= {"facilitator", "participant"}
    assert desk.app.people.groups(desk.open_bootcamp("Other")) == {"role": [], "team": []}


def test_a_list_says_teams_where_somebody_says_that_it_does(desk: Desk) -> None:
    rows = [["Name", "Group"], ["Sok Dara", "Mekong"], ["Chan Srey", ""]]

    desk.import_rows(rows, {"Group": "team"})
    told = teams(desk)

    assert told == {"Sok Dara": "Mekong", "Chan Srey": ""}
