"""Notes that are written beside the paper: in the fast entry, in the panel, in the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bootcamp_app.features.canvases.arranging import given
from bootcamp_app.features.canvases.entering import Entry, entered
from bootcamp_app.features.canvases.regrouping import into_zone, zone_further
from bootcamp_app.features.canvases.views import Gesture
from bootcamp_app.ui.canvases.around.note_dialog import NoteDialog

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.around.note_lines import NoteLine
    from bootcamp_app.ui.canvases.board_page import BoardPage


class NoteWork(QObject):
    """Turns what is written there into gestures on the board of a page."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        panel, listed = page.panel, page.list
        page.entry.entered.connect(self.enter)
        panel.zones.zone_wanted.connect(self._go_to_zone)
        panel.inspector.given.connect(self.give)
        panel.inspector.zone_given.connect(lambda ids, zone: self._do(into_zone, ids, zone))
        listed.edit_wanted.connect(self.edit)
        listed.removal_wanted.connect(lambda _ids: page.commands.carry_out("remove"))
        listed.move_wanted.connect(lambda ids, by: self._do(zone_further, ids, by))
        listed.chosen.connect(page.view.select)
        listed.table.copy_wanted.connect(page.clipboard.copy)

    def enter(self, entries: list[Entry]) -> None:
        """Lay a note for each entry, and have the last one in sight."""
        page = self._page
        if page.contents is None:
            return
        side, colour = page.look()
        gesture = entered(page.contents, entries, page.people.by_name, side, colour)
        page.work_in(entries[-1].zone)
        page.carry_out(gesture)
        page.view.reveal_item(gesture.added[-1].id)

    def give(self, ids: tuple[str, ...], values: dict[str, Any]) -> None:
        """Give items other values."""
        self._do(given, ids, **values)

    def edit(self, line: NoteLine | None) -> None:
        """Ask for what a note is to say, or a new one."""
        page = self._page
        if page.contents is None:
            return
        item = line.item if line is not None else None
        template = page.contents.board.template
        dialog = NoteDialog(page, page.desk, template, page.people, item)
        dialog.written.connect(lambda values: self._write(item.id if item else "", values))
        dialog.open()

    def _write(self, item_id: str, values: dict[str, Any]) -> None:
        page = self._page
        if page.contents is None:
            return
        zone = values.pop("zone")
        if item_id:
            self.give((item_id,), values)
            if zone:
                self._do(into_zone, (item_id,), zone)
            return
        entry = Entry(zone, values["text"], values["side"], values["colour"])
        gesture = entered(page.contents, [entry], {})
        more = {"author": values["author"], "is_hidden": values["is_hidden"]}
        added = tuple(replace(one, **more) for one in gesture.added)
        page.carry_out(Gesture(added=added))
        page.choose(tuple(one.id for one in added))

    def _go_to_zone(self, zone_id: str) -> None:
        self._page.work_in(zone_id)
        self._page.view.fit_zone(zone_id)

    def _do(self, how: Any, *what: object, **more: Any) -> None:  # noqa: ANN401 - any order
        if self._page.contents is not None:
            self._page.carry_out(how(self._page.contents, *what, **more))
