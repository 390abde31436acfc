"""A picture of vectors with real text, which looks the same anywhere and asks no network."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from bootcamp_app.printing.images import shape_of
from bootcamp_app.printing.shapes import Box
from bootcamp_app.printing.svg_fonts import family_of, font_rules
from bootcamp_app.printing.text.faces import HOUSE
from bootcamp_app.printing.text.itemising import runs_of
from bootcamp_app.printing.text.shaping import measure
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.printing.qr import QrSymbol
    from bootcamp_app.printing.shapes import Align, Stroke
    from bootcamp_app.printing.text.faces import Face
    from bootcamp_app.printing.text.styles import TextStyle
    from bootcamp_app.printing.units import PageSize

_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}
# What XML cannot hold, whatever is written before it.
_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class SvgPaper:
    """Draws one page in millimetres, as `Paper` does; `finish` gives the file."""

    def __init__(self, title: str, size: PageSize) -> None:
        self._title = title
        self._size = size
        self._drawn: list[str] = []
        self._pictures: dict[bytes, str] = {}
        self._letters: dict[Face, set[str]] = defaultdict(set)

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        """Draw one line; x is its left end, middle or right end. Gives the width."""
        said = _IMPOSSIBLE.sub("\ufffd", text)
        for run in runs_of(said, style.typeface, style.weight):
            self._letters[run.face].update(run.drawn)
        self._drawn.append(
            f'<text x="{_n(x)}" y="{_n(baseline)}" font-size="{_n(style.size / POINTS)}"'
            f' font-weight="{style.weight}" fill="{style.colour}"{_ANCHORS[align]}>'
            f"{escape(said, quote=False)}</text>"
        )
        return measure(text, style)

    def rect(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, its corners rounded if a radius is given."""
        corner = f' rx="{_n(min(radius, box.width / 2, box.height / 2))}"' if radius else ""
        self._drawn.append(f"<rect {_placed(box)}{corner}{_ink(fill, stroke)}/>")

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines through the points, or the area they enclose."""
        kind = "polygon" if closed else "polyline"
        said = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._drawn.append(f'<{kind} points="{said}"{_ink(fill, stroke)}/>')

    def photo(self, data: bytes, box: Box) -> Box:
        """Draw a PNG or JPEG as large as the box allows; raises a Refusal for any other."""
        shape = shape_of(data, "")
        width = min(box.width, box.height * shape)
        height = width / shape
        left, top = box.x + (box.width - width) / 2, box.top + (box.height - height) / 2
        place = Box(left, top, width, height)
        name = self._pictures.setdefault(data, f"p{len(self._pictures) + 1}")
        self._drawn.append(
            f'<use href="#{name}" transform="translate({_n(left)} {_n(top)})'
            f' scale({width:.6f} {height:.6f})"/>'
        )
        return place

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        """Draw a QR symbol in black, each row of dark modules as one piece."""
        module = side / symbol.count
        path = "".join(
            f"M{start} {row}h{end - start}v1H{start}z"
            for row, line in enumerate(symbol.modules)
            for start, end in _dark(line)
        )
        place = f"translate({_n(x)} {_n(top)}) scale({module:.6f})"
        self._drawn.append(
            f'<path fill="#000" shape-rendering="crispEdges" transform="{place}" d="{path}"/>'
        )

    def finish(self) -> bytes:
        """Give the whole file."""
        width, height = _n(self._size.width), _n(self._size.height)
        held = "".join(_image(name, data) for data, name in self._pictures.items())
        ground = f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
            f' viewBox="0 0 {width} {height}">'
            f"<title>{escape(_IMPOSSIBLE.sub('', self._title))}</title>"
            f"<style>{font_rules(self._letters)}text{{font-family:{_families()};"
            f"white-space:pre;text-rendering:geometricPrecision}}</style><defs>{held}</defs>"
            f"{ground}{''.join(self._drawn)}</svg>\n"
        ).encode()


def _families() -> str:
    own = [f"'{family_of(face)}'" for face in HOUSE.faces(400)]
    return ",".join([*own, "'Noto Sans'", "'Noto Sans Khmer'", "sans-serif"])


def _image(name: str, data: bytes) -> str:
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    # One unit wide and high; who uses it says how large it is.
    return (
        f'<image id="{name}" width="1" height="1" preserveAspectRatio="none"'
        f' href="data:image/{kind};base64,{b64encode(data).decode("ascii")}"/>'
    )


def _dark(line: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at, is_dark in enumerate(line):
        if is_dark and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif is_dark:
            runs.append((at, at + 1))
    return runs


def _placed(box: Box) -> str:
    return f'x="{_n(box.x)}" y="{_n(box.top)}" width="{_n(box.width)}" height="{_n(box.height)}"'


def _ink(fill: str | None, stroke: Stroke | None) -> str:
    said = f' fill="{fill or "none"}"'
    if stroke is not None:
        dash = " ".join(_n(length) for length in stroke.dash)
        said += f' stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}"'
        said += f' stroke-dasharray="{dash}"' if dash else ""
    return said


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
