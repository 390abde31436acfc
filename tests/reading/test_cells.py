"""Raw cells become what a person means, and rows one tidy table."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.reading.cells import Cell, tidy, trimmed

cells = st.sampled_from(["", " ", "Dara", 1, 0, None, False])


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (1985.0, 1985),
        (-3.0, -3),
        (1.5, 1.5),
        (1e300, 1e300),
        (float("nan"), None),
        (float("inf"), None),
        ("", None),
        (" \u200b\u00a0", None),
        ("#N/A", None),
        (" Dara ", " Dara "),
        (True, True),
        (0, 0),
        (date(2026, 11, 3), date(2026, 11, 3)),
        (time(8, 30), time(8, 30)),
        (timedelta(hours=26, minutes=5), "26:05:00"),
        (object, None),
    ],
)
def test_a_cell_is_what_a_person_means_by_it(raw: object, meant: Cell) -> None:
    assert tidy(raw) == meant
    assert type(tidy(raw)) is type(meant)


@settings(deadline=None)
@given(st.lists(st.lists(cells, max_size=5), max_size=8))
def test_trimming_loses_no_value_and_leaves_no_empty_edge(rows: list[list[Cell]]) -> None:
    table, first = trimmed(rows, "names.csv")

    values = [tidy(cell) for row in rows for cell in row]
    assert [cell for row in table for cell in row if cell is not None] == [
        value for value in values if value is not None
    ]
    assert len({len(row) for row in table}) <= 1
    if table:
        columns = list(zip(*table, strict=True))
        edges = [table[0], table[-1], columns[0], columns[-1]]
        assert all(any(cell is not None for cell in edge) for edge in edges)
        assert any(tidy(cell) is not None for cell in rows[first - 1])


def test_trimming_twice_changes_nothing_more() -> None:
    once, _ = trimmed([[], ["", "Dara", ""], [""], ["", "", "Sok"], []], "names.csv")

    assert trimmed(once, "names.csv") == (once, 1)
    assert once == [["Dara", None], [None, None], [None, "Sok"]]
