"""Notes that are written beside the paper: in the fast entry, in the panel, in the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bootcamp_app.features.canvases.arranging import given
from bootcamp_app.features.canvases.entering import Entry, entered
from bootcamp_app.features.canvases.regrouping import into_zone, zone_further
from bootcamp_app.features.canvases.views import FRAME, NOTE, TEXT, Gesture
from bootcamp_app.ui.canvases.around.note_dialog import NoteDialog

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.canvases.views import BoardContents, Item
    from bootcamp_app.ui.canvases.around.note_lines import NoteLine
    from bootcamp_app.ui.canvases.board_page import BoardPage

_WRITTEN = (NOTE, TEXT, FRAME)


class NoteWork(QObject):
    """Turns what is written there into gestures on the board of a page."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page
        self._lines: dict[str, str] = {}
        """What was typed for notes that are not durable as yet, by the id of the first."""
        self._unkept: Item | None = None
        """An item with words that could not be kept, to be written in again."""
        self._refused = ""
        page.kept.kept.connect(self._lines.clear)
        panel, listed = page.panel, page.list
        page.entry.entered.connect(self.enter)
        panel.zones.zone_wanted.connect(self._go_to_zone)
        panel.inspector.given.connect(self.give)
        panel.inspector.zone_given.connect(lambda ids, zone: self._do(into_zone, ids, zone))
        panel.inspector.orphaned.connect(self._lay_again)
        listed.edit_wanted.connect(self.edit)
        listed.removal_wanted.connect(lambda _ids: page.commands.carry_out("remove"))
        listed.move_wanted.connect(lambda ids, by: self._do(zone_further, ids, by))
        listed.chosen.connect(page.view.select)
        listed.table.copy_wanted.connect(page.clipboard.copy)

    def enter(self, entries: list[Entry], typed: str) -> None:
        """Lay a note for each entry, and have the last one in sight."""
        page = self._page
        if page.contents is None:
            return
        side, colour = page.look()
        gesture = entered(page.contents, entries, page.people.by_name, side, colour)
        self._lines[gesture.added[0].id] = typed
        page.work_in(entries[-1].zone)
        page.carry_out(gesture)
        page.view.reveal_item(gesture.added[-1].id)

    def give(self, ids: tuple[str, ...], values: dict[str, Any]) -> None:
        """Give items other values."""
        self._do(given, ids, **values)

    def edit(self, line: NoteLine | None) -> None:
        """Ask for what a note is to say, or a new one."""
        self._ask(line.item if line is not None else None)

    def give_back(self, refusal: Refusal, gesture: Gesture) -> bool:
        """Have what could not be kept in hand again; say whether the refusal is told with it.

        A line is in the fast entry at once. Words of an item are written again as soon as the
        board is shown as it is.
        """
        page = self._page
        if gesture.added and (line := self._lines.pop(gesture.added[0].id, "")):
            page.entry.give_back(line, refusal)
            return True
        here = {one.id: one for one in page.contents.items} if page.contents is not None else {}
        words = [one for one in gesture.added if one.kind in _WRITTEN and one.text]
        words += [here[key] for key, one in gesture.changed.items() if "text" in one if key in here]
        if len(words) == 1 and words[0].text != self._refused:
            # Once: who leaves the same words a second time is not held by them.
            (self._unkept,) = words
            self._refused = words[0].text
        return False

    def write_again(self) -> None:
        """Open what could not be kept: over the paper, or in the dialog beside the list."""
        page, item, self._unkept = self._page, self._unkept, None
        if item is None or page.contents is None:
            return
        now = next((one for one in page.contents.items if one.id == item.id), None)
        if page.list.isVisible():
            self._ask(now, item.text)
        elif now is None:
            page.view.write_new(item)
        else:
            page.choose((item.id,))
            page.panel.inspector.write(item.text)

    def _ask(self, item: Item | None, text: str = "") -> None:
        page = self._page
        if page.contents is None:
            return
        template = page.contents.board.template
        dialog = NoteDialog(page, page.desk, template, page.people, item)
        if text:
            dialog.text.setPlainText(text)
        dialog.written.connect(lambda values: self._write(item, values))
        dialog.open()

    def _write(self, item: Item | None, values: dict[str, Any]) -> None:
        page = self._page
        if page.contents is None:
            return
        zone = values.pop("zone", "")
        if item is not None:
            self._change(page.contents, item, values, zone)
            return
        entry = Entry(zone, values["text"], values["side"], values["colour"])
        gesture = entered(page.contents, [entry], {})
        more = {"author": values["author"], "is_hidden": values["is_hidden"]}
        added = tuple(replace(one, **more) for one in gesture.added)
        page.carry_out(Gesture(added=added))
        page.choose(tuple(one.id for one in added))

    def _change(
        self, contents: BoardContents, item: Item, values: dict[str, Any], zone: str
    ) -> None:
        """Change one item, also where it lies, as one step."""
        if all(one.id != item.id for one in contents.items):
            if "text" in values:
                self._lay_again(item, values["text"])
            return
        changed = given(contents, (item.id,), **values).changed
        moved = into_zone(contents, (item.id,), zone).changed if zone else {}
        both = {**changed.get(item.id, {}), **moved.get(item.id, {})}
        if both:
            self._page.carry_out(Gesture(changed={item.id: both}))

    def _lay_again(self, item: Item, text: str) -> None:
        """Lay an item that somebody took away while it was written in: the words are not lost."""
        self._page.carry_out(Gesture(added=(replace(item, text=text),)))
        self._page.choose((item.id,))

    def _go_to_zone(self, zone_id: str) -> None:
        self._page.work_in(zone_id)
        self._page.view.fit_zone(zone_id)

    def _do(self, how: Any, *what: object, **more: Any) -> None:  # noqa: ANN401 - any order
        if self._page.contents is not None:
            self._page.carry_out(how(self._page.contents, *what, **more))
