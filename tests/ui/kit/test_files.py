"""Search, files and paper: what the pages ask and show."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget

from bootcamp_app.bootstrap import build
from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.printing.paper import A4, A5, Paper, TextStyle
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.files import ask_open, ask_save
from bootcamp_app.ui.kit.pdf_preview import PdfPreview
from bootcamp_app.ui.kit.pdf_printing import print_pages, say_why
from bootcamp_app.ui.kit.search_field import SearchField
from tests.storage.test_open_here import locks_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices
    from tests.clock import FakeClock

_AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def test_a_search_asks_once_after_the_last_key(qtbot: QtBot) -> None:
    field, heard = _search(qtbot)

    QTest.keyClicks(field, "sok")
    at_once = list(heard)
    qtbot.waitUntil(lambda: bool(heard), timeout=2000)

    assert (at_once, heard) == ([], ["sok"])


def test_escape_clears_a_search_and_enter_does_not_wait(qtbot: QtBot) -> None:
    field, heard = _search(qtbot)

    QTest.keyClicks(field, "sok")
    QTest.keyClick(field, Qt.Key.Key_Return)
    at_once = list(heard)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: heard[-1:] == [""], timeout=2000)

    assert at_once == ["sok"]
    assert field.text() == ""


def test_a_file_that_is_dropped_is_taken(qtbot: QtBot, tmp_path: Path) -> None:
    drop = FileDrop(N_("Drop a photo or a PDF of a certificate here"), [".xlsx"])
    qtbot.addWidget(drop)
    heard: list[Path] = []
    drop.chosen.connect(heard.append)
    file = tmp_path / "បញ្ជី.xlsx"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])

    drop.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    assert heard == [file]


def test_a_question_for_a_file_holds_nothing_up_and_turns(
    qtbot: QtBot, choices: Choices, tmp_path: Path
) -> None:
    window, heard = _window(qtbot), list[Path]()

    dialog = ask_open(window, N_("Open a file"), [N_("All files (*)")], heard.append)
    choices.change(language="km")
    title, filters = dialog.windowTitle(), dialog.nameFilters()
    dialog.fileSelected.emit(str(tmp_path / "list.csv"))
    dialog.reject()

    assert (title, filters) == (_("Open a file"), [_("All files (*)")])
    assert heard == [tmp_path / "list.csv"]


@pytest.mark.skipif(sys.platform != "linux", reason="locks are told in /proc there")
def test_a_question_for_a_file_looks_into_no_workspace_beside_it(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock
) -> None:
    app = build(tmp_path / "camp.bootcamp", clock)
    held = locks_on(str(tmp_path / "camp.bootcamp"))

    window, there = _window(qtbot), list(tmp_path.iterdir())
    dialog = ask_open(window, N_("Open a file"), [N_("All files (*)")], lambda _: None)
    dialog.setDirectory(str(tmp_path))
    shown = dialog.findChild(QFileSystemModel)
    assert isinstance(shown, QFileSystemModel)
    qtbot.waitUntil(lambda: shown.rowCount(shown.index(str(tmp_path))) == len(there))
    kinds = [shown.type(shown.index(str(one))) for one in there]
    dialog.reject()

    assert held > 0
    assert locks_on(str(tmp_path / "camp.bootcamp")) == held
    assert set(kinds) == {"bootcamp", "bootcamp-wal", "bootcamp-shm"}
    app.database.close()


def test_a_question_for_a_place_suggests_a_name_with_its_ending(qtbot: QtBot) -> None:
    window, heard = _window(qtbot), list[Path]()

    dialog = ask_save(window, N_("Save as"), "badges.pdf", heard.append)
    chosen, ending = [Path(file).name for file in dialog.selectedFiles()], dialog.defaultSuffix()
    dialog.reject()

    assert (chosen, ending) == (["badges.pdf"], "pdf")
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert heard == []


def test_a_pdf_of_ours_is_shown_page_by_page(
    qtbot: QtBot, choices: Choices, tmp_path: Path
) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.show()

    preview.show_file(_pdf(tmp_path, 3))
    at_first = (preview.page, preview.place.plain)
    preview.turn_to(3)
    choices.change(language="km")

    assert at_first == (1, "Page 1 of 3")
    assert (preview.page, preview.pages) == (3, 3)
    assert preview.place.plain == _("Page {page} of {pages}").format(page=3, pages=3)


def test_a_preview_keeps_what_it_shows_when_the_file_goes(qtbot: QtBot, tmp_path: Path) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    file = _pdf(tmp_path, 2)

    preview.show_file(file)
    file.unlink()
    preview.turn_to(2)
    shown = preview.page
    preview.clear()

    assert (shown, preview.pages, preview.save.isEnabled()) == (2, 0, False)


def test_what_is_no_pdf_is_refused_in_place(qtbot: QtBot, tmp_path: Path) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)
    file = tmp_path / "pages.pdf"
    file.write_bytes(b"not a pdf")

    preview.show_file(file)

    assert preview.banner.plain == "These pages cannot be shown. Try to make them again."
    assert not preview.print.isEnabled()


def test_the_chosen_pages_reach_the_printer(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    printer.setFromTo(2, 3)
    steps: list[tuple[int, int]] = []

    print_pages(_pdf(tmp_path, 3).read_bytes(), printer, lambda *step: steps.append(step))

    preview = PdfPreview()
    preview.show_file(tmp_path / "printed.pdf")
    assert (preview.pages, steps) == (2, [(1, 2), (2, 2)])


def test_a_print_that_was_stopped_tells_of_the_pages_that_went_out(qtbot: QtBot) -> None:
    preview = PdfPreview()
    qtbot.addWidget(preview)

    say_why(
        preview, Refusal("The printer did not answer. Look whether it is on, then print again.")
    )
    failed = preview.banner.property("meaning")
    say_why(preview, Cancelled("Stopped. Nothing of it was kept."))

    assert (failed, preview.banner.property("meaning")) == ("bad", "info")
    assert preview.banner.plain.endswith("Pages that were sent already may still come out.")


def _pdf(folder: Path, pages: int) -> Path:
    place = folder / "pages.pdf"
    with Paper(place, title="Bootcamp Desk", size=A5, made_at=_AT) as paper:
        for number in range(pages):
            paper.page(A4 if number else A5)
            paper.text(20, 40, f"ទំព័រ {number}", TextStyle(20))
    return place


def _search(qtbot: QtBot) -> tuple[SearchField, list[str]]:
    field = SearchField(N_("Find by name, organisation or phone"))
    qtbot.addWidget(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    return field, heard


def _window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window
