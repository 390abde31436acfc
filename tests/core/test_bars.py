"""Bars are true to their numbers and stay within their room, whatever the numbers are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.bars import largest, lengths
from bootcamp_app.core.numbers import with_sign, written

NUMBERS = st.one_of(st.integers(0, 10**15), st.floats(0, 1e300))


@given(st.lists(NUMBERS, min_size=1, max_size=9), st.floats(0.5, 2000))
def test_bars_are_as_long_as_their_numbers_are_large(numbers: list[float], room: float) -> None:
    most = largest(numbers)

    found = [sum(lengths(number, [number], most, room)) for number in numbers]

    assert all(0 <= length <= room * 1.000001 for length in found)
    assert max(found) == pytest.approx(room if most else 0)
    ordered = sorted(zip(numbers, found, strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(ordered))
    for number, length in zip(numbers, found, strict=True):
        assert length == pytest.approx(room * (number / most) if most else 0)


@given(st.lists(st.one_of(st.none(), NUMBERS), max_size=6), NUMBERS, st.floats(0.5, 2000))
def test_parts_never_reach_beyond_the_bar(
    parts: list[float | None], rest: float, room: float
) -> None:
    number = sum(part or 0 for part in parts) + rest

    found = lengths(number, parts, number, room)

    assert len(found) == len(parts) + 1
    assert all(length >= 0 for length in found)
    assert sum(found) == pytest.approx(room if number else 0)


def test_what_is_hidden_is_the_end_of_a_bar() -> None:
    assert lengths(10, [4, None, 3], 20, 100) == (20, 0, 15, 15)


def test_a_bar_that_is_hidden_itself_has_no_length() -> None:
    assert lengths(None, [None, None], 20, 100) == (0, 0, 0)


def test_parts_that_are_a_hair_more_than_the_whole_fill_it() -> None:
    assert sum(lengths(0.3, [0.1, 0.2 + 1e-12], 0.3, 60)) == pytest.approx(60)


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "0"), (7.5, "7.5"), (1433, "1,433"), (10747.25, "10,747.25"), (3.0, "3"),
     (0.3333333, "0.33"), (1_000_000, "1,000,000")],
)  # fmt: skip
def test_numbers_are_written_as_people_read_them(number: float, told: str) -> None:
    assert written(number) == told


@pytest.mark.parametrize(("number", "told"), [(3, "+3"), (-1200.5, "−1,200.5"), (0, "0")])
def test_a_difference_says_which_way_it_goes(number: float, told: str) -> None:
    assert with_sign(number) == told
