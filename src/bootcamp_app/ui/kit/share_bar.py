"""A bar of the parts that make up a whole, with the words and numbers beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.rounded_bar import RoundedBar
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Sequence


_HEIGHT = 10
_EDGE = 0.01
_ROLES = ("accent", "info", "warning", "good", "bad", "muted")
# Where a theme has two colours, patterns tell the parts apart.
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.NoBrush,
)


class ShareBar(QWidget):
    """A title, the parts in words, and the bar under them."""

    def __init__(self, title: Text) -> None:
        super().__init__()
        self._parts: list[tuple[Text, int]] = []
        self._says = Label(size="small", tone="muted", wraps=True)
        self._says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = _Bar()
        head = row(Label(title), self._says, gap=12)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._bar, gap=6))
        say(self, title, "setAccessibleName")

    def show_parts(self, parts: Sequence[tuple[Text, int]], ideals: Sequence[float] = ()) -> None:
        """Show parts of (words, number) in this order; notches say where each should end."""
        self._parts = list(parts)
        say(self._says, self._in_words)
        say(self, self._in_words, "setAccessibleDescription")
        self._bar.show_numbers([number for _text, number in parts], ideals)

    @property
    def plain(self) -> str:
        """The parts in words."""
        return self._says.plain

    def _in_words(self) -> str:
        said = (
            str(Sentence("{number} {part}", number=digits(number), part=in_words(text)))
            for text, number in self._parts
            if number
        )
        return " · ".join(said) or in_words(N_("Nobody yet"))


class _Bar(RoundedBar):
    def __init__(self) -> None:
        super().__init__(_HEIGHT)
        self._numbers: list[int] = []
        self._ideals: list[float] = []

    def show_numbers(self, numbers: Sequence[int], ideals: Sequence[float]) -> None:
        self._numbers = list(numbers)
        self._ideals = list(ideals)
        self.update()

    def draw_parts(self, painter: QPainter, box: QRectF) -> None:
        """Fill it with the parts, in their order."""
        whole = sum(self._numbers)
        left = box.left()
        for place, number in enumerate(self._numbers):
            width = box.width() * number / whole if whole else 0
            kind = place % len(_ROLES)
            pattern = _PATTERNS[kind if theme.colours.border > 1 else 0]
            part = QRectF(left, box.top(), max(width - 1, 0), box.height())
            painter.fillRect(part, QBrush(theme.colour(_ROLES[kind]), pattern))
            if theme.colours.border > 1:
                painter.fillRect(QRectF(left + width - 1, box.top(), 1, box.height()),
                                 theme.colour("line"))  # fmt: skip
            left += width
        ideal, at = sum(self._ideals), 0.0
        for one in self._ideals[:-1]:
            at += one
            if not 0 < at < ideal - _EDGE:
                continue
            notch = QRectF(box.left() + box.width() * at / ideal - 1, box.top(), 2, box.height())
            painter.fillRect(notch, theme.colour("ink"))
