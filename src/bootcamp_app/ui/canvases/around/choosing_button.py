"""A button that shows what is chosen as a picture, and opens a menu of what may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QIcon

_ICON = 20


class ChoosingButton(QToolButton):
    """Colours and sides: each a picture with its word."""

    chosen = Signal(str)

    def __init__(
        self, name: Text, choices: Mapping[str, Text], picture: Callable[[str], QIcon]
    ) -> None:
        super().__init__()
        self._name = name
        self._choices = choices
        self._picture = picture
        self._key = next(iter(choices))
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self.setProperty("kind", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._fill()
        self.setMenu(self._menu)
        theme.changed.connect(self._draw)
        self.choose(self._key)

    @property
    def key(self) -> str:
        """What is chosen."""
        return self._key

    def choose(self, key: str) -> None:
        """Choose one without telling anybody."""
        self._key = key if key in self._choices else next(iter(self._choices))
        self._actions[self._key].setChecked(True)
        say(self, self._told, "setAccessibleName")
        say(self, self._told, "setToolTip")
        self._draw()

    def _told(self) -> str:
        what, chosen = in_words(self._name), in_words(self._choices[self._key])
        return str(Sentence("{what}: {chosen}", what=what, chosen=chosen))

    def _fill(self) -> None:
        say(self._menu, self._name, "setAccessibleName")
        together = QActionGroup(self)
        for key, text in self._choices.items():
            action = QAction(self._menu)
            say(action, text)
            action.setCheckable(True)
            together.addAction(action)
            action.triggered.connect(lambda _on=False, one=key: self._take(one))
            self._menu.addAction(action)
            self._actions[key] = action

    def _take(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _draw(self) -> None:
        self.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))
        self.setIcon(self._picture(self._key))
        for key, action in self._actions.items():
            action.setIcon(self._picture(key))
