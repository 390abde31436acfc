"""What the room sees: the board alone, large, with the time and what the votes say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.canvases.facilitation.asked_of_page import new_view
from bootcamp_app.ui.canvases.facilitation.big_time import BigTime
from bootcamp_app.ui.canvases.facilitation.results_strip import ResultsStrip
from bootcamp_app.ui.canvases.facilitation.showing import without_people
from bootcamp_app.ui.canvases.facilitation.spotlight import Spotlight
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import LARGE, column, holding, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent

    from bootcamp_app.features.canvases.views import BoardContents, Picture
    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots
    from bootcamp_app.ui.canvases.facilitation.room_timer import RoomTimer
    from bootcamp_app.ui.canvases.facilitation.showing import Showing

_SIZE = (1024, 640)
_READ_AT, _LEAST = 720, 0.7
"""Pixels of height at which words have the sizes below, and how much smaller they may be."""


class Projector(QWidget):
    """A window of its own, on another screen where there is one; Esc closes it.

    Nothing in it says who wrote or voted what.
    """

    closed = Signal()

    def __init__(
        self, page: BoardPageLike, showing: Showing, ballots: Ballots, timer: RoomTimer
    ) -> None:
        super().__init__(page.window(), Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("pages")
        self._page = page
        self._showing = showing
        self._ballots = ballots
        self._board = ""
        self.view = new_view()
        self._spotlight = Spotlight(self.view)
        self.heading = Label(size="figure", wraps=True)
        self.prompt = Label(size="heading", tone="muted", wraps=True)
        self.time = BigTime(timer)
        self.results = ResultsStrip()
        self._build()
        self._connect()
        self._show(page.contents)
        self._step()

    def show_on(self, screen: QScreen | None, *, is_whole: bool) -> None:
        """Show it on a screen: whole, or as a window."""
        if screen is not None:
            self.setGeometry(screen.availableGeometry())
        if is_whole:
            self.showFullScreen()
        else:
            self.resize(*_SIZE)
            self.show()
        self.activateWindow()

    def end(self) -> None:
        """Close it."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: the keys of a presentation; F11 fills the screen or leaves it."""
        if event.key() in (Qt.Key.Key_F11, Qt.Key.Key_F5):
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif not self._showing.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: what is in front fits the room there is."""
        super().resizeEvent(event)
        self._grow()
        self._fit_soon()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt when it is first seen."""
        super().showEvent(event)
        self._fit_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Called by Qt when somebody closes it."""
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()

    def _build(self) -> None:
        view = self.view
        # The keys of a presentation belong to the window.
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cover = QFrame(self)
        self._cover.setStyleSheet("background: #000000;")
        self._cover.hide()
        head = row(column(self.heading, self.prompt, 1, gap=4), self.time, gap=LARGE)
        head.setStretch(0, 1)
        self._head = holding(head)
        whole = column(self._head, view, self.results, gap=16, margin=LARGE)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        say(self, N_("The board for the room"), "setWindowTitle")
        say(self, N_("The board for the room"), "setAccessibleName")
        say(view, N_("The board, as the room sees it"), "setAccessibleName")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self._page.shown.connect(self._show)
        self._showing.stepped.connect(self._step)
        self._showing.darkened.connect(self._darken)
        self._showing.ended.connect(self.end)
        self._ballots.changed.connect(self._show_votes)
        tongue.turned.connect(self._fit_soon)
        theme.changed.connect(self._grow)

    def _show(self, contents: BoardContents | None) -> None:
        if contents is None:
            return
        seen = without_people(contents)
        if contents.board.id == self._board:
            self.view.show_items(seen)
        else:
            self._board = contents.board.id
            self.view.show_board(seen, {})
        if wanted := self.view.missing_pictures():
            app, tasks = self._page.desk.app, self._page.desk.tasks
            tasks.read(self, lambda: app.boards.pictures(wanted), self._show_pictures, "pictures")
        self._show_votes()

    def _show_pictures(self, pictures: Mapping[str, Picture]) -> None:
        if pictures and self._page.contents is not None:
            self.view.show_items(without_people(self._page.contents), pictures)

    def _show_votes(self) -> None:
        self.view.show_dots(self._ballots.now.dots)
        if self._page.contents is not None:
            self.results.show_standing(self._ballots.now, self._page.contents.items)

    def _step(self) -> None:
        zone, contents = self._showing.zone, self._page.contents
        if contents is None:
            return
        board = contents.board
        at = self._showing.at
        if zone is None:
            say(self.heading, lambda: board.title)
            say(self.prompt, lambda: str(board.template.purpose))
        else:
            text = "{n} · {title}"
            say(self.heading, lambda: str(Sentence(text, n=digits(at), title=zone.title)))
            say(self.prompt, lambda: str(zone.prompt))
        self._spotlight.show_zone(zone)
        self._fit_soon()

    def _darken(self, is_dark: bool) -> None:
        self._cover.setGeometry(self.rect())
        self._cover.setVisible(is_dark)
        self._cover.raise_()

    def _grow(self) -> None:
        """Have words as large as the screen is: they are read from the far end of the room."""
        times = max(self.height() / _READ_AT, _LEAST)
        sizes = {self.heading: 38, self.prompt: 19, self.time.face: 80, self.time.word: 24}
        for part, pixels in {**sizes, self.results.title: 17, self.results.first: 20}.items():
            wanted = f"font-size: {theme.px(pixels * times)}px;"
            if part.styleSheet() != wanted:
                part.setStyleSheet(wanted)

    def _fit_soon(self) -> None:
        # Its size is known when the layout has done its work.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        self._cover.setGeometry(self.rect())
        zone = self._showing.zone
        if zone is None:
            self.view.fit_whole()
        else:
            self.view.fit_zone(zone.id)
