"""The four measures, large: unique people and participations stand side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.indicator_blocks import MEANINGS
from bootcamp_app.features.reports.indicator_views import MEASURES
from bootcamp_app.ui.kit.button import edge_link
from bootcamp_app.ui.kit.card import Figure
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.reports.indicators.said import written_out
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from bootcamp_app.features.reports.indicator_views import Tally

_BESIDE = 760


class BigFigure(Figure):
    """One measure of everybody, what it counts, and the way to whom it counts."""

    opened = Signal()

    def __init__(self, measure: str) -> None:
        super().__init__(MEASURES[measure], "accent" if measure == "people" else "")
        self.measure = measure
        self.rule = Label(MEANINGS[measure], size="small", tone="muted", wraps=True)
        self.words.setProperty("tone", "")
        self.words.setProperty("weight", "bold")
        self.body.addWidget(self.rule)
        self.body.addStretch()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Called by Qt: the number was pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit()


class BigFigures(QWidget):
    """All four measures of everybody who counts."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.figures = {measure: BigFigure(measure) for measure in MEASURES}
        for figure in self.figures.values():
            figure.opened.connect(self.opened)
        cards = list(self.figures.values())
        self.open = edge_link(N_("Who and how"), self.opened.emit)
        # All four lead to the same: one way there is enough for the keys.
        cards[0].body.addLayout(row(self.open, 1))
        # Unique people and participations stay side by side even where four have no room.
        pairs = (SideBySide(*cards[at : at + 2], needed=_BESIDE // 2) for at in (0, 2))
        self.setLayout(column(SideBySide(*pairs, needed=_BESIDE)))

    def show_total(self, total: Tally) -> None:
        """Show the measures, in the digits that were chosen."""
        for measure, figure in self.figures.items():
            say(figure.number, partial(_digits_of, total, measure))


def _digits_of(total: Tally, measure: str) -> str:
    return digits(written_out(total, measure))
