"""The pages of certificates as any maker of PDFs can draw them: texts, outlines, pictures, codes.

They are taken down while our own drawing draws them, so that all peers draw the same page. Sizes
and line breaks are therefore found already: the peers have no fitting to do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageOps

from bootcamp_app.printing.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.printing.paper import Align, Box, PageSize, Stroke, TextStyle
    from bootcamp_app.printing.picture import Picture
    from bootcamp_app.printing.qr import QrSymbol

Mark = dict[str, Any]


@dataclass
class Pages:
    """What stands on every page, and what on each of them."""

    width: float
    height: float
    fixed: list[Mark] = field(default_factory=list)
    own: list[list[Mark]] = field(default_factory=list)


class TakenDown(Paper):
    """A paper that takes down what is drawn on it; each code becomes a picture in a folder."""

    def __init__(self, size: PageSize, made_at: datetime, folder: Path) -> None:
        super().__init__(BytesIO(), title="", size=size, made_at=made_at)
        self._folder = folder
        self.taken = Pages(size.width, size.height)
        self._marks: list[Mark] = self.taken.fixed
        self._known: set[Hashable] = set()

    def page(self, size: PageSize | None = None) -> None:
        super().page(size)
        self._marks = []
        self.taken.own.append(self._marks)

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        self._marks.append(
            {
                "kind": "text",
                "x": x,
                "y": baseline,
                "text": text,
                "size": style.size,
                "weight": style.weight,
                "colour": style.colour,
                "tracking": style.tracking,
                "align": align,
            }
        )
        return super().text(x, baseline, text, style, align=align)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        self._outline("path", fill, stroke, points=list(points), closed=closed)

    def rect(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        radius: float = 0,
    ) -> None:
        place = {"x": box.x, "y": box.top, "width": box.width, "height": box.height}
        self._outline("rect", fill, stroke, **place, radius=radius)

    def image(self, picture: Picture | Path, box: Box) -> Box:
        raise NotImplementedError("the benchmark's layout has no pictures")

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        name = f"{len(self.taken.own)}.png"
        image = Image.frombytes("1", (symbol.count, symbol.count), symbol.bits)
        ImageOps.invert(image).save(self._folder / name)
        self._marks.append({"kind": "code", "x": x, "y": top, "side": side, "file": name})

    def stamp(self, key: Hashable, draw: Callable[[Paper], object]) -> None:
        if key in self._known:
            return
        self._known.add(key)
        before, self._marks = self._marks, self.taken.fixed
        draw(self)
        self._marks = before

    def _outline(self, kind: str, fill: str | None, stroke: Stroke | None, **shape: object) -> None:
        pen = stroke and {"colour": stroke.colour, "width": stroke.width, "dash": stroke.dash}
        self._marks.append({"kind": kind, "fill": fill, "stroke": pen, **shape})
