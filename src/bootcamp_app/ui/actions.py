"""One registry of everything that can be done: it feeds menus, the palette and the key sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Doing:
    """What an action is called, its icon and its keys."""

    id: str
    group: Text
    text: Text
    icon: str = ""
    shortcut: str = ""
    is_everywhere: bool = False
    """Whether its keys work in a dialog over the window as well."""


def share_actions(dialog: QWidget, window: QWidget | None) -> None:
    """Have the keys that work everywhere work in a dialog over a window."""
    shared = (
        [one for one in window.window().actions() if one.property("everywhere")] if window else []
    )
    dialog.addActions(shared)


class Actions:
    """The actions of one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._known: dict[str, tuple[Doing, QAction]] = {}

    def add(self, doing: Doing, carry_out: Callable[[], object]) -> QAction:
        """Register an action; its keys work wherever the focus is in the window."""
        action = QAction(self._window)
        say(action, doing.text)
        if doing.icon:
            action.setIcon(icon(doing.icon))
        if doing.shortcut:
            action.setShortcut(QKeySequence(doing.shortcut))
        action.triggered.connect(lambda: carry_out())
        action.setProperty("everywhere", doing.is_everywhere)
        self._window.addAction(action)
        self._known[doing.id] = (doing, action)
        return action

    def popup(self, below: QWidget) -> None:
        """Open the menu of everything, group by group."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups: dict[str, QMenu] = {}
        for doing, action in self._known.values():
            group = in_words(doing.group)
            if group not in groups:
                groups[group] = menu.addMenu(group.replace("&", "&&"))
            groups[group].addAction(action)
        menu.popup(below.mapToGlobal(below.rect().topLeft()))

    def __getitem__(self, action_id: str) -> QAction:
        return self._known[action_id][1]

    def __iter__(self) -> Iterator[tuple[Doing, QAction]]:
        return iter(self._known.values())
