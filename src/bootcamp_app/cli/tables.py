"""Tables for a terminal, in which Khmer lines up with Latin."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_GAP = "  "
_UNSEEN = {"Mn", "Me", "Cf"}


def lines_of(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Give a header and one line a row; nothing for no rows."""
    if not rows:
        return []
    names = list(rows[0])
    cells = [names, *([_text(row[name]) for name in names] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return [_line(row, widths) for row in cells]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_text, value))
    return "" if value is None else str(value)


def _width(text: str) -> int:
    return sum(unicodedata.category(char) not in _UNSEEN for char in text)
