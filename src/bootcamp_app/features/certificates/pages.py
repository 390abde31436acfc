"""The sheets that certificates are printed on."""

from __future__ import annotations

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.units import A4, LETTER, PageSize

PAGES = {
    "A4-landscape": A4.landscape,
    "A4-portrait": A4,
    "Letter-landscape": LETTER.landscape,
    "Letter-portrait": LETTER,
}


def page_named(name: str) -> PageSize:
    """Give a sheet by its name, or refuse with the names of those that there are."""
    if name not in PAGES:
        raise Refusal(
            "There is no page “{name}”. Choose one of: {names}.", name=name, names=", ".join(PAGES)
        )
    return PAGES[name]
