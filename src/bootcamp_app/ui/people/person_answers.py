"""The answers of a person to what their bootcamp asks besides, a field for each question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.people.answering import (
    PARTED,
    chosen_of,
    in_language,
    is_answered,
    is_open,
    read_answer,
)
from bootcamp_app.ui.people.kept_form import KeptForm
from bootcamp_app.ui.people.several_field import SeveralField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.ui.words import Text

_YES_NO: list[tuple[str, Text]] = [("", N_("not answered")), ("yes", N_("Yes")), ("no", N_("No"))]
_STRANGE = N_("The answer is “{answer}”, which is not offered. Choose one that is.")


class AnswersForm(KeptForm):
    """Takes answers by the kind of each question; `written` tells one when it is left.

    Fields are named `custom:…`, as `People.change` takes them.
    """

    def __init__(self, questions: Sequence[Question], today: date) -> None:
        super().__init__()
        self.questions = tuple(questions)
        self._today = today
        self._asked = {one.field: one for one in questions}
        self._strange: set[str] = set()
        for question in questions:
            self._add_question(question)

    def show_answers(self, details: Mapping[str, Any]) -> None:
        """Show what is kept now, but where somebody is typing leave that."""
        for question in self.questions:
            name, answer = question.field, str(details.get(question.field) or "")
            self.show_kept(name, self._shown(question, answer))
            if name in self._strange:
                self.clear_refusal(name)
                self._strange.discard(name)
            if answer and not is_answered(question, answer) and not self.refusal(name):
                self.refuse(name, Sentence(_STRANGE, answer=answer))
                self._strange.add(name)

    def understood(self) -> dict[str, str] | None:
        """Give all answers; where one is wrong or lacking, say so at its field."""
        self.clear_refusals()
        answers: dict[str, str] = {}
        is_right = True
        for name, question in self._asked.items():
            try:
                answers[question.name] = self._read(question, self._text(name))
            except Refusal as refusal:
                self.refuse(name, refusal.sentence)
                is_right = False
        return answers if is_right else None

    def _read(self, question: Question, text: str) -> str:
        answer = read_answer(question, text, self._today)
        if is_open(question, answer):
            raise Refusal("This must be answered.")
        return answer

    def _understood(self, name: str, text: str) -> dict[str, Any]:
        return {name: self._read(self._asked[name], text)}

    def _add_question(self, question: Question) -> None:
        name, label = question.field, partial(_label, question)
        if question.kind in ("choice", "yes_no"):
            self.keep_choice(name, label, _choices(question))
        elif question.kind == "choices":
            several = SeveralField(question.choices)
            self.add_own(name, label, several, lambda: several.text)
            several.changed.connect(partial(self._changed, name))
            several.changed.connect(partial(self._leave, name))
            self._kept[name] = ""
        else:
            hint = N_("Day, month and year") if question.kind == "date" else ""
            self.keep_text(name, label, "", hint)

    def _put(self, name: str, field: QWidget, text: str) -> None:
        if isinstance(field, SeveralField):
            field.choose(chosen_of(self._asked[name], text))
        else:
            super()._put(name, field, text)

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


def _choices(question: Question) -> list[tuple[str, Text]]:
    if question.kind == "yes_no":
        return _YES_NO
    offered: list[tuple[str, Text]] = [("", N_("not answered"))]
    return offered + [(one, partial(in_language, one)) for one in question.choices]


def _label(question: Question) -> str:
    if not question.is_required:
        return question.label
    return _("{question} (must be answered)").format(question=question.label)
