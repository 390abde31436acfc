"""PDF's own words for lines, areas, text and modules; all numbers in points."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from bootcamp_app.printing.qr import QrSymbol
    from bootcamp_app.printing.shapes import Stroke

Point = tuple[float, float]
_ROUND = 0.5523  # how far a Bézier handle reaches to look like a quarter of a circle


@cache
def colour(value: str) -> str:
    """Give the three numbers of a colour written as #RRGGBB."""
    if len(value) != 7 or value[0] != "#":
        raise ValueError(f"not a colour: {value}")
    return " ".join(f"{int(value[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))


def number(value: float) -> str:
    """Give a number as PDF wants it; a thousandth of a point is finer than any printer."""
    return f"{value:.3f}"


def numbers(*values: float) -> str:
    """Give several numbers with spaces between."""
    return " ".join([f"{value:.3f}" for value in values])


def painted(outline: str, fill: str | None, stroke: Stroke | None) -> str:
    """Give the operators that fill and stroke an outline."""
    ink = [] if fill is None else [f"{colour(fill)} rg"]
    if stroke is not None:
        ink.append(_pen(stroke))
    if not ink:
        return ""
    how = {(True, False): "f", (False, True): "S", (True, True): "B"}
    return f"{' '.join(ink)} {outline} {how[fill is not None, stroke is not None]}"


def polyline(points: list[Point], *, closed: bool) -> str:
    """Give the outline through the points."""
    first, *rest = points
    steps = " ".join(f"{numbers(*point)} l" for point in rest)
    return f"{numbers(*first)} m {steps}{' h' if closed else ''}"


def rectangle(left: float, bottom: float, width: float, height: float) -> str:
    """Give the outline of a rectangle."""
    return f"{numbers(left, bottom, width, height)} re"


def rounded(corner: Point, opposite: Point, radius: float) -> str:
    """Give the outline of a rectangle with round corners from its lower left to its upper right."""
    (left, bottom), (right, top) = corner, opposite
    r = min(radius, (right - left) / 2, (top - bottom) / 2)
    k = r * (1 - _ROUND)
    return " ".join(
        (
            f"{numbers(left + r, bottom)} m {numbers(right - r, bottom)} l",
            f"{numbers(right - k, bottom, right, bottom + k, right, bottom + r)} c",
            f"{numbers(right, top - r)} l",
            f"{numbers(right, top - k, right - k, top, right - r, top)} c",
            f"{numbers(left + r, top)} l",
            f"{numbers(left + k, top, left, top - k, left, top - r)} c",
            f"{numbers(left, bottom + r)} l",
            f"{numbers(left, bottom + k, left + k, bottom, left + r, bottom)} c h",
        )
    )


def modules(symbol: QrSymbol, corner: Point, side: float) -> str:
    """Give a QR symbol as one picture of one bit a module, which no reader smooths."""
    matrix = f"{number(side)} 0 0 {number(side)} {numbers(*corner)} cm"
    size = f"/W {symbol.count} /H {symbol.count}"
    # hexadecimal, for the operators are text; the page's own compression takes it back
    head = f"BI {size} /IM true /BPC 1 /D [1 0] /I false /F /AHx ID"
    return f"q {matrix} {head} {symbol.bits.hex().upper()}> EI Q"


def _pen(stroke: Stroke) -> str:
    dashes = numbers(*(length * POINTS for length in stroke.dash))
    return f"{colour(stroke.colour)} RG {number(stroke.width * POINTS)} w [{dashes}] 0 d"
