"""Words as Qt shapes them: QTextLayout's glyphs at its places, their outlines as plain paths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFont, QFontDatabase, QPainterPath, QRawFont, QTextLayout

from bootcamp_app.printing.text.faces import HOUSE
from bootcamp_app.ui.start import application
from tests.printing.outlines import NONZERO, SIZE, drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_EM = 1000  # pixels: so large that nothing is rounded to what a screen shows


def qt(words: Sequence[str]) -> bytes:
    """Draw one word a row with Qt's own shaping of the house's Khmer font."""
    running = application()  # the windows of other tests in this process need it whole
    assert running is not None
    family = _family()
    return drawn(words, lambda canvas, x, y, word: _draw(canvas, (x, y), word, family))


def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(HOUSE.paths[1]))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _draw(canvas: Canvas, place: tuple[float, float], word: str, family: str) -> None:
    font = QFont(family)
    font.setPixelSize(_EM)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    layout = QTextLayout(word, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    path = canvas.beginPath()
    scale = SIZE / _EM
    ascent = layout.lineAt(0).ascent()
    for run in layout.glyphRuns():
        raw: QRawFont = run.rawFont()
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            outline: QPainterPath = raw.pathForGlyph(glyph)
            outline.translate(at.x(), at.y() - ascent)
            _put(path, outline, place, scale)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=NONZERO)


def _put(
    path: PDFPathObject, outline: QPainterPath, place: tuple[float, float], scale: float
) -> None:
    x, y = place
    curve: list[float] = []
    for i in range(outline.elementCount()):
        # Qt's module has no types for what an element is
        element: Any = outline.elementAt(i)
        at = (x + element.x * scale, y - element.y * scale)
        if element.isMoveTo():
            path.moveTo(*at)
        elif element.isLineTo():
            path.lineTo(*at)
        else:
            curve.extend(at)
            if len(curve) == 6:
                path.curveTo(*curve)
                curve = []
