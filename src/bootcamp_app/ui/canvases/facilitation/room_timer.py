"""The timer of the room: one for the workspace, which runs on while pages change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.countdown import (
    FIVE_LEFT,
    ONE_LEFT,
    OVER,
    Countdown,
    as_text,
    begun,
    from_text,
    passed,
)
from bootcamp_app.ui.kit.sounds import Sounds
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from datetime import datetime

    from bootcamp_app.ui.desk import Desk

SOUNDS = {FIVE_LEFT: "time-soon", ONE_LEFT: "time-soon", OVER: "time-over"}
_EACH = 200
"""Milliseconds between two looks at the clock."""
_KEPT = "room_timer"


class RoomTimer(QObject):
    """Counts down by the clock on the wall, and lets it be heard when the end comes near."""

    changed = Signal()
    """It was started, paused, lengthened or stopped, or a second went by."""
    rang = Signal(str)
    """`five`, `one` or `over`: what was to be heard just now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.sounds = Sounds(self)
        self.countdown: Countdown | None = from_text(desk.memory.kept(_KEPT), self._now())
        self._shown = self.seconds
        self._looks = QTimer(self, interval=_EACH)
        self._looks.timeout.connect(self.look)
        self._run()

    @property
    def seconds(self) -> int:
        """How many seconds a clock shows."""
        return self.countdown.seconds(self._now()) if self.countdown else 0

    @property
    def meaning(self) -> str:
        """How near the end is: nothing, `warning` or `bad`."""
        return self.countdown.meaning(self._now()) if self.countdown else ""

    @property
    def is_on(self) -> bool:
        """Whether there is a countdown, running or paused or over."""
        return self.countdown is not None

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self.countdown is not None and self.countdown.is_paused

    def start(self, minutes: int) -> None:
        """Count down so many minutes from now."""
        self._hold(begun(minutes, self._now()))

    def lengthen(self, minutes: int) -> None:
        """Have so many minutes more; where nothing runs, so many from now."""
        if self.countdown is None:
            self.start(minutes)
        else:
            self._hold(self.countdown.lengthened(minutes, self._now()))

    def pause_or_go_on(self) -> None:
        """Stand still, or run again."""
        if self.countdown is not None:
            turn = self.countdown.resumed if self.is_paused else self.countdown.paused
            self._hold(turn(self._now()))

    def stop(self) -> None:
        """Count nothing any more."""
        self._hold(None)

    def look(self) -> None:
        """See how late it is."""
        if self.countdown is None:
            return
        before, self._shown = self._shown, self.seconds
        if before == self._shown:
            return
        if heard := passed(self.countdown, before, self._shown):
            if self._desk.choices.now.sounds:
                self.sounds.play(SOUNDS[heard])
            self.rang.emit(heard)
        if not self._shown:
            self._looks.stop()
        self.changed.emit()

    def _hold(self, countdown: Countdown | None) -> None:
        self.countdown = countdown
        self._shown = self.seconds
        self._desk.memory.keep(_KEPT, as_text(countdown) if countdown else "")
        self._run()
        self.changed.emit()

    def _run(self) -> None:
        if self.countdown is None or self.is_paused or not self._shown:
            self._looks.stop()
            return
        self.sounds.prepare()
        self._looks.start()

    def _now(self) -> datetime:
        return self._desk.app.clock.now()


def timer_of(desk: Desk) -> RoomTimer:
    """Give the timer of a workspace, made when it is first wanted."""
    return desk.findChild(RoomTimer) or RoomTimer(desk)


def face(seconds: int) -> str:
    """Give how a clock shows so many seconds: 12:45, or 1:02:45 from an hour on."""
    hours, rest = divmod(seconds, 3600)
    shown = f"{rest // 60:02d}:{rest % 60:02d}"
    return digits(f"{hours}:{shown}" if hours else shown)


def spoken(timer: RoomTimer) -> str:
    """Give the state in words, by the minute, so that who listens is not told every second."""
    if not timer.is_on:
        return _("Timer")
    if not timer.seconds:
        return _("Timer: time is up")
    minutes = -(-timer.seconds // 60)
    text = N_("Timer, paused: {n} min left") if timer.is_paused else N_("Timer: {n} min left")
    return str(Sentence(text, n=digits(minutes)))
