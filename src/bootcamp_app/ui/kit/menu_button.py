"""Buttons that open a menu of further acts, which others may add to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu

from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton


def calm_after(menu: QMenu, made: QPushButton) -> None:
    """Have a button look at rest once its menu closes: Qt leaves it as if the mouse were there."""

    def rest() -> None:
        made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, made.underMouse() and _is_over(made))
        made.setDown(False)
        made.update()

    menu.aboutToHide.connect(rest)


def _is_over(made: QPushButton) -> bool:
    return made.rect().contains(made.mapFromGlobal(QCursor.pos()))


class MenuButton(Button):
    """A button with a menu below it."""

    def __init__(self, text: Text, icon_name: str = "more", *, kind: str = "plain") -> None:
        super().__init__(text, kind=kind, icon_name=icon_name)
        self._offers: dict[str, QAction] = {}
        self._menu = QMenu(self)
        say(self._menu, text, "setAccessibleName")
        self.setMenu(self._menu)
        calm_after(self._menu, self)

    def offer(
        self, name: str, text: Text, slot: Callable[[], object], icon_name: str = ""
    ) -> QAction:
        """Put one more act into the menu; one of the same name takes the place of the earlier."""
        action = QAction(self._menu)
        say(action, text)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.triggered.connect(lambda: slot())
        earlier = self._offers.pop(name, None)
        if earlier is not None:
            self._menu.removeAction(earlier)
            earlier.deleteLater()
        self._offers[name] = action
        self._menu.addAction(action)
        return action

    def action(self, name: str) -> QAction:
        """Give an act by its name."""
        return self._offers[name]
