"""Pictures of the parts of the kit, and how far two pictures differ."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QIODevice, Qt
from PySide6.QtTest import QTest

from bootcamp_app.ui.gallery.part import Part, Stage

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 480
_COLOURS, _STRENGTH = 128, 32
_ROUNDS, _PAUSE, _STILL = 60, 40, 4


def picture_of(part: Part) -> Image.Image:
    """Give a picture of a part once nothing moves in it any more."""
    stage = Stage(part)
    stage.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    stage.setFixedSize(WIDTH, part.height)
    stage.show()
    last = _grabbed(stage)
    still = 0
    for _round in range(_ROUNDS):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if part.id == "paper":  # pages are drawn on a thread of Qt's
            QTest.qWait(_PAUSE)
        now = _grabbed(stage)
        still = still + 1 if now == last else 0
        last = now
        if still == _STILL:
            break
    stage.close()
    stage.deleteLater()
    return Image.open(io.BytesIO(last)).convert("RGB")


def keep(picture: Image.Image, place: Path) -> None:
    """Write a picture as a small PNG."""
    small = picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(place, optimize=True)


def difference(first: Image.Image, second: Image.Image) -> tuple[float, Image.Image]:
    """Give the share of pixels that differ visibly, and a picture of them."""
    if first.size != second.size:
        return 1.0, first
    largest = ImageChops.difference(first, second)
    bands = largest.split()
    greatest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    marked = greatest.point([0] * (_STRENGTH + 1) + [255] * (255 - _STRENGTH))
    count = marked.histogram()[255]
    return count / (first.width * first.height), marked


def _grabbed(stage: Stage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    stage.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())
