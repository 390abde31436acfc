"""What the window remembers by itself: its place, the last page, the widths of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from bootcamp_app.core.settings import config_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHeaderView, QWidget

CAMERA = "camera"
"""The name of the camera that was used last."""


class Memory:
    """A small file beside the settings; nothing in it is missed when it is gone."""

    def __init__(self) -> None:
        place = config_folder() / "window.ini"
        self._kept = QSettings(str(place), QSettings.Format.IniFormat)

    def keep_window(self, window: QWidget) -> None:
        """Remember size and place."""
        self._kept.setValue("window/geometry", window.saveGeometry())

    def place_window(self, window: QWidget) -> bool:
        """Give a window its last size and place; say whether there were any."""
        kept = self._kept.value("window/geometry")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def keep(self, name: str, value: str) -> None:
        """Remember a text."""
        self._kept.setValue(f"texts/{name}", value)

    def kept(self, name: str, otherwise: str = "") -> str:
        """Give a remembered text."""
        return str(self._kept.value(f"texts/{name}", otherwise))

    def follow_columns(self, header: QHeaderView, name: str) -> None:
        """Give columns their last widths, and remember each change of them."""
        kept = self._kept.value(f"columns/{name}")
        if isinstance(kept, QByteArray):
            header.restoreState(kept)
        header.sectionResized.connect(lambda: self._keep_columns(header, name))
        header.sectionMoved.connect(lambda: self._keep_columns(header, name))

    def _keep_columns(self, header: QHeaderView, name: str) -> None:
        self._kept.setValue(f"columns/{name}", header.saveState())
