"""Adding somebody, and changing what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.people.history_list import HistoryList
from bootcamp_app.ui.people.person_form import PersonForm
from bootcamp_app.ui.people.telling import Told, history_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk


@dataclass(frozen=True)
class Known:
    """Somebody, and every field of theirs as it is kept."""

    person: Participant
    details: dict[str, Any]


class AddPersonDialog(Dialog):
    """Takes what is known of somebody new."""

    added = Signal(object)
    """The Participant who is registered now."""

    def __init__(self, parent: QWidget, desk: Desk, bootcamp: Bootcamp) -> None:
        self.form = PersonForm()
        super().__init__(parent, N_("Add a person"), self.form, N_("Add"))
        self._desk = desk
        self._bootcamp = bootcamp
        self._is_writing = False
        self.confirmed.connect(self._add)

    def _add(self) -> None:
        nominee = self.form.understood(_today(self._desk, self._bootcamp))
        if nominee is None or self._is_writing:
            return
        self._is_writing = True
        people, bootcamp = self._desk.app.people, self._bootcamp
        self._desk.tasks.write(
            self, lambda: people.add(bootcamp, nominee), self._done, self._refused
        )

    def _done(self, person: Participant) -> None:
        self.added.emit(person)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._is_writing = False
        if not self.form.place(refusal):
            self.refuse(refusal)


class EditPersonDialog(Dialog):
    """Shows what is known of somebody, their badge and their history."""

    changed = Signal(object)
    """The Participant whose fields were written."""
    badge_replaced = Signal(object)
    badge_wanted = Signal(object)
    """The Participant whose badge is to be printed."""

    def __init__(self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, known: Known) -> None:
        person = known.person
        self.form = PersonForm(known.details)
        self.badge = BadgeCard()
        self.history = HistoryList()
        body = holding(column(self.form, self.badge, self.history))
        super().__init__(parent, lambda: person.name, body, N_("Save"))
        self._desk = desk
        self._bootcamp = bootcamp
        self._person = person
        self._is_writing = self._is_replacing = False
        self.confirmed.connect(self._save)
        self.badge.replace_wanted.connect(self._replace)
        self.badge.print_wanted.connect(self._print)
        self._look()

    def _save(self) -> None:
        self._write(self.accept)

    def _print(self) -> None:
        # What was typed is kept first: it may be on the badge.
        self._write(self._hand_over)

    def _hand_over(self) -> None:
        self.badge_wanted.emit(self._person)
        self.accept()

    def _write(self, then: Callable[[], object]) -> None:
        changes = self.form.changes(_today(self._desk, self._bootcamp))
        if changes is None or self._is_writing:
            return
        if not changes:
            then()
            return
        self._is_writing = True
        people, person = self._desk.app.people, self._person

        def work() -> Participant:
            people.change(person, **changes)
            return people.some([person.participation_id])[0]

        self._desk.tasks.write(self, work, lambda now: self._done(now, then), self._refused)

    def _done(self, person: Participant, then: Callable[[], object]) -> None:
        self._person = person
        self.changed.emit(person)
        then()

    def _refused(self, refusal: Refusal) -> None:
        self._is_writing = False
        if not self.form.place(refusal):
            self.refuse(refusal)

    def _look(self) -> None:
        app, person, zone = self._desk.app, self._person, self._bootcamp.zone

        def read() -> tuple[str, list[Told]]:
            (badge,) = app.badges.of([person])
            return badge.code, history_of(app.records, person, zone)

        self._desk.tasks.read(self, read, self._show, key="look")

    def _show(self, found: tuple[str, list[Told]]) -> None:
        code, told = found
        self.badge.show_code(code)
        self.history.show_history(told)

    def _replace(self) -> None:
        if self._is_replacing:
            return
        self._is_replacing = True
        badges, person = self._desk.app.badges, self._person
        self._desk.tasks.write(
            self, lambda: badges.replace(person), self._replaced, self._not_replaced
        )

    def _replaced(self, code: str) -> None:
        self._is_replacing = False
        self.badge.show_new(code)
        self.badge_replaced.emit(self._person)

    def _not_replaced(self, refusal: Refusal) -> None:
        self._is_replacing = False
        self.refuse(refusal)


class BadgeCard(Card):
    """The badge of somebody: its code, to print it, or to give a new one for a lost one."""

    replace_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        self.code = Label(wraps=True)
        self.banner = Banner(may_close=False)
        self.replace = button(N_("New badge"), self._ask, icon_name="refresh")
        self.print = button(N_("Print this badge"), self._print, icon_name="printer")
        buttons = holding(Flow(self.print, self.replace))
        self.sure = button(N_("Yes, give a new badge"), self._give, kind="danger")
        self.keep = button(N_("Keep this badge"), self._keep)
        self._question = holding(Flow(self.sure, self.keep))
        super().__init__(N_("Badge code"), self.code, self.banner, self._question, buttons)
        self._buttons = buttons
        self._question.hide()

    def show_code(self, code: str) -> None:
        """Show the code that counts now."""
        self.code.show_data(spaced(code))

    def show_new(self, code: str) -> None:
        """Show a code that has just been given."""
        self.show_code(code)
        self._keep()
        self.banner.show_text(N_("A new badge is given. Print it before the next session."), "good")

    # Signals can be bound only after the parts above are handed to the card.
    def _print(self) -> None:
        self.print_wanted.emit()

    def _give(self) -> None:
        self.replace_wanted.emit()

    def _ask(self) -> None:
        self.banner.show_text(
            N_("Is the badge lost? The old one will be refused at the door from now on."),
            "warning",
        )
        self._question.show()
        self._buttons.hide()
        self.keep.setFocus()

    def _keep(self) -> None:
        self.banner.hide()
        self._question.hide()
        self._buttons.show()
        self.replace.setFocus()


def _today(desk: Desk, bootcamp: Bootcamp) -> date:
    return desk.app.clock.now().astimezone(bootcamp.zone).date()
