"""Sending a PDF to a printer, page after page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.pdf_documents import opened
from bootcamp_app.ui.kit.printer_dialog import PrinterDialog
from bootcamp_app.ui.kit.printers import devices
from bootcamp_app.ui.kit.sheets import Sheets
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSizeF
    from PySide6.QtPdf import QPdfDocument

    from bootcamp_app.ui.kit.pdf_preview import PdfPreview
    from bootcamp_app.ui.tasks import Tasks

_NO_PRINTER = N_(
    "No printer is set up on this laptop. Set one up in the system's settings, or save the pages "
    "and print them from another laptop."
)
_DOTS = 300
"""Dots an inch: what a laser printer shows of text, without filling the memory."""


def ask_printer(
    preview: PdfPreview, data: bytes, tasks: Tasks | None, first: int = 1
) -> PrinterDialog | None:
    """Ask for a printer and pages from one on, then print; what is wrong shows on the preview."""
    found = devices()
    if not found:
        preview.banner.refuse(Refusal(_NO_PRINTER))
        return None
    dialog = PrinterDialog(preview, found, preview.pages, first)
    paper = _Paper(preview, data, tasks)

    def begin() -> None:
        device, wanted = dialog.device, dialog.printout
        dialog.accept()
        paper.send(device.for_printout(wanted))

    def ask_more() -> None:
        printer = dialog.device.for_printout(dialog.printout)
        dialog.accept()
        _ask_system(preview, printer, paper)

    dialog.confirmed.connect(begin)
    dialog.system_wanted.connect(ask_more)
    dialog.open()
    return dialog


def print_pages(data: bytes, printer: QPrinter, step: Callable[[int, int], None]) -> None:
    """Draw the chosen pages of a PDF on a printer, each as often as it is wanted."""
    with opened(data) as document:
        first, last = _range(printer, document.pageCount())
        # Where the printer makes no copies itself, each page is sent as often.
        times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        printer.setFullPage(True)
        painter = QPainter()
        try:
            for number in range(first, last + 1):
                for _copy in range(times):
                    _lay_out(printer, document.pagePointSize(number - 1))
                    _begin_sheet(painter, printer)
                    _draw(painter, printer, document, number - 1)
                step(number - first + 1, last - first + 1)
        finally:
            painter.end()


def say_why(preview: PdfPreview, refusal: Refusal, rest: int = 0) -> None:
    """Say on a preview why no more is printed, and offer the rest from a page on.

    Who stopped it themselves did nothing wrong.
    """
    if isinstance(refusal, Cancelled):
        preview.banner.show_text(
            N_("Printing was stopped. Pages that were sent already may still come out."), "info"
        )
    else:
        preview.banner.refuse(refusal)
    preview.offer_rest(rest)


class _Paper:
    """Sends the pages of a preview to a printer, beside the window."""

    def __init__(self, preview: PdfPreview, data: bytes, tasks: Tasks | None) -> None:
        self._preview = preview
        self._data = data
        self._tasks = tasks

    def send(self, printer: QPrinter) -> None:
        """Print; the preview tells of what was sent, also where it was not all."""
        first, last = _range(printer, self._preview.pages)
        sent: list[int] = []

        def work(step: Callable[[int, int], None]) -> None:
            def count(done: int, of: int) -> None:
                sent.append(done)
                step(done, of)

            print_pages(self._data, printer, count)

        def tell() -> None:
            if sent:
                sheets = Sheets(first, first + sent[-1] - 1, printer.copyCount())
                self._preview.printed.emit(sheets)

        def fail(refusal: Refusal) -> None:
            tell()
            rest = first + (sent[-1] if sent else 0)
            say_why(self._preview, refusal, rest if rest <= last else 0)

        if self._tasks is None:
            try:
                work(lambda _done, _of: None)
            except Refusal as refusal:
                fail(refusal)
            else:
                tell()
        else:
            self._tasks.long(self._preview, Job(work, lambda _none: tell(), fail, N_("Printing")))


def _ask_system(preview: PdfPreview, printer: QPrinter, paper: _Paper) -> None:
    dialog = QPrintDialog(printer, preview)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, preview.pages)
    say(dialog, N_("Print…"), "setWindowTitle")
    dialog.accepted.connect(lambda: paper.send(printer))
    QDialog.open(dialog)


def _range(printer: QPrinter, pages: int) -> tuple[int, int]:
    return max(printer.fromPage(), 1), min(printer.toPage() or pages, pages)


def _begin_sheet(painter: QPainter, printer: QPrinter) -> None:
    has_begun = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not has_begun:
        raise Refusal("The printer did not answer. Look whether it is on, then print again.")


def _lay_out(printer: QPrinter, size: QSizeF) -> None:
    """Turn the sheet as the page lies."""
    is_wide = size.width() > size.height()
    sheet = QPageSize(size.transposed() if is_wide else size, QPageSize.Unit.Point)
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(sheet, way, QMarginsF()))


def _draw(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    dots = min(_DOTS, printer.resolution())
    pixels = QSize(round(size.width() / 72 * dots), round(size.height() / 72 * dots))
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    fitted = pixels.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (room.width() - fitted.width()) // 2, (room.height() - fitted.height()) // 2
    painter.drawImage(QRect(left, top, fitted.width(), fitted.height()),
                      document.render(page, pixels))  # fmt: skip
