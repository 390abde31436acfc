"""From what became true, on whatever thread, to a signal in the window's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from bootcamp_app.core.changes import Announcement, Changes


class Bridge(QObject):
    """Tells every open window what has just become durable."""

    happened = Signal(object)
    """One announced fact."""
    acted = Signal(object)
    """The whole announcement: the act that undo can take back, and its facts."""

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self._told.connect(self._pass_on)
        self.close = changes.subscribe_all(self._told.emit)

    # Emitted on the thread that wrote, received in the window's: Qt queues it between them.
    _told = Signal(object)

    def _pass_on(self, announcement: Announcement) -> None:
        self.acted.emit(announcement)
        for fact in announcement.facts:
            self.happened.emit(fact)
