"""Row numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.attendance.row_numbers import rows_of

MOST = 20


@pytest.mark.parametrize(
    "text",
    [
        "1-4, 17",
        "១-៤, ១៧",
        "1–4;17",
        " 1 — 4 ;\n17 ",
        "17 1 2 3 4",
        "1 to 4 and 17",
        "១ ដល់ ៤ និង ១៧",
        "1-2, 3-4, 17,",
        "1\u200b-\u200b4,\u200e17",
        "1−4、17",
        "01-04 & 017",
    ],
)
def test_numbers_and_spans_are_read_as_people_write_them(text: str) -> None:
    read = rows_of(text, MOST)

    assert (read.rows, read.beyond, read.notes) == ((1, 2, 3, 4, 17), (), ())


@pytest.mark.parametrize(
    ("text", "rows", "notes"),
    [
        ("4-1", (1, 2, 3, 4), ["4–1 is read as 1–4."]),
        ("1-3, 2-4", (1, 2, 3, 4), ["Some rows are named twice; each counts once."]),
        ("5, 5", (5,), ["Some rows are named twice; each counts once."]),
        ("18-22", (18, 19, 20), ["Not on this list, which has rows 1 to 20: 21–22."]),
        ("0, 3, 99", (3,), ["Not on this list, which has rows 1 to 20: 0, 99."]),
        ("1-999999999", tuple(range(1, 21)),
         ["Not on this list, which has rows 1 to 20: 21–999999999."]),
    ],
)  # fmt: skip
def test_what_is_odd_is_said_in_words(text: str, rows: tuple[int, ...], notes: list[str]) -> None:
    read = rows_of(text, MOST)

    assert (read.rows, [str(note) for note in read.notes]) == (rows, notes)


@pytest.mark.parametrize("text", ["", " , ", "x", "1-", "-3", "1-2-3", "3.5", "1" * 10, "1-\udcff"])
def test_what_is_no_number_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        rows_of(text, MOST)

    assert "such as 1-14, 17" in str(refused.value)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=8))
def test_any_spans_mean_each_row_of_the_list_once_in_either_digits(
    spans: list[tuple[int, int]],
) -> None:
    text = ", ".join(f"{first}-{last}" for first, last in spans)
    meant = {number for a, b in spans for number in range(min(a, b), max(a, b) + 1)}

    read = rows_of(text, MOST)

    beyond = {number for first, last in read.beyond for number in range(first, last + 1)}
    assert read.rows == tuple(sorted(number for number in meant if 1 <= number <= MOST))
    assert beyond == {number for number in meant if not 1 <= number <= MOST}
    assert rows_of(khmer_digits(text), MOST).rows == read.rows
