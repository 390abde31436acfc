"""Rows that may be somebody known though they are written otherwise: offered, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import ImportResult
    from tests.desk import Desk

MINISTRY = [
    ["ឈ្មោះ", "Name", "Phone", "Year of birth", "Organisation"],
    ["កែវ សំណាង", "KEO Samnang", "089 219 683", "1985", "Ministry of Interior"],
    ["ចាន់ ស្រីនាង", "CHAN Sreyneang", "", "1990", "Ministry of Interior"],
    ["លី ហេង", "LY Heng", "012 345 678", "", "Ministry of Planning"],
]


def doubts(result: ImportResult) -> list[tuple[str | None, str]]:
    """Give of each row that may be somebody whom it may be, and why."""
    found = [one for one in result.outcomes if one.kind == "possible"]
    return [(one.person_id, str(one.why)) for one in found]


def kinds(result: ImportResult) -> list[str]:
    return [one.kind for one in result.outcomes]


@pytest.fixture
def listed(desk: Desk) -> Desk:
    """A bootcamp with the people of the ministry."""
    desk.import_rows(MINISTRY)
    return desk


@pytest.mark.parametrize(
    ("row", "who", "why"),
    [
        (
            ["កែវ សំណាង", "Keo Samnangh", "+855 89 219 683", "", "NGO Forum"],
            "KEO Samnang",
            "Same name · Same phone · Different organisations. Compare the two and decide.",
        ),
        (
            ["ចាន់ ស្រីនាង", "Chan Sreyneng", "", "1990", "NGO Forum"],
            "CHAN Sreyneang",
            "Same name · Same year of birth · Different organisations. Compare the two and decide.",
        ),
        (
            ["", "Lyy Heng", "012345678", "", "NGO Forum"],
            "LY Heng",
            "Nearly the same name · Same phone · Different organisations."
            " Compare the two and decide.",
        ),
        (
            ["", "Heng LY", "", "", "NGO Forum"],
            "LY Heng",
            "Same name in another order · Different organisations. Compare the two and decide.",
        ),
        (
            ["", "Chan Sreyneng", "", "", "ministry of interior"],
            "CHAN Sreyneang",
            "Nearly the same name · Same organisation. Compare the two and decide.",
        ),
    ],
)
def test_somebody_written_otherwise_in_another_list_is_offered_with_the_reason(
    listed: Desk, row: list[str], who: str, why: str
) -> None:
    result = listed.import_rows([MINISTRY[0], row])

    assert doubts(result) == [(listed.person(who).person_id, why)]
    assert len(listed.people()) == 4


def test_people_who_share_a_phone_but_no_name_are_new(listed: Desk) -> None:
    result = listed.import_rows([MINISTRY[0], ["", "Sok Pisey", "089219683", "", "NGO Forum"]])

    assert (kinds(result), doubts(result)) == (["new"], [])


def test_one_name_with_one_phone_twice_in_a_list_is_said(desk: Desk) -> None:
    rows = [["Name", "Phone", "Organisation"], ["Sok Dara", "012345678", "A"],
            ["SOK Daraa", "012 345 678", "A"], ["Sok Dara", "+85512345678", "B"]]  # fmt: skip

    result = desk.import_rows(rows)

    assert kinds(result) == ["new", "possible", "possible"]
    assert doubts(result) == [
        (
            None,
            "Nearly the same name · Same phone · Same organisation. Compare the two and decide.",
        ),
        (None, "Same name · Same phone · Different organisations. Compare the two and decide."),
    ]


def test_a_list_taken_in_again_after_a_spelling_was_corrected_adds_nobody_unsaid(
    desk: Desk,
) -> None:
    rows = [["Name", "Phone", "Organisation"], ["Sok Dara", "012345678", "CCC"]]
    desk.import_rows(rows)
    known = desk.person("Sok Dara")
    desk.app.people.change(known, name_en="Sok Daara")

    result = desk.import_rows(rows, is_dry_run=True)

    assert doubts(result) == [
        (
            known.person_id,
            "Nearly the same name · Same phone · Same organisation. Compare the two and decide.",
        )
    ]


def test_a_row_like_one_who_is_another_row_already_is_said_without_an_offer(listed: Desk) -> None:
    result = listed.import_rows(
        [*MINISTRY[:2], ["កែវ សំណាង", "KEO Samnangh", "089219683", "", ""]], is_dry_run=True
    )

    assert kinds(result) == ["same", "possible"]
    assert doubts(result) == [(None, "Same name · Same phone. Compare the two and decide.")]


def test_somebody_written_otherwise_in_another_bootcamp_is_offered(listed: Desk) -> None:
    other = listed.open_bootcamp("Kep bootcamp")

    result = listed.import_rows(
        [["Name", "Phone"], ["Keo Samnangh", "089219683"]], bootcamp=other, is_dry_run=True
    )

    assert doubts(result) == [
        (
            listed.person("KEO Samnang").person_id,
            "Nearly the same name · Same phone. Compare the two and decide.",
        )
    ]
