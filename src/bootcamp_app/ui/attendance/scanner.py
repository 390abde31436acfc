"""Hears a USB scanner in whatever window has the keys, and keeps what it types from the fields.

A window gets no more than the first keys of a burst, and only where its field is a line of text
that can be put back as it was; those are out again after the fourth key.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from bootcamp_app.features.badges.bursts import CLOSE, SILENCE, Rhythm, Stroke
from bootcamp_app.ui.kit.field_state import FieldState, state_of
from bootcamp_app.ui.kit.physical_keys import digit_at

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PASSING = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_Mode_switch,
}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_DEAD = range(0x01001250, 0x01001300)
_STALLED, _GRACE = 30, 20
_REMEMBERED = 64


@dataclass
class _Key:
    """A key of a window: its events, and what its field held before it was let through."""

    window: QWindow
    events: list[QKeyEvent]
    before: FieldState | None = None


class Scanner(QObject):
    """Tells bursts from typing, for all windows of the program."""

    read = Signal(object, object, object)
    """(the QWindow that had the keys, the Burst, the QKeyEvent it ended with or None)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rhythm = Rhythm()
        self._passed: list[_Key] = []
        self._held: list[_Key] = []
        self._watched: QWindow | None = None
        self._is_own = False
        self._over_at = -SILENCE
        self._due = 0
        self._rest = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._rest.timeout.connect(self._rested)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt with everything that comes to the window that has the keys."""
        if self._is_own or not isinstance(watched, QWindow):
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(watched, event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self._held:
            self._held[-1].events.append(_copied(event))
            return True
        if kind == QEvent.Type.MouseButtonPress:
            self._let_go(self._rhythm.waited())
        return False

    def stop(self) -> None:
        """Hear nothing any more."""
        self._end()
        self._application.focusWindowChanged.disconnect(self._watch)
        self._watch(None)

    def let_through(self, window: QWindow, event: QKeyEvent) -> None:
        """Give a window a key as if it had just been pressed there."""
        self._is_own = True
        try:
            QCoreApplication.sendEvent(window, event)
        finally:
            self._is_own = False

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _PASSING:
            return False
        at = event.timestamp() or round(monotonic() * 1000)
        if self._rhythm.is_over(at):
            self._end()
        stroke = _stroke(event, at)
        if stroke is not None:
            return self._hear(window, event, stroke)
        if not event.isAutoRepeat() and event.key() in _ENDS and not event.modifiers() & ~_PLAIN:
            # Some scanners end with two keys.
            is_second = not self._rhythm.is_listening and 0 <= at - self._over_at <= CLOSE
            if is_second or self._end(event):
                self._over_at = at
                return True
            return False
        self._end()
        return False

    def _hear(self, window: QWindow, event: QKeyEvent, stroke: Stroke) -> bool:
        before = None if QApplication.activePopupWidget() else state_of(QApplication.focusWidget())
        # No code begins with a space, and whoever presses a button by it should not wait.
        may_pass = before is not None or stroke.text.isspace()
        heard = self._rhythm.hear(stroke, may_pass=may_pass)
        self._let_go(heard.let_go)
        key = _Key(window, [_copied(event)], before)
        if heard.is_held:
            self._held.append(key)
        else:
            self._passed = [*self._passed[1 - _REMEMBERED :], key]
        if heard.taken_back:
            self._held[:0] = self._take_back(heard.taken_back)
        self._wait(self._rhythm.patience)
        return heard.is_held

    def _wait(self, patience: int) -> None:
        self._due = round(monotonic() * 1000) + patience
        self._rest.start(patience)

    def _rested(self) -> None:
        if monotonic() * 1000 - self._due > _STALLED:
            self._wait(_GRACE)  # the window stood still: the next keys may be there already
        elif self._held and not self._rhythm.is_likely:
            self._let_go(self._rhythm.waited())
            self._wait(SILENCE - CLOSE)
        else:
            self._end()

    def _end(self, with_key: QKeyEvent | None = None) -> bool:
        """Say what the keys since the last silence were; True where they were a burst."""
        self._rest.stop()
        if not self._rhythm.is_listening:
            return False
        window = (self._held or self._passed)[-1].window
        ending = self._rhythm.end()
        self._take_back(ending.taken_back)
        self._let_go(ending.let_go)
        self._held, self._passed = [], []
        if ending.burst is None:
            return False
        self.read.emit(window, ending.burst, _copied(with_key) if with_key else None)
        return True

    def _take_back(self, count: int) -> list[_Key]:
        """Take keys out of the field that they fell into; give them."""
        if not count:
            return []
        self._passed, taken = self._passed[:-count], self._passed[-count:]
        if taken and taken[0].before is not None:
            taken[0].before.restore()
        return taken

    def _let_go(self, count: int) -> None:
        going, self._held = self._held[:count], self._held[count:]
        for key in going:
            if not isValid(key.window):
                continue
            key.before = state_of(QApplication.focusWidget())
            for event in key.events:
                self.let_through(key.window, event)
            self._passed.append(key)


def _stroke(event: QKeyEvent, at: int) -> Stroke | None:
    """Give what a key means for the rhythm; None for one that types nothing."""
    text = event.text()
    digit = digit_at(
        event.nativeScanCode(), event.nativeVirtualKey(), QGuiApplication.platformName()
    )
    types = bool(text and text.isprintable()) or bool(event.key() in _DEAD and digit)
    if not types or event.isAutoRepeat() or event.modifiers() & ~_PLAIN:
        return None
    return Stroke(at, text, digit)


def _copied(event: QKeyEvent) -> QKeyEvent:
    """Give a key event that may be kept: Qt's own is gone when its turn is over."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
