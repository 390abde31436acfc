"""What is chosen for one kind of file: its head, the choice, and what it will look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, SMALL, column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.offered import Offered

_ICON, _LINE = 26, 620


class Panel(QWidget):
    """The panel of one kind of file."""

    left = Signal()
    """Somebody wants to see all files again."""
    said = Signal(object, str)

    def __init__(self, desk: Desk, offered: Offered) -> None:
        super().__init__()
        self.desk = desk
        self.offered = offered
        self.back = button(N_("All files"), self.left.emit, kind="quiet", icon_name="chevron-left")
        self._icon = QLabel()
        title = Label(offered.title, size="heading", wraps=True)
        head = row(self.back, self._icon, title, gap=12)
        head.setStretch(2, 1)
        self.whom = Label(tone="muted", wraps=True)
        self.whom.hide()
        about = Label(offered.about, tone="muted", wraps=True)
        self.body = column(gap=GAP)
        whole = column(head, column(about, self.whom, gap=0), self.body, gap=SMALL)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        theme.changed.connect(self._draw)
        self._draw()

    def say_whom(self, text: Text) -> None:
        """Say under what is in it for whom it is made."""
        say(self.whom, text)
        self.whom.show()

    @property
    def first(self) -> QWidget:
        """What takes the keys when the panel is opened."""
        return self.back

    def give(self, choice: Choice) -> None:
        """Have it show what was chosen elsewhere; panels that ask for nothing like it leave it."""

    def open(self) -> None:
        """Called each time it is shown: know the workspace as it is now."""

    def close_preview(self) -> None:
        """Called when it is left: whatever is being made for it is dropped."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Escape goes back to all files."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _draw(self) -> None:
        size = theme.px(_ICON)
        drawn = icon(self.offered.icon, "accent")
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))


class Narrow(Card):
    """A card no wider than lines that are read with ease."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__("", *parts)
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.setMaximumWidth(theme.px(_LINE))
