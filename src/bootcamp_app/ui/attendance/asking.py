"""Asking at the door: one question after the other; nothing is kept before all are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.attendance.asked_way import AskedWay
from bootcamp_app.ui.attendance.typed import is_meant_as_code
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.ui.attendance.asked import Asked
    from bootcamp_app.ui.words import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SILENCE = 150
"""Milliseconds after a digit within which a scanner would have typed the next one."""
_LACKING = N_("This must be answered.")


class Asking(QWidget):
    """Asks somebody at the door; a digit chooses, Enter goes on, Esc leaves it."""

    answered = Signal(dict)
    """All answers, by the names of their questions; those that were passed over are left out."""
    scanned = Signal(str)
    """A badge that was scanned instead of an answer."""
    left = Signal()
    """What must be answered was not."""
    shown = Signal(bool)
    """Whether there is something to ask now."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: list[Asked] = []
        self._answers: dict[str, str] = {}
        self._may_pass = False
        self._digits = ""
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE)
        self._place = Label(size="small", tone="muted")
        self._title = Label(size="title", wraps=True)
        self.way: AskedWay | None = None
        self.main = button(N_("Go on"), self.go_on, kind="main")
        self.later = button(N_("Leave it open"), self.pass_over)
        self._build()

    @property
    def is_asking(self) -> bool:
        """Whether somebody is being asked."""
        return bool(self._asked)

    def ask(self, asked: Sequence[Asked], *, may_pass: bool) -> None:
        """Ask these one after the other; `may_pass` says whether they may be left open."""
        self._asked, self._answers, self._may_pass = list(asked), {}, may_pass
        self._show()

    def stop(self) -> None:
        """Ask no more; answers that were given so far are thrown away."""
        self.ask((), may_pass=False)

    def go_on(self) -> None:
        """Take the answer that is filled in."""
        if self.way is not None:
            self._take(self.way.text)

    def pass_over(self) -> None:
        """Leave this question open, or the whole person where it must be answered."""
        if self._may_pass:
            self._end_question()
        else:
            self.stop()
            self.left.emit()

    def take_focus(self) -> None:
        """Have the next key be an answer."""
        field = self.way.field if self.way else None
        (field or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key that no field takes."""
        typed = latin_digits(event.text())
        if event.key() == Qt.Key.Key_Escape:
            self.pass_over()
        elif event.key() in _ENTER:
            # A scanner ends with Enter before the silence does.
            self._read_digits() if self._digits else self.go_on()
        elif typed.isdecimal():
            self._digits += typed
            self._silence.start()
        else:
            super().keyPressEvent(event)

    def _read_digits(self) -> None:
        self._silence.stop()
        typed, self._digits = self._digits, ""
        if len(typed) > 1:
            self.scanned.emit(typed)
        elif typed and self.way is not None:
            self.way.press(int(typed))

    def _take(self, text: str) -> None:
        asked, way = self._asked[0], self.way
        if way is None:
            return
        if not asked.offers and is_meant_as_code(text):
            way.empty()
            self.scanned.emit(text)
        elif not text and not self._may_pass:
            way.refuse(_LACKING)
        elif refused := _refusal(asked, text):
            way.refuse(refused)
        else:
            if text:
                self._answers[asked.name] = text
            self._end_question()

    def _end_question(self) -> None:
        self._asked.pop(0)
        answers = self._answers
        self._show()
        if not self._asked:
            self.answered.emit(answers)

    def _show(self) -> None:
        self._digits = ""
        if self.way is not None:
            self.way.hide()
            self.way.deleteLater()
            self.way = None
        self.shown.emit(self.is_asking)
        if not self._asked:
            return
        asked, left = self._asked[0], len(self._asked) - 1
        self.way = AskedWay(asked)
        self.way.chosen.connect(self._take)
        self._ways.addWidget(self.way)
        say(self._title, asked.label)
        say(self, asked.label, "setAccessibleName")
        say(
            self._place,
            lambda: ngettext(
                "{n} more question after this", "{n} more questions after this", left
            ).format(n=digits(left)),
        )
        self._place.setVisible(left > 0)
        self.main.setVisible(self.way.needs_end)
        say(self.later, N_("Leave it open") if self._may_pass else N_("Cancel"))
        self.take_focus()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._silence.timeout.connect(self._read_digits)
        self._ways = column(gap=0)
        ends = row(self.main, self.later, self._place, 1, gap=12)
        self.setLayout(column(self._title, self._ways, ends, gap=12))


def _refusal(asked: Asked, text: str) -> Text:
    try:
        asked.check(text)
    except Refusal as refusal:
        return refusal.sentence
    return ""
