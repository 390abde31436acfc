"""A kind of file in the gallery: its icon, what it is called and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from bootcamp_app.ui.reports.files.offered import Offered

_WIDTH, _ICON, _MARGIN = 332, 26, 16


class ReportCard(QPushButton):
    """One kind of file to press."""

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self.offered = offered
        self.setProperty("kind", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = QLabel()
        self._title = Label(offered.title, size="heading", wraps=True)
        self._about = Label(offered.about, tone="muted", wraps=True)
        head = row(self._icon, self._title, gap=12)
        head.setStretch(1, 1)
        self._lines = column(head, self._about, 1, gap=8, margin=_MARGIN)
        self.setLayout(self._lines)
        for part in (self._icon, self._title, self._about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        say(self, offered.title, "setAccessibleName")
        say(self, offered.about, "setAccessibleDescription")
        theme.changed.connect(self.fit)
        tongue.turned.connect(self.fit)
        self.fit()

    @property
    def width_wanted(self) -> int:
        """How wide it is."""
        return theme.px(_WIDTH)

    @property
    def height_needed(self) -> int:
        """How high its words are."""
        self._lines.invalidate()
        return self._lines.totalHeightForWidth(self.width_wanted)

    def be_as_high_as(self, height: int) -> None:
        """Be as high as its neighbours."""
        self._hint = QSize(self.width_wanted, height)
        self.setFixedSize(self._hint)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as the words need at the card's width."""
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no word may be clipped."""
        return self._hint

    def fit(self) -> None:
        """Be as high as the words need."""
        size = theme.px(_ICON)
        drawn = icon(self.offered.icon, "accent")
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
        self.be_as_high_as(self.height_needed)
