"""A board in the list: what it looks like now, whose it is, how full, and when it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy

from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.ui.canvases.around.board_head import team_of
from bootcamp_app.ui.canvases.board_thumbnail import BoardThumbnail
from bootcamp_app.ui.canvases.team_dot import TeamDot
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QContextMenuEvent

    from bootcamp_app.features.canvases.views import Board, Item
    from bootcamp_app.features.teams.views import Team

_INNER, _MARGIN = 260, 14


@dataclass(frozen=True)
class BoardTold:
    """A board with all that its card says."""

    board: Board
    items: tuple[Item, ...]
    notes: int
    changed_at: datetime
    """On the clock of the bootcamp's place."""
    is_today: bool
    team: Team | None

    @property
    def team_name(self) -> str:
        """Whose it is, or nothing."""
        return team_of(self.board.team, self.team)

    @property
    def when(self) -> str:
        """When something on it changed last: the time, or the day where that was not today."""
        moment = self.changed_at
        return digits(f"{moment:%H:%M}" if self.is_today else f"{moment.day}.{moment.month}.")


class BoardCard(QFrame):
    """One board: a large button to open it, and a small menu."""

    opened = Signal(str)
    change_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, told: BoardTold) -> None:
        super().__init__()
        self.told = told
        self.setObjectName("board card")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.open = QPushButton()
        self.open.setProperty("kind", "choice")
        self.open.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open.setAutoDefault(True)
        self.thumbnail = BoardThumbnail(told, _INNER)
        self._title = Label(size="heading", wraps=True)
        self._dot = TeamDot()
        self._team = Label(wraps=True)
        self._more = Label(size="small", tone="muted")
        self.menu = MenuButton("", kind="quiet")
        self._build()
        self._connect()
        self.show_board(told)

    def show_board(self, told: BoardTold) -> None:
        """Show the same board as it is now."""
        self.told = told
        self.thumbnail.show_board(told)
        self._dot.show_team(told.team)
        say(self._title, lambda: self.told.board.title)
        say(self._team, lambda: self.told.team_name)
        say(self._more, self._counted)
        say(self.open, self._named, "setAccessibleName")
        say(self.menu, self._menu_named, "setAccessibleName")
        say(self.menu, N_("More"), "setToolTip")
        self._fit()

    def show_team(self, *, is_shown: bool) -> None:
        """Say whose it is, or leave that to the heading above."""
        self._whose.setVisible(is_shown and bool(self.told.board.team))
        self._fit()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as the words need at the card's width."""
        width = theme.px(_INNER) + 2 * _MARGIN
        return QSize(width, self._lines.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no word may be clipped."""
        return self.sizeHint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Called by Qt, also for the menu key."""
        self.menu.menu().popup(event.globalPos())

    def _build(self) -> None:
        team = row(self._dot, self._team, gap=8)
        team.setStretch(1, 1)
        foot = row(self._more, 1, self.menu, gap=4)
        foot.setAlignment(self._more, Qt.AlignmentFlag.AlignVCenter)
        self._whose = holding(team)
        self._lines = column(self.thumbnail, self._title, self._whose, 1, foot, gap=6)
        self._lines.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 8)
        self.open.setParent(self)
        self.open.lower()
        self.setLayout(self._lines)
        for part in (self.thumbnail, self._title, self._whose, self._more):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.menu.setProperty("role", "card")

    def _connect(self) -> None:
        self.open.clicked.connect(lambda: self.opened.emit(self.told.board.id))
        self.menu.offer("change", N_("Name, team, paper…"),
                        lambda: self.change_wanted.emit(self.told.board), "edit")  # fmt: skip
        self.menu.offer("remove", N_("Remove the board"),
                        lambda: self.removal_wanted.emit(self.told.board), "trash")  # fmt: skip
        theme.changed.connect(self._fit)
        tongue.turned.connect(self._fit)

    def _fit(self) -> None:
        self._lines.invalidate()
        self.setFixedSize(self.sizeHint())
        self.open.setGeometry(self.rect())
        self.updateGeometry()

    def _counted(self) -> str:
        count = self.told.notes
        notes = ngettext("{n} note", "{n} notes", count).format(n=digits(count))
        return " · ".join((self.told.board.paper, notes, self.told.when))

    def _named(self) -> str:
        parts = (self.told.board.title, self.told.team_name, self._counted())
        return ", ".join(filter(None, parts))

    def _menu_named(self) -> str:
        title = " · ".join(filter(None, (self.told.team_name, self.told.board.title)))
        return str(Sentence("More about {title}", title=title))
