"""Small pictures of canvases, drawn from their real paper beside the window and kept."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage, QPainter

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.tasks import Tasks

    Key = tuple[Template, str, int]

_MOST = 200
_SIZE = "A4"
_HIGH, _WIDE = 297, 420


class CanvasPictures(QObject):
    """Draws one canvas after the other, the one that was asked for last first."""

    came = Signal(object)
    """A picture of this Template is there now."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: dict[Key, QImage] = {}
        self._wanted: list[Key] = []
        self._drawing: Key | None = None
        self._stream = tasks.newest(self, _drawn, self._keep)

    def of(self, template: Template, width: int) -> QImage:
        """Give a picture so many pixels wide, or an empty one until it came."""
        key = (template, words.language, width)
        if key not in self._kept:
            self._want(key)
        return self._kept.get(key, QImage())

    def _want(self, key: Key) -> None:
        if key == self._drawing:
            return
        if key in self._wanted:
            self._wanted.remove(key)
        self._wanted.append(key)
        self._begin()

    def _begin(self) -> None:
        if self._drawing is None and self._wanted:
            self._drawing = self._wanted.pop()
            self._stream.put(self._drawing)

    def _keep(self, drawn: tuple[Key, QImage]) -> None:
        key, picture = drawn
        if len(self._kept) >= _MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = picture
        self._drawing = None
        self.came.emit(key[0])
        self._begin()


def picture_of(template: Template, width: int) -> QImage:
    """Give a canvas as it prints, so many pixels wide; may be called on any thread."""
    from bootcamp_app.features.canvases.blank import print_blank  # noqa: PLC0415 - heavy
    from bootcamp_app.ui.kit.pdf_documents import opened  # noqa: PLC0415 - QtPdf is heavy

    file = BytesIO()
    print_blank(template, _SIZE, file)
    with opened(file.getvalue()) as document:
        drawn = document.render(0, QSize(width, round(width * _HIGH / _WIDE)))
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    with QPainter(white) as painter:
        painter.drawImage(0, 0, drawn)
    return white


def _drawn(key: Key) -> tuple[Key, QImage]:
    """Draw one; what cannot be printed stays without a picture, and is not tried again."""
    try:
        return key, picture_of(key[0], key[2])
    except Refusal:
        return key, QImage()
