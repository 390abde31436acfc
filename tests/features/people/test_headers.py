"""Which field a column holds, by the headers that real lists have."""

from __future__ import annotations

from collections import Counter

import pytest

from bootcamp_app.features.people.header_words import LOOSE, PLAIN
from bootcamp_app.features.people.headers import (
    FIELDS,
    field_of,
    header_row,
    is_field,
    meaning_of,
    script_of,
)
from tests.features.people.header_table import NONE, TABLE


@pytest.mark.parametrize(("header", "field"), TABLE)
def test_a_usual_header_names_its_field(header: str, field: str) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize("header", ["", " ", *NONE])
def test_a_header_that_names_no_field_is_left_out(header: str) -> None:
    assert field_of(header) is None


def test_enough_headers_are_known() -> None:
    assert len(TABLE) >= 80
    assert {field for _, field in TABLE} >= {"name", "family_name", "given_name", *FIELDS[6:]}


def test_no_word_names_two_fields() -> None:
    words = [
        word.strip() for said in (PLAIN, LOOSE) for one in said.values() for word in one.split(";")
    ]

    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert {word: field_of(word) for word in words} == {
        word.strip(): field
        for said in (PLAIN, LOOSE)
        for field, one in said.items()
        for word in one.split(";")
    }


def test_every_field_is_named_by_its_own_name() -> None:
    assert [field_of(name) for name in FIELDS] == list(FIELDS)
    assert [field_of(name.upper().replace("_", " ")) for name in FIELDS] == list(FIELDS)


@pytest.mark.parametrize(
    ("loose", "plain"),
    [("Telegram", "Phone"), ("Home City", "Province"), ("_id", "_uuid"), ("Order #", "Attendee #")],
)
def test_some_headers_give_way_to_a_plainer_one(loose: str, plain: str) -> None:
    found = [meaning_of(header) for header in (loose, plain)]

    assert [one.is_loose for one in found if one] == [True, False]
    assert field_of(loose) == field_of(plain)


@pytest.mark.parametrize(
    ("rows", "top"),
    [
        ([["Name", "Sex"], ["Sok Dara", "M"]], 0),
        ([["ព្រះរាជាណាចក្រកម្ពុជា"], ["ជាតិ សាសនា ព្រះមហាក្សត្រ"], [], ["ល.រ", "ឈ្មោះ", "ភេទ"], ["1"]], 3),
        ([["List of participants"], ["No", "Name"], ["1", "Sok Dara"]], 1),
        ([["Participants"], ["No", "Name"], ["1", "Sok Dara"]], 1),
        ([["Organisation:", "CSO network"], ["Name", "Phone"], ["Sok Dara", "012"]], 1),
        ([[None, ""], ["", "Name"]], 1),
        ([["Sex", "Phone"], ["M", "012"]], None),
        ([], None),
        ([[f"row {number}"] for number in range(30)] + [["Name"]], None),
    ],
)
def test_the_row_of_headers_stands_below_the_titles(
    rows: list[list[object]], top: int | None
) -> None:
    assert header_row(rows) == top


def test_the_script_of_a_column_is_the_one_of_most_of_its_names() -> None:
    assert script_of(["ចាន់ ស្រីនាង", "សុខ ដារ៉ា", "Ly Heng"]) == "km"
    assert script_of(["ចាន់ ស្រីនាង", "Sok Dara", "Ly Heng"]) == "en"
    assert script_of([]) == "en"


@pytest.mark.parametrize("name", ["custom:diet", "custom:អាហារ", "status", *FIELDS])
def test_fields_and_custom_ones_may_be_asked_for(name: str) -> None:
    assert is_field(name)


@pytest.mark.parametrize("name", ["", "custom:", "Name", "name", "salary", "is_walk_in"])
def test_other_names_are_no_fields(name: str) -> None:
    assert not is_field(name)
