"""Banners: what happened and what to do, next to its cause and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button, IconButton
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import Flow, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.core.errors import Refusal

ICONS = {"good": "check-circle", "warning": "alert", "bad": "refuse", "info": "info"}


class Banner(QFrame):
    """A sentence with an icon; hidden until it has something to say."""

    def __init__(self, text: Text = "", meaning: str = "info", *, may_close: bool = True) -> None:
        super().__init__()
        self._icon = QLabel()
        self._text = Label(wraps=True)
        self._actions = Flow()
        self._close = IconButton(N_("Close this message"), "x")
        self._close.clicked.connect(self.hide)
        # Shown before it has a parent it would be a window of its own and take the keyboard.
        if not may_close:
            self._close.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = row(self._icon, self._text, self._actions, self._close, gap=12)
        line.setContentsMargins(16, 8, 8, 8)
        line.setStretchFactor(self._text, 1)
        self.setLayout(line)
        theme.changed.connect(self._draw)
        self.hide()
        if text:
            self.show_text(text, meaning)

    def show_text(self, text: Text, meaning: str = "info") -> None:
        """Say something of a meaning: good, warning, bad or info."""
        restyle(self, "meaning", meaning)
        say(self._text, text)
        say(self, text, "setAccessibleName")
        self._draw()
        self.show()

    def refuse(self, refusal: Refusal) -> None:
        """Say why something was not done, and what to do."""
        self.show_text(refusal.sentence, "bad")

    def add_action(self, text: Text, clicked: Callable[[], object]) -> Button:
        """Put a button beside the sentence."""
        made = Button(text)
        made.clicked.connect(lambda: clicked())
        self._actions.addWidget(made)
        return made

    @property
    def plain(self) -> str:
        """What it says."""
        return self._text.plain

    def _draw(self) -> None:
        meaning = str(self.property("meaning") or "info")
        size = theme.px(20)
        drawn = icon(ICONS[meaning], meaning)
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self.devicePixelRatioF()))
