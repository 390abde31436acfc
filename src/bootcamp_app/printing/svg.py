"""A picture of vectors with real text, which looks the same anywhere and asks no network."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from bootcamp_app.printing.images import shape_of
from bootcamp_app.printing.shapes import inside
from bootcamp_app.printing.svg_fonts import family_of, font_rules
from bootcamp_app.printing.svg_shapes import SvgShapes
from bootcamp_app.printing.text.faces import HOUSE
from bootcamp_app.printing.text.itemising import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.printing.qr import QrSymbol
    from bootcamp_app.printing.shapes import Box
    from bootcamp_app.printing.text.faces import Face
    from bootcamp_app.printing.text.styles import TextStyle
    from bootcamp_app.printing.units import PageSize

# What XML cannot hold, whatever is written before it.
_IMPOSSIBLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class SvgPaper(SvgShapes):
    """Draws one page in millimetres, as `Paper` does; `finish` gives the file."""

    digits = 3

    def __init__(self, title: str, size: PageSize) -> None:
        super().__init__()
        self._title = title
        self._size = size
        self._pictures: dict[bytes, str] = {}
        self._letters: dict[Face, set[str]] = defaultdict(set)

    def letters(self, text: str, style: TextStyle) -> str:
        """Give a text that the file can hold; its letters are written into the file."""
        said = _IMPOSSIBLE.sub("\ufffd", text)
        for run in runs_of(said, style.typeface, style.weight):
            self._letters[run.face].update(run.drawn)
        return escape(said, quote=False)

    def weight(self, style: TextStyle) -> str:
        """Say how heavy letters are; the file brings every weight that it shows."""
        return f' font-weight="{style.weight}"'

    def photo(self, data: bytes, box: Box) -> Box:
        """Draw a PNG or JPEG as large as the box allows; raises a Refusal for any other."""
        place = inside(box, shape_of(data, ""))
        name = self._pictures.setdefault(data, f"p{len(self._pictures) + 1}")
        self.drawn.append(
            f'<use href="#{name}" transform="translate({self.number(place.x)}'
            f' {self.number(place.top)}) scale({place.width:.6f} {place.height:.6f})"/>'
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
        place = f"translate({self.number(x)} {self.number(top)}) scale({module:.6f})"
        self.drawn.append(
            f'<path fill="#000" shape-rendering="crispEdges" transform="{place}" d="{path}"/>'
        )

    def finish(self) -> bytes:
        """Give the whole file."""
        width, height = self.number(self._size.width), self.number(self._size.height)
        held = "".join(_image(name, data) for data, name in self._pictures.items())
        ground = f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"'
            f' viewBox="0 0 {width} {height}">'
            f"<title>{escape(_IMPOSSIBLE.sub('', self._title))}</title>"
            f"<style>{font_rules(self._letters)}text{{font-family:{_families()};"
            f"white-space:pre;text-rendering:geometricPrecision}}</style><defs>{held}</defs>"
            f"{ground}{''.join(self.drawn)}</svg>\n"
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
