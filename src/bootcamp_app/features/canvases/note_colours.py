"""The ground of a note on paper: always light, for the ink of all notes is dark."""

from __future__ import annotations

import re
from functools import lru_cache

from bootcamp_app.features.canvases.views import NOTE_COLOURS

_WRITTEN = re.compile("(#[0-9A-Fa-f]{6})(?:[0-9A-Fa-f]{2})?")
_DARKEST = 0.55


@lru_cache(maxsize=64)
def fill_of(colour: str) -> str:
    """Give the colour of a note by its name, or a lighter kind of one that another program gave.

    What is neither is yellow.
    """
    if colour in NOTE_COLOURS:
        return NOTE_COLOURS[colour]
    written = _WRITTEN.fullmatch(colour)
    if written is None:
        return NOTE_COLOURS["yellow"]
    found = written[1].upper()
    light = _lightness(found)
    return found if light >= _DARKEST else shaded(found, "#FFFFFF", (0.8 - light) / (1 - light))


@lru_cache(maxsize=64)
def shaded(colour: str, towards: str, share: float) -> str:
    """Give a colour moved by a share of the way towards another one."""
    pairs = zip(_parts(colour), _parts(towards), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02X}" for one, other in pairs)


def _lightness(colour: str) -> float:
    red, green, blue = _parts(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
