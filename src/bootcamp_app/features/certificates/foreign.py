"""Files of others, read with care: an institution's font, a signature, a picture for a layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.design_views import StoredFile
from bootcamp_app.printing.text import faces
from bootcamp_app.reading import fonts, signatures
from bootcamp_app.reading.logos import logo_of

if TYPE_CHECKING:
    from pathlib import Path


def own_font(path: Path) -> tuple[bytes, str]:
    """Give a font's content and the name it says of itself; refuse one that would not print."""
    data = fonts.font(path)
    return data, faces.family_of(faces.font_of(data, path.name))


def own_signature(path: Path) -> bytes:
    """Give the signature in the picture of a file."""
    return signatures.signature(path)


def checked_file(kind: str, title: str, data: bytes) -> StoredFile:
    """Give a file that came inside a layout, checked as if somebody had chosen it."""
    if kind == "font":
        fonts.font_of(data, title)
        return StoredFile("", kind, faces.family_of(faces.font_of(data, title)), data)
    if kind == "picture":
        return StoredFile("", kind, title, logo_of(data, title))
    raise Refusal("The layout brings a file of an unknown kind, “{kind}”.", kind=kind)
