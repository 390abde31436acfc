"""Opening a workspace: one of those that were open before, or any other file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.actions import share_actions
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.files import ask_open
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.welcome.unlock_dialog import UnlockDialog, is_protected
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bootcamp_app.ui.main_window import MainWindow
    from bootcamp_app.ui.workspaces import Workspaces

FILTERS = (N_("Bootcamp files (*.bootcamp *.age)"), N_("All files (*)"))
_WIDTH = 560


def ask_for_workspace(window: MainWindow, open_place: Callable[[str], object]) -> None:
    """Ask which workspace to open; where some were open before, these are offered first."""
    now = window.choices.now
    recent = [place for place in now.recent if place != now.workspace or window.desk is None]
    there = [place for place in recent if Path(place).is_file()]
    if there:
        RecentDialog(window, there, open_place).open()
    else:
        ask_for_file(window, open_place)


def open_any(window: QWidget, workspaces: Workspaces, place: str) -> None:
    """Open a workspace; a protected copy asks first for what opens it."""
    if not is_protected(Path(place)):
        workspaces.open(place)
        return
    dialog = UnlockDialog(window, workspaces.tasks, Path(place))
    dialog.opened.connect(lambda opened: workspaces.open(str(opened)))
    dialog.open()


def ask_for_file(parent: QWidget, open_place: Callable[[str], object]) -> None:
    """Ask for a file on this laptop or a stick."""
    ask_open(parent, N_("Open a file"), FILTERS, lambda path: open_place(str(path)))


class RecentDialog(QDialog):
    """The files that were open before, each a button, and the way to any other."""

    def __init__(self, window: QWidget, places: Iterable[str],
                 open_place: Callable[[str], object]) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._open_place = open_place
        share_actions(self, window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say(self, N_("Open a file"), "setWindowTitle")
        self.places = [self._place(place) for place in places]
        self.other = button(N_("Choose another file…"), self._ask, kind="main", icon_name="folder")
        cancel = button(N_("Cancel"), self.reject)
        told = Label(N_("These were open before:"), tone="muted", wraps=True)
        actions = holding(Flow(cancel, self.other, is_right=True))
        title = Label(N_("Open a file"), size="title", wraps=True)
        known = column(*self.places, gap=8)
        self.setLayout(column(title, told, known, actions, gap=16, margin=24))
        self.setMinimumWidth(min(theme.px(_WIDTH), max(window.width() - 48, 320)))

    def _place(self, place: str) -> Button:
        path = Path(place)
        told = Sentence("{name} in {folder}", name=path.name, folder=path.parent)
        made = button(told, lambda: self._open(place), kind="choice", icon_name="file")
        made.setToolTip(place)
        return made

    def _open(self, place: str) -> None:
        self.accept()
        self._open_place(place)

    def _ask(self) -> None:
        self.accept()
        ask_for_file(self._window, self._open_place)
