"""A text field that offers what is known while somebody types; anything else may be written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from bootcamp_app.core.i18n import ngettext
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent

    from bootcamp_app.ui.tasks import Tasks

PAUSE = 120
"""Milliseconds after the last key until somebody looks."""
_AIR, _MOST_SHOWN, _GAP = 16, 6, 2
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@dataclass(frozen=True)
class Completion:
    """What is offered: the text, what tells it from others, and what it stands for."""

    text: str
    more: str = ""
    value: object = None


class CompletingField(LineField):
    """Arrows choose, Enter or Tab takes, Esc closes the list; nobody has to take anything.

    `suggest` is called beside the window with what was typed; only its latest answer counts.
    """

    taken = Signal(object)
    """The Completion that somebody took."""

    def __init__(
        self, tasks: Tasks, suggest: Callable[[str], Sequence[Completion]], name: Text
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._suggest = suggest
        self._offered: tuple[Completion, ...] = ()
        self._taken: Completion | None = None
        self.list = QListWidget()
        self.list.setParent(self)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._look)
        self._build(name)

    @property
    def offered(self) -> tuple[Completion, ...]:
        """What is offered now."""
        return self._offered

    @property
    def is_open(self) -> bool:
        """Whether the list is to be seen."""
        return bool(self._offered)

    @property
    def value(self) -> object:
        """What the text stands for, where it was taken from the list and not changed since."""
        taken = self._taken
        return taken.value if taken is not None and taken.text == self.text().strip() else None

    def offer(self, found: Sequence[Completion]) -> None:
        """Show these below the field; none closes the list."""
        self._offered = tuple(found)
        self.list.clear()
        self.list.addItems([" · ".join(filter(None, (one.text, one.more))) for one in found])
        self.list.setCurrentRow(-1)
        self.list.setVisible(self.is_open)
        self._place()
        self._tell()

    def show_taken(self, completion: Completion) -> None:
        """Hold what was chosen elsewhere, as if it had been taken here."""
        self._rest.stop()
        self._taken = completion
        self.setText(completion.text)
        self.setCursorPosition(0)
        self.offer(())

    def event(self, event: QEvent) -> bool:
        """Called by Qt: Tab takes before it goes on, and Esc is the list's while it is open."""
        if isinstance(event, QKeyEvent) and self.is_open:
            is_escape = event.key() == Qt.Key.Key_Escape
            if event.type() == QEvent.Type.ShortcutOverride and is_escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._take_current()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key but Tab."""
        key = Qt.Key(event.key())
        if self.is_open and key in _STEPS:
            self._step(_STEPS[key])
        elif self.is_open and key == Qt.Key.Key_Escape:
            self.offer(())
        elif key in _TAKES and self._take_current():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Called by Qt: nothing is offered to who is elsewhere."""
        super().focusOutEvent(event)
        self._rest.stop()
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.offer(())

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: the list lies above whatever is below the field."""
        super().showEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """Called by Qt: the list goes with its field."""
        super().hideEvent(event)
        self.list.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the list is as wide as its field."""
        super().resizeEvent(event)
        self._place()

    def _build(self, name: Text) -> None:
        say(self, name, "setAccessibleName")
        say(self.list, name, "setAccessibleName")
        self.list.setProperty("role", "completions")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.hide()
        self.list.itemClicked.connect(lambda _item: self._take_current())
        self.textEdited.connect(lambda _text: self._rest.start())
        theme.changed.connect(self._place)

    def _look(self) -> None:
        text = self.text().strip()
        if not text:
            self.offer(())
            return
        self._tasks.read(
            self,
            lambda: self._suggest(text),
            lambda found: self._show_found(text, found),
            key="completions",
        )

    def _show_found(self, text: str, found: Sequence[Completion]) -> None:
        if not self.hasFocus() or text != self.text().strip():
            return
        called = [one for one in found if one.text == text]
        if len(called) == 1:
            # Written out in full it is meant, and needs no offering.
            self._taken = called[0]
            called = []
        self.offer([*called, *(one for one in found if one.text != text)])

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        self.list.setCurrentRow(min(max(row, -1), self.list.count() - 1))
        self._tell()

    def _take_current(self) -> bool:
        row = self.list.currentRow()
        if not self.is_open or row < 0:
            self.offer(())
            return False
        completion = self._offered[row]
        self.show_taken(completion)
        self.taken.emit(completion)
        return True

    def _place(self) -> None:
        """Lie below the field, or above it where there is more room; in the window, not over it."""
        if not self.is_open or not self.isVisible():
            return
        window = self.window()
        if self.list.parent() is not window:
            self.list.setParent(window)
        top = self.mapTo(window, QPoint(0, 0)).y()
        bottom = top + self.height() + _GAP
        shown = range(min(len(self._offered), _MOST_SHOWN))
        wanted = sum(map(self.list.sizeHintForRow, shown)) + theme.px(_AIR)
        below, above = window.height() - bottom - _GAP, top - _GAP
        is_below = below >= min(wanted, above)
        height = min(wanted, below if is_below else above)
        y = bottom if is_below else top - height - _GAP
        left = self.mapTo(window, QPoint(0, 0)).x()
        self.list.setGeometry(QRect(left, y, self.width(), height))
        self.list.show()
        self.list.raise_()

    def _tell(self) -> None:
        """Have who cannot see the list hear what is chosen in it."""
        current = self.list.currentItem() if self.list.currentRow() >= 0 else None
        n = len(self._offered)
        if current is not None:
            self.setAccessibleDescription(current.text())
        elif n:
            say(
                self,
                lambda: ngettext(
                    "{n} is offered. Down chooses.", "{n} are offered. Down chooses.", n
                ).format(n=digits(n)),
                "setAccessibleDescription",
            )
        else:
            say(self, "", "setAccessibleDescription")
