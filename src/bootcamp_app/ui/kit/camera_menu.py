"""The small menu beside the camera's words: which camera, and whether its picture is mirrored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence


class CameraMenu(IconButton):
    """Opens with Enter, Space or a click."""

    chosen = Signal(str)
    """The name of another camera."""
    mirrored = Signal(bool)

    def __init__(self, *, is_mirrored: bool) -> None:
        super().__init__(N_("Settings of the camera"), "settings")
        self._menu = QMenu(self)
        self._cameras = QActionGroup(self)
        self._mirror = QAction(self, checkable=True, checked=is_mirrored)
        say(self._menu, N_("Settings of the camera"), "setAccessibleName")
        say(self._mirror, N_("As in a mirror"))
        self._menu.addAction(self._mirror)
        self._line = self._menu.addSeparator()
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._mirror.toggled.connect(self.mirrored)
        self._cameras.triggered.connect(lambda action: self.chosen.emit(action.data()))

    @property
    def is_mirrored(self) -> bool:
        """Whether the picture is shown as a mirror does."""
        return self._mirror.isChecked()

    @property
    def cameras(self) -> list[QAction]:
        """One for each camera that can be chosen."""
        return self._cameras.actions()

    def mirror(self, *, is_mirrored: bool) -> None:
        """Show it as a mirror does, or as others see it."""
        self._mirror.setChecked(is_mirrored)

    def show_cameras(self, names: Sequence[str], used: str) -> None:
        """Offer these cameras."""
        for action in self._cameras.actions():
            self._cameras.removeAction(action)
            self._menu.removeAction(action)
            action.deleteLater()
        for name in names:
            action = QAction(name.replace("&", "&&"), self, checkable=True, checked=name == used)
            action.setData(name)
            self._cameras.addAction(action)
            self._menu.addAction(action)
