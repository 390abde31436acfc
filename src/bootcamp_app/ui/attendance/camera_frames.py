"""Takes the pixels out of a camera's frame. Imported only once a camera is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from bootcamp_app.reading.frames import KINDS, Frame, Plane, luminance, small
from bootcamp_app.ui.attendance.image_frames import frame_of

if TYPE_CHECKING:
    from bootcamp_app.reading.pictures import Grey

_PREFIX = "Format_"
_MOST_PIXELS = 64_000_000


def look_at(frame: QVideoFrame, width: int) -> tuple[Grey, QImage | None] | None:
    """Give a frame's brightness, and a picture at most `width` wide; None where it has none.

    At a width of 0 no picture is made.

    Nothing of the frame is held afterwards, so that the camera can use its room again.
    """
    kind = frame.pixelFormat().name.removeprefix(_PREFIX)
    if not frame.isValid() or frame.width() * frame.height() > _MOST_PIXELS:
        return None
    if kind not in KINDS or not frame.map(QVideoFrame.MapMode.ReadOnly):
        # Only the library itself knows how the frame is stored.
        image = frame.toImage()
        return None if image.isNull() else _looked(frame_of(image), width)
    try:
        planes = [Plane(frame.bits(at), frame.bytesPerLine(at)) for at in range(frame.planeCount())]
        return _looked(Frame(kind, frame.width(), frame.height(), planes), width)
    finally:
        frame.unmap()


def _looked(frame: Frame, width: int) -> tuple[Grey, QImage | None] | None:
    try:
        return luminance(frame), _picture(frame, width) if width else None
    except ValueError:
        return None


def _picture(frame: Frame, width: int) -> QImage:
    colours = small(frame, width)
    lines, columns, _ = colours.shape
    # The copy owns its pixels; the picture made from bytes does not.
    shown = QImage(colours.tobytes(), columns, lines, 3 * columns, QImage.Format.Format_RGB888)
    return shown.copy()
