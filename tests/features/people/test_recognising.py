"""Who of a list is known: ids that prove something, the surest first, and nobody taken by guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.people.compared import compared
from bootcamp_app.features.people.importing import Choices
from bootcamp_app.features.people.nominees import understand
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import ImportResult
    from tests.desk import Desk

UUIDS = ("5f0c1d2e-7a31-4c11-9d52-0242ac120001", "uuid:5f0c1d2e-7a31-4c11-9d52-0242ac120002")


def kinds(result: ImportResult) -> list[str]:
    return [one.kind for one in result.outcomes]


def phones(desk: Desk) -> dict[str, str]:
    """Give the position of each by their telephone."""
    return {one.phone: one.position for one in desk.people()}


@pytest.mark.parametrize("header", ["ID", "Staff ID", "Code", "លេខសម្គាល់"])
def test_a_short_id_alone_makes_nobody_one_whose_name_is_in_another_script(
    desk: Desk, header: str
) -> None:
    desk.import_rows([[header, "Name"], [107, "Sok Dara"], [114, "Ly Heng"]])

    result = desk.import_rows([[header, "ឈ្មោះ"], [107, "ចាន់ ធី"], [114, "កែវ សុភា"]])

    assert kinds(result) == ["possible", "possible"]
    assert [str(one.why) for one in result.possible_duplicates] == [
        "Has the same id. Compare the two and decide."
    ] * 2
    assert desk.names() == ["", "", "Ly Heng", "Sok Dara"]


def test_a_short_id_and_the_phone_are_one_person_in_either_script(desk: Desk) -> None:
    desk.import_rows([["ID", "Name", "Phone"], [107, "Sok Dara", "012345678"]])

    result = desk.import_rows([["ID", "ឈ្មោះ", "Phone"], [107, "សុខ ដារ៉ា", "+855 12 345 678"]])

    assert kinds(result) == ["changed"]
    assert [(one.name_km, one.name_en) for one in desk.people()] == [("សុខ ដារ៉ា", "Sok Dara")]


@pytest.mark.parametrize("ids", [("NGO-2026-0001", "NGO-2026-0002"), ("PARTICIPANT-01", "x" * 40)])
def test_an_id_that_is_only_long_overwrites_nobody_of_another_list(
    desk: Desk, ids: tuple[str, str]
) -> None:
    desk.import_rows([["ID", "Name"], [ids[0], "Sok Dara"], [ids[1], "Ly Heng"]])

    result = desk.import_rows([["ID", "Name"], [ids[0], "Chan Thy"], [ids[1], "Ly Heng"]])

    assert kinds(result) == ["possible", "same"]
    assert desk.names() == ["Chan Thy", "Ly Heng", "Sok Dara"]


def test_an_id_given_once_knows_somebody_whose_name_was_corrected(desk: Desk) -> None:
    desk.import_rows([["_uuid", "Name"], [UUIDS[0], "Sok Darra"], [UUIDS[1], "Ly Hengg"]])
    # A form shows the same id with its mark or without.
    bare = UUIDS[1].removeprefix("uuid:")

    result = desk.import_rows([["_uuid", "Name"], [bare, "Ly Heng"], [UUIDS[0], "Sok Dara"]])

    assert kinds(result) == ["changed", "changed"]
    assert desk.names() == ["Ly Heng", "Sok Dara"]


@pytest.mark.parametrize(
    ("text", "is_given_once"),
    [
        (UUIDS[0], True),
        (UUIDS[1].upper(), True),
        (UUIDS[0].replace("-", ""), True),
        ("uuid:aaaaaaaaaaaaaaaa1", True),
        ("uuid:1", False),
        ("NGO-2026-0001", False),
        ("012345678901", False),
        ("", False),
    ],
)
def test_only_ids_of_forms_are_given_once(text: str, is_given_once: bool) -> None:
    assert compared({"external_id": text}).has_id_given_once is is_given_once


TWINS = [
    ["Name", "Phone", "Organisation"],
    ["Sok Dara", "012345671", "CCC"],
    ["Sok Dara", "012345672", "CCC"],
]


def test_who_may_be_either_of_two_is_offered_and_changes_neither(desk: Desk) -> None:
    desk.import_rows(TWINS)
    known = {one.person_id for one in desk.people()}

    result = desk.import_rows(
        [["Name", "Organisation", "Position"], ["Sok Dara", "CCC", "Boss"]], is_dry_run=True
    )

    assert kinds(result) == ["possible"]
    assert {one.person_id for one in result.possible_duplicates} == known
    assert phones(desk) == {"012345671": "", "012345672": ""}


def test_who_may_be_either_of_two_and_says_nothing_new_changes_nobody(desk: Desk) -> None:
    desk.import_rows(TWINS)

    result = desk.import_rows([["Name", "Organisation"], ["Sok Dara", "CCC"]])

    assert (kinds(result), len(desk.people())) == (["same"], 2)


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_row_without_a_phone_does_not_take_the_person_whose_phone_another_row_says(
    desk: Desk,
    is_turned: bool,
) -> None:
    desk.import_rows(TWINS)
    rows = [["Sok Dara", "", "CCC", "Clerk"], ["Sok Dara", "012345671", "CCC", "Boss"]]

    result = desk.import_rows([[*TWINS[0], "Position"], *(rows[::-1] if is_turned else rows)])

    assert kinds(result) == ["changed", "changed"]
    assert phones(desk) == {"012345671": "Boss", "012345672": "Clerk"}


def test_of_two_rows_that_may_be_one_person_neither_is_taken_by_its_place(desk: Desk) -> None:
    desk.import_rows(TWINS[:2])

    result = desk.import_rows(
        [["Name", "Organisation", "Position"], ["Sok Dara", "CCC", "A"], ["Sok Dara", "CCC", "B"]],
        is_dry_run=True,
    )

    assert kinds(result) == ["possible", "possible"]


def test_a_person_chosen_for_one_row_is_taken_before_others_are_looked_for(desk: Desk) -> None:
    desk.import_rows(TWINS[:2])
    known = desk.person("Sok Dara")
    rows: list[list[object]] = [
        list(TWINS[0]), ["Sok Dara", "012345671", "CCC"], ["Sok Dararith", "", "CCC"],
    ]  # fmt: skip

    result = desk.app.importing.take_in(
        desk.bootcamp,
        understand(rows, {}, FIRST_DAY),
        choices=Choices({3: known.person_id}),
        is_dry_run=True,
    )

    assert kinds(result)[1] == "changed"
    assert result.outcomes[1].person_id == known.person_id


@pytest.mark.parametrize("step", [1, -1])
def test_a_crowd_of_namesakes_taken_in_again_in_any_order_is_the_same(
    desk: Desk, step: int
) -> None:
    head = ["Name", "Organisation", "Phone"]
    rows = [["Participant", f"Office {n % 3}", f"0129{n:05}"] for n in range(90)]
    desk.import_rows([head, *rows])

    again = desk.import_rows([head, *rows[::step]], is_dry_run=True)
    others = desk.import_rows([head, ["Participant", "Office 1", "099000111"]], is_dry_run=True)

    assert (again.unchanged, again.possible_duplicates) == (90, [])
    assert kinds(others) == ["possible"]
    assert len(others.possible_duplicates) == 5


def test_one_latin_name_of_many_khmer_ones_knows_who_has_the_phone(desk: Desk) -> None:
    head = ["ឈ្មោះ", "Name", "Phone"]
    rows = [[f"ចាន់ {n}", "Chan Thy", f"0129{n:05}"] for n in range(40)]
    desk.import_rows([head, *rows])

    result = desk.import_rows(
        [["Name", "Phone", "Position"], ["Chan Thy", "012900033", "Boss"]], is_dry_run=False
    )

    assert kinds(result) == ["changed"]
    assert phones(desk)["012900033"] == "Boss"


MERGED = [
    ["_uuid", "Name", "Phone", "Organisation"],
    [UUIDS[0], "Sok Dara", "012345678", "CCC"],
    [UUIDS[1], "Sok Daraa", "012345678", "CCC"],
]


@pytest.mark.parametrize("is_with_ids", [True, False])
@pytest.mark.parametrize("is_turned", [True, False])
def test_two_rows_found_to_be_one_person_stay_one_when_the_list_comes_again(
    desk: Desk,
    is_with_ids: bool,
    is_turned: bool,
) -> None:
    head, *rows = [row if is_with_ids else row[1:] for row in MERGED]
    desk.import_rows([head, *rows])
    desk.app.twins.merge(desk.person("Sok Dara").person_id, desk.person("Sok Daraa").person_id)
    before = desk.people()

    result = desk.import_rows([head, *(rows[::-1] if is_turned else rows)])

    assert kinds(result) == ["same", "same"]
    assert desk.people() == before


def test_a_list_with_only_the_name_that_was_left_behind_finds_the_person_and_keeps_the_name(
    desk: Desk,
) -> None:
    desk.import_rows(MERGED)
    desk.app.twins.merge(desk.person("Sok Dara").person_id, desk.person("Sok Daraa").person_id)

    result = desk.import_rows([["Name", "Phone", "Position"], ["Sok Daraa", "012345678", "Boss"]])

    assert kinds(result) == ["changed"]
    assert [(one.name_en, one.position) for one in desk.people()] == [("Sok Dara", "Boss")]


def test_a_merge_that_is_taken_back_leaves_two_people_to_be_found(desk: Desk) -> None:
    desk.import_rows(MERGED)
    ids = [desk.person(name).person_id for name in ("Sok Dara", "Sok Daraa")]
    desk.app.records.undo_act(desk.app.twins.merge(ids[0], ids[1]).act)

    result = desk.import_rows(MERGED)

    assert [one.person_id for one in result.outcomes] == ids
    assert kinds(result) == ["same", "same"]
