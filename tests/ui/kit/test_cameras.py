"""Which of a camera's formats is used, and what is done where no camera is plugged in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
)

from bootcamp_app.ui.kit import cameras
from bootcamp_app.ui.kit.cameras import Camera, best_format

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraFormat
    from pytestqt.qtbot import QtBot

KINDS = QVideoFrameFormat.PixelFormat
JPEG, YUYV, NV12 = KINDS.Format_Jpeg, KINDS.Format_YUYV, KINDS.Format_NV12


@dataclass(frozen=True)
class Offer:
    """A format as a camera offers it: its lines, its frames a second, its kind."""

    lines: int
    rate: float
    kind: QVideoFrameFormat.PixelFormat = NV12

    def resolution(self) -> QSize:
        return QSize(self.lines * 16 // 9, self.lines)

    def maxFrameRate(self) -> float:  # noqa: N802 - as the library calls it
        return self.rate

    def pixelFormat(self) -> QVideoFrameFormat.PixelFormat:  # noqa: N802 - as the library calls it
        return self.kind


class Still(QCamera):
    """A camera of the library that is nowhere plugged in.

    Of the module, and not of its test: the library may let go of one after the test is over.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(QCameraDevice(), parent)

    def start(self) -> None:
        """Do nothing: there is none."""


@pytest.mark.parametrize(
    ("offers", "best"),
    [
        ([Offer(480, 30), Offer(720, 30), Offer(1080, 30), Offer(2160, 30)], Offer(1080, 30)),
        ([Offer(480, 30), Offer(720, 15), Offer(1080, 10)], Offer(720, 15)),
        ([Offer(720, 10, YUYV), Offer(720, 30, JPEG), Offer(480, 30, YUYV)], Offer(720, 30, JPEG)),
        ([Offer(720, 30, JPEG), Offer(720, 30, YUYV)], Offer(720, 30, YUYV)),
        ([Offer(720, 60, JPEG), Offer(720, 30, YUYV)], Offer(720, 30, YUYV)),
        ([Offer(480, 5), Offer(480, 10), Offer(2160, 8)], Offer(480, 10)),
        ([], None),
    ],
)
def test_the_largest_format_that_is_neither_slow_nor_too_large_is_used(
    offers: list[Offer], best: Offer | None
) -> None:
    assert best_format(cast("list[QCameraFormat]", offers)) == best


def test_without_a_camera_none_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cameras, "_cameras", dict)
    camera = Camera(lambda _frame: None)

    assert (camera.names(), camera.start("Integrated Camera")) == ([], "")


def test_what_an_earlier_camera_still_had_to_say_does_not_stop_the_one_in_use(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    made: list[Still] = []

    def still(_device: object, parent: QObject) -> Still:
        made.append(Still(parent))
        return made[-1]

    devices = {"A": QCameraDevice(), "B": QCameraDevice()}
    monkeypatch.setattr(cameras, "_cameras", lambda: devices)
    monkeypatch.setattr(cameras, "QCamera", still)
    failed: list[bool] = []
    camera = Camera(lambda _frame: None)
    camera.failed.connect(lambda: failed.append(True))

    camera.start("A")
    made[0].errorOccurred.emit(QCamera.Error.CameraError, "busy")
    camera.start("B")
    qtbot.wait(10)
    late = list(failed)
    made[1].errorOccurred.emit(QCamera.Error.CameraError, "busy")
    qtbot.waitUntil(lambda: failed == [True])

    assert late == []
    camera.stop()


def test_frames_of_a_session_reach_whoever_takes_them(qtbot: QtBot) -> None:
    frames: list[QVideoFrame] = []
    camera = Camera(frames.append)
    session, source = QMediaCaptureSession(), QVideoFrameInput()
    session.setVideoFrameInput(source)
    session.setVideoSink(camera.sink)

    source.sendVideoFrame(QVideoFrame(QVideoFrameFormat(QSize(64, 48), NV12)))
    qtbot.waitUntil(lambda: len(frames) > 0)

    assert frames[-1].size() == QSize(64, 48)
