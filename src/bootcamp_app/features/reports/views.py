"""What is reported: tables of rows with what stands above them, whatever file it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal

from bootcamp_app.core.i18n import words
from bootcamp_app.core.khmer import khmer_digits

Cell = str | int | float | date | datetime | None
Progress = Callable[[int, int], None]
"""Hears how many rows of how many are done."""
ColumnKind = Literal["text", "number", "hours", "percent", "state", "phone"]

_REMEMBERED = 512
STEP = 500
"""After how many rows that is told again."""


def silent(done: int, of: int) -> None:
    """Hear how far something is, and do nothing of it."""


@dataclass(frozen=True)
class Column:
    """One column: its name for programs, its title for people, and whether it names somebody.

    `say` turns a cell that is the same in every language into words. A cell of a percent is
    from 0 to 1; one of a state is `present`, `late`, `excused`, `absent` or `not_yet`.
    """

    name: str
    title: str
    is_personal: bool = False
    say: Callable[[str], str] | None = field(default=None, repr=False)
    kind: ColumnKind = "text"

    def in_words(self, cell: Cell) -> Cell:
        """Give a cell as people read it, in the language in use."""
        return self.say(cell) if self.say and isinstance(cell, str) else cell

    def said_soon(self) -> Callable[[Any], str] | None:
        """Give `say` as it is for long lists, where the same few cells come again and again."""
        return lru_cache(_REMEMBERED)(self.say) if self.say else None


@dataclass(frozen=True)
class Sheet:
    """A title, columns, and rows with one cell a column.

    Rows may be read from the workspace as they are written, and then only once.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    expected: int = 0
    """How many rows there will be, where that is known before."""
    name: str = "rows"
    """What programs call it: small letters and hyphens, one of its kind in a report."""
    frozen: int = 0
    """So many columns, from the first on, stay in sight where the sheet is wide."""
    totals: tuple[tuple[Cell, ...], ...] = ()
    """Sums that stand below the rows and are none of them; files for programs leave them out."""

    def telling(self, progress: Progress) -> Sheet:
        """Give the sheet that tells how far it was written; the listener may raise Cancelled."""
        return replace(self, rows=_told(self.rows, self.expected, progress))

    def in_words(self) -> Iterator[tuple[Cell, ...]]:
        """Give the rows as people read them, in the language in use."""
        says = [column.said_soon() for column in self.columns]
        for row in self.rows:
            yield tuple(
                say(cell) if say and cell.__class__ is str else cell
                for say, cell in zip(says, row, strict=True)
            )

    def without_personal_data(self) -> Sheet:
        """Give the sheet without the columns that say who somebody is."""
        kept = [index for index, column in enumerate(self.columns) if not column.is_personal]
        if len(kept) == len(self.columns):
            return self
        return replace(
            self,
            columns=tuple(self.columns[index] for index in kept),
            rows=(tuple(row[index] for index in kept) for row in self.rows),
            frozen=sum(index < self.frozen for index in kept),
            totals=tuple(tuple(row[index] for index in kept) for row in self.totals),
        )


@dataclass(frozen=True)
class Fact:
    """A line of a cover: what it is, and what it says; already in the language in use."""

    name: str
    title: str
    value: Cell
    is_share: bool = False
    """Whether it is a part of 1 that people read as percent."""

    @property
    def said(self) -> Cell:
        """What people read where there are texts only."""
        if self.is_share and isinstance(self.value, float):
            said = f"{100 * self.value:.0f} %"
            return khmer_digits(said) if words.language == "km" else said
        return self.value


@dataclass(frozen=True)
class Chart:
    """A drawing of the numbers of one sheet: a bar for each row, in the order of the rows.

    Several series stand beside each other, or on each other where it is stacked.
    """

    title: str
    sheet: str
    """The name of the sheet."""
    label: str
    """The name of the column with what a bar is."""
    series: tuple[str, ...]
    """The names of the columns with the numbers."""
    is_stacked: bool = False


@dataclass(frozen=True)
class Report:
    """One or more sheets, what stands on the cover, and drawings of the numbers."""

    name: str
    """What programs call it: small letters and hyphens."""
    title: str
    sheets: tuple[Sheet, ...]
    facts: tuple[Fact, ...] = ()
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()
    """The rules by which it was counted, a sentence each."""
    logos: tuple[bytes, ...] = ()
    """Those of donors and partners for the cover, as PNG."""

    @classmethod
    def of(cls, sheet: Sheet) -> Report:
        """Give a report of one sheet."""
        return cls(sheet.name, sheet.title, (sheet,))

    @property
    def expected(self) -> int:
        """How many rows there will be in all."""
        return sum(sheet.expected for sheet in self.sheets)

    def without_personal_data(self) -> Report:
        """Give the report without the columns that say who somebody is, nor drawings of them."""
        sheets = tuple(one.without_personal_data() for one in self.sheets)
        left = {(sheet.name, column.name) for sheet in sheets for column in sheet.columns}
        charts = tuple(
            one
            for one in self.charts
            if all((one.sheet, name) in left for name in (one.label, *one.series))
        )
        return replace(self, sheets=sheets, charts=charts)

    def telling(self, progress: Progress) -> Report:
        """Give the report that tells how far it was written; the listener may raise Cancelled."""
        of = self.expected
        before, sheets = 0, []
        for sheet in self.sheets:
            sheets.append(sheet.telling(_from(before, of, progress)))
            before += sheet.expected
        return replace(self, sheets=tuple(sheets))


@dataclass(frozen=True)
class Choice:
    """For whom and how a report is made; what a kind does not ask for is left out of account.

    Bootcamps, sessions and the programme are ids; none means all. The days are in local time.
    """

    bootcamps: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    programme: str = ""
    first: date | None = None
    last: date | None = None
    with_personal_data: bool = True
    options: Mapping[str, str] = field(default_factory=dict)
    """What the kind asks besides, by the name of its option."""


@dataclass(frozen=True)
class Option:
    """Something that a kind of report asks besides: one of some values, `yes` or `no` for a switch.

    Titles are messages of the catalogue.
    """

    name: str
    title: str
    values: tuple[tuple[str, str], ...]
    """Value and title, the usual one first."""
    is_for_paper: bool = False
    """Whether it changes nothing in tables."""

    def of(self, choice: Choice) -> str:
        """Give what was chosen, or what is usual."""
        chosen = choice.options.get(self.name, "")
        known = [value for value, _title in self.values]
        return chosen if chosen in known else known[0]


def _from(before: int, of: int, progress: Progress) -> Progress:
    return lambda done, _of: progress(before + done, of)


def _told(
    rows: Iterable[tuple[Cell, ...]], of: int, progress: Progress
) -> Iterator[tuple[Cell, ...]]:
    done = 0
    for done, row in enumerate(rows):
        if done % STEP == 0:
            progress(done, of)
        yield row
    progress(of, of)
