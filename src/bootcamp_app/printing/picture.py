"""A picture as a PDF holds it. Unpacking one is in `images`, which is heavy to import."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

_ALL = b"\xff"


@dataclass(frozen=True, eq=False)
class Picture:
    """JPEG, or packed rows of grey or RGB, and how opaque it is."""

    width: int
    height: int
    colours: int
    data: bytes
    is_jpeg: bool = False
    mask: Picture | None = None

    def faded(self, strength: float) -> Picture:
        """Give it so strong and no stronger, from 0 to 1, as a watermark behind text is."""
        if strength >= 1:
            return self
        opaque = zlib.decompress(self.mask.data) if self.mask else _ALL * (self.width * self.height)
        weaker = opaque.translate(bytes(round(value * strength) for value in range(256)))
        mask = Picture(self.width, self.height, 1, zlib.compress(weaker))
        return replace(self, mask=mask)
