"""The drawing surface of every room: millimetres from the top left, text on its baseline."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from math import cos, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import words
from bootcamp_app.printing import operators
from bootcamp_app.printing.pdf import Imprint, PdfFile
from bootcamp_app.printing.picture import Picture
from bootcamp_app.printing.shapes import HAIRLINE, Align, Box, Column, Span, Stroke, inside, shift
from bootcamp_app.printing.text.breaking import lines_of
from bootcamp_app.printing.text.fitting import (
    TextDoesNotFit,
    cut_to,
    filling_size,
    fitted_size,
    two_lines,
)
from bootcamp_app.printing.text.itemising import missing_characters
from bootcamp_app.printing.text.shaping import ShapedText, measure, shape, spaced
from bootcamp_app.printing.text.styles import TextStyle, first_baseline, leading_of
from bootcamp_app.printing.units import A0, A1, A2, A3, A4, A5, A6, LETTER, POINTS, PageSize

if TYPE_CHECKING:
    from types import TracebackType

    from bootcamp_app.printing.qr import QrSymbol

__all__ = [
    "A0",
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
    "A6",
    "HAIRLINE",
    "LETTER",
    "Align",
    "Box",
    "Column",
    "PageSize",
    "Paper",
    "Span",
    "Stroke",
    "TextDoesNotFit",
    "TextStyle",
    "lines_of",
    "measure",
    "missing_characters",
]

_CAPITALS = 0.35  # half the height of a capital, as a share of the size


class Paper:
    """Draws one PDF. Leaving the `with` block writes it whole; an exception writes nothing."""

    def __init__(
        self, target: Path | BinaryIO, *, title: str, size: PageSize, made_at: datetime
    ) -> None:
        self._target = target
        self._size = size
        self._pdf = PdfFile(Imprint(title, made_at, words.language))
        self._stamps: dict[tuple[Hashable, PageSize], str] = {}
        self._pictures: dict[Hashable, Picture] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._write()

    @property
    def pages(self) -> int:
        """How many pages were started."""
        return self._pdf.pages

    @property
    def size(self) -> PageSize:
        """The size of the page in hand."""
        return self._size

    def page(self, size: PageSize | None = None) -> None:
        """Start a page; another size than the last one's may be given."""
        self._size = size or self._size
        self._pdf.start_page(self._size)

    def text(
        self, x: float, baseline: float, text: str, style: TextStyle, *, align: Align = "left"
    ) -> float:
        """Draw one line; x is its left end, middle or right end. Gives the width."""
        shaped = shape(text, style.typeface, style.weight)
        width = measure(text, style)
        left = x - shift(align, width)
        if shaped.runs:
            self._pdf.emit(self._line_of_text(self._at(left, baseline), shaped, style))
        return width

    def fitted(
        self, span: Span, text: str, style: TextStyle, *, floor: float, lines: int = 1
    ) -> float:
        """Draw text as large as the span allows and give its size.

        It shrinks by half points to the floor; then, with `lines=2`, it stands on two lines of
        that size around the middle of the one line. Raises TextDoesNotFit.
        """
        try:
            size = fitted_size(text, style, span.width, floor=floor)
        except TextDoesNotFit:
            if lines == 1:
                raise
            return self._fitted_on_two(span, text, style, floor)
        self._in_span(span, text, replace(style, size=size))
        return size

    def paragraph(
        self,
        column: Column,
        text: str,
        style: TextStyle,
        *,
        leading: float | None = None,
        max_lines: int | None = None,
    ) -> float:
        """Draw text on as many lines as it needs and give where it ends.

        Leading is a share of the size, 1.6 or for Khmer 1.85. Past `max_lines` it ends in “…”.
        """
        lines = lines_of(text, style, column.width)
        if max_lines is not None and len(lines) > max_lines:
            lines = cut_to(lines, max_lines, style, column.width)
        share = leading or leading_of(text)
        step = share * style.size / POINTS
        baseline = column.top + first_baseline(share) * style.size / POINTS
        for line in lines:
            self._in_span(Span(column.x, baseline, column.width, column.align), line, style)
            baseline += step
        return column.top + len(lines) * step

    def filled(self, box: Box, text: str, style: TextStyle, *, floor: float) -> float:
        """Draw a paragraph as large as the box allows and give its size. Raises TextDoesNotFit."""
        size = filling_size(text, style, (box.width, box.height), floor=floor)
        column = Column(box.x, box.top, box.width, box.align)
        self.paragraph(column, text, replace(style, size=size))
        return size

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: Stroke = HAIRLINE) -> None:
        """Draw a straight line."""
        self.polygon([(x1, y1), (x2, y2)], stroke=stroke, closed=False)

    def polygon(
        self,
        points: Sequence[tuple[float, float]],
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        closed: bool = True,
    ) -> None:
        """Draw straight lines through the points, or the area they enclose."""
        outline = operators.polyline([self._at(*point) for point in points], closed=closed)
        self._pdf.emit(operators.painted(outline, fill, stroke))

    def rect(
        self,
        box: Box,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, its corners rounded if a radius is given."""
        left, bottom = self._at(box.x, box.top + box.height)
        width, height = box.width * POINTS, box.height * POINTS
        if radius:
            corner = (left + width, bottom + height)
            outline = operators.rounded((left, bottom), corner, radius * POINTS)
        else:
            outline = operators.rectangle(left, bottom, width, height)
        self._pdf.emit(operators.painted(outline, fill, stroke))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        stroke: Stroke | None = None,
    ) -> None:
        """Draw a circle around a point."""
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        self.rect(box, fill=fill, stroke=stroke, radius=radius)

    def image(self, picture: Picture | Path, box: Box) -> Box:
        """Draw a picture as large as the box allows, in its middle; gives where it lies."""
        shown = picture if isinstance(picture, Picture) else self._picture(picture)
        place = inside(box, shown.width / shown.height)
        left, bottom = self._at(place.x, place.top + place.height)
        matrix = (place.width * POINTS, 0, 0, place.height * POINTS, left, bottom)
        self._pdf.emit(f"q {operators.numbers(*matrix)} cm")
        self._pdf.repeat(self._pdf.hold(shown))
        self._pdf.emit("Q")
        return place

    def photo(self, data: bytes, box: Box) -> Box:
        """Draw a PNG or JPEG from its content, as `image` does; raises a Refusal for any other."""
        from bootcamp_app.printing.images import picture_of  # noqa: PLC0415 - heavy: Pillow

        if data not in self._pictures:
            self._pictures[data] = picture_of(data, "")
        return self.image(self._pictures[data], box)

    def qr(self, symbol: QrSymbol, x: float, top: float, side: float) -> None:
        """Draw a QR symbol in black; `symbol.quiet_zone(side)` around it must stay white."""
        corner = self._at(x, top + side)
        self._pdf.emit("0 0 0 rg")
        self._pdf.emit(operators.modules(symbol, corner, side * POINTS))

    def stamp(self, key: Hashable, draw: Callable[[Paper], object]) -> None:
        """Draw what stays the same on many pages; `draw` is called once a key and page size."""
        self._pdf.repeat(self._part(key, self._size, draw))

    def window(
        self,
        sheet: tuple[Hashable, PageSize],
        draw: Callable[[Paper], object],
        corner: tuple[float, float],
        seen: Box,
    ) -> None:
        """Show that part of a larger sheet which falls into a box of the page.

        The sheet is known by a key and its size, and drawn once; its top left corner lies at
        `corner` of the page, which may be outside.
        """
        name, height = self._part(*sheet, draw), sheet[1].height
        left, bottom = self._at(seen.x, seen.top + seen.height)
        x, y = self._at(corner[0], corner[1] + height)
        edge = operators.rectangle(left, bottom, seen.width * POINTS, seen.height * POINTS)
        self._pdf.emit(f"q {edge} W n 1 0 0 1 {operators.numbers(x, y)} cm")
        self._pdf.repeat(name)
        self._pdf.emit("Q")

    @contextmanager
    def turned(self, degrees: float, x: float, y: float) -> Iterator[None]:
        """Turn what is drawn inside the `with` block clockwise around a point."""
        px, py = self._at(x, y)
        c, s = cos(radians(-degrees)), sin(radians(-degrees))
        matrix = (c, s, -s, c, px - c * px + s * py, py - s * px - c * py)
        self._pdf.emit(f"q {' '.join(f'{part:.6f}' for part in matrix)} cm")
        yield
        self._pdf.emit("Q")

    def _part(self, key: Hashable, size: PageSize, draw: Callable[[Paper], object]) -> str:
        name = self._stamps.get((key, size))
        if name is None:
            name = self._stamps[key, size] = f"S{len(self._stamps) + 1}"
            page, self._size = self._size, size
            self._pdf.define_part(name, lambda: draw(self), size)
            self._size = page
        return name

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * POINTS, (self._size.height - y) * POINTS

    def _line_of_text(
        self, place: tuple[float, float], shaped: ShapedText, style: TextStyle
    ) -> str:
        parts = [f"BT {operators.colour(style.colour)} rg {operators.numbers(*place)} Td"]
        for run in shaped.runs:
            name, held = self._pdf.font_for(run.face)
            codes = held.encode(spaced(run, style.tracking))
            parts.append(f"{name} {style.size:g} Tf <{codes}> Tj")
        return " ".join([*parts, "ET"])

    def _in_span(self, span: Span, text: str, style: TextStyle) -> None:
        x = span.x + shift(span.align, span.width)
        self.text(x, span.baseline, text, style, align=span.align)

    def _fitted_on_two(self, span: Span, text: str, style: TextStyle, floor: float) -> float:
        smaller = replace(style, size=floor)
        upper, lower = two_lines(text, smaller, span.width)
        step = leading_of(text) * floor / POINTS
        last = span.baseline + step / 2 - _CAPITALS * (style.size - floor) / POINTS
        self._in_span(replace(span, baseline=last - step), upper, smaller)
        self._in_span(replace(span, baseline=last), lower, smaller)
        return floor

    def _picture(self, path: Path) -> Picture:
        from bootcamp_app.printing.images import picture_from  # noqa: PLC0415 - heavy: Pillow

        if path not in self._pictures:
            self._pictures[path] = picture_from(path)
        return self._pictures[path]

    def _write(self) -> None:
        if not self.pages:
            self.page()
        data = self._pdf.finish()
        if isinstance(self._target, Path):
            with whole_file(self._target) as part:
                part.write_bytes(data)
        else:
            self._target.write(data)
