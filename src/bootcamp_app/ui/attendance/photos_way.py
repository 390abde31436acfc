"""The ways in which photos come to the door: dropped, pasted, or chosen as files or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.ui.attendance.answers import no_session
from bootcamp_app.ui.attendance.photos import ENDINGS, Photo, photos_at, read_photos
from bootcamp_app.ui.attendance.photos_result import PhotosResult
from bootcamp_app.ui.kit.files import ask_folder, ask_open_many
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.attendance.views import Scan
    from bootcamp_app.reading.pictures import Grey
    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from bootcamp_app.ui.attendance.photos import PhotosRead
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.kit.menu_button import MenuButton
    from bootcamp_app.ui.tasks import Progress, Task
    from bootcamp_app.ui.words import Text

_TITLE = N_("Check in from photos")
_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class PhotosWay(QObject):
    """Reads photos beside the window and shows what came of them."""

    def __init__(self, page: AttendancePage, desk: Desk, menu: MenuButton) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.result: PhotosResult | None = None
        menu.offer("photos", N_("Check in from photos…"), self.ask_files, "image")
        menu.offer("folder", N_("Check in from a folder of photos…"), self.ask_folder, "folder")
        menu.offer("paste", N_("Paste a picture"), self.paste, "copy")
        entry = page.door.entry
        # A field would take the place of a file as text.
        entry.setAcceptDrops(False)
        page.setAcceptDrops(True)
        for watched in (page, entry):
            watched.installEventFilter(self)

    def ask_files(self) -> None:
        """Let photos be chosen, one or many."""
        pattern = " ".join(f"*{ending}" for ending in ENDINGS)
        kinds: list[Text] = [lambda: f"{in_words(N_('Pictures'))} ({pattern})", N_("All files (*)")]
        ask_open_many(self._page, _TITLE, kinds, self.take_files)

    def ask_folder(self) -> None:
        """Let a folder of photos be chosen."""
        ask_folder(self._page, _TITLE, lambda folder: self.take_files([folder]))

    def paste(self) -> None:
        """Take what lies on the clipboard, or say that it is no picture."""
        mime = QGuiApplication.clipboard().mimeData()
        if not self._take(mime):
            self._page.banner.show_text(
                N_("There is no picture to paste. Copy a photo or its file, then paste again."),
                "warning",
            )

    def take_files(self, paths: Sequence[Path]) -> Task | None:
        """Take these files, and every picture in these folders."""
        return self._read(lambda: photos_at(paths))

    def take_image(self, image: QImage) -> Task | None:
        """Take a picture that is no file."""
        photo = Photo(in_words(N_("Pasted picture")), lambda: _pixels(image))
        return self._read(lambda: [photo])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt with what happens to the page and to the field of the door."""
        if event.type() in _DRAGGED and isinstance(event, QDropEvent):
            if _files_of(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            return self._take(event.mimeData())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            mime = QGuiApplication.clipboard().mimeData()
            return event.matches(QKeySequence.StandardKey.Paste) and self._take(mime)
        return super().eventFilter(watched, event)

    def _take(self, mime: QMimeData) -> bool:
        """Take files or a picture; text stays for the field in which somebody types."""
        if files := _files_of(mime):
            self.take_files(files)
            return True
        if mime.hasImage() and not mime.hasText():
            image = mime.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.take_image(image)
                return True
        return False

    def _read(self, photos: Callable[[], list[Photo]]) -> Task | None:
        session, attendance = self._page.session, self._desk.app.attendance
        if session is None:
            self._page.banner.show_text(no_session().detail, "bad")
            return None
        is_exit, zone = self._page.door.here.is_exit, session.starts_at.tzinfo

        def take(code: str) -> Scan:
            return attendance.record_scan(session, Reading(code, "photo", is_exit=is_exit))

        def work(step: Progress) -> PhotosRead:
            return read_photos(photos(), take, step, zone)

        title = N_("Reading badges in photos")
        return self._desk.tasks.long(self._page, Job(work, self._show, title=title))

    def _show(self, read: PhotosRead) -> None:
        if not read.lines and not read.left:
            self._page.banner.show_text(
                N_("There are no pictures in this folder. Choose one with JPEG or PNG photos."),
                "warning",
            )
            return
        self._page.banner.hide()
        self._page.menu.show_when_free(lambda: self._show_result(read))
        came = sum(line.kind == "in" for line in read.lines)
        told = N_("From photos: {n} checked in.")
        self._page.said.emit(lambda: _(told).format(n=digits(came)), "")

    def _show_result(self, read: PhotosRead) -> None:
        self.result = PhotosResult(self._page.window(), read)
        self.result.show()


def _files_of(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _pixels(image: QImage) -> Grey:
    # Only who has pictures needs these libraries.
    from bootcamp_app.reading.frames import luminance  # noqa: PLC0415
    from bootcamp_app.ui.kit.image_frames import frame_of  # noqa: PLC0415

    return luminance(frame_of(image))
