"""Which act a change was, so that a toast can offer to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from bootcamp_app.core.changes import Announcement
    from bootcamp_app.ui.desk import Desk


class Acts(QObject):
    """Remembers the latest act of each kind of fact.

    The bridge tells of a write before its answer comes, so the latest is the one just done.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._latest: dict[type, str] = {}
        desk.bridge.acted.connect(self._remember)

    def latest(self, kind: type) -> str:
        """Give the act of the latest fact of a kind; empty where there was none."""
        return self._latest.get(kind, "")

    def _remember(self, announcement: Announcement) -> None:
        for fact in announcement.facts:
            self._latest[type(fact)] = announcement.act
