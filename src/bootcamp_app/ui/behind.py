"""What stands behind the windows: everything that the first paint did not need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.bootcamps.views import BootcampChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.actions import Actions
from bootcamp_app.ui.attendance.scans import Scans
from bootcamp_app.ui.bugs import Bugs
from bootcamp_app.ui.doings import add_doings, add_places
from bootcamp_app.ui.help.panel import HelpPanel
from bootcamp_app.ui.keeping import Keeping
from bootcamp_app.ui.kit.own_folder import forget_old_folders
from bootcamp_app.ui.palette import Palette
from bootcamp_app.ui.rescue import Rescue
from bootcamp_app.ui.shortcuts import ShortcutSheet
from bootcamp_app.ui.undo import UndoStack
from bootcamp_app.ui.welcome.new_bootcamp import NewBootcampDialog
from bootcamp_app.ui.welcome.sample import SampleBanner
from bootcamp_app.ui.welcome.welcome import Welcome
from bootcamp_app.ui.welcome.workspace_files import ask_for_workspace, open_any

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.main_window import MainWindow
    from bootcamp_app.ui.program import Program
    from bootcamp_app.ui.tasks import Task
    from bootcamp_app.ui.words import Text


class Behind(QObject):
    """Serves every window: undo, saving, actions, help, welcome."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._workspaces = program.workspaces
        self._undo: UndoStack | None = None
        self._keeping: Keeping | None = None
        self._bugs = Bugs(lambda: program.windows[-1] if program.windows else None)
        self._scans = Scans(self, lambda: program.windows)
        self._welcomes: dict[MainWindow, Welcome] = {}
        self._rescue = Rescue(program, self._welcomes)
        self._is_welcoming = False
        self._wants_bootcamp: MainWindow | None = None
        self._workspaces.tasks.read(self, forget_old_folders, lambda _none: None)
        self._workspaces.opened.connect(self._opened)
        self._workspaces.refused.connect(self._refused)
        self._workspaces.left.connect(self._left)
        self._workspaces.tasks.began.connect(self._show_task)
        self._workspaces.tasks.refused.connect(self._place_refusal)

    def serve(self, window: MainWindow) -> None:
        """Give a window its actions, help, and the workspace that is open."""
        actions = Actions(window)
        add_places(window, actions)
        self._add_doings(window, actions)
        panel = HelpPanel(actions)
        window.side.addWidget(panel)
        window.help_wanted.connect(lambda: panel.show_page(window.help_topic))
        for turned in (window.shown, window.help_turned):
            turned.connect(lambda *_page: panel.follow(window.help_topic))
        window.rail.menu.clicked.connect(lambda: actions.popup(window.rail.menu))
        window.new_bootcamp_wanted.connect(lambda: self._make_bootcamp(window))
        window.undo_wanted.connect(self.undo)
        window.closed.connect(self._forget)
        if self._workspaces.desk is not None:
            self._show_desk(window, self._workspaces.desk)
        elif self._is_welcoming:
            self._welcome_in(window)

    def welcome(self) -> None:
        """Show the first run, or what to do where there is no bootcamp yet."""
        self._is_welcoming = True
        for window in self._program.windows:
            self._welcome_in(window)

    def close(self) -> None:
        """Hear no scanner any more."""
        self._scans.scanner.stop()

    def undo(self, act: str = "") -> None:
        """Take an act back, or the latest one."""
        if self._undo is not None:
            self._undo.undo(act)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._undo is not None:
            self._undo.redo()

    def _add_doings(self, window: MainWindow, actions: Actions) -> None:
        add_doings(
            actions,
            {
                "undo": self.undo,
                "redo": self.redo,
                "find": lambda: Palette(window, actions).open(),
                "new_bootcamp": lambda: self._make_bootcamp(window),
                "open": lambda: self._ask_for_workspace(window),
                "language": self._turn_language,
                "window": self._program.show_window,
                "whole": window.turn_whole,
                "help": window.help_wanted.emit,
                "keys": lambda: ShortcutSheet(window, actions).open(),
                "close": window.close,
            },
        )

    def _opened(self, desk: Desk) -> None:
        self._is_welcoming = False
        self._undo = UndoStack(desk)
        self._keeping = Keeping(desk)
        self._undo.said.connect(self._say)
        self._undo.refused.connect(self._refuse)
        self._keeping.status_changed.connect(self._say_status)
        self._rescue.watch(desk)
        desk.bootcamp_chosen.connect(self._bootcamp_chosen)
        desk.bridge.happened.connect(self._hear)
        for window in self._program.windows:
            self._show_desk(window, desk)
        if missing := self._workspaces.missing:
            self._say(
                Sentence(
                    "“{name}” was not found. Put its stick in and open it again.", name=missing
                )
            )
        if self._workspaces.told is not None:
            self._say(self._workspaces.told)
        wanting, self._wants_bootcamp = self._wants_bootcamp, None
        if wanting is not None:
            self._make_bootcamp(wanting)

    def _show_desk(self, window: MainWindow, desk: Desk) -> None:
        if desk.bootcamp is None:
            self._welcome_in(window)
            return
        self._welcomes.pop(window, QWidget()).deleteLater()
        window.show_desk(desk)
        if self._keeping is not None:
            window.rail.say_status(self._keeping.status)
        if desk.is_sample:
            window.show_above(SampleBanner(self._workspaces))

    def _hear(self, fact: object) -> None:
        if isinstance(fact, (RecordsUndone, BootcampChanged)) and self._workspaces.desk is not None:
            self._workspaces.desk.look_again()

    def _bootcamp_chosen(self, bootcamp: object) -> None:
        """Leave the welcome where there is a bootcamp now, or go back to it."""
        desk = self._workspaces.desk
        if desk is None:
            return
        for window in self._program.windows:
            if bootcamp is None:
                window.drop_pages()
            if bootcamp is None or window in self._welcomes:
                self._show_desk(window, desk)

    def _left(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._undo = self._keeping = None
        for window in self._program.windows:
            window.drop_pages()

    def _refused(self, refusal: Refusal) -> None:
        self._wants_bootcamp = None
        if self._workspaces.desk is None:
            self.welcome()
        for window in self._program.windows:
            welcome = self._welcomes.get(window)
            (welcome or window).refuse(refusal)
        self._rescue.look()

    def _welcome_in(self, window: MainWindow) -> None:
        if window not in self._welcomes:
            made = Welcome(self._program.choices, self._workspaces)
            made.new_wanted.connect(lambda: self._make_bootcamp(window))
            made.open_wanted.connect(lambda: self._ask_for_workspace(window))
            made.sample_wanted.connect(self._workspaces.open_sample)
            self._welcomes[window] = made
        window.show_apart(self._welcomes[window])

    def _ask_for_workspace(self, window: MainWindow) -> None:
        ask_for_workspace(window, partial(open_any, window, self._workspaces))

    def _make_bootcamp(self, window: MainWindow) -> None:
        if self._workspaces.desk is None:
            self._wants_bootcamp = window
            self._workspaces.open(self._program.place)
        elif not window.findChildren(NewBootcampDialog):
            NewBootcampDialog(window, self._workspaces.desk).open()

    def _turn_language(self) -> None:
        choices = self._program.choices
        choices.change(language="en" if choices.now.language == "km" else "km")

    def _show_task(self, task: Task) -> None:
        for window in self._program.windows:
            window.rail.activity.show_task(task)

    def _say(self, text: Text, act: str = "") -> None:
        for window in self._program.windows:
            window.say(text, act)

    def _say_status(self, status: Text) -> None:
        for window in self._program.windows:
            window.rail.say_status(status)

    def _refuse(self, refusal: Refusal) -> None:
        for window in self._program.windows[-1:]:
            window.refuse(refusal)

    def _place_refusal(self, owner: object, refusal: Refusal) -> None:
        """Say a refusal on the page, in the dialog or in the window that asked."""
        place = owner if isinstance(owner, QWidget) else None
        while place is not None and not hasattr(place, "refuse"):
            place = place.parentWidget()
        if place is not None:
            place.refuse(refusal)
        else:
            self._refuse(refusal)

    def _forget(self, window: MainWindow) -> None:
        self._welcomes.pop(window, None)
        if self._wants_bootcamp is window:
            self._wants_bootcamp = None
