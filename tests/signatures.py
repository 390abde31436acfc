"""Signatures as they arrive: photographed on grey paper that is darker on one side, or scanned."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from tests.logos import packed

_SIZE = (900, 500)
_WAY = [(200, 300), (300, 180), (380, 340), (470, 200), (560, 330), (700, 220)]


def photo(*, is_written: bool = True) -> bytes:
    """Give a phone's JPEG of a signature, with its uneven light and its noise."""
    width, height = _SIZE
    across = np.linspace(226, 168, width)[None, :]
    down = np.linspace(0, 14, height)[:, None]
    noise = np.random.default_rng(7).normal(0, 3, (height, width))
    paper = Image.fromarray(np.clip(across - down + noise, 0, 255).astype(np.uint8)).convert("RGB")
    if is_written:
        ImageDraw.Draw(paper).line(_WAY, fill=(28, 36, 92), width=7, joint="curve")
    return packed(paper, "JPEG", quality=88)


def scan() -> bytes:
    """Give a scanner's PNG of a signature on white."""
    paper = Image.new("RGB", _SIZE, "white")
    ImageDraw.Draw(paper).line(_WAY, fill=(10, 10, 60), width=6, joint="curve")
    return packed(paper)
