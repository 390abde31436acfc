"""The answer, large, with the open questions as pills below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.pill import Pill

if TYPE_CHECKING:
    from bootcamp_app.ui.attendance.answers import Answer


class AnswerPanel(QWidget):
    """Shows one answer until the next one takes its place."""

    def __init__(self) -> None:
        super().__init__()
        self.big = BigAnswer()
        self.questions: list[Pill] = []
        self._flow = Flow()
        self._asked = holding(self._flow)
        self._asked.hide()
        self.big.add(self._asked)
        self.setLayout(column(self.big))

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
        for pill in self.questions:
            self._flow.removeWidget(pill)
            pill.deleteLater()
        self.questions = [Pill(text, "warning", "help") for text in answer.questions]
        for pill in self.questions:
            self._flow.addWidget(pill)
        self._asked.setVisible(bool(self.questions))
