"""Writing down the colleague who came in place of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.people.person_form import PersonForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

_FIELDS = ("name_km", "name_en", "sex", "position", "phone")


class SubstituteDialog(Dialog):
    """Takes what is new; organisation, province and role stay those of the seat."""

    came = Signal(object)
    """The Participant who came instead."""

    def __init__(self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, first: Participant) -> None:
        self.form = PersonForm(fields=_FIELDS)
        title = Sentence("Who came in place of {name}?", name=first.name)
        super().__init__(parent, title, self.form, N_("Register"))
        self._desk = desk
        self._bootcamp = bootcamp
        self._first = first
        self._is_writing = False
        self.confirmed.connect(self._register)

    def _register(self) -> None:
        today = self._desk.app.clock.now().astimezone(self._bootcamp.zone).date()
        nominee = self.form.understood(today)
        if nominee is None or self._is_writing:
            return
        self._is_writing = True
        taking_part, first = self._desk.app.taking_part, self._first
        self._desk.tasks.write(
            self, lambda: taking_part.substitute(first, nominee), self._done, self._refused
        )

    def _done(self, came: Participant) -> None:
        self.came.emit(came)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._is_writing = False
        if not self.form.place(refusal):
            self.refuse(refusal)
