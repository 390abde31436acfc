"""The cameras of this laptop. Imported only when somebody wants to use one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtMultimedia import QCameraDevice, QCameraFormat

CANNOT_BE_USED = N_("The camera cannot be used. Close other programs that use it, then try again.")
_MOST_LINES, _LEAST_RATE, _ENOUGH_RATE = 1080, 15, 30


class Camera(QObject):
    """One camera at a time; every frame goes to `take`, on whichever thread it comes."""

    failed = Signal()
    """It stopped: another program has it, or it may not be used."""
    plugged = Signal()
    """There are other cameras than before."""

    def __init__(self, take: Callable[[QVideoFrame], object]) -> None:
        super().__init__()
        self.sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._devices = QMediaDevices(self)
        self._camera: QCamera | None = None
        self._session.setVideoSink(self.sink)
        # Not queued: a window that is busy would let the frames pile up.
        self.sink.videoFrameChanged.connect(take, Qt.ConnectionType.DirectConnection)
        self._devices.videoInputsChanged.connect(self.plugged)

    def names(self) -> list[str]:
        """Give what the cameras are called, each once; the one of the system first."""
        return list(_cameras())

    def start(self, name: str) -> str:
        """Use the camera of that name, or the first there is; give its name, empty for none."""
        self.stop()
        known = _cameras()
        chosen = name if name in known else next(iter(known), "")
        if chosen:
            camera = QCamera(known[chosen], self)
            if best := best_format(known[chosen].videoFormats()):
                camera.setCameraFormat(best)
            # Queued: a camera may fail while it is started, before its name is known.
            camera.errorOccurred.connect(
                partial(self._fail, camera), Qt.ConnectionType.QueuedConnection
            )
            self._camera = camera
            self._session.setCamera(camera)
            camera.start()
        return chosen

    def stop(self) -> None:
        """Let the camera go, so that other programs can have it."""
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
            camera.deleteLater()

    def _fail(self, camera: QCamera, *_error: object) -> None:
        # What a camera that was let go still had to say is no news of the one in use.
        if camera is self._camera:
            self.stop()
            self.failed.emit()


def best_format(formats: Sequence[QCameraFormat]) -> QCameraFormat | None:
    """Give the largest format that is neither slow nor too large; else the fastest there is."""
    fit = [
        one
        for one in formats
        if one.resolution().height() <= _MOST_LINES and one.maxFrameRate() >= _LEAST_RATE
    ]
    if not fit:
        return max(formats, key=lambda one: one.maxFrameRate(), default=None)
    return max(fit, key=_worth)


def _worth(one: QCameraFormat) -> tuple[int, float, bool]:
    pixels = one.resolution().width() * one.resolution().height()
    is_packed = one.pixelFormat() == QVideoFrameFormat.PixelFormat.Format_Jpeg
    return pixels, min(one.maxFrameRate(), _ENOUGH_RATE), not is_packed


def _cameras() -> dict[str, QCameraDevice]:
    """Give the cameras by name; two of the same make are told apart by a number."""
    first = QMediaDevices.defaultVideoInput()
    devices = sorted(QMediaDevices.videoInputs(), key=lambda one: one.id() != first.id())
    named: dict[str, QCameraDevice] = {}
    for device in devices:
        name, number = device.description(), 2
        while name in named:
            name, number = f"{device.description()} ({number})", number + 1
        named[name] = device
    return named
