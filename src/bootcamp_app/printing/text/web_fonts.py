"""The house fonts for a browser: one weight, and only the letters that a page needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types

from bootcamp_app.printing.text.faces import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterable

_KA = ord("ក")


@dataclass(frozen=True)
class WebFont:
    """A TrueType file and the script it is for: `Latin` or `Khmer`."""

    name: str
    data: bytes = field(repr=False)


def web_fonts(weight: int, letters: Iterable[str]) -> list[WebFont]:
    """Give TrueType files that together have these letters, as browsers lay them out themselves."""
    wanted = {ord(sign) for sign in letters}
    files = []
    for face in HOUSE.faces(weight):
        mine = wanted & face.characters
        if not mine:
            continue
        request = hb.SubsetInput()
        request.flags = hb.SubsetFlags.NO_HINTING
        request.unicode_set.update(mine)
        for tag, value in face.location.items():
            request.pin_axis_location(face.opened, tag, value)
        name = "Khmer" if _KA in face.characters else "Latin"
        files.append(WebFont(name, bytes(hb.SubsetPlan(face.opened, request).execute().blob.data)))
    return files
