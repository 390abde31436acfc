"""Dialogs: a few fields over the window that asked, left with Escape, confirmed with Ctrl+Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.actions import share_actions
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import LARGE, SMALL, Flow, column, holding
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from bootcamp_app.core.errors import Refusal

_WIDTH, _LEAST, _SHARE = 520, 360, 0.9
_CONFIRMS = ("Ctrl+Return", "Ctrl+Enter")


class Dialog(QDialog):
    """Asks for something; whoever opened it hears `confirmed`, and closes it with `accept()`."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None, title: Text, body: QWidget, main: Text) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.main = Button(main, kind="main")
        self.cancel = button(N_("Cancel"), self.reject)
        self._body = body
        self._area = _Fitting(body)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        say(self, title, "setWindowTitle")
        say(self, title, "setAccessibleName")
        self.main.clicked.connect(self.confirmed)
        self.main.setDefault(True)
        for keys in _CONFIRMS:
            QShortcut(QKeySequence(keys), self, self.main.click)
        heading = Label(title, size="heading", wraps=True)
        buttons = holding(Flow(self.cancel, self.main, gap=SMALL, is_right=True))
        whole = column(heading, self.banner, self._area, buttons, gap=16, margin=LARGE)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._whole = whole
        self._asked = False
        self._before: dict[str, Any] = {}
        share_actions(self, parent)
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._scale)
        self._scale()

    def refuse(self, refusal: Refusal) -> None:
        """Say in place why it was not done, and stay open."""
        self.banner.refuse(refusal)

    def reject(self) -> None:
        """Leave; where something was filled in, only after it was said that it is lost."""
        is_changed = isinstance(self._body, Form) and self._body.values() != self._before
        if is_changed and not self._asked:
            self._asked = True
            self.banner.show_text(
                N_("What you filled in is not kept. Press Cancel or Esc once more to leave."),
                "warning",
            )
            return
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: as large as its parts need, and the first field takes the keys."""
        self._scale()
        super().showEvent(event)
        if isinstance(self._body, Form):
            self._before = self._body.values()
        first = self._body.nextInFocusChain()
        while first is not None and first is not self._body:
            if first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisibleTo(self):
                first.setFocus(Qt.FocusReason.TabFocusReason)
                break
            first = first.nextInFocusChain()

    def _scale(self) -> None:
        room = self.screen().availableGeometry()
        width = min(theme.px(_WIDTH), round(room.width() * _SHARE))
        self.setMinimumWidth(min(theme.px(_LEAST), width))
        self._whole.activate()
        height = self._whole.totalHeightForWidth(max(width, self.width()))
        most = round(room.height() * _SHARE)
        self.resize(max(width, self.width()), min(max(height, self.sizeHint().height()), most))


class _Fitting(QScrollArea):
    """Scrolls only where the screen is too low for what it holds."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        self._body = body

    def sizeHint(self) -> QSize:
        """Called by Qt: all of what it holds."""
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: at least a field."""
        return QSize(self._body.minimumSizeHint().width(), theme.px(64))
