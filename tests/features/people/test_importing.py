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


def test_equal_names_are_never_merged(desk: Desk) -> None:
    people = [
        ["Name", "Phone"],
        ["Sok Dara", "012345678"],
        ["Sok Dara", "097111222"],
        ["Sok Dara", ""],
    ]

    first, again = desk.import_rows(people), desk.import_rows(people)

    assert (figures(first), figures(again)) == ((3, 3, 0, 0), (3, 0, 0, 3))
    assert sorted(one.phone for one in desk.people()) == ["", "012345678", "097111222"]


def test_a_namesake_with_another_phone_is_new_and_said_to_be_possibly_the_same(desk: Desk) -> None:
    desk.import_rows(LIST)
    known = desk.person("Sok Dara")

    result = desk.import_rows(
        [["Name", "Phone"], ["SOK DARA", "088999000"], ["Kim Sophea", "011222333"]]
    )

    assert figures(result) == (2, 2, 0, 0)
    (twin,) = result.possible_duplicates
    assert (twin.row, twin.person_id) == (2, known.person_id)
    assert str(twin.why) == "Has the same name. Compare the two and decide."
    assert len(desk.names("dara")) == 2


def test_two_equal_rows_of_one_file_are_two_people_and_said(desk: Desk) -> None:
    twice = [["Name", "Phone"], ["Sok Dara", "012345678"], ["Sok Dara", "012345678"]]

    first, again = desk.import_rows(twice), desk.import_rows(twice)

    assert (figures(first), figures(again)) == ((2, 2, 0, 0), (2, 0, 0, 2))
    assert [one.row for one in first.possible_duplicates] == [3]
    assert again.possible_duplicates == []


def test_a_name_that_differs_only_in_typing_is_the_same_person(desk: Desk) -> None:
    desk.import_rows([["ឈ្មោះ", "Tel"], ["សុខ ស៊ីថា", "012345678"]])

    result = desk.import_rows([["ឈ្មោះ", "Tel"], ["សុខ\u200bសុីថា", "+855 12 345 678"]])

    assert figures(result) == (1, 0, 1, 0)
    assert [one.name_km for one in desk.people()] == ["សុខ\u200bសុីថា"]


def test_a_name_in_the_other_script_is_added_to_the_person(desk: Desk) -> None:
    desk.import_rows([["Khmer name", "Phone"], ["សុខ ដារ៉ា", "012345678"]])

    result = desk.import_rows(
        [["Khmer name", "English name", "Phone"], ["សុខ ដារ៉ា", "Sok Dara", "012345678"]]
    )

    assert figures(result) == (1, 0, 1, 0)
    assert [(one.name_km, one.name_en) for one in desk.people()] == [("សុខ ដារ៉ា", "Sok Dara")]


def test_a_different_name_in_one_script_speaks_against_the_same_person(desk: Desk) -> None:
    desk.import_rows([["Khmer name", "English name"], ["សុខ ដារ៉ា", "Sok Dara"]])

    result = desk.import_rows([["Khmer name", "English name"], ["សុខ តារា", "Sok Dara"]])

    assert figures(result) == (1, 1, 0, 0)
    assert len(desk.people()) == 2


def test_an_id_of_the_list_knows_people_whose_name_was_corrected(desk: Desk) -> None:
    desk.import_rows([["_uuid", "Name"], ["u-1", "Sok Darra"], ["u-2", "Ly Heng"]])
    known = desk.person("Sok Darra")

    result = desk.import_rows([["_uuid", "Name"], ["u-2", "Ly Heng"], ["u-1", "Sok Dara"]])

    assert figures(result) == (2, 0, 1, 1)
    assert desk.person("Sok Dara").person_id == known.person_id
    assert desk.names() == ["Ly Heng", "Sok Dara"]


def test_one_id_on_two_rows_loses_nobody_and_is_said(desk: Desk) -> None:
    rows = [["_uuid", "Name"], ["u-1", "Sok Dara"], ["u-1", "Ly Heng"]]

    first, again = desk.import_rows(rows), desk.import_rows(rows)

    assert (figures(first), figures(again)) == ((2, 2, 0, 0), (2, 0, 0, 2))
    assert [str(one.why) for one in first.possible_duplicates] == [
        "Has the same id. Compare the two and decide."
    ]
    assert desk.names() == ["Ly Heng", "Sok Dara"]


def test_row_numbers_of_another_list_are_nobodys_ids(desk: Desk) -> None:
    desk.import_rows([["ID", "Name"], [1, "Sok Dara"], [2, "Ly Heng"]])

    result = desk.import_rows([["ID", "Name"], [1, "Kim Sophea"], [2, "Keo Vanna"]])

    assert figures(result) == (2, 2, 0, 0)
    assert desk.names() == ["Keo Vanna", "Kim Sophea", "Ly Heng", "Sok Dara"]


def test_unreadable_rows_are_left_out_and_the_others_taken_in(desk: Desk) -> None:
    result = desk.import_rows(
        [
            ["Name", "Sex", "Age"],
            ["Sok Dara", "maybe", "old"],
            ["Ly Heng", "M", "30"],
            ["", "F", ""],
        ]
    )

    assert figures(result) == (3, 1, 0, 0)
    assert [(one.row, one.column) for one in result.rejected] == [
        (2, "Sex"),
        (2, "Age"),
        (4, "Name"),
    ]
    assert desk.names() == ["Ly Heng"]


def test_a_walk_in_who_is_on_the_list_after_all_is_the_same_person(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara", phone="012345678")

    result = desk.import_rows(LIST)

    assert figures(result) == (3, 2, 1, 0)
    assert desk.person("Sok Dara").person_id == guest.participant.person_id
    assert desk.guest(desk.person("Sok Dara")).badge == guest.badge


def test_one_undo_takes_the_whole_list_back(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara", phone="012345678")
    desk.import_rows(LIST)

    desk.app.records.undo()

    assert desk.people() == [guest.participant]
    assert desk.rows(OrganisationRow) == []
    assert desk.guest(guest.participant).badge == guest.badge
    assert figures(desk.import_rows(LIST)) == (3, 2, 1, 0)


def test_the_same_people_in_another_bootcamp_are_taken_in_there(desk: Desk) -> None:
    desk.import_rows(LIST)
    other = desk.open_bootcamp("Kep bootcamp")

    result = desk.import_rows(LIST, bootcamp=other)

    assert figures(result) == (3, 3, 0, 0)
    assert len(desk.app.people.list(other)) == len(desk.people()) == 3


def test_an_age_does_not_correct_a_year_that_is_known(desk: Desk) -> None:
    desk.import_rows([["Name", "Birth year"], ["Sok Dara", "1985"], ["Ly Heng", "1990"]])

    desk.import_rows([["Name", "Age"], ["Sok Dara", "40"], ["Ly Heng", "20"], ["Kim Sophea", "30"]])

    assert [row.birth_year for row in desk.rows(PersonRow)] == [1985, 2006, 1996]


def test_a_list_without_people_changes_nothing(desk: Desk) -> None:
    assert figures(desk.import_rows([["Name", "Sex"]])) == (0, 0, 0, 0)
    assert desk.people() == []
