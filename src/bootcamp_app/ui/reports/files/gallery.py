"""Every kind of file that can be made, to choose one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, SMALL, Flow, column, holding
from bootcamp_app.ui.reports.files.offered import offered
from bootcamp_app.ui.reports.files.report_card import ReportCard
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import tongue

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text


class Gallery(QWidget):
    """Shows a card for each kind of report, and those of the whole workspace below."""

    chosen = Signal(str)
    """The id of what was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = {one.id: ReportCard(one) for one in offered()}
        for card in self.cards.values():
            card.clicked.connect(lambda _on=False, card=card: self.chosen.emit(card.offered.id))
        reports = [card for card in self.cards.values() if card.offered.is_report]
        whole = [card for card in self.cards.values() if not card.offered.is_report]
        self.setLayout(
            column(
                _part(N_("Reports"), reports),
                _part(N_("Everything at once"), whole),
                1,
                gap=GAP,
            )
        )
        theme.changed.connect(self._align)
        tongue.turned.connect(self._align)
        self._align()

    def _align(self) -> None:
        """Have all cards of equal height, so that lines of them stand straight."""
        for card in self.cards.values():
            card.fit()
        height = max(card.height_needed for card in self.cards.values())
        for card in self.cards.values():
            card.be_as_high_as(height)


def _part(heading: Text, cards: list[ReportCard]) -> QWidget:
    return holding(column(Label(heading, size="heading"), holding(Flow(*cards, gap=GAP)),
                          gap=SMALL))  # fmt: skip
