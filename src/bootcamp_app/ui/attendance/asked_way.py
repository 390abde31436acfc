"""How one question is answered: by a button of its own number, by several, or by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.answering import PARTED
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import Flow, column
from bootcamp_app.ui.words import Text, digits, in_words

if TYPE_CHECKING:
    from bootcamp_app.ui.attendance.asked import Asked
    from bootcamp_app.ui.kit.fields import ChoiceField

_MOST_BUTTONS = 9
_NAME = "answer"


class AskedWay(QWidget):
    """Takes the answer to one question."""

    chosen = Signal(str)
    """A button that is an answer by itself was pressed."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self.field: QLineEdit | ChoiceField | None = None
        self._takes_several = asked.takes_several
        self._form = Form()
        self._form.hide()
        lines = column(self._form, gap=12)
        if 0 < len(asked.offers) <= _MOST_BUTTONS:
            lines.insertLayout(0, self._offers(asked))
        else:
            self._have_written(asked)
        self.setLayout(lines)

    @property
    def needs_end(self) -> bool:
        """Whether somebody has to say that the answer is whole."""
        return self._takes_several or not self.buttons

    @property
    def text(self) -> str:
        """What is answered so far."""
        if self.buttons:
            ticked = (one for one in self.buttons if one.isChecked())
            return PARTED.join(str(one.property("answer")) for one in ticked)
        return str(self._form.values()[_NAME]).strip()

    def press(self, number: int) -> None:
        """Press a button by its number, counted from one."""
        if 0 < number <= len(self.buttons):
            self.buttons[number - 1].click()

    def refuse(self, text: Text) -> None:
        """Say what is wrong with the answer."""
        if not self.buttons:
            self._form.refuse(_NAME, text)

    def empty(self) -> None:
        """Forget what was typed."""
        if isinstance(self.field, QLineEdit):
            self.field.clear()

    def _offers(self, asked: Asked) -> Flow:
        flow = Flow()
        for place, (answer, words) in enumerate(asked.offers, 1):
            choice = Button(_numbered(place, words))
            choice.setProperty("answer", answer)
            choice.setCheckable(asked.takes_several)
            if not asked.takes_several:
                choice.clicked.connect(lambda _on, answer=answer: self.chosen.emit(answer))
            self.buttons.append(choice)
            flow.addWidget(choice)
        return flow

    def _have_written(self, asked: Asked) -> None:
        nothing: tuple[str, Text] = ("", N_("not answered"))
        if asked.offers:
            self.field = self._form.add_choice(_NAME, asked.label, [nothing, *asked.offers])
        else:
            self.field = self._form.add_text(_NAME, asked.label)
        self._form.show()


def _numbered(place: int, words: Text) -> Text:
    return lambda: f"{digits(place)} · {in_words(words)}"
