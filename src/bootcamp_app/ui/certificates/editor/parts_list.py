"""The parts of the page in the order in which they are drawn, to choose one with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.certificates.editor.part_words import ICONS, KINDS, part_words
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon, QKeyEvent

    from bootcamp_app.ui.certificates.editor.draft import Draft

_ICON = 18


class PartsList(QListWidget):
    """Arrows choose a part, Enter goes to its properties, Del removes it."""

    properties_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._values: Mapping[str, str] = {}
        self._bad: frozenset[str] = frozenset()
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self, N_("Parts of the page"), "setAccessibleName")
        self.currentItemChanged.connect(self._choose)
        self.itemActivated.connect(lambda _item: self.properties_wanted.emit())
        draft.part_chosen.connect(self._follow)
        tongue.turned.connect(self._fill)
        theme.changed.connect(self._fill)

    def show_parts(self, values: Mapping[str, str], bad: frozenset[str]) -> None:
        """Show the parts that there are, and which of them have something wrong."""
        self._values, self._bad = values, bad
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: what the list does not use goes on to the editor."""
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        parts = self._draft.document["parts"]
        size = theme.px(_ICON)
        with QSignalBlocker(self):
            self.setIconSize(QSize(size, size))
            while self.count() > len(parts):
                self.takeItem(self.count() - 1)
            while self.count() < len(parts):
                self.addItem(QListWidgetItem())
            for at, part in enumerate(parts):
                self._show(self.item(at), part["id"], part["kind"], part_words(part, self._values))
        self._follow()

    def _show(self, item: QListWidgetItem, part_id: str, kind: str, words: str) -> None:
        is_bad = part_id in self._bad
        kind_words = _(KINDS[kind])
        told = words if words == kind_words else f"{kind_words}: {words}"
        item.setText(words)
        item.setData(Qt.ItemDataRole.UserRole, part_id)
        item.setIcon(_icon(kind, is_bad=is_bad))
        item.setToolTip(told)
        wrong = _("Something is wrong with this part.")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{told}. {wrong}" if is_bad else told)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._draft.choose(str(item.data(Qt.ItemDataRole.UserRole)))

    def _follow(self) -> None:
        ids = [part["id"] for part in self._draft.document["parts"]]
        chosen = self._draft.chosen
        row = ids.index(chosen) if chosen in ids else -1
        if row != self.currentRow() and row < self.count():
            with QSignalBlocker(self):
                self.setCurrentRow(row)
                if row < 0:
                    self.clearSelection()
        if row >= 0 and (item := self.item(row)) is not None:
            self.scrollToItem(item)


def _icon(kind: str, *, is_bad: bool) -> QIcon:
    return icon("alert", "bad") if is_bad else icon(ICONS[kind], "muted")
