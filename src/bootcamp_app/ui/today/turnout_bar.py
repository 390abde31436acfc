"""A thin bar of how everybody stands to one session: here, late, excused, and who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.rounded_bar import RoundedBar
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.views import Counts

_HEIGHT = 8
_PARTS = (
    ("good", Qt.BrushStyle.SolidPattern, N_("here")),
    ("warning", Qt.BrushStyle.BDiagPattern, N_("late")),
    ("info", Qt.BrushStyle.Dense6Pattern, N_("excused")),
    ("", Qt.BrushStyle.NoBrush, N_("missing")),
)
"""The colour of each part; where a theme has two colours, patterns tell them apart."""


class TurnoutBar(RoundedBar):
    """Draws counts; says them in words, too."""

    def __init__(self, counts: Counts) -> None:
        super().__init__(_HEIGHT)
        in_time = counts.present - counts.late
        self._numbers = (in_time, counts.late, counts.excused, counts.absent)
        say(self, self.in_words, "setAccessibleName")
        say(self, self.in_words, "setToolTip")

    def in_words(self) -> str:
        """Say the numbers."""
        parts = zip(self._numbers, _PARTS, strict=True)
        return " · ".join(f"{digits(number)} {_(text)}" for number, (_c, _p, text) in parts)

    def draw_parts(self, painter: QPainter, box: QRectF) -> None:
        """Fill it with who is here, late, excused and missing."""
        whole, left = max(sum(self._numbers), 1), box.left()
        for number, (role, pattern, _text) in zip(self._numbers, _PARTS, strict=True):
            width = box.width() * number / whole
            if role and number:
                kind = pattern if theme.colours.border > 1 else Qt.BrushStyle.SolidPattern
                part = QRectF(left, box.top(), max(width - 1, 1), box.height())
                painter.fillRect(part, QBrush(theme.colour(role), kind))
            left += width
