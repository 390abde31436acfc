"""What facilitation puts round a board: buttons for its head, and the gauge below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.facilitation.ballots import Ballots
from bootcamp_app.ui.canvases.facilitation.ownership_dialog import OwnershipDialog
from bootcamp_app.ui.canvases.facilitation.ownership_gauge import OwnershipGauge
from bootcamp_app.ui.canvases.facilitation.present_button import PresentButton
from bootcamp_app.ui.canvases.facilitation.presenter_strip import PresenterStrip
from bootcamp_app.ui.canvases.facilitation.room_timer import timer_of
from bootcamp_app.ui.canvases.facilitation.showing import Showing
from bootcamp_app.ui.canvases.facilitation.snapshots_dialog import SnapshotsDialog
from bootcamp_app.ui.canvases.facilitation.timer_pill import TimerPill
from bootcamp_app.ui.canvases.facilitation.voting_window import VotingWindow
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.layouts import SMALL, column, holding

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike

_MINUTES = 20


class Facilitation(QObject):
    """Everything that facilitation has on one page of a board; made once a page."""

    def __init__(self, page: BoardPageLike) -> None:
        super().__init__(cast("QObject", page))
        self.page = page
        self.timer = timer_of(page.desk)
        self.ballots = Ballots(page, self)
        self.showing = Showing(page, self)
        self.voting: VotingWindow | None = None
        self.pill = TimerPill(self.timer, self._minutes())
        self.vote = button(N_("Vote"), self.open_voting, icon_name="check-circle")
        self.present = PresentButton(page, self.showing, self.ballots, self.timer)
        self.snapshots = button(N_("Snapshots"), self.open_snapshots, icon_name="history")
        self.gauge = OwnershipGauge()
        self.strip = PresenterStrip(page, self.showing)
        self.below = holding(column(self.strip, self.gauge, gap=SMALL))
        self.strip.hide()
        self._connect()
        cast("QObject", page).installEventFilter(self)
        self.ballots.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt: a page that shows no board any more takes its windows along."""
        if event.type() == QEvent.Type.Hide and not self.page.board_id:
            self.leave()
        return super().eventFilter(watched, event)

    def open_voting(self) -> None:
        """Open the window of votes beside the board, or bring it to the front."""
        if self.voting is None and self.page.contents is not None:
            self.voting = VotingWindow(self.ballots, self.page.window())
            self.voting.destroyed.connect(self._voting_closed)
            self.voting.show()
        elif self.voting is not None:
            self.voting.raise_()
            self.voting.activateWindow()

    def open_snapshots(self) -> None:
        """Open the snapshots of the board."""
        if self.page.contents is not None:
            SnapshotsDialog(self.page, self.page.window()).open()

    def open_ownership(self) -> None:
        """Open the figures behind the gauge."""
        shares, contents = self.ballots.now.shares, self.page.contents
        if shares is not None and contents is not None:
            OwnershipDialog(self.page.window(), shares, contents.board.template).open()

    def leave(self) -> None:
        """Close what belongs to the board that was left."""
        self.present.end()
        if self.voting is not None:
            self.voting.close()

    def _connect(self) -> None:
        self.ballots.changed.connect(lambda: self.gauge.show_shares(self.ballots.now.shares))
        self.gauge.opened.connect(self.open_ownership)
        self.present.began.connect(self.strip.begin)
        self.present.ended.connect(self.strip.hide)
        self.ballots.another.connect(self._other_board)
        self.page.left.connect(self.leave)
        self.page.shown.connect(lambda _contents: self.pill.suggest(self._minutes()))

    def _minutes(self) -> int:
        contents = self.page.contents
        return contents.board.template.minutes if contents else _MINUTES

    def _other_board(self) -> None:
        """What was opened for one board is not shown for another."""
        self.showing.go(0)
        if self.voting is not None:
            self.voting.close()

    def _voting_closed(self) -> None:
        self.voting = None


def facilitation(page: BoardPageLike) -> Facilitation:
    """Give what facilitation has on a page, made when it is first wanted."""
    made = cast("QObject", page).findChild(Facilitation)
    return made or Facilitation(page)


def header_parts(page: BoardPageLike) -> list[QWidget]:
    """Give the parts for the head of a board: timer, votes, showing, snapshots."""
    made = facilitation(page)
    return [made.pill, made.vote, made.present, made.snapshots]


def below(page: BoardPageLike) -> QWidget:
    """Give what stands below a board: the gauge of ownership, and where a presentation is."""
    return facilitation(page).below
