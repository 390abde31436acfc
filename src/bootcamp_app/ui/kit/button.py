"""Buttons: one main action a page, plain ones beside it, quiet ones where they only help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from bootcamp_app.ui.kit.label import restyle
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

_ICON = 18
_ROLES = {"main": "on_accent", "danger": "bad", "link": "accent"}


class Button(QPushButton):
    """A button of a kind: `plain`, `main`, `quiet`, `danger`, `link` or `choice`."""

    def __init__(self, text: Text, *, kind: str = "plain", icon_name: str = "") -> None:
        super().__init__()
        self._full = ""
        self._is_bare = False
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(kind == "main")
        say(self, text)
        say(self, text, "setAccessibleName")
        if icon_name:
            self.setIcon(icon(icon_name, _ROLES.get(kind, "ink")))
        theme.changed.connect(self._scale)
        self._scale()

    def setText(self, text: str) -> None:
        """Show words; where only the icon shows they are kept for when there is room again."""
        self._full = text
        super().setText("" if self._is_bare else text)
        self._scale()

    def show_words(self, *, is_shown: bool) -> None:
        """Show the words beside the icon, or the icon alone with the words as its tooltip."""
        if is_shown == self._is_bare and self._full and not self.icon().isNull():
            self._is_bare = not is_shown
            self.setToolTip("" if is_shown else self.accessibleName())
            restyle(self, "role", "" if is_shown else "icon")
            self.setText(self._full)

    def _scale(self) -> None:
        # Wider than high: what is over is the gap to the text.
        gap = 0 if self._is_bare or not self._full else 6
        self.setIconSize(QSize(theme.px(_ICON + gap), theme.px(_ICON)))


class IconButton(QToolButton):
    """A button of an icon alone; what it does is its tooltip and its accessible name."""

    def __init__(self, text: Text, icon_name: str, *, kind: str = "quiet") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIcon(icon(icon_name))
        say(self, text, "setAccessibleName")
        say(self, text, "setToolTip")
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))


def edge_link(text: Text, clicked: Callable[[], object]) -> Button:
    """Give a link whose words begin where the words above it do."""
    made = button(text, clicked, kind="link")
    made.setProperty("edge", "true")
    return made


def button(text: Text, clicked: Callable[[], object], *, kind: str = "plain",
           icon_name: str = "") -> Button:  # fmt: skip
    """Give a button that does something when it is pressed."""
    made = Button(text, kind=kind, icon_name=icon_name)
    made.clicked.connect(lambda: clicked())
    return made
