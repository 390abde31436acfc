"""Dialogs: a few fields over the window that asked, left with Escape, confirmed with Ctrl+Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
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
    share_of_window = 0.0
    """How much of the window under it it takes at least, each way."""
    unkept: Text = N_("What you filled in is not kept. Press Cancel or Esc once more to leave.")
    """What is said before something that was filled in is lost."""

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
        self._area.wants_room.connect(self._grow)
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._scale)
        self._scale()

    def refuse(self, refusal: Refusal) -> None:
        """Say in place why it was not done, and stay open."""
        self.banner.refuse(refusal)

    def reject(self) -> None:
        """Leave; where something was filled in, only after it was said that it is lost."""
        if self.is_filled_in and not self._asked:
            self._asked = True
            self.banner.show_text(self.unkept, "warning")
            return
        super().reject()

    @property
    def is_filled_in(self) -> bool:
        """Whether leaving would lose something."""
        return isinstance(self._body, Form) and self._body.values() != self._before

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
        width = min(max(theme.px(_WIDTH), self._of_window().width()), round(room.width() * _SHARE))
        self.setMinimumWidth(min(theme.px(_LEAST), width))
        width = max(width, self.width())
        self.resize(width, self._height_at(width))

    def _grow(self) -> None:
        """Have room for what is shown now, without going below the edge of the screen."""
        height = self._height_at(self.width())
        if not self.isVisible() or height <= self.height():
            return
        self.resize(self.width(), height)
        over = self.frameGeometry().bottom() - self.screen().availableGeometry().bottom()
        if over > 0:
            self.move(self.x(), max(self.y() - over, self.screen().availableGeometry().top()))

    def _height_at(self, width: int) -> int:
        self._area.fit(width - 2 * LARGE)
        self._whole.activate()
        needed = max(self._whole.totalHeightForWidth(width), self._of_window().height())
        return min(needed, round(self.screen().availableGeometry().height() * _SHARE))

    def _of_window(self) -> QSize:
        """Give the part of the window over which it opens that it takes at least."""
        over = self.parentWidget()
        return over.window().size() * self.share_of_window if over else QSize()


class _Fitting(QScrollArea):
    """Scrolls only where the screen is too low for what it holds."""

    wants_room = Signal()
    """What it holds is laid out anew."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = body
        self._width = 0
        self.setWidget(body)

    def fit(self, width: int) -> None:
        """Want to be as high as what it holds is at a width."""
        # A bar that was shown once stays where what is beside it is too high for the room.
        self._width = width - self.verticalScrollBar().sizeHint().width()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt with what happens to what it holds."""
        answer = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.wants_room.emit()
        return answer

    def sizeHint(self) -> QSize:
        """Called by Qt: all of what it holds."""
        hint, layout = self._body.sizeHint(), self._body.layout()
        if self._width and layout is not None and layout.hasHeightForWidth():
            hint.setHeight(layout.totalHeightForWidth(self._width))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: at least a field."""
        return QSize(self._body.minimumSizeHint().width(), theme.px(64))
