"""Pictures on the board: only as many of their pixels are in memory as the zoom shows."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImageReader, QPainter, QPixmap

from bootcamp_app.ui.canvases.board.board_item import BoardItem
from bootcamp_app.ui.canvases.board.note_item import MUTED
from bootcamp_app.ui.canvases.pens import cosmetic
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import draw_icon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.features.canvases.views import Item, Picture

_LEVELS = (128, 256, 512, 1024, 2048)
"""Pixels of the longer side in which a picture is kept, as the zoom asks for it."""
_MOST_BYTES = 40 * 1024 * 1024
_PATIENCE = 60
"""Milliseconds after which a finer picture is read: meanwhile a coarser one is shown."""


class Pictures(QObject):
    """The pictures of a board, read from their files in the size that is looked at."""

    refined = Signal()
    """A finer picture than was shown is there now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, Picture] = {}
        self._read: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._wanted: set[tuple[str, int]] = set()
        self._rest = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._rest.timeout.connect(self._refine)

    def know(self, pictures: Mapping[str, Picture]) -> None:
        """Show these as well from now on."""
        self._known.update(pictures)

    def missing(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Give those that are not known."""
        return tuple(one for one in dict.fromkeys(ids) if one and one not in self._known)

    def forget(self) -> None:
        """Know none."""
        self._known.clear()
        self._read.clear()
        self._wanted.clear()

    @property
    def bytes_held(self) -> int:
        """How much memory the read ones take."""
        return sum(4 * one.width() * one.height() for one in self._read.values())

    def at(self, picture_id: str, pixels: float) -> QPixmap | None:
        """Give a picture for so many pixels of its longer side, or the best that is there."""
        if picture_id not in self._known:
            return None
        level = next((one for one in _LEVELS if one >= pixels), _LEVELS[-1])
        if found := self._read.get((picture_id, level)):
            self._read.move_to_end((picture_id, level))
            return found
        near = [one for one in _LEVELS if (picture_id, one) in self._read]
        if not near:
            return self._load(picture_id, min(level, 512))
        self._wanted.add((picture_id, level))
        self._rest.start()
        return self._read[picture_id, min(near, key=lambda one: abs(one - level))]

    def _refine(self) -> None:
        wanted, self._wanted = self._wanted, set()
        for picture_id, level in wanted:
            if picture_id in self._known:
                self._load(picture_id, level)
        self.refined.emit()

    def _load(self, picture_id: str, level: int) -> QPixmap:
        made = _scaled(self._known[picture_id].data, level)
        self._read[picture_id, level] = made
        while self.bytes_held > _MOST_BYTES and len(self._read) > 1:
            self._read.popitem(last=False)
        return made


class PictureItem(BoardItem):
    """A picture, drawn from the nearest size that is in memory."""

    def __init__(self, item: Item, pictures: Pictures) -> None:
        super().__init__(item)
        self._pictures = pictures

    def draw(self, painter: QPainter) -> None:
        """Draw the picture, or where one is missing, that it is."""
        box = self._box
        scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        found = self._pictures.at(self.item.picture, max(box.width(), box.height()) * scale)
        if found is None or found.isNull() or self.item.is_hidden:
            self._missing(painter, box)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, found, QRectF(found.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        if theme.colours.border > 1:
            painter.setPen(cosmetic(theme.colour("ink"), theme.colours.border))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)

    def _missing(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, "#EFECE6")
        side = min(box.width(), box.height()) * 0.3
        middle = QRectF(0, 0, side, side)
        middle.moveCenter(box.center())
        draw_icon(painter, "image", middle, MUTED)


def _scaled(data: bytes, level: int) -> QPixmap:
    """Read a picture no larger than needed: a JPEG is then read several times as fast."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size: QSize = reader.size()
    longer = max(size.width(), size.height())
    if longer > level:
        reader.setScaledSize(size * (level / longer))
    return QPixmap.fromImage(reader.read())
