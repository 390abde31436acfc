"""Words on the board's paper: broken as Khmer is, shrunk to fit their box, laid out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.canvases.note_rules import TIGHTER
from bootcamp_app.printing.text.styles import first_baseline, leading_of
from bootcamp_app.ui.kit.label import breakable
from bootcamp_app.ui.theme.fonts import families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

UNIT = 0.025
"""Millimetres of what fonts are measured in here: they know whole pixels only."""
POINT = 25.4 / 72
_ELLIPSIS = "…"
_AT_WORDS = QTextOption.WrapMode.WordWrap
_ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_HAIR = 2.0
"""Of UNIT: two ways to lay a line out may differ by so much."""
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
        self._leading = leading_of(text) * TIGHTER
        self._shown = _on_lines(text[:most])
        self.is_whole = len(text) <= most
        """Whether all of the text shows; otherwise it ends with “…”."""
        self.size = sizes[-1]
        self.width = self.height = 0.0
        """Millimetres that it takes."""
        self.baseline = 0.0
        """How far down its first line stands."""
        self._layout = self._fit(sizes)

    @property
    def letter_height(self) -> float:
        """The size of the letters in millimetres."""
        return self.size * POINT

    def lines(self) -> list[str]:
        """Give the lines as they show, without the places to break."""
        text, layout = self._layout.text(), self._layout
        spans = [layout.lineAt(n) for n in range(layout.lineCount())]
        cut = (text[one.textStart() : one.textStart() + one.textLength()] for one in spans)
        return [one.replace("\u200b", "").rstrip("\u2028 ") for one in cut]

    def draw(self, painter: QPainter, x: float, top: float) -> None:
        """Draw it in the painter's pen, in a scene of millimetres."""
        painter.scale(UNIT, UNIT)
        self._layout.draw(painter, QPointF(x / UNIT, top / UNIT))
        painter.scale(1 / UNIT, 1 / UNIT)

    def _fit(self, sizes: Sequence[float]) -> QTextLayout:
        found = self._largest(sizes, _AT_WORDS)
        if found is None:
            # A word that is longer than a line is broken, in letters that are not the largest.
            found = self._largest(sizes[len(sizes) // 3 :], _ANYWHERE)
        return self._measured(found or self._cut(sizes[-1]))

    def _largest(self, sizes: Sequence[float], wrap: QTextOption.WrapMode) -> QTextLayout | None:
        # The sizes are few and fall: halving finds the largest that fits in three looks.
        low, high = 0, len(sizes) - 1
        found: QTextLayout | None = None
        while self.is_whole and low <= high:
            middle = (low + high) // 2
            layout, is_in = self._laid(self._shown, sizes[middle], wrap)
            if is_in:
                found, self.size, high = layout, sizes[middle], middle - 1
            else:
                low = middle + 1
        return found

    def _laid(self, text: str, size: float, wrap: QTextOption.WrapMode) -> tuple[QTextLayout, bool]:
        layout = QTextLayout(text, self._font(size))
        layout.setTextOption(_option(wrap))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        # Lines stand on the baselines that they have on paper, whatever the font asks for.
        high = size * POINT / UNIT
        step, first = self._leading * high, first_baseline(self._leading) * high
        bottom, widest = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, bottom + first - line.ascent()))
            bottom += step
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return layout, bottom <= self._height + _HAIR and widest <= self._width + _HAIR

    def _cut(self, size: float) -> QTextLayout:
        """Give as many lines as there is room for."""
        layout, _is_in = self._laid(self._shown, size, _ANYWHERE)
        self.is_whole = False
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        step = self._leading * size * POINT / UNIT
        room = lines[: max(int((self._height + _HAIR) / step), 1)]
        ends = room[-1].textStart() + room[-1].textLength() if room else 0
        text = self._shown[:ends].rstrip()
        while text:
            layout, _is_in = self._laid(text + _ELLIPSIS, size, _ANYWHERE)
            if layout.lineCount() <= len(room):
                return layout
            text = _one_piece_less(text)
        return self._laid(_ELLIPSIS, size, _ANYWHERE)[0]

    def _measured(self, layout: QTextLayout) -> QTextLayout:
        step = self._leading * self.size * POINT
        self.height = layout.lineCount() * step if layout.text() else 0.0
        self.baseline = first_baseline(self._leading) * self.size * POINT
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
