"""What stands behind the windows: everything that the first paint did not need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.actions import Actions, Doing
from bootcamp_app.ui.bugs import Bugs
from bootcamp_app.ui.help.panel import HelpPanel
from bootcamp_app.ui.keeping import Keeping
from bootcamp_app.ui.pages import PAGES
from bootcamp_app.ui.palette import Palette
from bootcamp_app.ui.shortcuts import ShortcutSheet
from bootcamp_app.ui.undo import UndoStack
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog
from bootcamp_app.ui.welcome.sample import SampleBanner
from bootcamp_app.ui.welcome.welcome import Welcome
from bootcamp_app.ui.welcome.workspace_files import ask_for_workspace

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.main_window import MainWindow
    from bootcamp_app.ui.program import Program


class Behind(QObject):
    """Serves every window: undo, saving, actions, help, welcome."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._workspaces = program.workspaces
        self._undo: UndoStack | None = None
        self._keeping: Keeping | None = None
        self._bugs = Bugs(lambda: program.windows[-1] if program.windows else None)
        self._welcomes: dict[MainWindow, Welcome] = {}
        self._actions: dict[MainWindow, Actions] = {}
        self._workspaces.opened.connect(self._opened)
        self._workspaces.refused.connect(self._refused)
        self._workspaces.left.connect(self._left)
        self._workspaces.tasks.began.connect(self._show_task)
        self._workspaces.tasks.refused.connect(self._place_refusal)

    def serve(self, window: MainWindow) -> None:
        """Give a window its actions, help, and the workspace that is open."""
        actions = Actions(window)
        self._actions[window] = actions
        self._add_places(window, actions)
        self._add_program(window, actions)
        panel = HelpPanel(actions)
        window.side.addWidget(panel)
        window.help_wanted.connect(lambda: panel.show_page(window.page_id))
        window.shown.connect(panel.follow)
        window.rail.menu.clicked.connect(lambda: actions.popup(window.rail.menu))
        window.new_bootcamp_wanted.connect(lambda: self._make_bootcamp(window))
        window.undo_wanted.connect(self.undo)
        if self._workspaces.desk is not None:
            self._show_desk(window, self._workspaces.desk)

    def welcome(self) -> None:
        """Show the first run, or what to do where there is no bootcamp yet."""
        for window in self._program.windows:
            if window not in self._welcomes:
                self._welcomes[window] = self._welcome_of(window)
            window.show_apart(self._welcomes[window])

    def undo(self, act: str = "") -> None:
        """Take an act back, or the latest one."""
        if self._undo is not None:
            self._undo.undo(act)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._undo is not None:
            self._undo.redo()

    def _add_places(self, window: MainWindow, actions: Actions) -> None:
        for number, entry in enumerate(PAGES, 1):
            actions.add(
                Doing(entry.id, N_("Go to"), entry.text, entry.icon, f"Ctrl+{number}"),
                partial(window.go, entry.id),
            )
            for act in entry.acts:
                wanted = f"{entry.id}.{act.id}"
                actions.add(
                    Doing(wanted, entry.text, act.text, act.icon, act.shortcut),
                    partial(window.go, wanted),
                )

    def _add_program(self, window: MainWindow, actions: Actions) -> None:
        whole = N_("Program")
        for doing, carry_out in (
            (Doing("undo", whole, N_("Undo"), "undo", "Ctrl+Z"), self.undo),
            (Doing("redo", whole, N_("Redo"), "redo", "Ctrl+Shift+Z"), self.redo),
            (
                Doing("find", whole, N_("Find anything"), "search", "Ctrl+K"),
                lambda: Palette(window, actions).open(),
            ),
            (
                Doing("new_bootcamp", whole, N_("New bootcamp"), "plus", "Ctrl+Shift+N"),
                lambda: self._make_bootcamp(window),
            ),
            (
                Doing("open", whole, N_("Open a file"), "folder", "Ctrl+O"),
                lambda: self._open_file(window),
            ),
            (
                Doing("language", whole, N_("Switch language"), "language", "Ctrl+L"),
                self._turn_language,
            ),
            (
                Doing("window", whole, N_("New window"), "window", "Ctrl+Shift+W"),
                self._program.show_window,
            ),
            (
                Doing("help", whole, N_("Help for this page"), "help", "Shift+F1"),
                window.help_wanted.emit,
            ),
            (
                Doing("keys", whole, N_("Keyboard shortcuts"), "keyboard", "F1"),
                lambda: ShortcutSheet(window, actions).open(),
            ),
            (Doing("close", whole, N_("Close the window"), "logout", "Ctrl+Q"), window.close),
        ):
            actions.add(doing, carry_out)

    def _opened(self, desk: Desk) -> None:
        self._undo = UndoStack(desk)
        self._keeping = Keeping(desk)
        self._undo.said.connect(self._say)
        self._undo.refused.connect(self._refuse)
        for window in self._program.windows:
            self._show_desk(window, desk)

    def _show_desk(self, window: MainWindow, desk: Desk) -> None:
        if desk.bootcamp is None:
            desk.bootcamp_chosen.connect(lambda _chosen: self._leave_welcome(desk))
            window.desk = desk
            self.welcome()
            return
        window.show_desk(desk)
        if self._keeping is not None:
            self._keeping.status_changed.connect(window.rail.say_status)
            window.rail.say_status(self._keeping.status)
        if desk.is_sample:
            window.show_above(SampleBanner(self._workspaces))

    def _leave_welcome(self, desk: Desk) -> None:
        for window in self._program.windows:
            if window.page_id == "":
                self._show_desk(window, desk)

    def _left(self) -> None:
        self._undo = self._keeping = None
        for window in self._program.windows:
            window.drop_pages()

    def _refused(self, refusal: Refusal) -> None:
        if self._workspaces.desk is None:
            self.welcome()
            for welcome in self._welcomes.values():
                welcome.refuse(refusal)
        else:
            for window in self._program.windows:
                window.show_desk(self._workspaces.desk)
                window.refuse(refusal)

    def _welcome_of(self, window: MainWindow) -> Welcome:
        made = Welcome(self._program.choices, self._workspaces)
        made.new_wanted.connect(lambda: self._make_bootcamp(window))
        made.open_wanted.connect(lambda: self._open_file(window))
        made.sample_wanted.connect(self._workspaces.open_sample)
        return made

    def _make_bootcamp(self, window: MainWindow) -> None:
        if self._workspaces.desk is None:
            self._workspaces.opened_once(lambda _desk: self._make_bootcamp(window))
            self._workspaces.open(self._program.place)
            return
        NewBootcampDialog(window, self._workspaces.desk).open()

    def _open_file(self, window: MainWindow) -> None:
        ask_for_workspace(window, self._workspaces.open)

    def _turn_language(self) -> None:
        choices = self._program.choices
        choices.change(language="en" if choices.now.language == "km" else "km")

    def _show_task(self, task: object) -> None:
        for window in self._program.windows:
            window.rail.activity.show_task(task)  # type: ignore[arg-type]

    def _say(self, text: object, act: str) -> None:
        for window in self._program.windows:
            window.say(text, act)  # type: ignore[arg-type]

    def _refuse(self, refusal: Refusal) -> None:
        for window in self._program.windows[-1:]:
            window.refuse(refusal)

    def _place_refusal(self, owner: object, refusal: Refusal) -> None:
        refuse = getattr(owner, "refuse", None)
        if callable(refuse):
            refuse(refusal)
        else:
            self._refuse(refusal)
