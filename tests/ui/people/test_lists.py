"""A list on its way in: its columns, and what they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.headers import FIELDS, ONLY_WHEN_SAID
from bootcamp_app.ui.people.field_words import TITLES
from bootcamp_app.ui.people.lists import columns_in, read_list, refuse_wrong_columns
from tests.desk import FIRST_DAY

if TYPE_CHECKING:
    from pathlib import Path


def test_every_field_that_a_list_may_have_has_words() -> None:
    assert set(TITLES) == {*FIELDS, *ONLY_WHEN_SAID}


def test_columns_are_shown_with_three_different_values_and_the_field_they_seem_to_be() -> None:
    rows: list[list[object]] = [
        ["ឈ្មោះ", "ភេទ", "Shoe size"],
        ["ចាន់ ស្រីនាង", "ស្រី", 38],
        ["សុខ វិបុល", "ប្រុស", 41],
        ["ហេង សុភា", "ស្រី", 40],
        ["លី ម៉ារី", "ស្រី", 39],
    ]

    name, sex, shoes = columns_in(rows)

    assert (name.field, name.samples) == ("name_km", ("ចាន់ ស្រីនាង", "សុខ វិបុល", "ហេង សុភា"))
    assert (sex.field, sex.samples) == ("sex", ("ស្រី", "ប្រុស"))
    assert (shoes.field, shoes.samples) == ("", ("38", "41", "40"))


def test_a_list_without_a_known_header_still_shows_its_columns_to_choose_from() -> None:
    rows: list[list[object]] = [["Delegates 2026", None], ["Wer", "Tel"], ["Room 4", "012 1"]]

    assert [(one.header, one.field) for one in columns_in(rows)] == [("Wer", ""), ("Tel", "phone")]


def test_a_column_that_was_chosen_by_hand_is_read_as_chosen(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Wer,Tel,Shoes\nLy Heng,012 345 678,39\n", "utf-8")

    chosen = {"Wer": "name_en", "Tel": "", "Shoes": "custom:Shoes"}
    (nominee,) = read_list(file).understood(chosen, FIRST_DAY).nominees

    assert (nominee.fields, nominee.answers) == ({"name_en": "Ly Heng"}, {"Shoes": "39"})


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        ({"A": "phone"}, "No column holds names yet. Choose which column is the name."),
        (
            {"A": "name_en", "B": "phone", "C": "phone"},
            "The columns “B” and “C” are chosen to be the same. Leave one of them out.",
        ),
    ],
)
def test_columns_that_cannot_be_read_so_are_refused(chosen: dict[str, str], message: str) -> None:
    with pytest.raises(Refusal) as refused:
        refuse_wrong_columns(chosen)

    assert str(refused.value) == message
