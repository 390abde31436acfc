"""The time that is left, for the far end of the room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from bootcamp_app.core.i18n import _
from bootcamp_app.ui.canvases.facilitation.room_timer import face, spoken
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.facilitation.room_timer import RoomTimer


class BigTime(QWidget):
    """Shows what the timer of the room says, while it says anything; colour, icon and word."""

    def __init__(self, timer: RoomTimer) -> None:
        super().__init__()
        self._timer = timer
        self._icon = QLabel()
        self._drawn = ""
        self.face = Label(size="display")
        self.word = Label(size="title")
        self.setLayout(row(1, self.word, self._icon, self.face, gap=16))
        timer.changed.connect(self._show)
        tongue.turned.connect(self._show)
        theme.changed.connect(self._draw_again)
        self._show()

    def _show(self) -> None:
        timer = self._timer
        self.setVisible(timer.is_on)
        say(self.face, lambda: face(timer.seconds))
        say(self.word, self._word)
        self.word.setVisible(bool(self._word()))
        say(self, partial(spoken, timer), "setAccessibleName")
        restyle(self.face, "meaning", timer.meaning)
        restyle(self.word, "meaning", timer.meaning)
        self._draw()

    def _word(self) -> str:
        if self._timer.is_paused:
            return _("paused")
        words = {"warning": _("almost over"), "bad": _("Time is up")}
        return words.get(self._timer.meaning, "")

    def _draw_again(self) -> None:
        self._drawn = ""
        self._draw()

    def _draw(self) -> None:
        meaning = self._timer.meaning
        name = f"{'alert' if meaning else 'clock'} {meaning or 'muted'}"
        if name != self._drawn:
            self._drawn = name
            size = theme.px(56)
            drawn = icon(*name.split())
            self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
