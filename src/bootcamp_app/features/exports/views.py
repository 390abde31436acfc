"""What is exported: a sheet of rows, whatever kind of file it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Cell = str | int | float | date | datetime | None
Progress = Callable[[int, int], None]
"""Hears how many rows of how many are done."""

STEP = 500
"""After how many rows that is told again."""


@dataclass(frozen=True)
class Column:
    """One column: its name for programs, its title for people, and whether it names somebody.

    `say` turns a cell that is the same in every language into words.
    """

    name: str
    title: str
    is_personal: bool = False
    say: Callable[[str], str] | None = None

    def in_words(self, cell: Cell) -> Cell:
        """Give a cell as people read it, in the language in use."""
        return self.say(cell) if self.say and isinstance(cell, str) else cell


@dataclass(frozen=True)
class Sheet:
    """A title, columns, and rows with one cell a column."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    expected: int = 0
    """How many rows there will be, where that is known before."""

    def telling(self, progress: Progress) -> Sheet:
        """Give the sheet that tells how far it was written; the listener may raise Cancelled."""
        return replace(self, rows=_told(self.rows, self.expected, progress))

    def in_words(self) -> Iterator[tuple[Cell, ...]]:
        """Give the rows as people read them, in the language in use."""
        for row in self.rows:
            cells = zip(self.columns, row, strict=True)
            yield tuple(column.in_words(cell) for column, cell in cells)

    def without_personal_data(self) -> Sheet:
        """Give the sheet without the columns that say who somebody is."""
        kept = [index for index, column in enumerate(self.columns) if not column.is_personal]
        return Sheet(
            self.title,
            tuple(self.columns[index] for index in kept),
            (tuple(row[index] for index in kept) for row in self.rows),
            self.expected,
        )


@dataclass(frozen=True)
class ExportFormat:
    """A kind of file; `write` fills a path with a sheet and gives the number of rows."""

    id: str
    title: str
    suffix: str
    write: Callable[[Sheet, Path], int]


def _told(
    rows: Iterable[tuple[Cell, ...]], of: int, progress: Progress
) -> Iterator[tuple[Cell, ...]]:
    for done, row in enumerate(rows):
        if done % STEP == 0:
            progress(done, of)
        yield row
    progress(of, of)
