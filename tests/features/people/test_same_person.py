"""Which row of a list is somebody who is known already: never by the name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def test_a_name_alone_is_not_enough_for_a_list_that_says_more(desk: Desk) -> None:
    known = desk.walk_in("Sok Dara").participant

    result = desk.import_rows([["Name", "Phone"], ["Sok Dara", "012345678"]])

    assert figures(result) == (1, 1, 0, 0)
    assert [one.person_id for one in result.possible_duplicates] == [known.person_id]
    assert desk.person(known.person_id) == known


def test_a_phone_that_was_missing_is_added_where_the_organisation_agrees(desk: Desk) -> None:
    known = desk.walk_in("Sok Dara", organisation="NGO Forum").participant

    result = desk.import_rows(
        [["Name", "Phone", "Organisation"], ["Sok Dara", "012345678", "ngo forum"]]
    )

    assert figures(result) == (1, 0, 1, 0)
    assert desk.person(known.person_id).phone == "012345678"


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
    dara, heng = (f"5f0c1d2e-7a31-4c11-9d52-0242ac12000{n}" for n in (1, 2))
    desk.import_rows([["_uuid", "Name"], [dara, "Sok Darra"], [heng, "Ly Heng"]])
    known = desk.person("Sok Darra")

    result = desk.import_rows([["_uuid", "Name"], [heng, "Ly Heng"], [dara, "Sok Dara"]])

    assert figures(result) == (2, 0, 1, 1)
    assert desk.person("Sok Dara").person_id == known.person_id
    assert desk.names() == ["Ly Heng", "Sok Dara"]


def test_a_short_id_of_another_list_makes_nobody_somebody_else(desk: Desk) -> None:
    desk.import_rows([["ID", "Name"], ["07", "Sok Dara"], ["09", "Ly Heng"]])

    result = desk.import_rows([["ID", "Name"], ["07", "Kim Bopha"], ["09", "Ly Heng"]])

    assert figures(result) == (2, 1, 0, 1)
    assert [str(one.why) for one in result.possible_duplicates] == [
        "Has the same id. Compare the two and decide."
    ]
    assert desk.names() == ["Kim Bopha", "Ly Heng", "Sok Dara"]


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


def test_a_walk_in_who_is_on_the_list_after_all_is_the_same_person(desk: Desk) -> None:
    guest = desk.walk_in("Sok Dara", phone="012345678")

    result = desk.import_rows(LIST)

    assert figures(result) == (3, 2, 1, 0)
    assert desk.person("Sok Dara").person_id == guest.participant.person_id
    assert desk.guest(desk.person("Sok Dara")).badge == guest.badge


def test_the_same_people_in_another_bootcamp_are_taken_in_there(desk: Desk) -> None:
    desk.import_rows(LIST)
    other = desk.open_bootcamp("Kep bootcamp")

    result = desk.import_rows(LIST, bootcamp=other)

    assert figures(result) == (3, 3, 0, 0)
    assert len(desk.app.people.list(other)) == len(desk.people()) == 3
