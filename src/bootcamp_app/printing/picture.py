"""A picture as a PDF holds it. Unpacking one is in `images`, which is heavy to import."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Picture:
    """JPEG, or packed rows of grey or RGB, and how opaque it is."""

    width: int
    height: int
    colours: int
    data: bytes
    is_jpeg: bool = False
    mask: Picture | None = None
