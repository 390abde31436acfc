"""Taking a portrait with the camera of the laptop. Imported only when somebody wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt, Signal
from PySide6.QtGui import QImage

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.camera_frames import picture_of
from bootcamp_app.ui.kit.cameras import CANNOT_BE_USED, Camera
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.portrait_view import PortraitView
from bootcamp_app.ui.memory import CAMERA

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk

_HEIGHT = 360
_QUALITY = 95
_WIDEST = 1280
"""Pixels of what is kept of a frame: more than a portrait needs."""


class CameraDialog(Dialog):
    """Shows what the camera sees as a mirror does, and takes one picture of it."""

    taken = Signal(bytes)
    """The picture as JPEG, as the camera saw it and not mirrored."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        self.portrait = PortraitView(_HEIGHT)
        self.told = Label(wraps=True)
        self.again = button(N_("Once more"), self.look, icon_name="refresh")
        self.shoot = button(N_("Take the picture"), self.hold, icon_name="camera")
        body = holding(
            column(self.told, row(1, self.portrait, 1), holding(Flow(self.shoot, self.again)))
        )
        super().__init__(parent, N_("Take a photo"), body, N_("Keep this picture"))
        self._memory = desk.memory
        self.camera = Camera(desk.tasks.newest(self, _seen, self._see).put)
        self.camera.setParent(self)
        self._newest = QImage()
        self._held = QImage()
        self.camera.failed.connect(self._failed)
        self.confirmed.connect(self._keep)
        self.finished.connect(self.camera.stop)
        self.look()

    def start(self) -> None:
        """Use the camera that was used last, or the first, or say that there is none."""
        if not self.camera.start(self._memory.kept(CAMERA)):
            self.banner.show_text(
                N_("No camera was found. Plug one in and try again, or choose a picture."),
                "warning",
            )

    def look(self) -> None:
        """Show what the camera sees now."""
        self._held = QImage()
        self.main.setEnabled(False)
        self.again.hide()
        self.shoot.show()
        self.shoot.setEnabled(not self._newest.isNull())

    def hold(self) -> None:
        """Hold what is seen at this moment."""
        self._held = self._newest.copy()
        self.portrait.show_picture(_mirrored(self._held))
        self.shoot.hide()
        self.again.show()
        self.main.setEnabled(True)
        self.main.setFocus()

    def _see(self, picture: QImage | None) -> None:
        if picture is None:
            return
        self._newest = picture
        if self._held.isNull():
            self.portrait.show_picture(_mirrored(picture))
            self.shoot.setEnabled(True)

    def _keep(self) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._held.convertToFormat(QImage.Format.Format_RGB32).save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload]
        self.taken.emit(buffer.data().data())
        self.accept()

    def _failed(self) -> None:
        self.banner.show_text(CANNOT_BE_USED, "bad")


def _seen(frame: QVideoFrame) -> QImage | None:
    return picture_of(frame, _WIDEST)


def _mirrored(picture: QImage) -> QImage:
    return picture.flipped(Qt.Orientation.Horizontal)
