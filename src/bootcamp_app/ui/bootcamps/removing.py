"""Asking before a session is removed, with what was recorded at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.bootcamps.views import Recorded, SessionsChanged
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.desk import Desk


class RemoveDialog(Dialog):
    """Says what is recorded at a session, and removes it."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""

    def __init__(self, parent: QWidget, desk: Desk, session: Session) -> None:
        self._desk = desk
        self._session = session
        self._seen = Recorded()
        self.told = Label(N_("Looking for what is recorded …"), wraps=True)
        back = Label(N_("It can be taken back with Undo."), tone="muted", wraps=True)
        super().__init__(
            parent,
            lambda: _("Remove “{title}”?").format(title=session.title),
            holding(column(self.told, back, gap=8)),
            N_("Remove"),
        )
        self.main.setEnabled(False)  # before anybody could read what is recorded
        self.confirmed.connect(self._remove)
        self._look()

    def _look(self) -> None:
        service, session = self._desk.app.agenda, self._session
        self._desk.tasks.read(self, lambda: service.recorded(session), self._know)

    def _know(self, recorded: Recorded) -> None:
        self._seen = recorded
        say(self.told, lambda: _told(recorded))
        self.main.setEnabled(True)
        self.main.setFocus()

    def _remove(self) -> None:
        self.main.setEnabled(False)
        service, session, seen = self._desk.app.agenda, self._session, self._seen
        self._desk.tasks.write(
            self, lambda: service.remove(session, seen), lambda _none: self._done(), self._refused
        )

    def _done(self) -> None:
        title = self._session.title
        self.done_so.emit(Sentence("“{title}” was removed.", title=title), SessionsChanged)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.refuse(refusal)
        self._look()  # whoever was recorded meanwhile is told before it is asked again


def _told(recorded: Recorded) -> str:
    if not recorded.entries:
        return _("Nobody is recorded at this session.")
    return ngettext(
        "{n} person was present. What is recorded is kept, but counts nowhere while the session "
        "is gone: not in lists, totals or certificates.",
        "{n} people were present. What is recorded is kept, but counts nowhere while the session "
        "is gone: not in lists, totals or certificates.",
        recorded.people,
    ).format(n=digits(recorded.people))
