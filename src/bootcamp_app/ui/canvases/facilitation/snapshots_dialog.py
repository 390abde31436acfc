"""Snapshots of a board: kept, and two moments side by side with what is different told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.canvases.comparing import compared
from bootcamp_app.features.canvases.views import SnapshotsChanged
from bootcamp_app.ui.canvases.facilitation.differences import Differences
from bootcamp_app.ui.canvases.facilitation.moment_view import MomentView
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.bootstrap import App
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.canvases.views import BoardContents, Picture, Snapshot
    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike
    from bootcamp_app.ui.words import Text

NOW = "now"
_SIDE_BY_SIDE = 720


class SnapshotsDialog(Dialog):
    """Keeps a board as it is now, and shows two moments of it beside each other."""

    share_of_window = 0.92

    def __init__(self, page: BoardPageLike, parent: QWidget | None) -> None:
        self._page = page
        self._kept: list[Snapshot] = []
        self._pictures: Mapping[str, Picture] = {}
        self.title = LineField()
        self.before = MomentView(N_("Before"))
        self.after = MomentView(N_("After"))
        self.remove = button(N_("Remove this snapshot"), self._remove, kind="quiet")
        self.none = Label(
            N_(
                "No snapshot was kept yet. Keep the board at the end of each day: then what the "
                "team changed its mind about can be seen side by side."
            ),
            tone="muted",
            wraps=True,
        )
        self.differences = Differences(self.remove)
        super().__init__(parent, N_("Snapshots"), self._made_body(), N_("Keep it as it is now"))
        say(self.cancel, N_("Close"))
        say(self.cancel, N_("Close"), "setAccessibleName")
        self._connect()
        self._look()

    def _made_body(self) -> QWidget:
        say(self.title, N_("Name of the snapshot"), "setAccessibleName")
        label = Label(N_("Name of the snapshot"))
        label.setProperty("weight", "bold")
        label.setBuddy(self.title)
        self._boards = SideBySide(self.before, self.after, needed=_SIDE_BY_SIDE)
        moments = column(self._boards, self.differences, gap=12)
        moments.setStretch(0, 1)
        self._compared = holding(moments)
        head = row(label, self.title, gap=12)
        head.setStretch(1, 1)
        whole = column(head, self.none, self._compared, gap=16)
        whole.setStretch(2, 1)
        return holding(whole)

    def _connect(self) -> None:
        desk = self._page.desk
        self.confirmed.connect(self._keep)
        for one in (self.before, self.after):
            one.choice.changed.connect(self._show)
        self.differences.chosen.connect(self._reveal)
        # No lambda: it would be called when the dialog is closed and gone.
        self._page.shown.connect(self._show)
        desk.bridge.happened.connect(self._heard)

    def _look(self) -> None:
        app, board = self._page.desk.app, self._page.board_id
        tasks = self._page.desk.tasks
        tasks.read(self, lambda: _read(app, board), self._show_kept, "snapshots", self.refuse)

    def _heard(self, fact: object) -> None:
        if isinstance(fact, SnapshotsChanged) and fact.board_id == self._page.board_id:
            self._look()

    def _keep(self) -> None:
        app, board, title = self._page.desk.app, self._page.board_id, self.title.text()
        self.main.setEnabled(False)
        self._page.desk.tasks.write(
            self, lambda: app.snapshots.keep(board, title), self._was_kept, self._not_kept
        )

    def _was_kept(self, kept: Snapshot) -> None:
        self.main.setEnabled(True)
        self.title.clear()
        self.banner.show_text(Sentence("Kept as “{title}”.", title=kept.title), "good")

    def _not_kept(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)

    def _remove(self) -> None:
        chosen = self._snapshot(self.before.choice.key)
        if chosen is None:
            return
        app, page = self._page.desk.app, self._page

        def told(act: str) -> None:
            page.said.emit(N_("The snapshot was removed."), act)

        page.desk.tasks.write(self, lambda: app.snapshots.remove(chosen), told, self.refuse)

    def _show_kept(self, read: tuple[list[Snapshot], Mapping[str, Picture], str]) -> None:
        is_first = not self._kept
        self._kept, self._pictures, suggested = read
        say(self.title, suggested, "setPlaceholderText")
        offered: list[tuple[str, Text]] = [
            (one.id, partial(_named, one, self._zone())) for one in self._kept
        ]
        offered.append((NOW, N_("As it is now")))
        keys = [key for key, _words in offered]
        first = keys[0] if is_first else self.before.choice.key
        last = keys[-1] if is_first else self.after.choice.key
        self.before.choice.offer(offered, first if first in keys else keys[0])
        self.after.choice.offer(offered, last if last in keys else NOW)
        self.none.setVisible(not self._kept)
        self._compared.setVisible(bool(self._kept))
        self._show()

    def _show(self) -> None:
        before, after = (self._contents(one.choice.key) for one in (self.before, self.after))
        if before is None or after is None or not self._kept:
            return
        found = compared(before.items, after.items)
        self.before.show_moment(before, self._pictures)
        self.after.show_moment(after, self._pictures)
        self.before.mark(found, is_before=True)
        self.after.mark(found, is_before=False)
        self.differences.show_compared(found, after.board.template)
        self.remove.setEnabled(self.before.choice.key != NOW)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        for one in (self.before, self.after):
            one.fit()

    def _reveal(self, item_id: str) -> None:
        for one in (self.before, self.after):
            one.reveal(item_id)

    def _contents(self, key: str) -> BoardContents | None:
        kept = self._snapshot(key)
        return kept.contents if kept else self._page.contents

    def _snapshot(self, key: str) -> Snapshot | None:
        return next((one for one in self._kept if one.id == key), None)

    def _zone(self) -> ZoneInfo | None:
        camp = self._page.desk.bootcamp
        return camp.zone if camp else None


def _read(app: App, board_id: str) -> tuple[list[Snapshot], Mapping[str, Picture], str]:
    kept = app.snapshots.all(board_id)
    now = app.boards.contents(board_id)
    pictures = {
        item.picture
        for contents in (now, *(one.contents for one in kept))
        for item in contents.items
    }
    return kept, app.boards.pictures(pictures), app.snapshots.suggested_title(board_id)


def _named(kept: Snapshot, zone: ZoneInfo | None) -> str:
    at: datetime = kept.at.astimezone(zone)
    return f"{kept.title} · {digits(f'{at:%d/%m %H:%M}')}"
