"""The sessions of the bootcamp in front; what is asked before they are known waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.desk import Desk


class SessionsRead(QObject):
    """Reads sessions, again and again as they change; once known they are known while it does."""

    came = Signal(object)
    """The list of Sessions, none where no bootcamp is open."""
    refused = Signal(object)

    def __init__(self, parent: QObject, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._of = ""
        self._waiting: list[Callable[[], object]] = []

    @property
    def is_known(self) -> bool:
        """Whether the sessions of the bootcamp in front were read, or there is none."""
        bootcamp = self._desk.bootcamp
        return bootcamp is None or bootcamp.id == self._of

    def read(self) -> None:
        """Read them, and tell."""
        bootcamp, app = self._desk.bootcamp, self._desk.app
        if bootcamp is None:
            self._come("", [])
            return
        self._desk.tasks.read(
            self,
            lambda: app.bootcamps.sessions(bootcamp),
            lambda found: self._come(bootcamp.id, found),
            key="sessions",
            failed=self._fail,
        )

    def when_known(self, act: Callable[[], object]) -> None:
        """Do something at once, or as soon as the sessions are known; in the order it was asked."""
        if self.is_known and not self._waiting:
            act()
        else:
            self._waiting.append(act)

    def _come(self, bootcamp_id: str, sessions: list[Session]) -> None:
        self._of = bootcamp_id
        self.came.emit(sessions)
        self._go_on()

    def _fail(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
        # Who waits is answered, if only by hearing that there is no session.
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
