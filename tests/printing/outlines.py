"""The same words without our layer: HarfBuzz's outlines as plain paths, and ReportLab's way."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]  # it brings no types
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bootcamp_app.printing.paper import A4 as SHEET
from bootcamp_app.printing.paper import Paper, TextStyle
from bootcamp_app.printing.text.faces import HOUSE
from tests.printing.papers import MADE, rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from reportlab.pdfgen.pathobject import PDFPathObject

SIZE = 44  # points; so large that PDFium fills a letter's outline as it fills any path
DPI = 100
ROWS = 10  # on a page
_STEP = 28.0  # mm
_MM = 72 / 25.4
NONZERO = 1


def ours(words: Sequence[str], weight: int) -> bytes:
    """Draw one word a row with Paper."""
    target = BytesIO()
    with Paper(target, title="Ours", size=SHEET, made_at=MADE) as paper:
        for i, word in enumerate(words):
            if i % ROWS == 0:
                paper.page()
            paper.text(10, 22 + i % ROWS * _STEP, word, TextStyle(SIZE, weight, "#000000"))
    return target.getvalue()


def harfbuzz(words: Sequence[str], weight: int) -> bytes:
    """Draw one word a row: the whole word shaped at once, its outlines as paths."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(HOUSE.paths[1]))))
    font.set_variations({"wght": weight})
    return drawn(words, lambda canvas, x, y, word: _outlines(canvas, font, (x, y), word))


def reportlab(words: Sequence[str]) -> bytes:
    """Draw one word a row with ReportLab's drawString and the same font, unshaped."""
    pdfmetrics.registerFont(TTFont("Khmer", str(HOUSE.paths[1])))

    def draw(canvas: Canvas, x: float, y: float, word: str) -> None:
        canvas.setFont("Khmer", SIZE)
        canvas.drawString(x, y, word)

    return drawn(words, draw)


def rows_of(data: bytes, count: int) -> list[NDArray[np.int16]]:
    """Give the pixels of each row as numbers from 0, black, to 255."""
    rows: list[NDArray[np.int16]] = []
    for page in range(-(-count // ROWS)):
        pixels = np.asarray(rendered(data, dpi=DPI, page=page)).astype(np.int16)
        for row in range(ROWS):
            top = (22 - 18 + row * _STEP) * DPI / 25.4
            rows.append(pixels[int(top) : int(top + _STEP * DPI / 25.4)])
    return rows[:count]


def drawn(words: Sequence[str], draw: Callable[[Canvas, float, float, str], None]) -> bytes:
    """Draw one word a row, ten rows a page, by a function that puts one at a place."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for i, word in enumerate(words):
        if i and i % ROWS == 0:
            canvas.showPage()
        draw(canvas, 10 * _MM, (297 - 22 - i % ROWS * _STEP) * _MM, word)
    canvas.save()
    return target.getvalue()


def _outlines(canvas: Canvas, font: hb.Font, place: tuple[float, float], word: str) -> None:
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    x, y = place
    scale = SIZE / 1000
    path = canvas.beginPath()
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = _Pen(path, x + position.x_offset * scale, y + position.y_offset * scale)
        font.draw_glyph(info.codepoint, pen.calls())
        x += position.x_advance * scale
    canvas.drawPath(path, stroke=0, fill=1, fillMode=NONZERO)


class _Pen:
    """Puts one glyph's outline, quadratic as in TrueType, into a PDF path at its place."""

    def __init__(self, path: PDFPathObject, x: float, y: float) -> None:
        self._path, self._x, self._y = path, x, y
        self._last = (0.0, 0.0)

    def calls(self) -> hb.DrawFuncs:
        calls = hb.DrawFuncs()
        calls.set_move_to_func(lambda x, y, _: self._step(self._path.moveTo, x, y))
        calls.set_line_to_func(lambda x, y, _: self._step(self._path.lineTo, x, y))
        calls.set_quadratic_to_func(lambda cx, cy, x, y, _: self._curve((cx, cy), (x, y)))
        calls.set_close_path_func(lambda _: self._path.close())
        return calls

    def _step(self, draw: Callable[[float, float], None], x: float, y: float) -> None:
        draw(*self._at((x, y)))
        self._last = (x, y)

    def _curve(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        near_start = _between(self._last, control)
        near_end = _between(end, control)
        self._path.curveTo(*self._at(near_start), *self._at(near_end), *self._at(end))
        self._last = end

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return self._x + point[0] * SIZE / 1000, self._y + point[1] * SIZE / 1000


def _between(point: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    # two thirds of the way: the cubic curve which is the quadratic one
    return (
        point[0] + (control[0] - point[0]) * 2 / 3,
        point[1] + (control[1] - point[1]) * 2 / 3,
    )
