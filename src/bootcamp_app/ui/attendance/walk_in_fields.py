"""What is asked of somebody who registers at the door, in the order of asking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.person_views import Question
from bootcamp_app.features.people.views import Participant
from bootcamp_app.ui.attendance.offers import colleagues, organisations
from bootcamp_app.ui.attendance.one_field import OneField
from bootcamp_app.ui.attendance.sex_field import SexField
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.people.field_words import CHOSEN, TITLES, choices
from bootcamp_app.ui.people.person_answers import AnswersForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.ui.desk import Desk

    Suggest = Callable[[str], Sequence[Completion]]

_NEEDED = 520
_ALWAYS = ("name_km", "name_en", "sex", "organisation")
_NOBODY_SAID = {"", "not_stated"}
_LACKING = N_("This must be answered.")


class WalkInFields(QWidget):
    """Two names, the sex, the organisation, and what the bootcamp asks at its door."""

    names_changed = Signal()
    changed = Signal()
    offer_taken = Signal()
    """Enter took what a field offered."""

    def __init__(self, desk: Desk, below_names: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self._forms: dict[str, OneField] = {}
        self._asked: tuple[str, ...] = ()
        self._questions: tuple[Question, ...] | None = None
        self._answers: AnswersForm | None = None
        self._more = column(gap=14)
        self.name_km = self._text("name_km")
        self.name_en = self._text("name_en")
        self.seat = OfferingField(desk, self._colleagues, N_("In place of"))
        self.sex = SexField()
        self.organisation = OfferingField(desk, organisations(desk.app), TITLES["organisation"])
        self._build(below_names)

    @property
    def names(self) -> tuple[str, str]:
        """The Khmer and the Latin name."""
        return self.name_km.text().strip(), self.name_en.text().strip()

    @property
    def in_place_of(self) -> Participant | None:
        """The colleague who did not come, where one was chosen."""
        value = self.seat.value
        return value if isinstance(value, Participant) else None

    @property
    def fields(self) -> list[QWidget]:
        """All that is asked now, in order."""
        asked = [self._forms[name].field(name) for name in self._asked]
        answers = self._answers
        own = [answers.field(one.field) for one in answers.questions] if answers else []
        seat = [self.seat] if self._forms["seat"].isVisibleTo(self) else []
        return [self.name_km, self.name_en, *seat, self.sex, self.organisation, *asked, *own]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filled in."""
        texts = [*self.names, self.organisation.text(), self.seat.text(), self.sex.key]
        texts += [str(self._forms[name].values()[name]) for name in self._asked]
        if self._answers is not None:
            texts += [str(text) for text in self._answers.values().values()]
        return all(text.strip() in _NOBODY_SAID for text in texts)

    def begin(self, bootcamp: Bootcamp, session: Session) -> None:
        """Be empty for somebody who comes to a session."""
        self._session = session
        for line in (self.name_km, self.name_en, self.organisation, self.seat):
            line.setText("")
        self.sex.choose("not_stated")
        self.show_seat(is_asked=False)
        for form in self._forms.values():
            form.clear_refusals()
        self._ask(bootcamp, self._questions or ())

    def ask(self, bootcamp: Bootcamp, questions: Sequence[Question]) -> None:
        """Ask what the bootcamp asks at its door, unless it is asked already."""
        if self._questions != tuple(questions):
            self._questions = tuple(questions)
            self._ask(bootcamp, questions)

    def show_seat(self, *, is_asked: bool) -> None:
        """Ask in whose place somebody comes, or do not."""
        self._forms["seat"].setVisible(is_asked)
        if not is_asked:
            self.seat.setText("")

    def understood(self, today: date) -> Nominee | None:
        """Give what was filled in; where something is wrong or lacking, say so at its field."""
        texts = {name: self._read(name) for name in (*_ALWAYS, *self._asked)}
        wrong = [name for name, text in texts.items() if not self._is_right(name, text, today)]
        answers = self._understood_answers()
        if not any(self.names):
            self.refuse(
                "name_km",
                N_("A person needs a name. Give it in Khmer, in Latin letters or in both."),
            )
            return None
        if self.seat.text().strip() and self.in_place_of is None:
            self.refuse("seat", N_("Choose the colleague from the list."))
            return None
        if wrong or answers is None:
            return None
        said = {name: text for name, text in texts.items() if text not in _NOBODY_SAID}
        return replace(nominee_from(said, today), answers=answers)

    def answers(self) -> dict[str, str]:
        """Give only what was answered to the questions of the bootcamp, and can be."""
        found = self._answers.understood() if self._answers is not None else {}
        return {name: text for name, text in (found or {}).items() if text}

    def refuse(self, name: str, text: str) -> None:
        """Say what is wrong with a field."""
        self._forms[name].refuse(name, text)

    @property
    def first_wrong(self) -> QWidget | None:
        """The first field of which something is said to be wrong."""
        for field in self.fields:
            if field.property("wrong") == "true":
                return field
        return None

    def _build(self, below_names: QWidget) -> None:
        for name, field in (("sex", self.sex), ("organisation", self.organisation)):
            self._own(name, TITLES[name], field)
        self._own("seat", N_("In place of"), self.seat)
        self.sex.changed.connect(lambda: self._accept("sex"))
        for offering in (self.organisation, self.seat):
            offering.took_by_enter.connect(self.offer_taken)
            offering.textEdited.connect(lambda _text: self.changed.emit())
        self.organisation.textChanged.connect(lambda _text: self._accept("organisation"))
        self.seat.textChanged.connect(lambda _text: self._accept("seat"))
        for line in (self.name_km, self.name_en):
            line.textChanged.connect(lambda _text: self._accept("name_km"))
            line.textChanged.connect(lambda _text: self.names_changed.emit())
            line.textEdited.connect(lambda _text: self.changed.emit())
        names = SideBySide(self._forms["name_km"], self._forms["name_en"], needed=_NEEDED)
        rest = SideBySide(
            self._forms["sex"], self._forms["organisation"], needed=_NEEDED, shares=(1, 2)
        )
        self.setLayout(column(names, below_names, self._forms["seat"], rest, self._more, gap=14))

    def _text(self, name: str) -> QLineEdit:
        self._forms[name] = OneField()
        return self._forms[name].add_text(name, TITLES[name])

    def _own(self, name: str, label: str, field: QWidget) -> None:
        self._forms[name] = OneField()
        read = (lambda: self.sex.key) if name == "sex" else getattr(field, "text", str)
        self._forms[name].add_own(name, label, field, read)

    def _accept(self, name: str) -> None:
        self._forms[name].clear_refusals()
        self.changed.emit()

    def _read(self, name: str) -> str:
        return str(self._forms[name].values()[name] or "").strip()

    def _is_right(self, name: str, text: str, today: date) -> bool:
        is_asked = self._bootcamp_asks(name)
        try:
            if is_asked and text in _NOBODY_SAID and not (self.in_place_of and name != "sex"):
                raise Refusal(_LACKING)
            nominee_from({name: text}, today)
        except Refusal as refusal:
            self._forms[name].refuse(name, refusal.sentence)
            return False
        return True

    def _bootcamp_asks(self, name: str) -> bool:
        bootcamp = self._desk.bootcamp
        return bootcamp is not None and name in bootcamp.asked_at_door

    def _understood_answers(self) -> dict[str, str] | None:
        if self._answers is None:
            return {}
        answers = self._answers.understood()
        if answers is None:
            return None
        for question in self._answers.questions:
            if not answers[question.name]:
                self._answers.refuse(question.field, _LACKING)
        return answers if all(answers.values()) else None

    def _ask(self, bootcamp: Bootcamp, questions: Sequence[Question]) -> None:
        """Make the fields of what is asked at this door besides the four that always are."""
        while (item := self._more.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name in self._asked:
            del self._forms[name]
        wanted = [name for name in bootcamp.asked_at_door if name not in _ALWAYS]
        self._asked = tuple(name for name in wanted if not name.startswith(CUSTOM))
        for name in self._asked:
            self._more.addWidget(self._asking(name))
        at_door = [one for one in questions if one.is_asked_at_door or one.field in wanted]
        known = {one.field for one in at_door}
        at_door += [
            Question("", bootcamp.id, field.removeprefix(CUSTOM), field.removeprefix(CUSTOM), "")
            for field in wanted
            if field.startswith(CUSTOM) and field not in known
        ]
        today = self._desk.app.clock.now().astimezone(bootcamp.zone).date()
        self._answers = AnswersForm(at_door, today) if at_door else None
        if self._answers is not None:
            self._answers.changed.connect(self.changed)
            self._more.addWidget(self._answers)

    def _asking(self, name: str) -> OneField:
        form = self._forms[name] = OneField()
        if name in CHOSEN:
            nothing = "" if name in ("province", "disability") else "not_stated"
            form.add_choice(name, TITLES[name], choices(name, nothing), nothing)
        else:
            form.add_text(name, TITLES[name])
        form.changed.connect(self.changed)
        return form

    def _colleagues(self, text: str) -> list[Completion]:
        bootcamp, session = self._desk.bootcamp, self._session
        return colleagues(self._desk.app, bootcamp, session, text) if bootcamp and session else []


class OfferingField(CompletingField):
    """Tells when Enter took an offer, so that the form can go on to the next field."""

    took_by_enter = Signal()

    def __init__(self, desk: Desk, suggest: Suggest, name: str) -> None:
        super().__init__(desk.tasks, suggest, name)
        self._is_enter = False
        self.taken.connect(self._tell_enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key but Tab."""
        self._is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        super().keyPressEvent(event)
        self._is_enter = False

    def _tell_enter(self, _completion: object) -> None:
        if self._is_enter:
            self.took_by_enter.emit()
