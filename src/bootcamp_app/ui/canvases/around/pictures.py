"""Pictures on their way onto a board: made small beside the window, kept, laid in a free place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPointF
from PySide6.QtGui import QImage

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.core.ids import new_id
from bootcamp_app.features.canvases.placing import note_side, zone_of
from bootcamp_app.features.canvases.views import PAGE_HEIGHT, PAGE_WIDTH, PICTURE, Gesture, Item
from bootcamp_app.ui.kit.files import ask_open_many, files_with
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bootcamp_app.features.canvases.views import BoardContents, Picture
    from bootcamp_app.reading.board_pictures import BoardPicture
    from bootcamp_app.ui.canvases.board_page import BoardPage

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff")
_NOTES_WIDE = 2.0
"""A picture is as wide as so many notes, and no higher."""
_ASIDE = 8.0


class Pictures(QObject):
    """Brings pictures in, one after the other; each is one gesture."""

    def __init__(self, page: BoardPage) -> None:
        super().__init__(page)
        self._page = page

    def ask(self) -> None:
        """Let pictures be chosen."""
        ask_open_many(self._page, N_("Bring a picture in"), [files_with(ENDINGS)], self.bring_files)

    def bring_files(self, paths: Sequence[Path], at: QPointF | None = None) -> None:
        """Lay the pictures of some files on the board, around a place where one is named."""
        for number, path in enumerate(paths):
            self._bring(partial(_read_file, path), at, number)

    def bring_image(self, image: object) -> None:
        """Lay a picture from the clipboard on the board."""
        called = _("The picture")
        # Beside the window: to pack a photo takes a second.
        self._bring(lambda: _read_data(_packed(image), called), None, 0)

    def _bring(self, read: Callable[[], BoardPicture], at: QPointF | None, number: int) -> None:
        board, boards = self._page.board_id, self._page.desk.app.boards

        def work(_step: object) -> Picture:
            made = read()
            return boards.keep_picture(made.kind, made.size, made.data)

        def done(picture: Picture) -> None:
            if self._page.board_id == board and self._page.contents is not None:
                item = _laid(self._page.contents, picture, at, number)
                self._page.show_picture(picture)
                self._page.carry_out(Gesture(added=(item,)))
                self._page.choose((item.id,))

        self._page.desk.tasks.long(
            self._page, Job(work, done, self._page.refused.emit, N_("Bringing a picture in"))
        )


def _read_file(path: Path) -> BoardPicture:
    from bootcamp_app.reading.board_pictures import board_picture  # noqa: PLC0415 - heavy

    return board_picture(path)


def _read_data(data: bytes, name: str) -> BoardPicture:
    from bootcamp_app.reading.board_pictures import board_picture_of  # noqa: PLC0415 - heavy

    return board_picture_of(data, name)


def _packed(image: object) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(image, QImage):
        image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt takes a device as well
    return bytes(held.data())


def _laid(contents: BoardContents, picture: Picture, at: QPointF | None, number: int) -> Item:
    most = _NOTES_WIDE * note_side(contents.board)
    share = most / max(picture.width, picture.height)
    width, height = picture.width * share, picture.height * share
    by = _ASIDE * number
    x = (at.x() if at is not None else PAGE_WIDTH / 2) - width / 2 + by
    top = (at.y() if at is not None else PAGE_HEIGHT / 2) - height / 2 + by
    item = Item(
        id=new_id(),
        kind=PICTURE,
        x=x,
        top=top,
        width=width,
        height=height,
        place=max((one.place for one in contents.items), default=0.0) + 1,
        picture=picture.id,
    )
    return Item(**{**vars(item), "zone": zone_of(contents.board.template, item)})
