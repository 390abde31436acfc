"""Photos at the door: every badge in them comes in, and each photo without one is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from bootcamp_app.features.attendance.tables import AttendanceEventRow
from tests.reading.making import bytes_of, photo, qr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image

    from bootcamp_app.ui.attendance.attendance_page import AttendancePage
    from tests import desk as room


@pytest.fixture
def folder(tmp_path: Path, day: room.Desk) -> Path:
    """What lies on a phone: two badges in a photo, one deeper, one twice, and what is no badge."""
    vibol, mary, *_ = codes = [day.guest(person).badge for person in day.people()[:3]]
    made = tmp_path / "DCIM"
    (made / "100MEDIA").mkdir(parents=True)
    _write(made / "a-two.JPG", photo({(100, 100): vibol, (700, 300): mary}))
    _write(made / "b-again.png", photo({(300, 200): vibol}))
    _write(made / "c-nobody.jpg", photo({}))
    _write(made / "d-poster.png", qr("https://example.org"))
    (made / "e-broken.jpg").write_bytes(bytes_of(photo({}), "JPEG")[:900])
    (made / "f-phone.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    (made / "._hidden.jpg").write_bytes(b"left beside it by a system")
    (made / "notes.txt").write_text("no picture")
    _write(made / "100MEDIA" / "deeper.jpg", photo({(200, 200): codes[2]}))
    return made


def _write(path: Path, picture: Image) -> None:
    kind = "JPEG" if path.suffix.lower() == ".jpg" else "PNG"
    path.write_bytes(bytes_of(picture, kind))


def told(page: AttendancePage) -> list[tuple[str, str, str]]:
    """Give what the list at the end says: photo, what came of it, whose badge."""
    result = page.photos.result
    assert result is not None
    model = result.table.model()
    return [
        tuple(model.index(row, column).data() for column in (0, 2, 1))
        for row in range(model.rowCount())
    ]


def kept(day: room.Desk) -> list[tuple[str, str]]:
    return [(row.method, row.result) for row in day.rows(AttendanceEventRow)]


def dropped(page: AttendancePage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(50, 50), copy, mime, left, plain)
    QApplication.sendEvent(page, over)
    assert over.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, mime, left, plain))


def paste_into(page: AttendancePage) -> None:
    field = page.door.entry
    key = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "\x16"
    )
    QApplication.sendEvent(field, key)


def test_a_folder_dropped_on_the_page_checks_every_badge_in_once_and_names_the_rest(
    page: AttendancePage, folder: Path, day: room.Desk, settle: Callable[[], None]
) -> None:
    people = day.people()[:3]

    dropped(page, folder)
    settle()

    vibol, mary, third = (" · ".join((one.name_km, one.name_en)) for one in people)
    came = "Checked in · 08:00"
    assert told(page) == [
        ("a-two.JPG", came, vibol),
        ("a-two.JPG", came, mary),
        ("b-again.png", "The same badge", vibol),
        ("c-nobody.jpg", "No badge", ""),
        ("d-poster.png", "No badge", ""),
        ("e-broken.jpg", "Not readable", ""),
        ("f-phone.heic", "Not readable", ""),
        ("deeper.jpg", came, third),
    ]
    assert kept(day) == [("photo", "recorded")] * 3
    result = page.photos.result
    assert result is not None
    assert [pill.accessibleName() for pill in result.counts] == [
        "Photos: 7",
        "Checked in: 3",
        "Again: 1",
        "Without a badge: 2",
        "Not readable: 2",
    ]
    assert result.detail.plain == (
        "e-broken.jpg is damaged or not complete. Copy the picture again or take a new one."
    )
    result.table.setCurrentIndex(result.table.model().index(2, 0))
    assert result.detail.plain == f"b-again.png · {vibol} · The same badge as in a-two.JPG."


def test_a_picture_on_the_clipboard_is_pasted_though_the_field_has_the_keys(
    page: AttendancePage, day: room.Desk, settle: Callable[[], None]
) -> None:
    code = day.guest(day.person("SOK Vibol")).badge
    QGuiApplication.clipboard().setImage(QImage.fromData(bytes_of(qr(code), "PNG")))

    paste_into(page)
    settle()

    assert kept(day) == [("photo", "recorded")]
    assert told(page)[0][:2] == ("Pasted picture", "Checked in · 08:00")
    assert page.door.entry.text() == ""


def test_text_on_the_clipboard_goes_into_the_field_and_is_no_picture(
    page: AttendancePage, settle: Callable[[], None]
) -> None:
    QGuiApplication.clipboard().setText("SOK")

    paste_into(page)
    settle()

    assert page.door.entry.text() == "SOK"
    assert page.photos.result is None
    page.menu.action("paste").trigger()
    assert page.banner.plain == (
        "There is no picture to paste. Copy a photo or its file, then paste again."
    )


def test_stopping_keeps_what_came_in_and_counts_the_photos_not_looked_at(
    page: AttendancePage, folder: Path, day: room.Desk, settle: Callable[[], None]
) -> None:
    task = page.photos.take_files([folder])
    assert task is not None
    page._desk.bridge.happened.connect(lambda _fact: task.cancel())
    task.moved.connect(lambda done, _of: task.cancel() if done else None)

    settle()

    result = page.photos.result
    assert result is not None
    counts = [pill.accessibleName() for pill in result.counts]
    looked_at, left = (int(counts[at].rpartition(" ")[2]) for at in (0, -1))
    assert counts[-1].startswith("Not looked at: ")
    assert looked_at + left == 7
    assert len(kept(day)) == sum(what.startswith("Checked in") for _, what, _ in told(page)) >= 1


def test_who_goes_out_is_taken_out_by_a_photo_too(
    page: AttendancePage, folder: Path, day: room.Desk, settle: Callable[[], None]
) -> None:
    for person in day.people()[:2]:
        day.scan(day.guest(person).badge)
    page.door.go(is_exit=True)

    page.photos.take_files([folder / "a-two.JPG"])
    settle()

    assert [line[1] for line in told(page)] == ["Left · 08:00"] * 2


def test_without_a_session_or_a_picture_it_says_what_to_choose(
    page: AttendancePage, folder: Path, tmp_path: Path, settle: Callable[[], None]
) -> None:
    (tmp_path / "empty").mkdir()
    page.photos.take_files([tmp_path / "empty"])
    settle()
    assert page.banner.plain.startswith("There are no pictures in this folder.")

    page._desk.choose(None)

    dropped(page, folder)

    assert page.banner.plain.startswith("No session is chosen.")


def test_files_and_folders_can_be_chosen_without_a_mouse(
    page: AttendancePage, folder: Path, settle: Callable[[], None]
) -> None:
    page.acts["photos"]()
    (many,) = page.findChildren(QFileDialog)
    assert many.fileMode() == QFileDialog.FileMode.ExistingFiles
    many.filesSelected.emit([str(folder / "a-two.JPG"), str(folder / "c-nobody.jpg")])
    settle()

    assert [line[0] for line in told(page)] == ["a-two.JPG", "a-two.JPG", "c-nobody.jpg"]
    many.close()
    page.acts["photo_folder"]()
    one = page.findChildren(QFileDialog)[-1]
    assert one.fileMode() == QFileDialog.FileMode.Directory
