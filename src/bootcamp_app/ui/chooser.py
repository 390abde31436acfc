"""The bootcamp in front of the facilitator, and the way to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.features.bootcamps.views import Bootcamp


class Chooser(QPushButton):
    """Shows which bootcamp is open; pressed, it lists the others."""

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chooser")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = Label(wraps=True)
        self._days = Label(size="small", tone="muted", wraps=True)
        self._title.setProperty("weight", "bold")
        for part in (self._title, self._days):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lines = column(self._title, self._days, gap=0)
        self._lines.setContentsMargins(12, 8, 12, 8)
        self.setLayout(self._lines)
        self._menu = QMenu(self)
        self.clicked.connect(self._open)
        self._known: Sequence[Bootcamp] = ()
        theme.changed.connect(self._fit)
        tongue.turned.connect(self._fit)
        self.show_bootcamp(None, ())

    def show_bootcamp(self, bootcamp: Bootcamp | None, known: Sequence[Bootcamp]) -> None:
        """Show the bootcamp that is open, and know the others."""
        self._known = known
        if bootcamp is None:
            say(self._title, N_("No bootcamp yet"))
            say(self._days, N_("Make one to begin"))
        else:
            say(self._title, lambda: bootcamp.title)
            say(self._days, lambda: days_of(bootcamp))
        say(self, lambda: _name(bootcamp), "setAccessibleName")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: be as high as the words need."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as the words need at this width."""
        return QSize(super().sizeHint().width(), self._lines.totalHeightForWidth(self.width()))

    def _fit(self) -> None:
        self._lines.invalidate()
        self.setFixedHeight(self.sizeHint().height())

    def _open(self) -> None:
        self._menu.clear()
        for bootcamp in self._known:
            title = bootcamp.title.replace("&", "&&")  # else it would mark a key
            action = self._menu.addAction(f"{title}\n{days_of(bootcamp)}")
            action.triggered.connect(lambda _on, one=bootcamp: self.chosen.emit(one))
        self._menu.addSeparator()
        self._menu.addAction(_("New bootcamp")).triggered.connect(self.new_wanted)
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def days_of(bootcamp: Bootcamp) -> str:
    """Give a bootcamp's days as people write them."""
    return days_in_words(bootcamp.starts_on, bootcamp.ends_on)


def _name(bootcamp: Bootcamp | None) -> str:
    if bootcamp is None:
        return _("No bootcamp yet")
    return str(Sentence("Bootcamp: {title}", title=bootcamp.title))
