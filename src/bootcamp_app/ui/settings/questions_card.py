"""What the bootcamp in front asks of its people besides: asked, changed, put in order, retired."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.people.person_views import KIND_WORDS, QuestionsChanged
from bootcamp_app.features.people.views import PeopleImported
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.settings.question_dialog import QuestionDialog
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.features.people.questions import AskedQuestion
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_SHOWN_ANEW = (PeopleImported, QuestionsChanged, RecordsUndone)


class QuestionsCard(Card):
    """A line for each question with its acts, and one for each column that only lists had."""

    said = Signal(object, str)
    """What was done, in words, and the act that takes it back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done = Acts(desk)
        self._lines = column(gap=14)
        self.lines: list[QuestionLine] = []
        self.columns: dict[str, QWidget] = {}
        self.dialog: QuestionDialog | None = None
        self.told = Label(size="small", tone="muted", wraps=True)
        self.banner = Banner()
        self.add = button(N_("Ask something more"), self._ask, icon_name="plus")
        super().__init__(
            N_("What this bootcamp asks"),
            self.told,
            self.banner,
            self._lines,
            holding(Flow(self.add)),
        )
        desk.bootcamp_chosen.connect(self.look)
        desk.bootcamp_changed.connect(self.look)
        desk.bridge.happened.connect(self._hear)
        self.look()

    def look(self) -> None:
        """Show what is asked now."""
        bootcamp, questions = self._desk.bootcamp, self._desk.app.questions
        self.add.setEnabled(bootcamp is not None)
        if bootcamp is None:
            say(self.told, N_("Open a bootcamp first. Each one asks what it needs."))
            self._show(([], []))
            return
        title = bootcamp
        say(self.told, lambda: _hint(title.title))
        self._desk.tasks.read(
            self,
            lambda: (questions.of(bootcamp), questions.unasked(bootcamp)),
            self._show,
            key="questions",
        )

    def change(self, question: Question) -> None:
        """Let somebody ask it otherwise."""
        self._open(question, self._asked_otherwise(question))

    def put(self, question: Question, places: int) -> None:
        """Ask it earlier, or later."""
        questions = self._desk.app.questions
        self._write(lambda: questions.move(question, places), lambda: None)

    def retire(self, question: Question) -> None:
        """Ask it no more."""
        questions = self._desk.app.questions
        gone = Sentence(
            "“{question}” is asked no more. Answers that were given are kept.",
            question=question.label,
        )
        self._write(lambda: questions.remove(question), partial(self._say, gone))

    def _ask(self, name: str = "") -> None:
        bootcamp, questions = self._desk.bootcamp, self._desk.app.questions
        if bootcamp is not None:
            self._open(None, lambda asked: questions.add(bootcamp, asked), name)

    def _asked_otherwise(self, question: Question) -> Callable[[AskedQuestion], object]:
        return lambda asked: self._desk.app.questions.change(question, asked)

    def _open(
        self, question: Question | None, write: Callable[[AskedQuestion], object], name: str = ""
    ) -> None:
        dialog = QuestionDialog(self.window(), question, name)
        dialog.asked.connect(lambda asked: self._keep(dialog, write, asked))
        self.dialog = dialog
        dialog.open()

    def _keep(
        self,
        dialog: QuestionDialog,
        write: Callable[[AskedQuestion], object],
        asked: AskedQuestion,
    ) -> None:
        kept = N_("The question is kept.")

        def done(_question: object) -> None:
            dialog.accept()
            self._say(kept)

        self._desk.tasks.write(dialog, lambda: write(asked), done, dialog.not_kept)

    def _show(self, found: tuple[Sequence[Question], Sequence[str]]) -> None:
        questions, names = found
        clear(self._lines)
        last = len(questions) - 1
        self.lines = [
            QuestionLine(self, one, is_first=place == 0, is_last=place == last)
            for place, one in enumerate(questions)
        ]
        self.columns = {name: self._column(name) for name in names}
        for line in (*self.lines, *self.columns.values()):
            self._lines.addWidget(line)
        follow_layouts(self)

    def _column(self, name: str) -> QWidget:
        told = Label(Sentence("“{name}” came with a list. Nobody is asked it.", name=name),
                     size="small", wraps=True)  # fmt: skip
        ask = button(N_("Ask this"), partial(self._ask, name), icon_name="plus")
        say(ask, Sentence("Ask this: {name}", name=name), "setAccessibleName")
        return holding(column(told, holding(Flow(ask)), gap=4))

    def _write(self, work: Callable[[], object], then: Callable[[], object]) -> None:
        def done(_none: object) -> None:
            self.banner.hide()
            then()

        self._desk.tasks.write(self, work, done, self._refuse)

    def _refuse(self, refusal: Refusal) -> None:
        self.banner.refuse(refusal)

    def _say(self, text: Text) -> None:
        self.said.emit(text, self._done.latest(QuestionsChanged))

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _SHOWN_ANEW):
            self.look()


class QuestionLine(Card):
    """One question: its words, its kind, and what can be done with it."""

    def __init__(
        self, card: QuestionsCard, question: Question, *, is_first: bool, is_last: bool
    ) -> None:
        self.question = question
        title = Label(lambda: question.label, wraps=True)
        title.setProperty("weight", "bold")
        told = Label(lambda: _told(question), size="small", tone="muted", wraps=True)
        self.edit = _act(N_("Change this question"), "edit", partial(card.change, question))
        self.up = _act(N_("Ask it earlier"), "chevron-up", partial(card.put, question, -1))
        self.down = _act(N_("Ask it later"), "chevron-down", partial(card.put, question, 1))
        self.retire = _act(N_("Ask it no more"), "trash", partial(card.retire, question))
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)
        super().__init__(
            "", title, told, holding(Flow(self.edit, self.up, self.down, self.retire)), gap=4
        )
        self.body.setContentsMargins(12, 8, 12, 8)


def _act(text: Text, icon_name: str, clicked: Callable[[], object]) -> IconButton:
    made = IconButton(text, icon_name)
    made.clicked.connect(lambda: clicked())
    return made


def _hint(title: str) -> str:
    return _("Asked of everybody in “{title}”, besides what is always asked.").format(title=title)


def _told(question: Question) -> str:
    parts = [_(KIND_WORDS[question.kind])]
    if question.is_required:
        parts.append(_("must be answered"))
    if question.is_asked_at_door:
        parts.append(_("asked at the door"))
    return " · ".join(parts)
