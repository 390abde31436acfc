"""Tables for a terminal, in which Khmer lines up with Latin."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.views import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HEADINGS = {
    "id": N_("Id"),
    "title": N_("Title"),
    "title_km": N_("Title (Khmer)"),
    "name_km": N_("Name in Khmer"),
    "name_en": N_("Name in Latin letters"),
    "sex": N_("Sex"),
    "organisation": N_("Organisation"),
    "sector": N_("Sector"),
    "province": N_("Province"),
    "phone": N_("Phone"),
    "status": N_("Status"),
    "badge_code": N_("Badge"),
    "starts_at": N_("From"),
    "ends_at": N_("Until"),
    "starts_on": N_("From"),
    "ends_on": N_("Until"),
    "facilitator": N_("Facilitator"),
    "purpose": N_("Purpose"),
    "minutes": N_("Minutes"),
    "place": N_("Place"),
    "bytes": N_("Bytes"),
    "at": N_("When"),
    "items": N_("Items on it"),
    "who": N_("Who"),
    "why": N_("Why"),
    "people": N_("People"),
    "participations": N_("Participations"),
    "attendance_events": N_("Check-ins"),
    "person_id": N_("Id of the person"),
    "participation_id": N_("Id of the participation"),
    "bootcamp": N_("Bootcamp"),
    "days": N_("Days"),
    "hours": N_("Hours"),
    "checksum": N_("Checksum"),
    "is_intact": N_("Unchanged"),
    "second": N_("Second place"),
    "file": N_("File"),
    "key": N_("Group key"),
    "code": N_("Code"),
    "donors": N_("Donors"),
    "bootcamps": N_("Bootcamps"),
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
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, str) and value in WORDS:
        return _(WORDS[value])
    if isinstance(value, list | tuple):
        return ", ".join(map(_text, value))
    return "" if value is None else str(value)


def _width(text: str) -> int:
    return sum(unicodedata.category(char) not in _UNSEEN for char in text)
