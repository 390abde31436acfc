"""Who must be asked at the door: the questions are fetched, answered, and the person let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.ui.attendance.asked import asked_of
from bootcamp_app.ui.attendance.asking import Asking

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.ui.desk import Desk


class DoorQuestions(QObject):
    """Asks the person of a scan what the scan says is open."""

    come = Signal(object)
    """How to let the person in, now that everything is answered: gives a Scan."""
    kept = Signal(object)
    """How to keep the answers of somebody who is in already."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._of: tuple[Scan, Session] | None = None
        self.panel = Asking()
        self.panel.answered.connect(self._take)

    @property
    def is_asking(self) -> bool:
        """Whether somebody is being asked."""
        return self.panel.is_asking

    def begin(self, scan: Scan, session: Session) -> None:
        """Ask what is open of this person, unless nothing is."""
        bootcamp = self._desk.bootcamp
        if not scan.questions or scan.participant is None or bootcamp is None:
            return
        self._of = (scan, session)
        questions = self._desk.app.questions
        today = self._desk.app.clock.now().astimezone(bootcamp.zone).date()

        def ask(own: list[Question]) -> None:
            if self._of == (scan, session):  # nobody else has come since
                self.panel.ask(asked_of(scan.questions, own, today), may_pass=scan.is_accepted)

        self._desk.tasks.read(self, lambda: questions.of(bootcamp), ask, key="questions")

    def stop(self) -> None:
        """Ask this person no more: another one stands at the door."""
        self._of = None
        if self.panel.is_asking:
            self.panel.stop()

    def _take(self, answers: dict[str, str]) -> None:
        if self._of is None:
            return
        (scan, session), asked = self._of, self._desk.app.asked_at_door
        person = scan.participant
        if person is None:
            return
        if not scan.is_accepted:
            self.come.emit(lambda: asked.answer_and_check_in(session, person, answers))
        elif answers:
            self.kept.emit(lambda: asked.answer(person, answers))
