"""A picture of the window as a frame, for the library that reads codes."""

from __future__ import annotations

from PySide6.QtGui import QImage

from bootcamp_app.reading.frames import Frame, Plane


def frame_of(image: QImage) -> Frame:
    """Give a picture's pixels as a frame that owns them."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    plane = Plane(bytes(plain.constBits()), plain.bytesPerLine())
    return Frame("RGBX8888", plain.width(), plain.height(), [plane])
