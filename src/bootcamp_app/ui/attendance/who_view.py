"""The list of a session with all that belongs to it: the table, its acts, and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from bootcamp_app.ui.attendance.signin_view import SigninView
from bootcamp_app.ui.attendance.who_acts import WhoActs
from bootcamp_app.ui.attendance.who_hint import ClosingHint
from bootcamp_app.ui.attendance.who_list import WhoList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.who import Standing
    from bootcamp_app.ui.desk import Desk


class WhoView(QStackedWidget):
    """Shows who is here and who is missing, or the list as it will be printed."""

    said = Signal(object, str)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session | None = None
        self.who = WhoList(desk.memory)
        self._acts = WhoActs(desk, self.who)
        self._hint = ClosingHint(self.who.hint, self._acts.close_or_reopen)
        self._paper: SigninView | None = None
        self.addWidget(self.who)
        self.who.print_wanted.connect(self.print_list)
        self._acts.said.connect(self.said)
        self._acts.refused.connect(self.refused)

    def show_session(self, session: Session | None) -> None:
        """Be about a session, which may be another one, or the same with other hours."""
        before, after = self._session, session
        if before is None or after is None or before.id != after.id:
            self.show_table()
            self.who.show_people([])
        self._session = self._acts.session = session
        self.who.show_closed(is_closed=session is not None and session.is_locked)

    def show_people(self, people: Sequence[Standing]) -> None:
        """Show how people stand now."""
        self.who.show_people(people)
        if self._session is not None:
            self._hint.show(self._session, people, self._desk.app.clock.now())

    def show_table(self) -> None:
        """Show the table, and let what was to be printed go."""
        if self._paper is not None:
            self.removeWidget(self._paper)
            self._paper.deleteLater()
            self._paper = None

    def print_list(self) -> None:
        """Show the list to be signed as it will be printed."""
        bootcamp, session = self._desk.bootcamp, self._session
        if bootcamp is None or session is None:
            return
        self.show_table()
        self._paper = SigninView(self._desk, (bootcamp, session))
        self._paper.left.connect(self.show_table)
        self._paper.said.connect(self.said)
        self.addWidget(self._paper)
        self.setCurrentWidget(self._paper)

    def mark_from_paper(self) -> None:
        """Mark many at once, from a list that was signed."""
        self.show_table()
        self._acts.mark_from_paper()

    def close_or_reopen(self) -> None:
        """Close the session, or open it again; both ask first."""
        self.show_table()
        self._acts.close_or_reopen()
