"""How a board is shown to a room: which step it is at, and what a key of a remote means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.features.canvases import revealing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.canvases.views import BoardContents, Gesture, Zone
    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike

_Key = Qt.Key
FORWARD = (_Key.Key_Right, _Key.Key_Down, _Key.Key_PageDown, _Key.Key_N)
BACK = (_Key.Key_Left, _Key.Key_Up, _Key.Key_PageUp, _Key.Key_P, _Key.Key_Backspace)
DARK = (_Key.Key_B, _Key.Key_Period)
"""Keys as presentations have them, and what the remote controls of presenters send."""


class Showing(QObject):
    """The steps of a board: all of it, then zone by zone; and what is uncovered on the way."""

    stepped = Signal()
    """Another zone is in front, or all of it."""
    darkened = Signal(bool)
    """Nothing is to be seen for a while, or again something."""
    ended = Signal()

    def __init__(self, page: BoardPageLike, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self.at = 0
        self.is_dark = False

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The zones in their order."""
        contents = self._page.contents
        return contents.board.template.zones if contents else ()

    @property
    def zone(self) -> Zone | None:
        """The zone in front; none where all of it is."""
        return self.zones[self.at - 1] if 0 < self.at <= len(self.zones) else None

    @property
    def covered(self) -> int:
        """How many notes are covered in what is in front."""
        contents = self._page.contents
        return len(revealing.hidden(contents, self._zone_id)) if contents else 0

    def go(self, at: int) -> None:
        """Come to a step: 0 is all of it, then the zones."""
        at = min(max(at, 0), len(self.zones))
        self.lighten()
        if at != self.at:
            self.at = at
            self.stepped.emit()

    def forward(self) -> None:
        """Come to the next zone; after the last one all of it is seen again."""
        self.go(self.at + 1 if self.at < len(self.zones) else 0)

    def back(self) -> None:
        """Come to the zone before."""
        self.go(self.at - 1)

    def reveal_or_forward(self) -> None:
        """Uncover the next note of the zone in front, or go on where none is covered."""
        if self.zone is not None and self.covered:
            self.reveal_next()
        else:
            self.forward()

    def reveal_next(self) -> None:
        """Uncover the next note of what is in front."""
        if self._page.contents is not None:
            self._do(revealing.revealing_next(self._page.contents, self._zone_id))

    def reveal_all(self) -> None:
        """Uncover every note of what is in front."""
        if self._page.contents is not None:
            self._do(revealing.revealing_all(self._page.contents, self._zone_id))

    def cover(self) -> None:
        """Cover every note of what is in front."""
        if self._page.contents is not None:
            self._do(revealing.covering(self._page.contents, self._zone_id))

    def darken_or_lighten(self) -> None:
        """Show nothing, or again what was shown."""
        self.is_dark = not self.is_dark
        self.darkened.emit(self.is_dark)

    def lighten(self) -> None:
        """Show something."""
        if self.is_dark:
            self.darken_or_lighten()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means while a board is shown; say whether it means anything."""
        key = _Key(event.key())
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in FORWARD:
            self.forward()
        elif key in BACK:
            self.back()
        elif key in (_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter):
            self.reveal_or_forward()
        elif key == _Key.Key_Home:
            self.go(0)
        elif key == _Key.Key_End:
            self.go(len(self.zones))
        elif key in DARK:
            self.darken_or_lighten()
        elif key == _Key.Key_R:
            (self.reveal_all if is_shifted else self.reveal_next)()
        elif key == _Key.Key_Escape:
            self.ended.emit()
        elif (typed := latin_digits(event.text())).isdecimal() and typed != "0":
            self.go(int(typed))
        else:
            return False
        return True

    @property
    def _zone_id(self) -> str | None:
        return self.zone.id if self.zone else None

    def _do(self, gesture: Gesture) -> None:
        if gesture:
            self._page.carry_out(gesture)


def without_people(contents: BoardContents) -> BoardContents:
    """Give a board as a room may see it: nobody's note is anybody's."""
    return replace(contents, items=tuple(replace(one, author="") for one in contents.items))
