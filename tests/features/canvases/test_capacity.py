"""How many notes of 76 mm a zone holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.canvases.capacity import (
    capacities,
    heading_of,
    least_paper,
    notes_in,
)
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import SCALES, Words, Zone

BLANK = Words("", "")
SHORT = Zone("a", Words("Why", "ហេតុអ្វី"), BLANK, "blue", "notes", 10, 42, 200, 120)


def test_a_wide_zone_holds_notes_below_its_title_and_beside_it() -> None:
    """At A1 it is 400 × 240 mm: five across, three down, less where the title stands."""
    assert heading_of(SHORT).bottom == 15.9
    assert heading_of(SHORT).right * 2 < 400 - 4 * 76
    assert notes_in(SHORT, "A1") == 4 * 3 + 1 * 2


def test_a_zone_that_is_lower_than_a_note_holds_none() -> None:
    assert notes_in(replace(SHORT, height=30), "A1") == 0


def test_a_longer_question_leaves_less_room() -> None:
    asking = replace(SHORT, prompt=Words("Who is it? " * 15, "តើអ្នកណា " * 12))

    assert notes_in(asking, "A1") < notes_in(SHORT, "A1")


def test_a_board_says_how_many_notes_its_zones_hold() -> None:
    held = capacities(templates()["problem-definition"], "A1")

    assert held == dict.fromkeys(
        ["who", "where", "evidence", "tried", "limits", "whynow"], held["who"]
    )
    assert held["who"] >= 4


@pytest.mark.parametrize("name", [name for name in templates() if name != "journey"])
def test_on_a1_each_zone_for_notes_takes_at_least_one(name: str) -> None:
    assert least_paper(templates()[name]) != "A0"


def test_a_canvas_of_many_zones_is_said_to_need_more_paper() -> None:
    assert least_paper(templates()["journey"]) == "A0"


@given(st.floats(30, 400), st.floats(25, 241), st.sampled_from(sorted(SCALES)), st.integers(0, 40))
def test_so_many_notes_really_have_room(
    width: float, height: float, paper: str, words: int
) -> None:
    """Laid from the right edge, column by column, none covers a word or the line around."""
    zone = replace(SHORT, width=width, height=height, prompt=Words("Who? " * words, ""))
    scale, heading = SCALES[paper], heading_of(zone)
    right, bottom = width * scale, height * scale
    laid = 0
    for column in range(1, int(right // 76) + 1):
        left = right - column * 76
        top = 0.0 if left >= heading.right * scale else heading.bottom * scale
        laid += max(int((bottom - top) // 76), 0)

    assert 0 <= notes_in(zone, paper) <= laid
