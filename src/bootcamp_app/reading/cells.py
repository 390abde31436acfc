"""What a cell may hold, and how rows of raw cells become one tidy table within limits."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

Cell = str | int | float | bool | date | datetime | time | None

MOST_ROWS = 100_000
MOST_COLUMNS = 64
# Many columns of many rows would take more memory than a cheap laptop has to spare.
MOST_CELLS = 3_000_000
_LINES_A_ROW = 10
# Beyond this a spreadsheet's number is an estimate, and an int would pretend otherwise.
LARGEST_WHOLE_NUMBER = 10**18
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
SPREADSHEET_ERRORS = frozenset(
    (
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#BUSY!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#GETTING_DATA",
    )
)


def tidy(value: object) -> Cell:
    """Give the value as a person means it: nothing for blanks and #N/A, 1985 for 1985.0."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, bool | int | date | time):
        return value
    return _duration(value) if isinstance(value, timedelta) else None


def trimmed(rows: Iterable[Iterable[object]], name: str) -> tuple[list[list[Cell]], int]:
    """Give the rows without empty edges, equally long, and the first one's number from 1.

    Refuses more than MOST_ROWS rows, MOST_COLUMNS columns or MOST_CELLS cells of the file `name`.
    """
    kept: list[list[Cell]] = []
    first = 1
    filled = 0
    empty = 0
    for cells in map(_tidied, rows):
        if not cells:
            empty += 1
            continue
        if not kept:
            first += empty
            empty = 0
        _must_fit(len(kept) + empty + 1, MOST_ROWS, name)
        kept.extend([] for _ in range(empty))
        kept.append(cells)
        empty = 0
        filled += len(cells)
        if filled > MOST_CELLS:
            raise _too_full(name)
    return _squared(kept, name), first


def _text(value: str) -> str | None:
    blank = not value.strip().strip(INVISIBLE)
    return None if blank or value in SPREADSHEET_ERRORS else value


def _number(value: float) -> int | float | None:
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) <= LARGEST_WHOLE_NUMBER else value


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _tidied(row: Iterable[object]) -> list[Cell]:
    # Most cells are plain text and need no closer look.
    cells: list[Cell] = [
        value if value.__class__ is str and value[:1].isalnum() else tidy(value) for value in row
    ]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _squared(rows: list[list[Cell]], name: str) -> list[list[Cell]]:
    width = max(map(len, rows), default=0)
    margin = min((_margin(row) for row in rows if row), default=0)
    _must_fit_wide(width - margin, name)
    return [
        row if not margin and len(row) == width else _widened(row, margin, width) for row in rows
    ]


def _widened(row: list[Cell], margin: int, width: int) -> list[Cell]:
    return row[margin:] + [None] * (width - max(len(row), margin))


def _margin(row: list[Cell]) -> int:
    return next(place for place, cell in enumerate(row) if cell is not None)


def _must_fit(rows: int, most: int, name: str) -> None:
    if rows > most:
        raise Refusal(
            "{name} has more than {most} rows. Delete the rows that are not needed, or split it "
            "into several files.",
            name=name,
            most=f"{most:,}",
        )


def _too_full(name: str) -> Refusal:
    return Refusal(
        "{name} has more than {most} cells. Delete the columns that are not needed, then save it "
        "and try again.",
        name=name,
        most=f"{MOST_CELLS:,}",
    )


def must_have_few_lines(lines: int, name: str) -> None:
    """Refuse a text of so many lines that no list within the limits has them."""
    _must_fit(lines // _LINES_A_ROW, MOST_ROWS, name)


def _must_fit_wide(columns: int, name: str) -> None:
    if columns > MOST_COLUMNS:
        raise Refusal(
            "{name} has more than {most} columns. Delete the columns that are not needed, then "
            "save it and try again.",
            name=name,
            most=MOST_COLUMNS,
        )
