"""Asking before a session is closed, with counts and names; and why it is opened again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.attendance.name_list import NameList
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.attendance.state_views import Closing
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.desk import Desk


class CloseDialog(Dialog):
    """Says what closing does, and closes; `then` gets the Closing."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        session: Session,
        then: Callable[[Closing], object],
    ) -> None:
        self._desk = desk
        self._session = session
        self._then = then
        self.counts = Label(N_("Counting…"), wraps=True)
        self.missing = Label(wraps=True)
        self.names = NameList(N_("Who will be marked absent"))
        after = Label(
            N_("Scans are refused from then on. A state can still be changed, with a reason, and "
               "one undo takes everything back."),
            tone="muted", wraps=True,
        )  # fmt: skip
        for part in (self.missing, self.names):
            part.hide()
        super().__init__(
            parent,
            lambda: _("Close {session}").format(session=session.title),
            holding(column(self.counts, self.missing, self.names, after, gap=12)),
            N_("Close the session"),
        )
        self.main.setEnabled(False)
        self.confirmed.connect(self._close)
        sittings = desk.app.sittings
        desk.tasks.read(
            self, lambda: sittings.look(session), self._show, key="closing", failed=self._cannot
        )

    def _cannot(self, refusal: Refusal) -> None:
        self.counts.hide()
        self.refuse(refusal)

    def _show(self, told: Closing) -> None:
        say(self.counts, partial(counted, told))
        number = len(told.missing)
        say(self.missing, partial(_to_come, number))
        self.names.show_people(told.missing)
        self.missing.show()
        self.names.setVisible(bool(number))
        self.main.setEnabled(True)

    def _close(self) -> None:
        self.main.setEnabled(False)
        sittings, session = self._desk.app.sittings, self._session
        self._desk.tasks.write(self, lambda: sittings.close(session), self._done, self._stay)

    def _done(self, told: Closing) -> None:
        self.accept()
        self._then(told)

    def _stay(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)


class ReopenDialog(Dialog):
    """Asks why a session is opened again, and opens it; `then` gets the act."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, session: Session, then: Callable[[str], object]
    ) -> None:
        self._desk = desk
        self._session = session
        self._then = then
        self.form = Form()
        self.form.add_text("reason", N_("Why is it opened again?"))
        told = Label(
            N_("Scans count again. Who was marked absent stays so until they come. The reason is "
               "kept."),
            tone="muted", wraps=True,
        )  # fmt: skip
        super().__init__(
            parent,
            lambda: _("Open {session} again").format(session=session.title),
            holding(column(told, self.form)),
            N_("Open again"),
        )
        self.confirmed.connect(self._reopen)

    def _reopen(self) -> None:
        sittings, session = self._desk.app.sittings, self._session
        reason = str(self.form.values()["reason"])
        self._desk.tasks.write(
            self,
            lambda: sittings.reopen(session, reason),
            self._done,
            lambda refusal: self._stay(refusal, reason),
        )

    def _done(self, act: str) -> None:
        self.accept()
        self._then(act)

    def _stay(self, refusal: Refusal, reason: str) -> None:
        if reason.strip():
            self.refuse(refusal)
            return
        self.form.refuse("reason", refusal.sentence)
        self.form.field("reason").setFocus()


def counted(told: Closing) -> str:
    """Say how everybody stands before closing."""
    said = [_("{n} here").format(n=digits(told.here))]
    if told.late:
        said[0] += " (" + _("{n} of them late").format(n=digits(told.late)) + ")"
    said.append(_("{n} excused").format(n=digits(told.excused)))
    if told.absent:
        said.append(_("{n} set absent").format(n=digits(told.absent)))
    return ", ".join(said)


def _to_come(number: int) -> str:
    if not number:
        return _("Everybody has a standing. Nobody will be marked absent.")
    said = ngettext(
        "{n} person will be marked absent:", "{n} people will be marked absent:", number
    )
    return said.format(n=digits(number))


def closed_in_words(number: int) -> str:
    """Say that a session was closed, and how many are absent by that."""
    said = ngettext(
        "The session is closed. {n} person was marked absent.",
        "The session is closed. {n} people were marked absent.",
        number,
    )
    return said.format(n=digits(number))
