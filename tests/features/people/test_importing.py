"""Taking lists in: who is new, who is different, and who is left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import PeopleImported

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import ImportResult
    from tests.desk import Desk

LIST = [
    ["Name", "Khmer name", "Sex", "Phone", "Organisation", "Position"],
    ["Sok Dara", "សុខ ដារ៉ា", "M", "012345678", "NGO Forum", "Officer"],
    ["Chan Sreyneang", "ចាន់ ស្រីនាង", "F", "097111222", "Dept of Health", "Clerk"],
    ["Ly Heng", "", "", "", "", ""],
]


def figures(result: ImportResult) -> tuple[int, int, int, int]:
    return result.rows, result.created, result.updated, result.unchanged


def test_a_list_of_new_people_is_taken_in_with_a_badge_each(desk: Desk) -> None:
    heard = desk.announced(PeopleImported)

    result = desk.import_rows(LIST)

    assert figures(result) == (3, 3, 0, 0)
    assert (result.possible_duplicates, result.rejected) == ([], [])
    dara = desk.person("Sok Dara")
    assert (dara.name_km, dara.sex, dara.phone, dara.organisation, dara.position, dara.status) == (
        "សុខ ដារ៉ា", "male", "012345678", "NGO Forum", "Officer", "confirmed",
    )  # fmt: skip
    assert not dara.is_walk_in
    assert len({badge.code for badge in desk.app.badges.of(desk.people())}) == 3
    (fact,) = heard
    assert set(fact.participation_ids) == {one.participation_id for one in desk.people()}
    registered = {row.registered_at for row in desk.rows(ParticipationRow)}
    assert registered == {desk.clock.start}


def test_the_same_list_again_changes_nothing(desk: Desk) -> None:
    desk.import_rows(LIST)
    before = desk.people()
    desk.clock.forward(days=1)

    result = desk.import_rows(LIST)

    assert figures(result) == (3, 0, 0, 3)
    assert result.possible_duplicates == []
    assert desk.people() == before
    act = desk.app.records.history(before[0].person_id)
    assert len({entry.act for entry in act}) == 1


def test_the_list_in_another_order_changes_nothing(desk: Desk) -> None:
    desk.import_rows(LIST)

    assert figures(desk.import_rows([LIST[0], *reversed(LIST[1:])])) == (3, 0, 0, 3)


def test_an_update_writes_the_columns_of_the_list_and_only_those(desk: Desk) -> None:
    desk.import_rows(LIST)
    desk.app.people.change(desk.person("Sok Dara"), email="dara@example.org", sector="other")

    result = desk.import_rows(
        [["Name", "Phone", "Position"], ["Sok Dara", "+855 12 345 678", "Director"]]
    )

    assert figures(result) == (1, 0, 1, 0)
    dara = desk.person("Sok Dara")
    assert (dara.position, dara.phone) == ("Director", "+855 12 345 678")
    assert (dara.name_km, dara.sex, dara.organisation, dara.sector) == (
        "សុខ ដារ៉ា", "male", "NGO Forum", "other",
    )  # fmt: skip
    assert [row.email for row in desk.rows(PersonRow)] == ["dara@example.org", "", ""]


def test_an_empty_cell_takes_nothing_away(desk: Desk) -> None:
    desk.import_rows(LIST, {"Position": "custom:post"})

    result = desk.import_rows(
        [LIST[0], ["Sok Dara", "", "", "012345678", "-", ""]], {"Position": "custom:post"}
    )

    assert figures(result) == (1, 0, 0, 1)
    assert desk.person("Sok Dara").organisation == "NGO Forum"
    assert [row.answers for row in desk.rows(ParticipationRow)] == [
        {"post": "Officer"},
        {"post": "Clerk"},
        {},
    ]


def test_unreadable_rows_are_left_out_and_the_others_taken_in(desk: Desk) -> None:
    result = desk.import_rows(
        [
            ["Name", "Sex", "Age"],
            ["Sok Dara", "M", "300"],
            ["Ly Heng", "M", "30"],
            ["", "F", ""],
        ]
    )

    assert figures(result) == (3, 1, 0, 0)
    assert [(one.row, one.column) for one in result.rejected] == [
        (2, "Age"),
        (4, "Name"),
    ]
    assert desk.names() == ["Ly Heng"]


def test_one_undo_takes_the_whole_list_back(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara", phone="012345678")
    desk.import_rows(LIST)

    desk.app.records.undo()

    assert desk.people() == [guest.participant]
    assert desk.rows(OrganisationRow) == []
    assert desk.guest(guest.participant).badge == guest.badge
    assert figures(desk.import_rows(LIST)) == (3, 2, 1, 0)


def test_an_age_does_not_correct_a_year_that_is_known(desk: Desk) -> None:
    desk.import_rows([["Name", "Birth year"], ["Sok Dara", "1985"], ["Ly Heng", "1990"]])

    desk.import_rows([["Name", "Age"], ["Sok Dara", "40"], ["Ly Heng", "20"], ["Kim Sophea", "30"]])

    assert [row.birth_year for row in desk.rows(PersonRow)] == [1985, 2006, 1996]


def test_a_list_without_people_changes_nothing(desk: Desk) -> None:
    assert figures(desk.import_rows([["Name", "Sex"]])) == (0, 0, 0, 0)
    assert desk.people() == []
