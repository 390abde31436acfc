"""The timer in the head of a board: the time that is left, and a menu to turn it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.canvases.countdown import MOST_MINUTES
from bootcamp_app.ui.canvases.facilitation.room_timer import face, spoken
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import restyle
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.canvases.facilitation.room_timer import RoomTimer

_OFFERED = (5, 10, 15, 30)
_MORE = (1, 5)


class TimerPill(MenuButton):
    """Shows what is left: calm, then a warning, then that it is over; colour, icon and word."""

    def __init__(self, timer: RoomTimer, minutes: int) -> None:
        super().__init__(N_("Timer"), "clock", kind="timer")
        self._timer = timer
        self._minutes = minutes
        self._icon = ""
        timer.changed.connect(self._show)
        tongue.turned.connect(self._show)
        self._offer()
        self._show()

    def suggest(self, minutes: int) -> None:
        """Offer so many minutes first: those of the canvas that is shown."""
        if minutes != self._minutes:
            self._minutes = minutes
            self._offer()
            self._show()

    def ask(self) -> None:
        """Ask for any number of minutes."""
        dialog = MinutesDialog(self.window(), self._minutes)
        dialog.confirmed.connect(lambda: self._timer.start(dialog.minutes))
        dialog.confirmed.connect(dialog.accept)
        dialog.open()

    def _offer(self) -> None:
        first, *others = dict.fromkeys((self._minutes, *_OFFERED))
        self._menu.clear()
        self._offers.clear()
        for name, minutes in (("canvas", first), *((f"start{n}", n) for n in others)):
            self.offer(name, partial(_start, minutes), partial(self._timer.start, minutes), "play")
        self.offer("ask", N_("Another time…"), self.ask, "clock")
        self._menu.addSeparator()
        for minutes in _MORE:
            say_more = partial(_more, minutes)
            self.offer(f"more{minutes}", say_more, partial(self._timer.lengthen, minutes), "plus")
        self.offer("pause", "", self._timer.pause_or_go_on)
        self.offer("stop", N_("Stop the timer"), self._timer.stop, "stop")

    def _show(self) -> None:
        timer = self._timer
        restyle(self, "meaning", timer.meaning)
        say(self, self._face)
        say(self, partial(spoken, timer), "setAccessibleName")
        say(self, partial(spoken, timer), "setToolTip")
        name = "alert" if timer.meaning else "clock"
        shown = f"{name} {timer.meaning}"
        if shown != self._icon:
            self._icon = shown
            self.setIcon(icon(name, timer.meaning or "ink"))
        pause = self.action("pause")
        say(pause, N_("Go on") if timer.is_paused else N_("Pause"))
        pause.setEnabled(timer.is_on and bool(timer.seconds))
        self.action("stop").setEnabled(timer.is_on)

    def _face(self) -> str:
        if not self._timer.is_on:
            return _("Timer")
        if not self._timer.seconds:
            return _("Time is up")
        shown = face(self._timer.seconds)
        if self._timer.is_paused:
            return str(Sentence("{time} · paused", time=shown))
        return shown


class MinutesDialog(Dialog):
    """Asks how long the timer is to run."""

    def __init__(self, parent: QWidget | None, minutes: int) -> None:
        self.form = Form()
        self.form.add_number("minutes", N_("Minutes"), minutes, 1, MOST_MINUTES)
        super().__init__(parent, N_("How long is there?"), self.form, N_("Start"))

    @property
    def minutes(self) -> int:
        """How many minutes were chosen."""
        return int(self.form.values()["minutes"])


def _start(minutes: int) -> str:
    words = ngettext("Start: {n} minute", "Start: {n} minutes", minutes)
    return words.format(n=digits(minutes))


def _more(minutes: int) -> str:
    words = ngettext("{n} minute more", "{n} minutes more", minutes)
    return words.format(n=digits(minutes))
