"""Straight to a printer: chosen in a dialog of ours, stopped, and gone on with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.printing.paper import A5, Paper, TextStyle
from bootcamp_app.reading.pages import text_of
from bootcamp_app.ui.kit import pdf_printing
from bootcamp_app.ui.kit.pdf_preview import PdfPreview
from bootcamp_app.ui.kit.printer_dialog import PrinterDialog
from bootcamp_app.ui.kit.printers import Device, Printout, devices
from bootcamp_app.ui.kit.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk

PAGES = 4


def into(target: Path) -> Callable[[], QPrinter]:
    """Give a printer of Qt's own, which prints into a file."""

    def make() -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(72)
        return printer

    return make


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


@pytest.fixture
def preview(qtbot: QtBot, tmp_path: Path) -> PdfPreview:
    """Four pages, each with its number."""
    with Paper(tmp_path / "p.pdf", title="", size=A5, made_at=datetime.now(UTC)) as paper:
        for number in range(1, PAGES + 1):
            paper.page()
            paper.text(20, 40, f"page {number}", TextStyle(20))
    shown = PdfPreview()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.show()
    shown.show_file(tmp_path / "p.pdf")
    return shown


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch, out: Path) -> list[Device]:
    """Two printers are set up."""
    found = [Device("office", "Office printer", into(out)), Device("hall", "Hall", into(out))]
    monkeypatch.setattr(pdf_printing, "devices", lambda: found)
    return found


def asked(preview: PdfPreview) -> PrinterDialog:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (dialog,) = preview.findChildren(PrinterDialog)
    return dialog


def pages_in(file: Path) -> int:
    return len(text_of(file))


@pytest.mark.usefixtures("printers")
def test_pages_go_to_the_chosen_printer_as_often_as_wanted(preview: PdfPreview, out: Path) -> None:
    sent: list[Sheets] = []
    preview.printed.connect(sent.append)

    QTest.mouseClick(preview.print, Qt.MouseButton.LeftButton)
    dialog = asked(preview)
    offered = [dialog.form.field("printer").itemText(n) for n in range(2)]  # type: ignore[attr-defined]
    dialog.form.field("first").setValue(2)  # type: ignore[attr-defined]
    dialog.form.field("last").setValue(3)  # type: ignore[attr-defined]
    dialog.form.field("copies").setValue(2)  # type: ignore[attr-defined]
    dialog.main.click()

    assert offered == ["Office printer", "Hall"]
    assert sent == [Sheets(2, 3, 2)]
    assert pages_in(out) == 4


@pytest.mark.usefixtures("printers")
def test_the_dialog_is_filled_in_and_confirmed_with_keys_alone(
    qtbot: QtBot, preview: PdfPreview, out: Path
) -> None:
    preview.print.setFocus()
    QTest.keyClick(preview.print, Qt.Key.Key_Space)
    dialog = asked(preview)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)

    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert pages_in(out) == PAGES


def test_a_laptop_without_a_printer_says_so_and_asks_nothing(
    preview: PdfPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_printing, "devices", list)

    preview.print_pages()

    assert preview.banner.plain.startswith("No printer is set up on this laptop.")
    assert preview.findChildren(PrinterDialog) == []


def test_this_machine_names_its_printers_without_trouble() -> None:
    assert [one for one in devices() if not one.title] == []


@pytest.mark.usefixtures("printers")
def test_after_a_stop_the_rest_is_offered_from_the_page_that_did_not_go_out(
    preview: PdfPreview, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Sheets] = []
    preview.printed.connect(sent.append)
    whole = pdf_printing.print_pages

    def jam(data: bytes, printer: QPrinter, step: Callable[[int, int], None]) -> None:
        def count(done: int, of: int) -> None:
            if done == 3:
                raise Cancelled("Stopped. Nothing of it was kept.")
            step(done, of)

        whole(data, printer, count)

    monkeypatch.setattr(pdf_printing, "print_pages", jam)
    preview.print_pages()
    asked(preview).main.click()
    (rest,) = [one for one in preview.banner.findChildren(QPushButton) if "3" in one.text()]
    assert rest.text() == "Print from page 3 on…"
    assert rest.isVisible()
    monkeypatch.setattr(pdf_printing, "print_pages", whole)

    rest.click()
    dialog = asked(preview)
    first = dialog.printout.first
    dialog.main.click()

    assert first == 3
    assert sent == [Sheets(1, 2, 1), Sheets(3, PAGES, 1)]
    assert pages_in(out) == 2
    assert not preview.banner.isVisible()


@pytest.mark.usefixtures("printers")
def test_printing_goes_on_beside_the_window(
    qtbot: QtBot, desk: Desk, preview: PdfPreview, out: Path, tmp_path: Path
) -> None:
    beside = PdfPreview(desk.tasks)
    qtbot.addWidget(beside)
    beside.show_file(tmp_path / "p.pdf")
    sent: list[Sheets] = []
    beside.printed.connect(sent.append)

    beside.print_pages()
    asked(beside).main.click()
    qtbot.waitUntil(lambda: bool(sent))

    assert (preview.pages, pages_in(out)) == (PAGES, PAGES)


def test_a_printer_is_told_how_pages_are_wanted(qtbot: QtBot, out: Path) -> None:
    del qtbot
    device = Device("office", "Office printer", into(out))

    plain = device.for_printout(Printout(1, 2))
    grey = device.for_printout(Printout(2, 3, copies=3, is_colour=False))

    assert plain.duplex() == QPrinter.DuplexMode.DuplexNone
    assert (grey.fromPage(), grey.toPage(), grey.copyCount()) == (2, 3, 3)
    assert grey.colorMode() == QPrinter.ColorMode.GrayScale
    assert not grey.collateCopies()


class WithTrays(QPrinter):
    """A printer as Windows has them."""

    def supportedPaperSources(self) -> list[QPrinter.PaperSource]:  # noqa: N802 - Qt's own
        return [QPrinter.PaperSource.Auto, QPrinter.PaperSource.Lower, QPrinter.PaperSource.Manual]


def test_trays_are_offered_where_the_printer_names_them(qtbot: QtBot, out: Path) -> None:
    many, none = Device("many", "Many", WithTrays), Device("none", "None", into(out))
    dialog = PrinterDialog(None, [none, many], 2)
    qtbot.addWidget(dialog)
    tray = dialog.form.field("tray")
    at_first = tray.isHidden()

    dialog.form.field("printer").setCurrentIndex(1)  # type: ignore[attr-defined]
    offered = [tray.itemText(number) for number in range(tray.count())]  # type: ignore[attr-defined]
    tray.setCurrentIndex(2)  # type: ignore[attr-defined]

    assert at_first
    assert offered == ["As the printer is set", "Lower tray", "Fed by hand"]
    printer = dialog.device.for_printout(dialog.printout)
    assert printer.paperSource() == QPrinter.PaperSource.Manual
