"""The answer, large, with the face, a note, and what is asked of the person below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.layouts import column

if TYPE_CHECKING:
    from bootcamp_app.ui.attendance.answers import Answer
    from bootcamp_app.ui.attendance.asking import Asking
    from bootcamp_app.ui.desk import Desk


class AnswerPanel(QWidget):
    """Shows one answer until the next one takes its place."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Answer | None = None
        self.big = BigAnswer()
        self.note = Banner(may_close=False)
        self._asked = Card("", asking)
        self._asked.hide()
        asking.shown.connect(self._asked.setVisible)
        lines = column(self.big, self.note, self._asked)
        lines.setStretch(0, 1)
        self.setLayout(lines)

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; the face follows a moment later, where there is one."""
        self._shown = answer
        self.big.show_answer(
            answer.meaning,
            answer.icon,
            answer.headline,
            answer.name,
            answer.second,
            answer.detail,
        )
        self.big.show_face(None)
        self.note.setVisible(bool(answer.note))
        if answer.note:
            self.note.show_text(Sentence("Note: {text}", text=answer.note), "warning")
        if answer.person is not None:
            self._look_for_face(answer, answer.person.person_id)

    def _look_for_face(self, answer: Answer, person_id: str) -> None:
        photos = self._desk.app.photos
        self._desk.tasks.read_behind(
            self, lambda: photos.of(person_id), lambda jpeg: self._show_face(answer, jpeg), "face"
        )

    def _show_face(self, answer: Answer, jpeg: bytes | None) -> None:
        if answer is self._shown:
            self.big.show_face(jpeg)
