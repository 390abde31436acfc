"""Certificate layouts: JSON in `resources/certificates`, in millimetres from the top left.

A part is `text` (x, baseline, width, text with {fields}, size, floor, weight, colour, align,
tracking, lines), `rule` (x1, y1, x2, y2, colour, width), `frame` (margin, colour, width),
`diamond` (x, y, side, colour) or `code` (x, top, side). Parts without fields are drawn once.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal

DEFAULT_LAYOUT = "official"


@cache
def layouts() -> dict[str, dict[str, Any]]:
    """Give every layout by its id."""
    return documents("certificates")


def layout(name: str) -> dict[str, Any]:
    """Give one layout, or refuse with the names of those that there are."""
    if name not in layouts():
        raise Refusal(
            "There is no layout “{name}”. Choose one of: {names}.",
            name=name,
            names=", ".join(layouts()),
        )
    return layouts()[name]
