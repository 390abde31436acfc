"""What people in the queue see: the answer alone, as large as the screen allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.attendance.answers import for_the_queue, ready
from bootcamp_app.ui.kit.big_answer import BigAnswer
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import LARGE, column, row
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.answers import Answer

_SIZE = (1024, 640)
_STANDS = 12_000
"""Milliseconds until the answer to one person is no longer there for the next to take as theirs."""
_NAMES = ("display", "name", "figure", "title")


class Facing(QWidget):
    """A window of its own, on the screen that faces the queue where there is one."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("pages")
        self._over = over
        self._ready: Answer | None = None
        self._stands = QTimer(self, singleShot=True, interval=_STANDS)
        self._stands.timeout.connect(self._show_ready)
        self.big = BigAnswer(_NAMES, detail="title", announces=False)
        self.heading = Label(size="title", wraps=True)
        self.here = Label(size="heading", tone="muted")
        above = row(self.heading, self.here, gap=24)
        above.setStretch(0, 1)
        self.parts: QVBoxLayout = column(above, self.big, gap=20, margin=LARGE)
        self.parts.setStretch(1, 1)
        self.setLayout(self.parts)
        say(self, N_("Screen for the queue"), "setWindowTitle")
        self.resize(*_SIZE)

    def show_facing(self) -> None:
        """Show it on another screen, whole, or else as a window beside."""
        here = self._over.screen()
        others = [screen for screen in here.virtualSiblings() if screen is not here]
        # Who types at the door goes on there.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()
        self._over.activateWindow()

    def end(self) -> None:
        """Close for good, with the workspace for example."""
        self.close()

    def show_answer(self, answer: Answer) -> None:
        """Show what the queue may read of an answer, and after a while who may come next."""
        shown = for_the_queue(answer)
        if answer.meaning:
            self._stands.start()
        else:
            self._ready = answer
            self._stands.stop()
        self.big.show_answer(
            shown.meaning, shown.icon, shown.headline, shown.name, shown.second, shown.detail
        )

    def _show_ready(self) -> None:
        self.show_answer(self._ready or ready())

    def show_session(self, session: Session | None) -> None:
        """Say which session people come to."""
        say(self.heading, (lambda: session.title) if session else "")
        if session is None:
            say(self.here, "")

    def show_counts(self, counts: Counts) -> None:
        """Show how many are here."""
        text = N_("{n} of {of} are here")
        say(
            self.here,
            lambda: _(text).format(n=digits(counts.present), of=digits(counts.registered)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: F11 fills the screen or leaves it, Esc leaves."""
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Called by Qt when somebody closes it."""
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()
