"""Sending a PDF to a printer, page after page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSizeF

    from bootcamp_app.ui.kit.pdf_preview import PdfPreview
    from bootcamp_app.ui.tasks import Tasks

_DOTS = 300
"""Dots an inch: what a laser printer shows of text, without filling the memory."""


def ask_printer(preview: PdfPreview, data: bytes, tasks: Tasks | None) -> QPrintDialog:
    """Ask for a printer and its pages, then print them; refusals show on the preview."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFromTo(1, preview.pages)
    dialog = QPrintDialog(printer, preview)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, preview.pages)
    say(dialog, N_("Print…"), "setWindowTitle")
    dialog.accepted.connect(lambda: _begin(preview, data, printer, tasks))
    QDialog.open(dialog)
    return dialog


def print_pages(data: bytes, printer: QPrinter, step: Callable[[int, int], None]) -> None:
    """Draw the chosen pages of a PDF on a printer."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or document.pageCount(), document.pageCount())
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for number in range(first, last + 1):
            _lay_out(printer, document.pagePointSize(number - 1))
            _begin_sheet(painter, printer)
            _draw(painter, printer, document, number - 1)
            step(number - first + 1, last - first + 1)
    finally:
        painter.end()
        document.close()


def say_why(preview: PdfPreview, refusal: Refusal) -> None:
    """Say on a preview why no more is printed; who stopped it themselves did nothing wrong."""
    if isinstance(refusal, Cancelled):
        preview.banner.show_text(
            N_("Printing was stopped. Pages that were sent already may still come out."), "info"
        )
    else:
        preview.banner.refuse(refusal)


def _begin_sheet(painter: QPainter, printer: QPrinter) -> None:
    has_begun = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not has_begun:
        raise Refusal("The printer did not answer. Look whether it is on, then print again.")


def _begin(preview: PdfPreview, data: bytes, printer: QPrinter, tasks: Tasks | None) -> None:
    if tasks is not None:
        job = Job(
            lambda step: print_pages(data, printer, step),
            lambda _done: preview.printed.emit(),
            lambda refusal: say_why(preview, refusal),
            N_("Printing"),
        )
        tasks.long(preview, job)
        return
    try:
        print_pages(data, printer, lambda _done, _of: None)
    except Refusal as refusal:
        say_why(preview, refusal)
    else:
        preview.printed.emit()


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
