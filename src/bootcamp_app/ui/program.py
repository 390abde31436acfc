"""The running program: its windows and its one workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.clock import SystemClock
from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.workspaces import Workspaces

if TYPE_CHECKING:
    from bootcamp_app.core.clock import Clock
    from bootcamp_app.ui.behind import Behind
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.memory import Memory

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Program(QObject):
    """Paints a window first, then opens the workspace and keeps all windows in step."""

    def __init__(
        self, choices: Choices, memory: Memory, place: str = "", clock: Clock | None = None
    ) -> None:
        super().__init__()
        self.choices = choices
        self.memory = memory
        self.workspaces = Workspaces(choices, memory, clock or SystemClock())
        self.place = place or self.workspaces.usual_place()
        self.windows: list[MainWindow] = []
        self._is_named = bool(place)
        self._behind: Behind | None = None

    def show_window(self) -> MainWindow:
        """Show one more window on the workspace."""
        window = MainWindow(self.choices, self.memory)
        self.windows.append(window)
        window.closed.connect(self._forget)
        window.show_opening()
        if self._behind is not None:
            self._behind.serve(window)
        window.show()
        return window

    def begin(self) -> None:
        """Import what the first paint did not need, then open the workspace or welcome; once."""
        if self._behind is not None:
            return
        from bootcamp_app.ui.behind import Behind  # noqa: PLC0415 - after the first paint

        self._behind = Behind(self)
        for window in self.windows:
            self._behind.serve(window)
        if self._is_named or self.choices.now.is_set_up:
            self.workspaces.open(self.place)
        else:
            self._behind.welcome()

    def come_forward(self) -> None:
        """Show the newest window above the others."""
        for window in self.windows[-1:]:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
            # What covers a window that takes no keys, such as kiosk mode, stays above it.
            for over in window.findChildren(QWidget, options=_DIRECT):
                if over.isWindow() and over.isVisible() and not window.isEnabled():
                    over.raise_()
                    over.activateWindow()

    def keep_copy(self) -> None:
        """Put a copy aside of what was changed, after the last window was closed."""
        desk = self.workspaces.desk
        if desk is not None:
            self.workspaces.tasks.close()
            if not desk.is_sample:
                desk.app.backups.keep_at_close()

    def close(self) -> None:
        """Finish what is being written and let the workspace go."""
        if self._behind is not None:
            self._behind.close()
        self.workspaces.end()

    def _forget(self, window: MainWindow) -> None:
        self.windows.remove(window)
