"""What is chosen for one kind of file: its head, the choice, and what it will look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, SMALL, column, holding, row
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.way_back import ViewWithWayBack
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.delivery import Delivery
    from bootcamp_app.ui.reports.files.offered import Offered

_ICON, _LINE, _HEAD = 26, 620, 720


class Panel(ViewWithWayBack):
    """The panel of one kind of file."""

    wanted = Signal(str)
    """The id of another page, or of an action, that somebody asked for."""
    said = Signal(object, str)

    def __init__(self, desk: Desk, offered: Offered) -> None:
        super().__init__(N_("All files"), kind="quiet")
        self.desk = desk
        self.offered = offered
        self._icon = QLabel()
        title = Label(offered.title, size="heading", wraps=True)
        self._head = row(self.back, self._icon, title, gap=12)
        self._head.setStretch(2, 1)
        self.whom = Label(tone="muted", wraps=True)
        self.whom.hide()
        about = Label(offered.about, tone="muted", wraps=True)
        self.body = column(gap=GAP)
        self._whole = column(self._head, column(about, self.whom, gap=0), self.body, gap=SMALL)
        self._whole.setStretch(2, 1)
        self.setLayout(self._whole)
        theme.changed.connect(self._draw)
        self._draw()

    def hand_over(self, delivery: Delivery) -> None:
        """Have the buttons in the head, and what comes of them right under it."""
        self._whole.removeItem(self._head)
        head = SideBySide(holding(self._head), delivery, needed=_HEAD, shares=(1, 0))
        self._whole.insertWidget(0, head)
        self._whole.insertWidget(2, delivery.banner)
        delivery.said.connect(self.said)

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

    def _draw(self) -> None:
        size = theme.px(_ICON)
        drawn = icon(self.offered.icon, "accent")
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))


class Narrow(QWidget):
    """A card no wider than lines that are read with ease."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._card = Card("", *parts)
        # In a line of its own: Qt asks how high it is at the width that it has there.
        line = row(self._card, 1, gap=0)
        line.setStretch(0, 1000)
        self.setLayout(line)
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self._card.setMaximumWidth(theme.px(_LINE))
