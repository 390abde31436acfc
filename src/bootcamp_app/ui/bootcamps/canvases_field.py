"""Which canvases teams work on: a button that opens a list to tick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.menu_button import calm_after
from bootcamp_app.ui.kit.tick_menu import TickMenu
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bootcamp_app.features.canvases.views import Template


class CanvasesField(Button):
    """Any number of canvases, in the order in which they were ticked."""

    changed = Signal()

    def __init__(self, chosen: Iterable[str]) -> None:
        super().__init__("", icon_name="canvas")
        self.chosen = list(chosen)
        self.ticks: dict[str, QAction] = {}
        self._offered: Sequence[Template] = ()
        self._menu = TickMenu(self)
        say(self._menu, N_("Canvases"), "setAccessibleName")
        self.setMenu(self._menu)
        calm_after(self._menu, self)
        say(self, self._said)

    def offer(self, offered: Sequence[Template]) -> None:
        """Offer these canvases by phase; what is chosen stays so, be it offered or not."""
        self._offered = offered
        for action in self._menu.actions():
            if (menu := action.menu()) is not None:
                menu.deleteLater()
        self._menu.clear()
        self.ticks = {}
        # A menu for each phase: two dozen canvases in one would fill the screen.
        phases: dict[str, TickMenu] = {}
        for one in offered:
            if one.phase not in phases:
                phases[one.phase] = self._of_phase(one.phase)
            self.ticks[one.id] = self._tick(phases[one.phase], one)
        say(self, self._said)

    def _of_phase(self, phase: str) -> TickMenu:
        menu = TickMenu(self._menu)
        say(menu, partial(_phase, phase), "setTitle")
        say(menu, partial(_phase, phase), "setAccessibleName")
        self._menu.addMenu(menu)
        return menu

    def _tick(self, menu: TickMenu, one: Template) -> QAction:
        tick = QAction(menu)
        tick.setCheckable(True)
        say(tick, lambda: str(one.title))
        with QSignalBlocker(tick):
            tick.setChecked(one.id in self.chosen)
        tick.toggled.connect(lambda is_on: self._choose(one.id, is_on=is_on))
        menu.addAction(tick)
        return tick

    def _choose(self, name: str, *, is_on: bool) -> None:
        self.chosen = [one for one in self.chosen if one != name] + [name] * is_on
        say(self, self._said)
        self.changed.emit()

    def _said(self) -> str:
        titles = {one.id: str(one.title) for one in self._offered}
        return " · ".join(titles.get(one, one) for one in self.chosen) or _("None")


def _phase(key: str) -> str:
    return str(PHASES[key])
