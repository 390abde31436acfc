"""What every page has: a title, a line below it, its actions, and a body that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.header import Header
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import LARGE, column, holding
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.core.errors import Refusal


class Page(QWidget):
    """A page of the window.

    It tells the window what it wants and never reaches into it.
    """

    wanted = Signal(str)
    """The id of another page, or of an action, that somebody asked for."""
    said = Signal(object, str)
    """(Text, act) for a toast; an act that may be undone, or empty."""
    help_wanted = Signal()
    help_topic = ""
    """What the help is about, where that is not the page as a whole."""
    help_turned = Signal()
    """The help is about something else now, though the page is the same."""
    whole_wanted = Signal()
    """The window is to fill the screen, or no longer."""

    def __init__(self, title: Text) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(title, size="title", wraps=True)
        self.subtitle = Label(tone="muted", wraps=True)
        self.subtitle.hide()
        help_button = IconButton(N_("Help for this page"), "help")
        help_button.clicked.connect(self.help_wanted)
        self._header = Header(self.title, self.subtitle, help_button)
        self.banner = Banner()
        self.body: QVBoxLayout = column(gap=20)
        self.acts: dict[str, Callable[[], object]] = {}
        say(self, title, "setAccessibleName")
        self._assemble()

    def add_actions(self, *buttons: QWidget) -> None:
        """Put buttons into the header, the main one last."""
        for made in buttons:
            self._header.add(made)

    def add(self, part: Any, stretch: int = 0) -> None:  # noqa: ANN401 - a widget or a layout
        """Put a part under the others."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)

    def show_head(self, *, is_shown: bool) -> None:
        """Show title and actions, or leave their room to a view that has its own."""
        self._header.setVisible(is_shown)

    def give_all(self, *, is_all: bool) -> None:
        """Give a view that has its own head nearly all the room there is, or the usual margins."""
        self.show_head(is_shown=not is_all)
        sides, top, bottom = (24, 14, 4) if is_all else (32, LARGE, LARGE)
        self._framed.setContentsMargins(sides, top, sides, bottom)

    def say_below_title(self, text: Text) -> None:
        """Show a line under the title."""
        say(self.subtitle, text)
        self.subtitle.setVisible(bool(text))

    def refuse(self, refusal: Refusal) -> None:
        """Say in place why something was not done."""
        self.banner.refuse(refusal)

    def came_to_front(self) -> None:
        """Called when the page is shown; pages that wait for that override it."""

    def return_home(self) -> None:
        """Called when the page is asked for while it is shown; pages with a way back go it."""

    def carry_out(self, act: str) -> None:
        """Do one of the acts that `pages.py` names for this page."""
        self.acts[act]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: the page keys move the page, where nothing in it takes them."""
        bar = self._area.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        whole = column(self._header, self.banner, self.body, gap=20, margin=LARGE)
        self._framed = whole
        whole.setContentsMargins(32, LARGE, 32, LARGE)
        whole.setStretch(2, 1)
        inner = holding(whole)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(inner)
        self._area = area
        self.setLayout(column(area))
