"""Words on the board's paper: broken as Khmer is, shrunk to fit their box, laid out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.ui.kit.label import breakable
from bootcamp_app.ui.theme.fonts import families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

UNIT = 0.1
"""Millimetres of what fonts are measured in here: they know whole pixels only."""
POINT = 25.4 / 72
_ELLIPSIS = "…"
_AIR = {True: 1.0, False: 1.12}
"""How far apart lines are, of the font's own height: ours for Khmer is high as it is."""
_NARROWEST = 0.28
"""How much of its height squared a letter takes at least; more letters than that cannot show."""


class PaperText:
    """A text in a box of so many millimetres, in the largest of some sizes (points) that fits."""

    def __init__(
        self, text: str, width: float, height: float, sizes: Sequence[float], weight: int = 400
    ) -> None:
        self._width = max(width, 1.0) / UNIT
        self._height = height / UNIT
        self._weight = weight
        self._is_khmer = is_khmer(text)
        smallest = sizes[-1] * POINT
        most = int(width * height / (smallest * smallest * _NARROWEST)) + 40
        self._shown = _on_lines(text[:most])
        self.is_whole = len(text) <= most
        """Whether all of the text shows; otherwise it ends with “…”."""
        self.size = sizes[-1]
        self.width = self.height = 0.0
        """Millimetres that it takes."""
        self._layout = self._fit(sizes)

    @property
    def letter_height(self) -> float:
        """The size of the letters in millimetres."""
        return self.size * POINT

    def draw(self, painter: QPainter, x: float, top: float) -> None:
        """Draw it in the painter's pen, in a scene of millimetres."""
        painter.scale(UNIT, UNIT)
        self._layout.draw(painter, QPointF(x / UNIT, top / UNIT))
        painter.scale(1 / UNIT, 1 / UNIT)

    def _fit(self, sizes: Sequence[float]) -> QTextLayout:
        # The sizes are few and fall: halving finds the largest that fits in three looks.
        low, high = 0, len(sizes) - 1
        found: QTextLayout | None = None
        while self.is_whole and low <= high:
            middle = (low + high) // 2
            layout, is_in = self._laid(self._shown, sizes[middle])
            if is_in:
                found, self.size, high = layout, sizes[middle], middle - 1
            else:
                low = middle + 1
        return self._measured(found or self._cut(sizes[-1]))

    def _laid(
        self, text: str, size: float, wrap: QTextOption.WrapMode = QTextOption.WrapMode.WordWrap
    ) -> tuple[QTextLayout, bool]:
        layout = QTextLayout(text, self._font(size))
        layout.setTextOption(_option(wrap))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        bottom, widest = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, bottom))
            bottom += line.height() * _AIR[self._is_khmer]
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return layout, bottom <= self._height + 1 and widest <= self._width + 1

    def _cut(self, size: float) -> QTextLayout:
        """Give as many lines as there is room for; a word longer than a line is broken."""
        anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        layout, is_in = self._laid(self._shown, size, anywhere)
        if is_in and self.is_whole:
            return layout
        self.is_whole = False
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        room = [one for one in lines if one.y() + one.height() <= self._height + 1] or lines[:1]
        ends = room[-1].textStart() + room[-1].textLength() if room else 0
        text = self._shown[:ends].rstrip()
        while text:
            layout, _is_in = self._laid(text + _ELLIPSIS, size, anywhere)
            if layout.lineCount() <= len(room):
                return layout
            text = _one_piece_less(text)
        return self._laid(_ELLIPSIS, size, anywhere)[0]

    def _measured(self, layout: QTextLayout) -> QTextLayout:
        last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        self.height = (last.y() + last.height()) * UNIT if last else 0.0
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        self.width = max((one.naturalTextWidth() for one in lines), default=0.0) * UNIT
        return layout

    def _font(self, size: float) -> QFont:
        return font_on_paper(size * POINT / UNIT, self._weight, khmer=self._is_khmer)


def font_on_paper(pixels: float, weight: int = 400, *, khmer: bool) -> QFont:
    """Give a font whose letters keep their shape at every zoom."""
    made = QFont()
    made.setFamilies(families("km" if khmer else "en"))
    made.setPixelSize(max(round(pixels), 1))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _on_lines(text: str) -> str:
    return breakable(text).replace("\r\n", "\n").replace("\n", "\u2028")


def _one_piece_less(text: str) -> str:
    at = max(text.rfind(mark) for mark in (" ", "\u200b", "\u2028"))
    return text[:at].rstrip(" \u200b\u2028") if at > 0 else text[:-1]


def _option(wrap: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(wrap)
    return option
