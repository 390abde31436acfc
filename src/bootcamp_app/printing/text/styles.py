"""How text looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bootcamp_app.printing.text.faces import HOUSE, Typeface

INK = "#1F2933"
_BELOW_MIDDLE = 0.388  # half of Noto Sans's ascent (1.069) less its descent (0.293)
_KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")


@dataclass(frozen=True)
class TextStyle:
    """Size in points, weight, colour, and extra space between letters as a share of the size."""

    size: float
    weight: int = 400
    colour: str = INK
    tracking: float = 0
    typeface: Typeface = HOUSE


def leading_of(text: str) -> float:
    """Give the height of a line as a share of the size: Khmer needs more than Latin."""
    return 1.85 if _KHMER.search(text) else 1.6


def first_baseline(leading: float) -> float:
    """Give how far below the top of a paragraph its first line stands, as a share of the size."""
    return leading / 2 + _BELOW_MIDDLE
