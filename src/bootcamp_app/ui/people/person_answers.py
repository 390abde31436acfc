"""The answers of a person to what their bootcamp asks besides, a field for each question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.answering import (
    PARTED,
    chosen_of,
    in_language,
    is_open,
    read_answer,
)
from bootcamp_app.ui.kit.fields import ChoiceField, YesNoField
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.ui.words import Text

_YES_NO: list[tuple[str, Text]] = [("", N_("not answered")), ("yes", N_("Yes")), ("no", N_("No"))]


class AnswersForm(Form):
    """Takes answers by the kind of each question; `written` tells one when it is left."""

    written = Signal(object)
    """Field (`custom:…`) → answer, as `People.change` takes it."""

    def __init__(self, questions: Sequence[Question], today: date) -> None:
        super().__init__()
        self.questions = tuple(questions)
        self._today = today
        self._before: dict[str, str] = {}
        for question in questions:
            self._before[question.field] = ""
            self._add_question(question)

    def show_answers(self, details: Mapping[str, Any]) -> None:
        """Show what is kept now, but where somebody is typing leave that."""
        for question in self.questions:
            kept = str(details.get(question.field) or "")
            if self._text(question) == self._shown(question, self._before[question.field]):
                self._put(question, kept)
            self._before[question.field] = kept

    def understood(self) -> dict[str, str] | None:
        """Give all answers; where one is wrong or lacking, say so at its field."""
        self.clear_refusals()
        answers: dict[str, str] = {}
        is_right = True
        for question in self.questions:
            try:
                answer = read_answer(question, self._text(question), self._today)
                if is_open(question, answer):
                    raise Refusal("This must be answered.")
                answers[question.name] = answer
            except Refusal as refusal:
                self.refuse(question.field, refusal.sentence)
                is_right = False
        return answers if is_right else None

    def _leave(self, question: Question) -> None:
        text, before = self._text(question), self._before[question.field]
        if text == self._shown(question, before):
            return
        try:
            answer = read_answer(question, text, self._today)
        except Refusal as refusal:
            self.refuse(question.field, refusal.sentence)
            return
        self._before[question.field] = answer
        self._put(question, answer)
        self.written.emit({question.field: answer})

    def _add_question(self, question: Question) -> None:
        leave = partial(self._leave, question)
        label = partial(_label, question)
        if question.kind in ("choice", "yes_no"):
            chosen = self.add_choice(question.field, label, _choices(question))
            chosen.changed.connect(leave)
        elif question.kind == "choices":
            several = SeveralField(question.choices)
            several.changed.connect(leave)
            self.add_own(question.field, label, several, lambda: several.text)
        else:
            hint = N_("Day, month and year") if question.kind == "date" else ""
            line = self.add_text(question.field, label, "", hint)
            line.editingFinished.connect(leave)

    def _text(self, question: Question) -> str:
        return str(self.values()[question.field] or "").strip()

    def _put(self, question: Question, answer: str) -> None:
        field = self.field(question.field)
        field.blockSignals(True)  # noqa: FBT003 - Qt's own order
        shown = self._shown(question, answer)
        if isinstance(field, ChoiceField):
            # What a list held and nobody offers stays to be seen.
            if field.findData(shown) < 0:
                field.addItem(shown, shown)
            field.choose(shown)
        elif isinstance(field, SeveralField):
            field.choose(chosen_of(question, answer))
        elif isinstance(field, QLineEdit):
            field.setText(shown)
            field.setCursorPosition(0)
        field.blockSignals(False)  # noqa: FBT003 - Qt's own order

    def _shown(self, question: Question, answer: str) -> str:
        if question.kind == "choices":
            return PARTED.join(chosen_of(question, answer))
        try:
            read = read_answer(question, answer, self._today)
        except Refusal:
            return answer
        if question.kind == "date" and read:
            year, month, day = read.split("-")
            return f"{day}/{month}/{year}"
        return read


class SeveralField(QWidget):
    """Boxes to tick, of which any number may be."""

    changed = Signal()

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.boxes = {one: YesNoField(partial(in_language, one), value=False) for one in choices}
        self.setLayout(column(*self.boxes.values(), gap=2))
        for box in self.boxes.values():
            box.toggled.connect(lambda _is_on: self.changed.emit())

    @property
    def text(self) -> str:
        """What is ticked, as an answer is kept."""
        return PARTED.join(one for one, box in self.boxes.items() if box.isChecked())

    def choose(self, chosen: Sequence[str]) -> None:
        """Tick these and no others."""
        for one, box in self.boxes.items():
            box.setChecked(one in chosen)


def _choices(question: Question) -> list[tuple[str, Text]]:
    if question.kind == "yes_no":
        return _YES_NO
    offered: list[tuple[str, Text]] = [("", N_("not answered"))]
    return offered + [(one, partial(in_language, one)) for one in question.choices]


def _label(question: Question) -> str:
    if not question.is_required:
        return question.label
    return _("{question} (must be answered)").format(question=question.label)
