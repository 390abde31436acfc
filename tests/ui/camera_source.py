"""A camera for tests: its frames are made, and go through the library's own way to the sink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from bootcamp_app.ui.kit.cameras import Camera

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.reading.pictures import Grey

_Pixel = QVideoFrameFormat.PixelFormat


class PluggedCamera(Camera):
    """Cameras that are there because a test says so; everything behind the lens is real."""

    def __init__(self, take: Callable[[QVideoFrame], object], present: list[str]) -> None:
        super().__init__(take)
        self.present = present
        self.started: list[str] = []
        self.is_running = False

    def names(self) -> list[str]:
        """Give the cameras that are plugged in."""
        return list(self.present)

    def start(self, name: str) -> str:
        """Use one of them."""
        chosen = name if name in self.present else next(iter(self.present), "")
        self.is_running = bool(chosen)
        self.started.append(chosen)
        return chosen

    def stop(self) -> None:
        """Stop it."""
        self.is_running = False

    def show(self, frame: QVideoFrame) -> None:
        """Have it give a frame."""
        self.sink.setVideoFrame(frame)


class Shelf:
    """Stands for the module that knows cameras; remembers the camera that was made."""

    def __init__(self, *present: str) -> None:
        self.present = list(present)
        self.made: list[PluggedCamera] = []

    def Camera(self, take: Callable[[QVideoFrame], object]) -> PluggedCamera:  # noqa: N802 - a class there
        """Give the camera."""
        self.made.append(PluggedCamera(take, self.present))
        return self.made[-1]


def frame_of(pixels: Grey, kind: _Pixel = _Pixel.Format_NV12) -> QVideoFrame:
    """Give a frame whose first plane holds these pixels; colours of other planes are grey."""
    height, width = pixels.shape
    frame = QVideoFrame(QVideoFrameFormat(QSize(width, height), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    stride, lines = frame.bytesPerLine(0), _lines(pixels, kind)
    used = lines.shape[1]
    bright = memoryview(frame.bits(0))
    for line in range(height):
        bright[line * stride : line * stride + used] = lines[line].tobytes()
    for plane in range(1, frame.planeCount()):
        colours = memoryview(frame.bits(plane))
        colours[:] = b"\x80" * len(colours)
    frame.unmap()
    return frame


def _lines(pixels: Grey, kind: _Pixel) -> Grey:
    """Give the bytes of each line, as many a pixel as the kind has."""
    if kind == _Pixel.Format_YUYV:
        return np.stack([pixels, np.full_like(pixels, 128)], axis=2).reshape(len(pixels), -1)
    if kind == _Pixel.Format_BGRA8888:
        return np.repeat(pixels, 4, axis=1)
    return pixels
