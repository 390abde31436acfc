"""Lists of notes as others write them: headers in either language, sides in their words."""

from __future__ import annotations

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.item_rules import MOST_ITEMS
from bootcamp_app.features.canvases.note_rows import notes_in


@pytest.mark.parametrize(
    "header",
    [
        ("Zone", "Text", "Side", "Colour"),
        ("តំបន់", "អត្ថបទ", "ភាគី", "ពណ៌"),
        ("category", "IDEA", "sector", "color"),
    ],
)
def test_headers_are_known_in_both_languages(header: tuple[str, ...]) -> None:
    taken = notes_in([header, ("Residents bring", "ដៃ", "ប្រជាពលរដ្ឋ", "blue")], "x.csv")

    (one,) = taken.items
    assert (one.zone, one.text, one.side, one.colour) == (
        "Residents bring", "ដៃ", "resident", "blue",
    )  # fmt: skip
    assert taken.template_id == "co-ownership"


@pytest.mark.parametrize(
    ("said", "side"),
    [("G", "government"), ("រដ្ឋ", "government"), ("NGO", "civil_society"), ("king", "")],
)
def test_sides_are_known_by_their_words(said: str, side: str) -> None:
    (one,) = notes_in([("text", "side"), ("x", said)], "x.csv").items

    assert one.side == side


def test_one_column_is_notes_and_blank_ones_are_none() -> None:
    taken = notes_in([["water"], [" "], [None], [7]], "x.csv")

    assert [one.text for one in taken.items] == ["water", "7"]


def test_too_many_notes_are_refused() -> None:
    with pytest.raises(Refusal, match="more than 10000 things"):
        notes_in([["x"]] * (MOST_ITEMS + 1), "x.csv")
