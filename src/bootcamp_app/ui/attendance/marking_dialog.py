"""Marking many at once, from a list that was signed or by what they share; shown before done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.attendance.marking_fields import MarkingFields
from bootcamp_app.ui.attendance.marking_looking import Looked, look
from bootcamp_app.ui.attendance.marking_preview import MarkingPreview
from bootcamp_app.ui.attendance.who import everybody
from bootcamp_app.ui.attendance.who_is_there import WHO_IS_THERE
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.attendance.marking import Sheet
    from bootcamp_app.features.attendance.state_views import Marked
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.who import Standing
    from bootcamp_app.ui.desk import Desk

_PAUSE = 200
_NEEDED = 560


class MarkingDialog(Dialog):
    """Takes who is meant and how they stand, shows what it would do, and does it.

    `then` gets what was done.
    """

    share_of_window = 0.6

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        session: Session,
        then: Callable[[Marked], object],
    ) -> None:
        self._desk = desk
        self._session = session
        self._then = then
        self._looked: Looked | None = None
        self.form = MarkingFields(session)
        self.preview = MarkingPreview()
        super().__init__(
            parent,
            lambda: _("Mark from paper · {session}").format(session=session.title),
            SideBySide(self.form, self.preview, needed=_NEEDED, gap=24),
            N_("Mark"),
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.form.changed.connect(self._wait)
        desk.bridge.happened.connect(self._hear)
        self.confirmed.connect(self._mark)
        self.main.setEnabled(False)
        desk.tasks.read(self, self._read, lambda known: self._know(*known), key="known")

    def _read(self) -> tuple[list[Standing], Sheet | None]:
        app, session = self._desk.app, self._session
        return everybody(app, session), app.paper_lists.latest(session)

    def _know(self, people: list[Standing], latest: Sheet | None) -> None:
        self.form.know(people, latest)
        self._wait()

    def _hear(self, fact: object) -> None:
        """Somebody came while the dialog stood open: what it shows is not so any more."""
        if isinstance(fact, WHO_IS_THERE):
            self._wait()

    def _wait(self) -> None:
        """Look a moment after the last key or change; until then nothing can be done."""
        self.main.setEnabled(False)
        self._looked = None
        self._pause.start()

    def _look(self) -> None:
        app, session, wish = self._desk.app, self._session, self.form.wish

        def work() -> Looked | Refusal:
            try:
                return look(app, session, wish)
            except Refusal as refusal:
                return refusal

        self._desk.tasks.read(self, work, self._show, key="looking")

    def _show(self, looked: Looked | Refusal) -> None:
        if self._pause.isActive():
            return
        if isinstance(looked, Refusal):
            self.preview.show_refusal(looked)
            return
        self._looked = looked
        self.preview.show_look(looked)
        self._offer(len(looked.told.people))
        self.main.setEnabled(looked.may_be_done)

    def _offer(self, number: int) -> None:
        text = partial(_mark, number)
        say(self.main, text)
        say(self.main, text, "setAccessibleName")

    def _mark(self) -> None:
        looked = self._looked
        if looked is None or not looked.may_be_done:
            return
        self.main.setEnabled(False)
        states, session = self._desk.app.states, self._session
        self._desk.tasks.write(
            self,
            lambda: states.set(session, looked.ids, looked.told.mark),
            self._done,
            self._stay,
        )

    def _done(self, told: Marked) -> None:
        self.accept()
        self._then(told)

    def _stay(self, refusal: Refusal) -> None:
        self._wait()
        self.refuse(refusal)


def _mark(number: int) -> str:
    return ngettext("Mark {n} person", "Mark {n} people", number).format(n=digits(number))
