"""Tables for a terminal, in which Khmer lines up with Latin."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.views import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADINGS = {
    "id": N_("id"),
    "title": N_("title"),
    "title_km": N_("title (Khmer)"),
    "name_km": N_("name (Khmer)"),
    "name_en": N_("name (Latin)"),
    "sex": N_("sex"),
    "organisation": N_("organisation"),
    "sector": N_("sector"),
    "province": N_("province"),
    "phone": N_("phone"),
    "status": N_("status"),
    "badge_code": N_("badge"),
    "starts_at": N_("from"),
    "ends_at": N_("until"),
    "starts_on": N_("from"),
    "ends_on": N_("until"),
    "purpose": N_("purpose"),
    "minutes": N_("minutes"),
}
_GAP = "  "
_UNSEEN = {"Mn", "Me", "Cf"}


def lines_of(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Give a header and one line a row; nothing for no rows."""
    if not rows:
        return []
    # An id is long and for copying; what a person reads comes first.
    names = sorted(rows[0], key=lambda name: name == "id")
    heading = [_(HEADINGS[name]) if name in HEADINGS else name for name in names]
    cells = [heading, *([_text(row[name]) for name in names] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return [_line(row, widths) for row in cells]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _text(value: object) -> str:
    if isinstance(value, str) and value in WORDS:
        return _(WORDS[value])
    return "" if value is None else str(value)


def _width(text: str) -> int:
    return sum(unicodedata.category(char) not in _UNSEEN for char in text)
