"""Showing a board to the room: which screen, and covering and uncovering notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.canvases import revealing
from bootcamp_app.ui.canvases.facilitation.projector import Projector
from bootcamp_app.ui.kit.menu_button import MenuButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

    from bootcamp_app.features.canvases.views import BoardContents, Gesture
    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike
    from bootcamp_app.ui.canvases.facilitation.ballots import Ballots
    from bootcamp_app.ui.canvases.facilitation.room_timer import RoomTimer
    from bootcamp_app.ui.canvases.facilitation.showing import Showing

    Making = Callable[[BoardContents], Gesture]


class PresentButton(MenuButton):
    """Opens the window for the room, one at a time, and closes it."""

    began = Signal()
    """The board is shown to the room."""
    ended = Signal()

    def __init__(
        self, page: BoardPageLike, showing: Showing, ballots: Ballots, timer: RoomTimer
    ) -> None:
        super().__init__(N_("Present…"), "monitor")
        self._page = page
        self._made_of = (page, showing, ballots, timer)
        self._showing = showing
        self.projector: Projector | None = None
        self._menu.aboutToShow.connect(self._offer_all)
        self._offer_all()

    def present(self, screen: QScreen | None = None) -> None:
        """Show the board on a screen: on another one than this where there is one."""
        if self.projector is not None:
            self.projector.raise_()
            return
        here = self._page.window().screen()
        chosen = screen or next((one for one in here.virtualSiblings() if one is not here), here)
        self._open(chosen, is_whole=True)

    def present_in_window(self) -> None:
        """Show the board in a window beside this one, to be moved anywhere."""
        if self.projector is None:
            self._open(None, is_whole=False)

    def end(self) -> None:
        """Show it to the room no longer."""
        if self.projector is not None:
            self.projector.end()

    def _open(self, screen: QScreen | None, *, is_whole: bool) -> None:
        self._showing.go(0)
        self.projector = Projector(*self._made_of)
        self.projector.closed.connect(self._closed)
        self.projector.show_on(screen, is_whole=is_whole)
        self.began.emit()

    def _closed(self) -> None:
        self.projector = None
        self.ended.emit()

    def _offer_all(self) -> None:
        self._menu.clear()
        self._offers.clear()
        screens = QGuiApplication.screens()
        if self.projector is not None:
            self.offer("end", N_("End the presentation"), self.end, "x")
        elif len(screens) == 1:
            self.offer("present", N_("Present on the whole screen"), self.present, "maximize")
        else:
            here = self._page.window().screen()
            for at, screen in enumerate(sorted(screens, key=lambda one: one is here)):
                words = partial(_on_screen, screen.name(), is_here=screen is here)
                self.offer(f"screen{at}", words, partial(self.present, screen), "monitor")
        if self.projector is None:
            self.offer("window", N_("Present in a window"), self.present_in_window, "window")
        self._menu.addSeparator()
        contents = self._page.contents
        covered = len(revealing.hidden(contents)) if contents else 0
        self._do("cover", N_("Cover all notes"), revealing.covering, is_offered=True)
        offered = bool(covered)
        self._do("next", N_("Uncover the next note"), revealing.revealing_next, is_offered=offered)
        self._do("all", N_("Uncover all notes"), revealing.revealing_all, is_offered=offered)

    def _do(self, name: str, text: str, gesture_of: Making, *, is_offered: bool) -> None:
        def carry_out() -> None:
            contents = self._page.contents
            if contents is not None and (gesture := gesture_of(contents)):
                self._page.carry_out(gesture)

        self.offer(name, text, carry_out, "eye").setEnabled(is_offered)


def _on_screen(name: str, *, is_here: bool) -> str:
    if is_here:
        return str(Sentence("Present on this screen ({name})", name=name))
    return str(Sentence("Present on the other screen ({name})", name=name))
