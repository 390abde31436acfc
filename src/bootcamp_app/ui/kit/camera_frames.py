"""Takes the pixels out of a camera's frame. Imported only once a camera is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from bootcamp_app.reading.frames import KINDS, Frame, Plane, luminance, small
from bootcamp_app.ui.kit.image_frames import frame_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.reading.pictures import Grey

Found = TypeVar("Found")

_PREFIX = "Format_"
_MOST_PIXELS = 64_000_000


def look_at(frame: QVideoFrame, width: int) -> tuple[Grey, QImage | None] | None:
    """Give a frame's brightness, and a picture at most `width` wide; None where it has none.

    At a width of 0 no picture is made.
    """
    return _of(frame, lambda seen: (luminance(seen), _picture(seen, width) if width else None))


def picture_of(frame: QVideoFrame, width: int) -> QImage | None:
    """Give a frame as a picture at most `width` wide; None where it has none."""
    return _of(frame, lambda seen: _picture(seen, width))


def _of(frame: QVideoFrame, look: Callable[[Frame], Found]) -> Found | None:
    """Look at a frame; nothing of it is held afterwards, so that the camera can use its room."""
    kind = frame.pixelFormat().name.removeprefix(_PREFIX)
    if not frame.isValid() or frame.width() * frame.height() > _MOST_PIXELS:
        return None
    if kind not in KINDS or not frame.map(QVideoFrame.MapMode.ReadOnly):
        # Only the library itself knows how the frame is stored.
        image = frame.toImage()
        return None if image.isNull() else look(frame_of(image))
    try:
        planes = [Plane(frame.bits(at), frame.bytesPerLine(at)) for at in range(frame.planeCount())]
        return look(Frame(kind, frame.width(), frame.height(), planes))
    except ValueError:
        return None
    finally:
        frame.unmap()


def _picture(frame: Frame, width: int) -> QImage:
    colours = small(frame, width)
    lines, columns, _ = colours.shape
    # The copy owns its pixels; the picture made from bytes does not.
    shown = QImage(colours.tobytes(), columns, lines, 3 * columns, QImage.Format.Format_RGB888)
    return shown.copy()
