"""A list that was read: pasted, with other headers, remembered, and its rows to mend."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.exports.rejected import REASON, write_rejected
from bootcamp_app.reading.sheets import Table
from bootcamp_app.ui.people.lists import chosen_twice, listed, pasted, read_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.ui.people.lists import ReadList

TODAY = date(2026, 3, 2)
TITLED = (
    ("List of nominees", None, None),
    ("Name", "Sex", "Born"),
    ("Ly Heng", "F", 1985),
    ("Keo Pisey", "F", 1790),
    (None, "M", 1991),
)


def a_list(rows: Sequence[Sequence[str | int | None]] = TITLED, first_row: int = 1) -> ReadList:
    """Give rows as a list that was read."""
    return listed(Table("s", ("s",), [list(row) for row in rows], first_row), "s")


def chosen(read: ReadList) -> dict[str, str]:
    """Give the fields as the list offers them."""
    return {one.header: one.field for one in read.columns}


def test_a_pasted_range_is_read_as_a_list() -> None:
    read = pasted("ឈ្មោះ\tភេទ\nលី ហេង\tស្រី\n")

    assert chosen(read) == {"ឈ្មោះ": "name_km", "ភេទ": "sex"}
    assert [one.fields["name_km"] for one in read.understood(chosen(read), TODAY).nominees] == [
        "លី ហេង"
    ]


def test_pasting_nothing_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="There is nothing to paste"):
        pasted(" \n")


def test_another_row_of_headers_moves_the_rows_below_it_and_keeps_their_numbers() -> None:
    read = a_list(first_row=5).with_top(2)

    assert [one.header for one in read.columns] == ["Ly Heng", "F", "1985"]
    understood = read.understood({"Ly Heng": "name_en", "F": "", "1985": ""}, TODAY)
    assert [one.row for one in understood.nominees] == [8]


def test_what_was_chosen_last_time_comes_before_what_is_recognised() -> None:
    read = a_list().remembering({"Sex": None, "Born": "custom:Born"})

    assert [(one.field, one.origin) for one in read.columns] == [
        ("name_en", "recognised"), ("", "remembered"), ("custom:Born", "remembered"),
    ]  # fmt: skip


def test_a_field_that_is_no_choice_any_more_is_not_remembered() -> None:
    read = a_list().remembering({"Sex": "shoe size"})

    assert chosen(read)["Sex"] == "sex"


def test_everybody_is_from_a_province_only_where_the_list_does_not_say() -> None:
    read = a_list([("Name", "Province"), ("Ly Heng", "Kep"), ("Som Dara", None)])

    found = read.understood(chosen(read), TODAY, province="07").nominees

    assert [one.fields["province"] for one in found] == ["23", "07"]


def test_columns_for_one_field_name_each_other() -> None:
    assert chosen_twice({"A": "phone", "B": "", "C": "phone"}) == {"A": "C", "C": "A"}


def test_rejected_rows_are_saved_with_their_reasons_and_come_back_as_they_were(
    tmp_path: Path,
) -> None:
    read = a_list()
    faults = read.understood(chosen(read), TODAY).rejected
    file = tmp_path / "mend.xlsx"

    count = write_rejected(read.headers, read.rows_by_number(), faults, file)
    again = read_list(file)

    assert count == 2
    assert again.headers == [*read.headers, REASON]
    assert chosen(again) == {**chosen(read), REASON: ""}
    assert [row[:3] for row in again.table.rows[1:]] == [
        ["Keo Pisey", "F", 1790], [None, "M", 1991],
    ]  # fmt: skip
    assert str(again.table.rows[1][3]).startswith("Born: This is not a year of birth.")
