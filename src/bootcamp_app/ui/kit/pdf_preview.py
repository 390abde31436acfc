"""A PDF as it will print, with pages to turn, zoom, printing and saving.

Import this module only where a preview is shown: it brings QtPdf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import IconButton, button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.ui.tasks import Tasks

_STEP, _LEAST, _MOST = 1.25, 0.2, 5.0
_HEIGHT = 320


class PdfPreview(QWidget):
    """Shows a PDF; with `tasks` it prints beside the window."""

    save_wanted = Signal()
    printed = Signal(object)
    """These Sheets went to the printer."""

    def __init__(self, tasks: Tasks | None = None, *, print_kind: str = "plain") -> None:
        super().__init__()
        self._tasks = tasks
        self._data = QByteArray()
        self._document = QPdfDocument(self)
        self._view = self._new_view()
        self._buffer: QBuffer | None = None
        self.banner = Banner()
        self._first_of_rest = 0
        self._rest = self.banner.add_action("", self._print_rest)
        self.place = Label()
        self.print = button(
            N_("Print…"), lambda: self.print_pages(), kind=print_kind, icon_name="printer"
        )
        self._build()
        self._connect()
        self._scale()
        self.clear()

    def show_file(self, path: Path) -> None:
        """Show a PDF; the file itself may change or go afterwards."""
        self.clear()
        try:
            self._data = QByteArray(path.read_bytes())
        except OSError:
            self._refuse_file()
            return
        self._renew_view()
        self._buffer = QBuffer(self._data, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        if self.pages == 0:
            self._refuse_file()
        self._show_place()

    def clear(self) -> None:
        """Show nothing."""
        self._document.close()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
            self._buffer = None
        self._data = QByteArray()
        self.banner.hide()
        self.offer_rest(0)
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._show_place()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        # A view that goes together with its document still tells that its page turned.
        is_there = self._buffer is not None and isValid(self._document)
        return self._document.pageCount() if is_there else 0

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 where nothing is shown."""
        return self._view.pageNavigator().currentPage() + 1 if self.pages else 0

    def turn_to(self, page: int) -> None:
        """Show a page, from 1."""
        if 1 <= page <= self.pages:
            self._view.pageNavigator().jump(page - 1, QPointF(), 0)
            self._show_place()

    def zoom(self, times: float) -> None:
        """Show it larger or smaller than now."""
        factor = self._shown_factor() * times
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(factor, _LEAST), _MOST))

    def fit(self) -> None:
        """Show whole pages."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def offer_rest(self, first: int) -> None:
        """Offer beside what the banner says to print the pages from one on; 0 offers nothing."""
        self._first_of_rest = first
        say(self._rest, lambda: _("Print from page {n} on…").format(n=digits(first)))
        self._rest.setVisible(first > 0)

    def print_pages(self, first: int = 1) -> None:
        """Ask for a printer, then print; the pages from one on are offered first."""
        self.banner.hide()
        self.offer_rest(0)
        try:
            from bootcamp_app.ui.kit.pdf_printing import ask_printer  # noqa: PLC0415 - wants libcups
        except ImportError:
            self.banner.refuse(
                Refusal("Printing is not set up on this laptop. Save the pages and print them "
                        "from another one.")
            )  # fmt: skip
            return
        ask_printer(self, bytes(self._data.data()), self._tasks, first)

    def _print_rest(self) -> None:
        self.print_pages(self._first_of_rest)

    def _build(self) -> None:
        self._before = _tool(N_("Page before"), "chevron-left", lambda: self.turn_to(self.page - 1))
        self._next = _tool(N_("Next page"), "chevron-right", lambda: self.turn_to(self.page + 1))
        self._smaller = _tool(N_("Smaller"), "zoom-out", lambda: self.zoom(1 / _STEP))
        self._larger = _tool(N_("Larger"), "zoom-in", lambda: self.zoom(_STEP))
        self._fit = _tool(N_("Whole page"), "maximize", self.fit)
        self.save = button(N_("Save as…"), self.save_wanted.emit, icon_name="save")
        turning = holding(row(self._before, self.place, self._next, gap=4))
        zooming = holding(row(self._smaller, self._larger, self._fit, gap=4))
        doing = holding(row(self.print, self.save, gap=SMALL))
        tools = holding(Flow(turning, zooming, doing, gap=16))
        self._whole = column(tools, self.banner, self._view, gap=SMALL)
        self._whole.setStretch(2, 1)
        self.setLayout(self._whole)

    def _new_view(self) -> QPdfView:
        view = QPdfView()
        view.setDocument(self._document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setZoomMode(QPdfView.ZoomMode.FitInView)
        view.pageNavigator().currentPageChanged.connect(lambda _page: self._turned())
        say(view, N_("Preview of the pages"), "setAccessibleName")
        return view

    def _renew_view(self) -> None:
        """Take a fresh view: one that still paints an earlier file may show that page as ours."""
        earlier, self._view = self._view, self._new_view()
        had_focus = earlier.hasFocus()
        self._whole.replaceWidget(earlier, self._view)
        self._whole.setStretch(2, 1)
        earlier.hide()
        earlier.deleteLater()
        self.setTabOrder(self.save, self._view)
        self._scale()
        if had_focus:
            self._view.setFocus()

    def _connect(self) -> None:
        theme.changed.connect(self._scale)

    def _turned(self) -> None:
        if isValid(self._document):
            self._show_place()

    def _show_place(self) -> None:
        page, pages = self.page, self.pages
        say(
            self.place,
            Sentence("Page {page} of {pages}", page=page, pages=pages)
            if pages == 0
            else lambda: str(
                Sentence("Page {page} of {pages}", page=digits(page), pages=digits(pages))
            ),
        )
        for tool, is_on in (
            (self._before, page > 1),
            (self._next, page < pages),
            *((tool, pages > 0) for tool in self._tools()),
        ):
            tool.setEnabled(is_on)

    def _tools(self) -> tuple[QWidget, ...]:
        return self._smaller, self._larger, self._fit, self.print, self.save

    def _shown_factor(self) -> float:
        if self._view.zoomMode() == QPdfView.ZoomMode.Custom or not self.pages:
            return self._view.zoomFactor()
        size = self._document.pagePointSize(max(self.page - 1, 0))
        margins = self._view.documentMargins()
        inch = self._view.logicalDpiX() / 72
        room = self._view.viewport().size()
        wide = (room.width() - margins.left() - margins.right()) / (size.width() * inch)
        high = (room.height() - margins.top() - margins.bottom()) / (size.height() * inch)
        return min(wide, high)

    def _refuse_file(self) -> None:
        self.clear()
        self.banner.refuse(Refusal("These pages cannot be shown. Try to make them again."))

    def _scale(self) -> None:
        ground = theme.around_paper()
        palette = self._view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, ground)
        self._view.setPalette(palette)
        self._view.setMinimumHeight(theme.px(_HEIGHT))


def _tool(text: str, icon_name: str, clicked: Callable[[], object]) -> IconButton:
    made = IconButton(text, icon_name)
    made.clicked.connect(lambda: clicked())
    return made
