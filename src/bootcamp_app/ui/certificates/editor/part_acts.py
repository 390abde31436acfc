"""What can be done with parts: added, copied, taken away, put in front of others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.editing import (
    ADDABLE,
    added,
    duplicated,
    shifted,
    without,
)
from bootcamp_app.features.certificates.pages import page_named
from bootcamp_app.ui.certificates.editor.part_words import ICONS, KINDS
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.kit.menu_button import MenuButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.ui.certificates.editor.draft import Draft


class PartActs(QWidget):
    """Buttons that work on the chosen part; `add`, which stands elsewhere, is a menu of others."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.add = MenuButton(N_("Add a part"), "plus")
        for kind in ADDABLE:
            self.add.offer(kind, KINDS[kind], partial(self.put_in, kind), ICONS[kind])
        self.copy = _tool(N_("Copy this part (Ctrl+D)"), "copy", self.duplicate)
        self.front = _tool(N_("Bring forward"), "chevron-up", partial(self.shift, 1))
        self.behind = _tool(N_("Send backward"), "chevron-down", partial(self.shift, -1))
        self.remove = _tool(N_("Remove this part (Del)"), "trash", self.take_away)
        self.setLayout(row(self.copy, self.front, self.behind, self.remove, 1, gap=2))
        draft.part_chosen.connect(self._follow)
        draft.changed.connect(self._follow)
        self._follow()

    def put_in(self, kind: str) -> None:
        """Add a part of a kind in the middle of the page."""
        size = page_named(self._draft.document["page"])
        document, part_id = added(self._draft.document, kind, (size.width, size.height))
        self._draft.put(document)
        self._draft.choose(part_id)
        self._draft.keep()

    def duplicate(self) -> None:
        """Add a copy of the chosen part."""
        if self._draft.part is not None:
            document, part_id = duplicated(self._draft.document, self._draft.chosen)
            self._draft.put(document)
            self._draft.choose(part_id)
            self._draft.keep()

    def shift(self, steps: int) -> None:
        """Draw the chosen part later, or earlier: in front of others, or behind them."""
        if self._draft.part is not None:
            self._draft.put(shifted(self._draft.document, self._draft.chosen, steps))

    def take_away(self) -> None:
        """Take the chosen part off the page."""
        if self._draft.part is None:
            return
        if self._is_last:
            self._draft.said.emit(N_("A page needs one part: this is the last one."), "")
        else:
            document = without(self._draft.document, self._draft.chosen)
            self._draft.choose("")
            self._draft.put(document)
            self._draft.keep()

    @property
    def _is_last(self) -> bool:
        return len(self._draft.document["parts"]) == 1

    def _follow(self) -> None:
        is_chosen = self._draft.part is not None
        for one in (self.copy, self.front, self.behind):
            one.setEnabled(is_chosen)
        self.remove.setEnabled(is_chosen and not self._is_last)


def _tool(text: str, icon_name: str, clicked: Callable[[], object]) -> IconButton:
    made = IconButton(text, icon_name)
    made.clicked.connect(lambda: clicked())
    return made
