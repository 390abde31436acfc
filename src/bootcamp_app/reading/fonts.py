"""Font files that an institution brings: TrueType only, told from others by their beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import MEGABYTE, content

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 10_000_000
_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_OTHERS = (b"OTTO", b"ttcf", b"wOFF", b"wOF2")


def font(path: Path) -> bytes:
    """Give the content of a TrueType file; anything else is refused in words."""
    return font_of(content(path, 10 * MEGABYTE), path.name)


def font_of(data: bytes, name: str) -> bytes:
    """Give the content of a TrueType file in memory; the name is for the words of a refusal."""
    if len(data) > MOST_BYTES:
        raise Refusal(
            "The font {name} is larger than {most} million bytes. Choose a smaller one.",
            name=name,
            most=MOST_BYTES // 1_000_000,
        )
    if data.startswith(_OTHERS):
        raise Refusal(
            "{name} is a font of another kind. Choose its TrueType file, which ends in .ttf.",
            name=name,
        )
    if not data.startswith(_TRUETYPE):
        raise Refusal(
            "{name} is not a font. Choose a TrueType file, which ends in .ttf.", name=name
        )
    return data
