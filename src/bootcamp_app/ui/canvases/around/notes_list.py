"""The same notes as a table: for those who listen, and for whoever would rather read lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.note_lines import NoteLine, note_lines
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.canvases.views import BoardContents
    from bootcamp_app.ui.words import Text

_COLUMNS = (
    TableColumn("zone", N_("Zone"), lambda line: line.place, width=190),
    TableColumn("text", N_("What it says"), lambda line: line.words, width=310, has_two_lines=True),
    TableColumn("side", N_("Whose side"), lambda line: line.side, width=150),
    TableColumn("author", N_("Author"), lambda line: line.author, width=150),
    TableColumn("dots", N_("Dots"), lambda line: line.told_dots, width=70),
    TableColumn("leads", N_("Leads to"), lambda line: line.leads_to, width=150),
)


class NotesList(QWidget):
    """Reads zone by zone; Enter changes a note, Delete takes it away, Ctrl+arrows move it."""

    edit_wanted = Signal(object)
    """A NoteLine that somebody wants to change, or None for a new note."""
    removal_wanted = Signal(tuple)
    move_wanted = Signal(tuple, int)
    """(ids, how many zones further); less than nothing is back."""
    chosen = Signal(tuple)
    """The ids of the lines that are marked."""

    def __init__(self) -> None:
        super().__init__()
        self._is_showing = False
        self.table = _Lines(N_("Notes, zone by zone"), _COLUMNS)
        self.empty = Label(
            N_("There is no note yet. Type below: the number of a zone, then the note."),
            tone="muted",
            wraps=True,
        )
        self._new = button(N_("New note"), lambda: self.edit_wanted.emit(None), icon_name="plus")
        self._edit = button(N_("Change…"), self._change, icon_name="edit")
        self._back = button(
            N_("To the zone before"), lambda: self._move(-1), icon_name="chevron-up"
        )
        self._on = button(N_("To the next zone"), lambda: self._move(1), icon_name="chevron-down")
        self._gone = button(N_("Remove"), self._remove, kind="danger", icon_name="trash")
        for_marked = Flow(self._new, self._edit, self._back, self._on, self._gone)
        card = Card("", holding(for_marked), self.empty, self.table)
        card.body.setStretch(2, 1)
        self.setLayout(column(card))
        self._connect()
        self._offer()

    def show_notes(
        self, contents: BoardContents, names: Mapping[str, str], dots: Mapping[str, int]
    ) -> None:
        """Show what lies on a board now; what is marked stays so."""
        self._is_showing = True
        lines = note_lines(contents, names, dots)
        self.table.show_rows(lines)
        self.empty.setVisible(not lines)
        self._is_showing = False
        self._offer()

    def mark(self, ids: tuple[str, ...]) -> None:
        """Mark the lines of what is chosen on the board, without telling anybody."""
        self._is_showing = True
        self.table.mark_ids(ids)
        self._is_showing = False
        self._offer()

    def _connect(self) -> None:
        self.table.row_activated.connect(self.edit_wanted)
        self.table.marking.connect(lambda _count: self._tell())
        self.table.removed.connect(self._remove)
        self.table.moved.connect(self._move)
        for text, slot in (
            (N_("Change…"), self._change),
            (N_("To the next zone"), lambda: self._move(1)),
            (N_("To the zone before"), lambda: self._move(-1)),
            (N_("Remove"), self._remove),
        ):
            self.table.addAction(_action(self, text, slot))

    def _ids(self) -> tuple[str, ...]:
        marked = self.table.selected_ids()
        current = self.table.current()
        return tuple(marked) or ((current.id,) if current else ())

    def _change(self) -> None:
        line: NoteLine | None = self.table.current() or next(iter(self.table.selected()), None)
        if line is not None:
            self.edit_wanted.emit(line)

    def _remove(self) -> None:
        if ids := self._ids():
            self.removal_wanted.emit(ids)

    def _move(self, by: int) -> None:
        if ids := self._ids():
            self.move_wanted.emit(ids, by)

    def _tell(self) -> None:
        self._offer()
        if not self._is_showing:
            self.chosen.emit(tuple(self.table.selected_ids()))

    def _offer(self) -> None:
        for one in (self._edit, self._back, self._on, self._gone):
            one.setEnabled(bool(self._ids()))


class _Lines(Table):
    """A table whose lines can be taken away and moved by keys."""

    removed = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif is_control and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def _action(owner: QWidget, text: Text, slot: object) -> QAction:
    action = QAction(owner)
    say(action, text)
    action.triggered.connect(slot)
    return action
