"""What is done from the list of a session: states, closing, paper; each said with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.attendance.state_views import STATE_WORDS, Mark
from bootcamp_app.ui.attendance.closing_dialog import CloseDialog, ReopenDialog, closed_in_words
from bootcamp_app.ui.attendance.copying import copy_people
from bootcamp_app.ui.attendance.marking_dialog import MarkingDialog
from bootcamp_app.ui.attendance.who import HERE, Standing
from bootcamp_app.ui.attendance.who_history import StandingDialog
from bootcamp_app.ui.attendance.who_reason import ReasonDialog
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog

    from bootcamp_app.features.attendance.state_views import Closing, Marked
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.ui.attendance.who_list import WhoList
    from bootcamp_app.ui.desk import Desk


class WhoActs(QObject):
    """Does to a session what its list asks for."""

    said = Signal(object, str)
    """(Text, act) for a toast."""
    refused = Signal(object)

    def __init__(self, desk: Desk, shown: WhoList) -> None:
        super().__init__(shown)
        self._desk = desk
        self._list = shown
        self.session: Session | None = None
        shown.state_wanted.connect(self.set_state)
        shown.search_wanted.connect(self._search)
        shown.history_wanted.connect(self._tell)
        shown.undo_wanted.connect(self._take_back)
        shown.table.copy_wanted.connect(self._copy)
        shown.paper_wanted.connect(self.mark_from_paper)
        shown.close_wanted.connect(self.close_or_reopen)

    def set_state(self, state: str, people: Sequence[Standing]) -> None:
        """Set how people stand; asks for a reason where one is needed."""
        current = self.session
        if current is None or not people:
            return
        is_locked = people[0].session.is_locked or current.is_locked
        if state == "excused" or is_locked:
            self._open(ReasonDialog(self._list, state, people, partial(self._set, state, people)))
        else:
            self._set(state, people, "")

    def mark_from_paper(self) -> None:
        """Mark many at once."""
        if (place := self._place()) is not None:
            self._open(MarkingDialog(self._list, self._desk, place[1], self._marked))

    def close_or_reopen(self) -> None:
        """Close the session, or open it again; both ask first."""
        if self.session is None:
            return
        if self.session.is_locked:
            self._open(ReopenDialog(self._list, self._desk, self.session, self._reopened))
        else:
            self._open(CloseDialog(self._list, self._desk, self.session, self._closed))

    def _copy(self) -> None:
        chosen = [one.person for one in self._list.table.selected() if isinstance(one, Standing)]
        if chosen:
            self.said.emit(copy_people(chosen), "")

    def _search(self, words: str) -> None:
        bootcamp, people = self._desk.bootcamp, self._desk.app.people
        if bootcamp is None or not words:
            self._desk.tasks.read(self, lambda: None, self._list.show_found, key="search")
            return
        self._desk.tasks.read(
            self,
            lambda: frozenset(people.ids(bootcamp, words)),
            self._list.show_found,
            key="search",
        )

    def _place(self) -> tuple[Bootcamp, Session] | None:
        bootcamp, session = self._desk.bootcamp, self.session
        return (bootcamp, session) if bootcamp and session else None

    def _open(self, dialog: QDialog) -> None:
        dialog.open()

    def _set(self, state: str, people: Sequence[Standing], reason: str) -> None:
        # Of the session whose list they were chosen in: another may be shown by now.
        session, states = people[0].session, self._desk.app.states
        ids = [one.id for one in people]
        self._desk.tasks.write(
            self,
            lambda: states.set(session, ids, Mark(state, reason)),
            self._marked,
            self.refused.emit,
        )

    def _marked(self, told: Marked) -> None:
        self.said.emit(partial(marked_in_words, told), told.act)

    def _closed(self, told: Closing) -> None:
        self.said.emit(partial(closed_in_words, len(told.missing)), told.act)

    def _reopened(self, act: str) -> None:
        self.said.emit(Sentence("The session is open again."), act)

    def _tell(self, one: object) -> None:
        if isinstance(one, Standing):
            self._open(StandingDialog(self._list, self._desk, one))

    def _take_back(self, one: object) -> None:
        if not isinstance(one, Standing) or one.presence is None:
            return
        attendance, event, name = self._desk.app.attendance, one.presence.event_id, one.person.name
        said = (
            N_("{name} is not here any more.") if one.state in HERE else N_("{name}: taken back.")
        )
        self._desk.tasks.write(
            self,
            lambda: attendance.undo_scan(event),
            lambda _done: self.said.emit(Sentence(said, name=name), ""),
            self.refused.emit,
        )


def marked_in_words(told: Marked) -> str:
    """Say who was marked how, and how many were left as they are."""
    state, number = _(STATE_WORDS[told.mark.state]), len(told.people)
    left = len(told.already) + len(told.withdrawn) + len(told.not_expected)
    if not number:
        return _("Nobody was marked: they stand so already or are not expected.")
    if number == 1:
        said = f"{told.people[0].name}: {state}"
    else:
        said = ngettext("{n} person", "{n} people", number).format(n=digits(number)) + f": {state}"
    return said + (" · " + _("{n} left as they are").format(n=digits(left)) if left else "")
