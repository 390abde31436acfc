"""What a door may have besides: sounds, the whole screen, a screen for the queue, kiosk mode."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from shiboken6 import isValid

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.attendance.facing import Facing
from bootcamp_app.ui.attendance.kiosk import Kiosk, KioskDialog
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.sounds import Sounds
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.answers import Answer
    from bootcamp_app.ui.attendance.door import Door
    from bootcamp_app.ui.choices import Choices


class DoorMenu(MenuButton):
    """Keeps the other windows of a door in step with what the door says."""

    whole_wanted = Signal()
    """The window is to fill the screen, or no longer."""
    done = Signal()
    """The menu was closed, or a window that it opened."""
    door_wanted = Signal()
    """The door is to be in front, behind what covers it."""
    faced = Signal(bool)
    """Whether a window shows the door to the queue."""

    def __init__(self, door: Door, choices: Choices) -> None:
        super().__init__(N_("More at the door"))
        # The header has little room where the text is large: the dots say it.
        say(self, "")
        say(self, N_("More at the door"), "setToolTip")
        self._choices = choices
        self._session: Session | None = None
        self._counts: Counts | None = None
        self._now: Answer | None = None
        self.facing: list[Facing] = []
        self.sounds = Sounds(self)
        self._sound = self.offer("sound", "", self.turn_sound)
        self.offer("whole", N_("Full screen · F11"), self.whole_wanted.emit, "maximize")
        self.offer("queue", N_("Screen for the queue"), self.show_queue, "monitor")
        self.offer("kiosk", N_("Kiosk mode…"), self.ask_kiosk, "lock")
        self._after: list[Callable[[], object]] = []
        choices.changed.connect(self._say_sound)
        self.destroyed.connect(partial(_end, self.facing))
        self.menu().aboutToHide.connect(lambda: QTimer.singleShot(0, self, self.done.emit))
        door.shows.connect(self.show_answer)
        door.answered.connect(self._play)
        self._say_sound()

    def turn_sound(self) -> None:
        """Let what came of a scan be heard, or no longer."""
        self._choices.change(sounds=not self._choices.now.sounds)

    def show_queue(self) -> None:
        """Show a window for a screen that faces the queue; one is enough."""
        if self.facing:
            self.facing[-1].raise_()
        else:
            self._follow(Facing(self.window())).show_facing()

    def ask_kiosk(self) -> None:
        """Ask for a PIN, then show nothing but answers until it is typed again."""
        dialog = KioskDialog(self.window())
        dialog.chosen.connect(self.begin_kiosk)
        dialog.open()

    def begin_kiosk(self, pin: str) -> None:
        """Show nothing but answers on this screen until the PIN is typed."""
        self.door_wanted.emit()
        kiosk = Kiosk(self.window(), pin)
        self._follow(kiosk)
        kiosk.begin()

    def show_when_free(self, act: Callable[[], object]) -> None:
        """Show something that only who works here may see: at once, or after kiosk mode."""
        if any(isinstance(one, Kiosk) for one in self.facing):
            self._after.append(act)
        else:
            act()

    def show_answer(self, answer: Answer) -> None:
        """Show in the other windows what the door says."""
        self._now = answer
        for window in self.facing:
            window.show_answer(answer)

    def show_session(self, session: Session | None) -> None:
        """Say in the other windows which session people come to."""
        self._session = session
        for window in self.facing:
            window.show_session(session)

    def show_counts(self, counts: Counts) -> None:
        """Show in the other windows how many are here."""
        self._counts = counts
        for window in self.facing:
            window.show_counts(counts)

    def _follow(self, window: Facing) -> Facing:
        self.facing.append(window)
        window.closed.connect(lambda: self._let_go(window))
        self.faced.emit(True)  # noqa: FBT003 - a signal has no names
        window.show_session(self._session)
        if self._counts is not None:
            window.show_counts(self._counts)
        if self._now is not None:
            window.show_answer(self._now)
        return window

    def _let_go(self, window: Facing) -> None:
        self.facing.remove(window)
        self.faced.emit(bool(self.facing))
        self.done.emit()
        waiting, self._after = self._after, []
        for act in waiting:
            self.show_when_free(act)

    def _play(self, answer: Answer) -> None:
        if self._choices.now.sounds and answer.sound:
            self.sounds.play(answer.sound)

    def _say_sound(self) -> None:
        is_on = self._choices.now.sounds
        say(self._sound, N_("Turn the sounds off") if is_on else N_("Turn the sounds on"))
        self._sound.setIcon(icon("sound" if is_on else "silent"))


def _end(facing: list[Facing]) -> None:
    for window in [one for one in facing if isValid(one)]:
        window.end()
