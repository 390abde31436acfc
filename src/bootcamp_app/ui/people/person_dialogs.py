"""Adding somebody by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.people.person_form import PersonForm

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk


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


def _today(desk: Desk, bootcamp: Bootcamp) -> date:
    return desk.app.clock.now().astimezone(bootcamp.zone).date()
