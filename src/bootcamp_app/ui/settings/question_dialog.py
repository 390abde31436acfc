"""Asking something new, or asking it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.features.people.person_views import CHOOSING, KIND_WORDS
from bootcamp_app.features.people.questions import AskedQuestion
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.settings.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.people.person_views import Question

_LINES = 4
_CHOICES = N_(
    "Write one answer on each line. In both languages: English first, then an upright line, then "
    "Khmer. An example with two answers:\nYes | បាទ\nNo | ទេ"
)


class QuestionDialog(Dialog):
    """Takes the words of a question in both languages, its kind and when it is asked."""

    asked = Signal(object)
    """An AskedQuestion that is to be written."""

    def __init__(self, parent: QWidget | None, question: Question | None, name: str = "") -> None:
        self.form = Form()
        self.choices = TextField(_LINES)
        self._name = name
        self._is_writing = False
        self._fill(question, name)
        title = N_("Change this question") if question else N_("Ask something more")
        super().__init__(parent, title, self.form, N_("Keep this question"))
        self.confirmed.connect(self._ask)

    def not_kept(self, refusal: Refusal) -> None:
        """Say why the question was not kept, and let somebody mend it."""
        self._is_writing = False
        self.refuse(refusal)

    def _fill(self, question: Question | None, name: str) -> None:
        form = self.form
        words = (question.label_km, question.label_en) if question else _as_labels(name)
        form.add_text("label_km", N_("Question in Khmer"), words[0])
        form.add_text("label_en", N_("Question in English"), words[1])
        now = question.kind if question else "text"
        kind = form.add_choice("kind", N_("Kind of answer"), list(KIND_WORDS.items()), now)
        self.choices.setPlainText("\n".join(question.choices) if question else "")
        form.add_own("choices", N_("Answers to choose from"), self.choices,
                     self.choices.toPlainText, _CHOICES)  # fmt: skip
        form.add_yes_no(
            "is_required", N_("It must be answered"), question.is_required if question else False
        )
        form.add_yes_no(
            "is_asked_at_door",
            N_("Ask it at the door, when they check in"),
            question.is_asked_at_door if question else False,
        )
        kind.changed.connect(lambda: self._show_kind(kind.key))
        self._show_kind(kind.key)

    def _show_kind(self, kind: str) -> None:
        self.form.show_field("choices", is_shown=kind in CHOOSING)

    def _ask(self) -> None:
        if self._is_writing:
            return
        self._is_writing = True
        values = self.form.values()
        self.asked.emit(
            AskedQuestion(
                label_en=values["label_en"],
                label_km=values["label_km"],
                kind=values["kind"],
                choices=tuple(values["choices"].splitlines()),
                is_required=values["is_required"],
                is_asked_at_door=values["is_asked_at_door"],
                name=self._name,
            )
        )


def _as_labels(name: str) -> tuple[str, str]:
    return (name, "") if is_khmer(name) else ("", name)
