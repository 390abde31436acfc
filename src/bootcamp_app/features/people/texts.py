"""The cells of a table as texts, whatever a spreadsheet keeps in them. No database."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bootcamp_app.core.khmer import is_blank

Row = list[Any]
_EMPTY = (None, "")


def text_of(cell: object) -> str:
    """Give what a cell shows, on one line; empty where it shows nothing."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        if cell[:1].isalnum() and "\0" not in cell:
            return " ".join(cell.split())
        if is_blank(cell):
            return ""
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        cell = cell.date()
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    # No engine keeps NUL in a text.
    return " ".join(str(cell).replace("\0", "").split())


def text_at(row: Row, index: int) -> str:
    """Give the text of one cell of a row that may be shorter."""
    return text_of(row[index]) if index < len(row) else ""


def says_something(row: Row) -> bool:
    """Say whether a row is about somebody: not empty, nor tags of a form, as #name."""
    for cell in row:
        if cell not in _EMPTY:
            if not isinstance(cell, str) or cell[0].isalnum():
                return True
            break
    texts = [text for cell in row if (text := text_of(cell))]
    return not all(text.startswith(("#", '{"ImportId"')) and len(text) > 1 for text in texts)
