"""Choosing the session that people come to; the one meant now is chosen by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.rules import session_at
from bootcamp_app.ui.words import clock_time, digits, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bootcamp_app.features.bootcamps.views import Session


class SessionChooser(QComboBox):
    """All sessions of a bootcamp in the order of time."""

    session_changed = Signal(object)
    """Another Session is meant, by hand or because time went on; or none."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self._sessions: list[Session] = []
        self._is_chosen_by_hand = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        say(self, N_("Session"), "setAccessibleName")
        self.activated.connect(self._choose)
        tongue.turned.connect(self._write)

    def show_sessions(self, sessions: Sequence[Session], now: datetime) -> None:
        """Show the sessions of a bootcamp; the one of another bootcamp is let go."""
        kept = {one.id for one in sessions}
        if self.session is None or self.session.id not in kept:
            self._is_chosen_by_hand = False
        self._sessions = list(sessions)
        self._write()
        if self._is_chosen_by_hand and self.session is not None:
            self._mean(next(one for one in sessions if one.id == self.session.id))
        else:
            self._mean(session_at(now, sessions))

    def go_on(self, now: datetime) -> None:
        """Turn to the session of this moment, unless a person has chosen another."""
        if not self._is_chosen_by_hand:
            self._mean(session_at(now, self._sessions))

    def _choose(self, row: int) -> None:
        self._is_chosen_by_hand = True
        self._mean(self._sessions[row])

    def _mean(self, session: Session | None) -> None:
        is_another = session != self.session
        self.session = session
        with QSignalBlocker(self):
            self.setCurrentIndex(self._sessions.index(session) if session else -1)
        if is_another:
            self.session_changed.emit(session)

    def _write(self) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.addItems(_told_apart(self._sessions))
            if self.session in self._sessions:
                self.setCurrentIndex(self._sessions.index(self.session))


def _told_apart(sessions: Sequence[Session]) -> list[str]:
    """Give title and time of each; the day as well where that would name two alike."""
    named = [f"{one.title} · {clock_time(one.starts_at)}" for one in sessions]
    days = [digits(f"{one.starts_at.day}/{one.starts_at.month}") for one in sessions]
    return [
        f"{name} · {day}" if named.count(name) > 1 else name
        for name, day in zip(named, days, strict=True)
    ]
