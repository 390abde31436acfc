"""Foreign tables: CSV, TSV, XLSX, XLSM, XLSB, XLS and ODS become rows of plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.cells import Cell
from bootcamp_app.reading.delimited import rows_of
from bootcamp_app.reading.encodings import EncodingPreview, EncodingUnclear
from bootcamp_app.reading.files import MEGABYTE, content
from bootcamp_app.reading.kinds import is_workbook
from bootcamp_app.reading.workbooks import read_in_child

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Cell", "EncodingPreview", "EncodingUnclear", "Table", "read_table"]

MOST_BYTES = 64 * MEGABYTE


@dataclass(frozen=True)
class Table:
    """A sheet without empty edges; every row is equally long, an empty cell is None.

    `first_row` is the number that the spreadsheet shows beside `rows[0]`; `alike` are the other
    sheets that look like lists of people, where nobody chose this one.
    """

    sheet: str
    sheets: tuple[str, ...]
    rows: list[list[Cell]]
    first_row: int = 1
    alike: tuple[str, ...] = ()

    @property
    def like_people(self) -> tuple[str, ...]:
        """The sheets that look like lists of people, this one among them, in their order."""
        return tuple(name for name in self.sheets if name == self.sheet or name in self.alike)


def read_table(path: Path, *, sheet: str | None = None, encoding: str | None = None) -> Table:
    """Give the sheet of that name, or else the one most like a list of people; refuse in words.

    `encoding` is how text that is not Unicode is to be read; without it such text raises
    EncodingUnclear, which shows how it may read.
    """
    _must_not_be_numbers(path)
    data = content(path, MOST_BYTES)
    is_book = is_workbook(data, path.name)
    table = _workbook(path, sheet) if is_book else _text(data, path, encoding)
    if not table.rows:
        raise Refusal(
            "{name} has no rows. Choose the file, or the sheet of it, that holds the list.",
            name=path.name,
        )
    return table


def _must_not_be_numbers(path: Path) -> None:
    if path.suffix.lower() == ".numbers" and path.is_dir():
        raise Refusal(
            "{name} is an Apple Numbers file. Open it in Numbers, export it to Excel (XLSX), then "
            "choose that file.",
            name=path.name,
        )


def _workbook(path: Path, sheet: str | None) -> Table:
    answer = read_in_child(path, sheet)
    return Table(answer.sheet, answer.sheets, answer.rows, answer.first_row, answer.alike)


def _text(data: bytes, path: Path, encoding: str | None) -> Table:
    rows, first_row = rows_of(data, path.name, encoding)
    return Table(path.stem, (path.stem,), rows, first_row)
