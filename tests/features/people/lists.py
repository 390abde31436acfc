"""Lists of nominees, said as short as a spreadsheet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bootcamp_app.features.people.nominees import understand

if TYPE_CHECKING:
    from bootcamp_app.features.people.nominees import Understood

TODAY = date(2026, 3, 2)


def understood(
    *rows: list[Any], first_row: int = 1, wanted: dict[str, str] | None = None
) -> Understood:
    """Read a list on 2 March 2026."""
    return understand(rows, wanted or {}, TODAY, first_row=first_row)


def fields(*rows: list[Any]) -> list[dict[str, Any]]:
    """Give what each row of a list says."""
    return [nominee.fields for nominee in understood(*rows).nominees]
