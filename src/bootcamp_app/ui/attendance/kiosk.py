"""A door without anybody at the laptop: the answer alone, left only by a PIN."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.attendance.facing import Facing
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import holding, row
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

SHORTEST, LONGEST = 4, 8
_TRIES = 3
_WAIT = 30_000
_UNUSED = 20_000
"""Milliseconds until the field for the PIN goes away by itself."""


class KioskDialog(Dialog):
    """Asks for the PIN that will be needed to leave; it is kept nowhere."""

    chosen = Signal(str)
    """The PIN, in Latin digits."""

    def __init__(self, parent: QWidget) -> None:
        self.form = Form()
        self.form.add_text(
            "pin", N_("PIN"), hint=N_("4 to 8 digits. You need it to leave kiosk mode.")
        )
        self.form.add_text("again", N_("The PIN once more"))
        for name in ("pin", "again"):
            _hide_digits(self._line(name))
        super().__init__(
            parent,
            N_("Kiosk mode: people check in by themselves, nothing else can be seen"),
            self.form,
            N_("Begin kiosk mode"),
        )
        self.confirmed.connect(self._choose)

    def _choose(self) -> None:
        self.form.clear_refusals()
        pin, again = (digits_of(self._line(name).text()) for name in ("pin", "again"))
        if not may_be_pin(pin):
            self.form.refuse("pin", N_("A PIN has 4 to 8 digits and nothing else."))
        elif pin != again:
            self.form.refuse("again", N_("This is not the same PIN. Type it again."))
        else:
            self.accept()
            self.chosen.emit(pin)

    def _line(self, name: str) -> QLineEdit:
        line = self.form.field(name)
        assert isinstance(line, QLineEdit)
        return line


class Kiosk(Facing):
    """Fills the screen; scanner and camera are heard, and no key does anything but ask to leave."""

    def __init__(self, over: QWidget, pin: str) -> None:
        super().__init__(over)
        self._pin = pin
        self._may_close = False
        self._wrong = 0
        self.field = QLineEdit()
        _hide_digits(self.field)
        say(self.field, N_("PIN to leave kiosk mode"), "setAccessibleName")
        self.told = Label(wraps=True)
        self.lock = IconButton(N_("Leave kiosk mode"), "lock")
        self.go = button(N_("Leave"), self.leave, icon_name="unlock")
        asked = row(Label(N_("PIN to leave kiosk mode")), self.field, self.go, self.told, gap=12)
        asked.setStretch(3, 1)
        self._asked = holding(asked)
        self._asked.hide()
        self.parts.addLayout(row(self.lock, self._asked, 1, gap=12))
        self._unused = QTimer(self, singleShot=True, interval=_UNUSED)
        self._unused.timeout.connect(self._stop_asking)
        self._locked = QTimer(self, singleShot=True, interval=_WAIT)
        self._locked.timeout.connect(self._let_try)
        self.lock.clicked.connect(self.ask)
        self.field.returnPressed.connect(self.leave)
        self.field.textEdited.connect(self._unused.start)
        say(self, N_("Kiosk mode"), "setWindowTitle")

    def begin(self) -> None:
        """Fill the screen; the window behind takes neither keys nor clicks until the end."""
        self._over.setEnabled(False)
        self.setEnabled(True)
        self.showFullScreen()

    def ask(self) -> None:
        """Ask for the PIN."""
        self._asked.show()
        self.field.clear()
        self.field.setFocus()
        self._unused.start()

    def leave(self) -> None:
        """Leave, where the PIN is right; after some wrong ones nobody may try for a while."""
        typed = digits_of(self.field.text())
        self.field.clear()
        if not typed or self._locked.isActive():
            return
        if hmac.compare_digest(typed.encode(), self._pin.encode()):
            self.end()
            return
        self._wrong += 1
        say(self.told, N_("This is not the PIN."))
        if self._wrong % _TRIES == 0:
            say(self.told, N_("This is not the PIN. Wait half a minute, then try again."))
            self.field.setEnabled(False)
            self.go.setEnabled(False)
            self._locked.start()

    def end(self) -> None:
        """Leave without a PIN, with the workspace for example."""
        self._may_close = True
        self._over.setEnabled(True)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Esc asks for the PIN; all else is for nobody here."""
        if event.key() == Qt.Key.Key_Escape:
            self.ask()
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Called by Qt: only who knows the PIN closes it, or the system that shuts down."""
        app = QGuiApplication.instance()
        is_shutting_down = isinstance(app, QGuiApplication) and app.isSavingSession()
        if self._may_close or is_shutting_down:
            super().closeEvent(event)
        else:
            event.ignore()
            self.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Called by Qt: where another window of the program came forward, this one does again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self._come_forward)

    def _come_forward(self) -> None:
        if QGuiApplication.focusWindow() is self._over.windowHandle() and not self._may_close:
            self.raise_()
            self.activateWindow()

    def _stop_asking(self) -> None:
        self._asked.hide()
        if not self._locked.isActive():
            say(self.told, "")

    def _let_try(self) -> None:
        self.field.setEnabled(True)
        self.go.setEnabled(True)
        say(self.told, "")


def digits_of(text: str) -> str:
    """Give what was typed as Latin digits; a Khmer keyboard types Khmer ones."""
    return latin_digits(text.strip())


def may_be_pin(pin: str) -> bool:
    """Say whether a text can be a PIN."""
    return pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST


def _hide_digits(line: QLineEdit) -> None:
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(LONGEST)
