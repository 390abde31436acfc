"""Signatures on white paper, photographed or scanned: the ink alone, on nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.files import content
from bootcamp_app.reading.logos import MOST_FILE_BYTES, SIDE, logo_of, opened

if TYPE_CHECKING:
    from pathlib import Path

_INK, _PAPER = 90.0, 26.0
"""So much darker than the paper around it is ink for certain, and so little is paper still."""
_LIGHT = 40
_SPECK = 3
_MOST_SEEN = 0.6


def signature(path: Path) -> bytes:
    """Give the picture of a file as a signature; raises a Refusal where it is none."""
    return signature_of(content(path, MOST_FILE_BYTES), path.name)


def signature_of(data: bytes, name: str) -> bytes:
    """Give a PNG or JPEG in memory as a signature: a PNG of ink that lets paper through.

    What was see-through stays so. Raises a Refusal where there is no ink, or ink all over.
    """
    picture = opened(data, name)
    if picture.has_transparency_data and picture.getextrema()[-1] != (255, 255):
        return logo_of(data, name)
    picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return _inked(picture, name)


def _inked(picture: Image.Image, name: str) -> bytes:
    opaque = _opaque(picture)
    seen = opaque > 0
    if not seen.any():
        raise Refusal(
            "No signature is seen in {name}. Write it with a dark pen on white paper, then take "
            "the picture again.",
            name=name,
        )
    if seen.mean() > _MOST_SEEN:
        raise Refusal(
            "{name} shows no white paper around the signature. Take the picture again in even "
            "light, with white on all sides.",
            name=name,
        )
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    box = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    inked = picture.convert("RGB")
    inked.putalpha(Image.fromarray(opaque))
    buffer = io.BytesIO()
    inked.crop(box).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _opaque(picture: Image.Image) -> np.ndarray:
    """Give how much of each pixel is ink: as much as it is darker than the paper around it.

    A photograph's paper is grey, and darker on one side than on the other.
    """
    grey = picture.convert("L")
    small = grey.resize((max(1, grey.width // 8), max(1, grey.height // 8)), Image.Resampling.BOX)
    side = 2 * (min(_LIGHT, *small.size) // 2) + 1
    if side > 1:
        # The lightest nearby is paper: a stroke is thin.
        small = small.filter(ImageFilter.MaxFilter(min(side, 9))).filter(ImageFilter.BoxBlur(4))
    paper = np.asarray(small.resize(grey.size, Image.Resampling.BILINEAR), dtype=np.float32)
    calm = np.asarray(grey.filter(ImageFilter.MedianFilter(_SPECK)), dtype=np.float32)
    darker = np.minimum(paper - np.asarray(grey, dtype=np.float32), paper - calm + _PAPER)
    share = np.clip((darker - _PAPER) / (_INK - _PAPER), 0, 1)
    return np.asarray(share * 255, dtype=np.uint8)
