"""A worksheet that takes whole rows: what the library does a cell at a time, once a column.

The library calls a dozen functions for each cell. Here the beginning of a cell is made once for its
column, a text that comes again is not escaped again, and a row goes to the file as one text. All
else, also whatever is not usual about a cell, is left to the library.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xlsxwriter.format import Format

    from bootcamp_app.features.reports.views import Cell

_UNUSUAL = re.compile(r'[&<>"\x00-\x1f\ufffe\uffff]|^\s|\s$|_x[0-9a-fA-F]{4}_')
_REMEMBERED = 2048
_LONGEST = 32767
"""So many signs a cell of Excel holds."""


class Way:
    """How the cells of a column are written: found once and not for each of them."""

    def __init__(self, at: int, text: Format, number: Format) -> None:
        self.at = at
        self.is_wrapped = False
        """Whether its texts go over several lines."""
        self.begins = f'<c r="{xl_col_to_name(at)}'
        self.text = _look(text)
        self.number = _look(number)
        self.moments: Mapping[type, str] = {}
        self.states: Mapping[str, str] = {}
        self.inner: Callable[[str], str] = _inner

    def with_moments(self, looks: Mapping[type, Format]) -> Way:
        """Have days and moments look so, by their type."""
        self.moments = {kind: _look(look) for kind, look in looks.items()}
        return self

    def with_states(self, looks: Mapping[str, Format]) -> Way:
        """Have states look so."""
        self.states = {state: _look(look) for state, look in looks.items()}
        return self

    def saying(self, say: Callable[[str], str] | None) -> Way:
        """Have texts said in other words."""
        if say is not None:
            self.inner = lru_cache(_REMEMBERED)(lambda cell: _inner(say(cell)))
        return self


class StreamedSheet(Worksheet):  # type: ignore[misc] # the library carries no types
    """A worksheet of a workbook in constant memory."""

    def __init__(self) -> None:
        super().__init__()
        self.previous_row: int
        self.row_sizes: dict[int, list[float]]
        self._days: dict[object, str] = {}

    def write_cells(self, row: int, cells: Sequence[Cell], ways: Sequence[Way]) -> None:
        """Write a row, which must be below all that was written before."""
        number = str(row + 1)
        told = []
        for way, cell in zip(ways, cells, strict=True):
            if isinstance(cell, str):
                if not cell:
                    told.append(f"{way.begins}{number}{way.text}/>")
                    continue
                look = way.states.get(cell, way.text) if way.states else way.text
                told.append(
                    f'{way.begins}{number}{look} t="inlineStr"><is>{way.inner(cell)}</is></c>'
                )
            elif isinstance(cell, date):
                look = way.moments[cell.__class__]
                told.append(f"{way.begins}{number}{look}><v>{self._day(cell)}</v></c>")
            elif cell is None:
                told.append(f"{way.begins}{number}{way.text}/>")
            else:
                told.append(f"{way.begins}{number}{way.number}><v>{cell:.16G}</v></c>")
        self._begin(row, len(ways))
        self.fh.write(f"{''.join(told)}</row>")

    def _begin(self, row: int, width: int) -> None:
        # What lies ready of the row above comes first; this row is over when it is written.
        if self.previous_row < row:
            self._write_single_row(row)
        self._check_dimensions(row, 0)
        self._check_dimensions(row, width - 1)
        # How high a row is need not be known when it is written: there may be many.
        self._write_row(row, None, self.row_info.pop(row, None))
        self.row_sizes.pop(row, None)
        self.previous_row = row + 1

    def _day(self, moment: date) -> str:
        key = (moment.toordinal(), moment.time()) if isinstance(moment, datetime) else moment
        told = self._days.get(key)
        if told is None:
            told = f"{self._convert_date_time(moment):.16G}"
            if len(self._days) < _REMEMBERED:
                self._days[key] = told
        return told


def _look(look: Format) -> str:
    # The library gives formats their numbers when they are first used.
    return f'" s="{look._get_xf_index()}"'  # noqa: SLF001 - it has no other way to tell


@lru_cache(_REMEMBERED)
def _inner(text: str) -> str:
    """Give a text as it stands inside a cell."""
    if len(text) * 2 > _LONGEST:
        text = text.encode("utf-16-le")[: _LONGEST * 2].decode("utf-16-le", "ignore")
    if not _UNUSUAL.search(text):
        return f"<t>{text}</t>"
    return f'<t xml:space="preserve">{_escaped(text)}</t>'


def _escaped(text: str) -> str:
    controlled: str = Worksheet._escape_control_characters(text)  # noqa: SLF001 - as it escapes
    return controlled.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
