"""A field in which several of a few are ticked; none ticked means all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.menu_button import calm_after
from bootcamp_app.ui.kit.tick_menu import TickMenu
from bootcamp_app.ui.words import Text, digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class TickField(Button):
    """Says what is ticked, and opens the menu in which it is."""

    changed = Signal()

    def __init__(self, name: Text, every: Text, nothing: Text = "") -> None:
        super().__init__(every, icon_name="list")
        self._called = name
        self._every = every
        self._nothing = nothing
        """What is said where none is ticked and that does not mean all."""
        self._actions: dict[str, QAction] = {}
        self._menu = TickMenu(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        say(self._menu, name, "setAccessibleName")
        self.setMenu(self._menu)
        calm_after(self._menu, self)
        self.say_again()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are ticked, in their order; none where all are meant."""
        ticked = tuple(key for key, action in self._actions.items() if action.isChecked())
        means_all = not self._nothing and len(ticked) == len(self._actions)
        return () if means_all else ticked

    def offer(self, choices: Sequence[tuple[str, Text]], ticked: Collection[str] = ()) -> None:
        """Offer these keys under their words, some of them ticked."""
        for earlier in self._actions.values():
            self._menu.removeAction(earlier)
            earlier.deleteLater()
        self._actions = {key: self._action(text, is_on=key in ticked) for key, text in choices}
        self.say_again()

    def tick(self, keys: Collection[str]) -> None:
        """Tick these and no others."""
        before = self.keys
        for key, action in self._actions.items():
            action.setChecked(key in keys)
        self.say_again()
        if self.keys != before:
            self.changed.emit()

    def say_again(self) -> None:
        """Say what is ticked, also to those who do not see it."""
        say(self, self._said)
        say(self, lambda: f"{in_words(self._called)}: {self._said()}", "setAccessibleName")

    def _action(self, text: Text, *, is_on: bool) -> QAction:
        action = QAction(self._menu)
        action.setCheckable(True)
        action.setChecked(is_on)
        say(action, text)
        action.triggered.connect(self._ticked)
        self._menu.addAction(action)
        return action

    def _ticked(self) -> None:
        self.say_again()
        self.changed.emit()

    def _said(self) -> str:
        ticked = [self._actions[key] for key in self.keys]
        if not ticked:
            return in_words(self._nothing or self._every)
        if len(ticked) == len(self._actions) > 1:
            return in_words(self._every)
        if len(ticked) == 1:
            return ticked[0].text().replace("&&", "&")
        some = Sentence("{n} of {all}", n=digits(len(ticked)), all=digits(len(self._actions)))
        return str(some)
