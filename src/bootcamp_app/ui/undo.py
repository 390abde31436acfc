"""Ctrl+Z and Ctrl+Shift+Z: what was done at this desk, taken back and done again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.views import WalkedIn
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.taking_back import SHORT, TakenBack, much_back, take_back, told

if TYPE_CHECKING:
    from bootcamp_app.core.changes import Announcement
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk

_MOST = 200
_STAYS = {
    "ScanAnnulled",
    "CertificatesIssued",
    "CertificateRevoked",
    "NoticeWritten",
    "BadgesPrinted",
    "CertificatesPrinted",
}
"""Facts that are answered by others and never taken back by themselves."""


class UndoStack(QObject):
    """The acts of this sitting, and those that were taken back."""

    said = Signal(object, str)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._done: list[str] = []
        self._undone: list[str] = []
        self._scans: dict[str, str] = {}
        self._redoing: set[str] = set()
        desk.bridge.acted.connect(self._remember)

    def undo(self, act: str = "") -> None:
        """Take an act back, or the latest."""
        act = act or (self._done[-1] if self._done else "")
        if not act:
            self.said.emit(N_("There is nothing to undo here."), "")
            return
        if act in self._done:
            self._done.remove(act)
        self._take_back(act, N_("Taken back."))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self._undone:
            self.said.emit(N_("There is nothing to do again."), "")
            return
        act = self._undone.pop()
        self._redoing.add(act)
        self._take_back(act, N_("Done again."))

    def _take_back(self, act: str, words: str) -> None:
        app = self._desk.app

        def begin() -> TakenBack | None:
            return take_back(app, act) if app.records.size(act) <= SHORT else None

        def done(taken: TakenBack | None) -> None:
            if taken is None:
                self._take_much_back(act, words)
            else:
                self.said.emit(told(taken, words), "")

        self._desk.tasks.write(self, begin, done, partial(self._refuse, act))

    def _take_much_back(self, act: str, words: str) -> None:
        def done(taken: TakenBack) -> None:
            self.said.emit(told(taken, words), "")

        job = much_back(self._desk.app, act, done, partial(self._refuse, act))
        self._desk.tasks.long(self, job)

    def _remember(self, announcement: Announcement) -> None:
        kinds = {type(fact).__name__ for fact in announcement.facts}
        if "RecordsUndone" in kinds:
            self._forget_undone(announcement)
        elif "ScanAnnulled" in kinds:
            self._forget_annulled(announcement)
        elif announcement.act and not kinds <= _STAYS and _has_effect(announcement):
            self._done = [*self._done[-_MOST:], announcement.act]
            self._undone = []
            self._scans |= dict.fromkeys(_events(announcement), announcement.act)

    def _forget_undone(self, announcement: Announcement) -> None:
        """Know what was taken back or done again, here or elsewhere, and never do it twice."""
        undone = [fact for fact in announcement.facts if isinstance(fact, RecordsUndone)]
        acts = {fact.act for fact in undone}
        is_again = bool(acts & (self._redoing | set(self._undone)))
        self._redoing -= acts
        if all(fact.is_whole for fact in undone):
            self._done = [act for act in self._done if act not in acts]
            self._undone = [act for act in self._undone if act not in acts]
        (self._done if is_again else self._undone).append(announcement.act)

    def _refuse(self, act: str, refusal: Refusal) -> None:
        self._redoing.discard(act)
        self.refused.emit(refusal)

    def _forget_annulled(self, announcement: Announcement) -> None:
        """Forget a scan that was taken back at the door already."""
        for fact in announcement.facts:
            act = self._scans.pop(getattr(fact, "event_id", ""), "")
            if act in self._done:
                self._done.remove(act)


def _events(announcement: Announcement) -> list[str]:
    return [fact.scan.event_id for fact in announcement.facts if hasattr(fact, "scan")]


def _has_effect(announcement: Announcement) -> bool:
    """Say whether there is anything to take back; a refused scan has changed nothing."""
    if any(isinstance(fact, WalkedIn) and fact.is_new for fact in announcement.facts):
        return True
    scans = [fact.scan for fact in announcement.facts if hasattr(fact, "scan")]
    return not scans or any(scan.is_accepted for scan in scans)
