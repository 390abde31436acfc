"""What can be done in every window, with the keys for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.actions import Actions, Doing
from bootcamp_app.ui.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bootcamp_app.ui.main_window import MainWindow

_PROGRAM = N_("Program")
_DOINGS = (
    Doing("undo", _PROGRAM, N_("Undo"), "undo", "Ctrl+Z"),
    Doing("redo", _PROGRAM, N_("Redo"), "redo", "Ctrl+Shift+Z"),
    Doing("find", _PROGRAM, N_("Find anything"), "search", "Ctrl+K"),
    Doing("new_bootcamp", _PROGRAM, N_("New bootcamp"), "plus", "Ctrl+Shift+N"),
    Doing("open", _PROGRAM, N_("Open a file"), "folder", "Ctrl+O"),
    Doing("language", _PROGRAM, N_("Switch language"), "language", "Ctrl+L", is_everywhere=True),
    Doing("window", _PROGRAM, N_("New window"), "window", "Ctrl+Shift+W"),
    Doing("whole", _PROGRAM, N_("Full screen"), "maximize", "F11"),
    Doing("help", _PROGRAM, N_("Help for this page"), "help", "Shift+F1"),
    Doing("keys", _PROGRAM, N_("Keyboard shortcuts"), "keyboard", "F1"),
    Doing("close", _PROGRAM, N_("Close the window"), "logout", "Ctrl+Q"),
)


def add_places(window: MainWindow, actions: Actions) -> None:
    """Register every page, and what each of them can do."""
    for number, entry in enumerate(PAGES, 1):
        place = Doing(entry.id, N_("Go to"), entry.text, entry.icon, f"Ctrl+{number}")
        actions.add(place, partial(window.go, entry.id))
        for act in entry.acts:
            wanted = f"{entry.id}.{act.id}"
            doing = Doing(wanted, entry.text, act.text, act.icon, act.shortcut)
            actions.add(doing, partial(window.go, wanted))


def add_doings(actions: Actions, how: Mapping[str, Callable[[], object]]) -> None:
    """Register what the program can do; `how` says how, by its id."""
    for doing in _DOINGS:
        actions.add(doing, how[doing.id])
