"""The answer, large, with what is asked of the person below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.layouts import column

if TYPE_CHECKING:
    from bootcamp_app.ui.attendance.answers import Answer
    from bootcamp_app.ui.attendance.asking import Asking


class AnswerPanel(QWidget):
    """Shows one answer until the next one takes its place."""

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.big = BigAnswer()
        self._asked = Card("", asking)
        self._asked.hide()
        asking.shown.connect(self._asked.setVisible)
        lines = column(self.big, self._asked)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer."""
        self.big.show_answer(
            answer.meaning,
            answer.icon,
            answer.headline,
            answer.name,
            answer.second,
            answer.detail,
        )
