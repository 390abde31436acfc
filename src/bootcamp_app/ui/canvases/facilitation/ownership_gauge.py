"""The gauge below a board: how much of it comes from each side, and how even that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.ownership import READINGS, SAID, percents
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.canvases.facilitation.side_bar import SideBar
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.features.canvases.ownership import Shares

_BAR, _HEIGHT, _MARGIN, _GAP = 260, 40, 12, 16


class OwnershipGauge(QPushButton):
    """A line to press: the bar of the sides, their percents, and one figure of balance."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shares: Shares | None = None
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = Label(N_("Ownership"), size="small", tone="muted")
        self.bar = SideBar()
        self._says = Label(size="small")
        self._balance = Label(size="small")
        self._balance.setProperty("weight", "bold")
        line = row(self._title, self.bar, self._says, 1, self._balance, gap=_GAP)
        line.setStretchFactor(self.bar, 3)
        line.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.setLayout(line)
        self._line = line
        for part in (self._title, self.bar, self._says, self._balance):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self.opened)
        theme.changed.connect(self._fit)
        tongue.turned.connect(self._fit)
        self.show_shares(None)
        self._fit()

    def show_shares(self, shares: Shares | None) -> None:
        """Show whose the board is."""
        self.shares = shares
        self.bar.show_parts(shares.sides if shares else {})
        say(self._balance, lambda: _figure(shares))
        say(self, lambda: _told(shares), "setAccessibleName")
        say(self, lambda: _told(shares), "setToolTip")
        self._make_room()

    def sizeHint(self) -> QSize:
        """Called by Qt: one line."""
        hint = self._line.sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: the bar and the figure; what has no room is said by the tooltip."""
        width = self.bar.minimumWidth() + self._balance.sizeHint().width()
        return QSize(width + _GAP + 2 * _MARGIN, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there may be room for words now, or no more."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show the words that can be read whole beside the bar and the figure."""
        room = self.width() - self.minimumSizeHint().width()
        shares, said = self.shares, QFontMetrics(theme.font("small"))
        # Whose word nobody said is in the tooltip, too.
        has_all = said.horizontalAdvance(sides_in_words(shares)) + _GAP <= room
        say(self._says, lambda: sides_in_words(shares, has_unsaid=has_all))
        for words in (self._says, self._title):
            needed = words.sizeHint().width() + _GAP
            words.setVisible(needed <= room)
            room -= needed if needed <= room else 0

    def _fit(self) -> None:
        self.bar.setMinimumWidth(theme.px(_BAR) // 4)
        self.bar.setMaximumWidth(theme.px(_BAR))
        self.updateGeometry()
        self._make_room()


def sides_in_words(shares: Shares | None, *, has_unsaid: bool = True) -> str:
    """Give the percents of the sides and how much nobody said, as “… 38% · … 62%”."""
    if shares is None:
        return ""
    parts = percents(shares.sides) if shares.balance is not None else {}
    said = [f"{_(SAID[side])} {digits(parts[side])}%" for side in SIDES if parts.get(side)]
    if shares.unsaid and has_unsaid:
        said.append(str(Sentence("not said: {n}", n=digits(shares.unsaid))))
    return " · ".join(said)


def _figure(shares: Shares | None) -> str:
    if shares is None or shares.balance is None:
        return "–"
    return str(Sentence("Balance {n}%", n=digits(shares.balance)))


def _told(shares: Shares | None) -> str:
    """Give everything in words, for who does not see the bar."""
    if shares is None:
        return _("Ownership")
    reading = _(READINGS[shares.reading])
    parts = (_("Ownership"), sides_in_words(shares), _figure(shares), reading)
    return ". ".join(part.rstrip(".") for part in parts if part.strip(" –"))
