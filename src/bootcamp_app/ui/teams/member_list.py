"""The people of one team: to be dragged into another, or moved with the keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from bootcamp_app.core.i18n import N_, words
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.ui.teams.words import SIDE_ICONS, SIDE_ROLES
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import in_words, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
    )

    from bootcamp_app.features.teams.roster import Mate

KIND = "application/x-bootcamp-people"
_LINE, _KHMER_LINE, _AIR, _MOST = 32, 40, 6, 14
"""Khmer has signs above and below its letters, and a finger needs as much."""
_ICON = 16
_ID = Qt.ItemDataRole.UserRole


class MemberList(QListWidget):
    """Tells who was dropped on it, and for whom somebody asked what can be done."""

    dropped = Signal(list)
    """Participation ids of people from another list."""
    asked = Signal(list)
    """Participation ids of whoever is marked; a menu is wanted for them."""

    def __init__(self) -> None:
        super().__init__()
        self._mates: Sequence[Mate] = ()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setDropIndicatorShown(False)
        self.let_change(may_change=True)
        say(
            self,
            N_("Drag somebody into another team, or press Enter to choose what to do."),
            "setAccessibleDescription",
        )
        theme.changed.connect(self._draw)
        tongue.turned.connect(self._draw)

    def let_change(self, *, may_change: bool) -> None:
        """Let people be moved from here, or only be looked at."""
        self._may_change = may_change
        self.setDragEnabled(may_change)
        self.setAcceptDrops(may_change)

    def show_mates(self, mates: Sequence[Mate]) -> None:
        """Show these people in their order; who is marked stays so, and the keys stay here."""
        self._mates = mates
        self._draw()

    def marked(self) -> list[str]:
        """Give the participation ids of whoever is marked."""
        return [str(item.data(_ID)) for item in self.selectedItems()]

    def mark(self, participation_id: str) -> bool:
        """Mark somebody and take the keys; say whether they are here."""
        for row in range(self.count()):
            if self.item(row).data(_ID) == participation_id:
                self.setCurrentRow(row)
                self.setFocus()
                return True
        return False

    def mimeTypes(self) -> list[str]:
        """Called by Qt: what may be dropped here."""
        return [KIND]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Called by Qt: whom somebody drags."""
        data = QMimeData()
        data.setData(KIND, json.dumps([str(item.data(_ID)) for item in items]).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Called by Qt: people are moved."""
        return Qt.DropAction.MoveAction

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Called by Qt: somebody is held over the list."""
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Called by Qt: somebody is still held over the list."""
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Called by Qt: somebody was let go here; the list shows them when that is kept."""
        if not self._takes(event):
            event.ignore()
            return
        ids = json.loads(bytes(event.mimeData().data(KIND).data()))
        # Qt would take them out of the other list at once; they go when that is kept.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Enter asks what can be done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.marked():
            self._ask()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: with the keys in the list, somebody is marked."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Called by Qt: the right button, or the menu key."""
        del event
        self._ask()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as its people, up to so many."""
        rows = min(max(self.count(), 1), _MOST)
        return QSize(theme.px(240), rows * _line() + theme.px(_AIR))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no more is needed than it has."""
        return QSize(theme.px(160), self.sizeHint().height())

    def _ask(self) -> None:
        if self._may_change and (marked := self.marked()):
            self.asked.emit(marked)

    def _answer(self, event: QDragMoveEvent) -> None:
        if self._takes(event):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _takes(self, event: QDropEvent) -> bool:
        return self._may_change and event.source() is not self and event.mimeData().hasFormat(KIND)

    def _draw(self) -> None:
        marked, current = set(self.marked()), self.currentItem()
        held = current.data(_ID) if current is not None else None
        meant = {mate.id for mate in self._mates}
        for row in reversed(range(self.count())):
            if self.item(row).data(_ID) not in meant:
                self.takeItem(row)
        for row, mate in enumerate(self._mates):
            self._tell(self._item_at(row, mate), mate)
        self.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))
        for row in range(self.count()):
            item = self.item(row)
            item.setSelected(item.data(_ID) in marked)
            if item.data(_ID) == held:
                self.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.updateGeometry()

    def _item_at(self, row: int, mate: Mate) -> QListWidgetItem:
        """Have somebody in a row: who is there stays, who is farther below comes up."""
        for place in range(row, self.count()):
            if self.item(place).data(_ID) == mate.id:
                item = self.item(place)
                if place != row:
                    self.insertItem(row, self.takeItem(place))
                return item
        item = QListWidgetItem()
        item.setData(_ID, mate.id)
        self.insertItem(row, item)
        return item

    def _tell(self, item: QListWidgetItem, mate: Mate) -> None:
        told = (mate.name, mate.organisation, in_words(SIDE_WORDS[mate.side]),
                in_words(WORDS.get(mate.sex, "")))  # fmt: skip
        # The shape says the side as well, to those who do not see the colours apart.
        item.setIcon(icon(SIDE_ICONS[mate.side], SIDE_ROLES[mate.side]))
        item.setText(mate.name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, told)))
        item.setToolTip("\n".join(filter(None, told)))
        item.setSizeHint(QSize(0, _line()))


def _line() -> int:
    return theme.px(_KHMER_LINE if words.language == "km" else _LINE)
