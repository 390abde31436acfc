"""One moment of a board: which one it is, and the board as it was, with what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.features.canvases.comparing import CAME, WENT
from bootcamp_app.ui.canvases.facilitation.asked_of_page import new_view
from bootcamp_app.ui.canvases.facilitation.spotlight import Marks
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, row
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.features.canvases.comparing import Compared
    from bootcamp_app.features.canvases.views import BoardContents, Picture

_LEAST = 160


class MomentView(QWidget):
    """A choice of moments above the board as it was at the chosen one."""

    def __init__(self, title: Text) -> None:
        super().__init__()
        self.choice = ChoiceField([])
        self.view = new_view()
        self._marks = Marks(self.view)
        self._ids: set[str] = set()
        say(self.choice, title, "setAccessibleName")
        view = self.view
        say(view, title, "setAccessibleName")
        # What a view wants is as large as all that could ever be scrolled to.
        view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        view.setMinimumSize(_LEAST, _LEAST)
        label = Label(title)
        label.setProperty("weight", "bold")
        label.setBuddy(self.choice)
        head = row(label, self.choice, gap=SMALL)
        head.setStretch(1, 1)
        whole = column(head, view, gap=SMALL)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_moment(self, contents: BoardContents, pictures: Mapping[str, Picture]) -> None:
        """Show the board as it was at a moment."""
        self._ids = {one.id for one in contents.items}
        self.view.show_board(contents, pictures)

    def mark(self, found: Compared, *, is_before: bool) -> None:
        """Mark what differs: what went in the earlier moment, what came in the later one."""
        absent = CAME if is_before else WENT
        marked = [
            (one.kind, item)
            for one in found.differences
            if one.kind != absent and (item := one.before if is_before else one.after)
        ]
        self._marks.show(marked)

    def fit(self) -> None:
        """Show the whole page."""
        self.view.fit_whole()

    def reveal(self, item_id: str) -> None:
        """Bring an item into sight and select it, where it is there."""
        if item_id in self._ids:
            self.view.select((item_id,))
            self.view.reveal_item(item_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the page fits the room there is."""
        super().resizeEvent(event)
        self.fit()
