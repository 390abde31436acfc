"""Printing one badge at the door, beside the window; who is registered stays so if it fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.own_folder import OwnFolder
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Progress

LAYOUTS = {"label": "label-62x100", "sheet": "a4-8"}
"""Which layout each way of printing uses."""
PLACES = 8
"""How many badges a sheet has."""


@dataclass(frozen=True)
class Wanted:
    """One badge to print: whose, in which way, where on the sheet and on which printer."""

    bootcamp: Bootcamp
    person: Participant
    way: str
    place: int = 1
    printer: str = ""


class BadgePress(QObject):
    """Prints badges one by one and tells what became of each."""

    printed = Signal(object)
    """The Wanted that lies in the printer now."""
    failed = Signal(object, object)
    """(Wanted, Refusal)"""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.printer_called: Callable[[str], QPrinter] = printer_called
        """How a printer is found by its name; empty means the usual one."""

    def print_badge(self, wanted: Wanted) -> None:
        """Print a badge, or say why it could not be."""
        try:
            printer = self.printer_called(wanted.printer)
        except Refusal as refusal:
            self.failed.emit(wanted, refusal)
            return
        job = Job(
            work=lambda step: self._print(wanted, printer, step),
            done=lambda _none: self.printed.emit(wanted),
            failed=lambda refusal: self.failed.emit(wanted, refusal),
            title=N_("Printing a badge"),
        )
        self._desk.tasks.long(self, job)

    def _print(self, wanted: Wanted, printer: QPrinter, step: Progress) -> None:
        # Printing and reading codes are heavy to import, and few sittings print.
        from bootcamp_app.features.badges.sheets import SheetWish, print_sheets  # noqa: PLC0415
        from bootcamp_app.ui.kit.pdf_printing import print_pages  # noqa: PLC0415

        folder = OwnFolder()
        try:
            file = folder.path / "badge.pdf"
            start = wanted.place if wanted.way == "sheet" else 1
            app = self._desk.app
            badges = app.badges.of([wanted.person])
            logos = app.logos.pictures(wanted.bootcamp)
            wish = SheetWish(layout=LAYOUTS[wanted.way], start=start, logos=logos)
            print_sheets(wanted.bootcamp, badges, file, wish, step)
            print_pages(file.read_bytes(), printer, step)
            app.badges.note_printed(badges, wish.layout)
        finally:
            folder.remove()


def printer_called(name: str) -> QPrinter:
    """Give a printer, or the usual one where no name is given."""
    # Asking for printers is slow on some systems, and few doors print.
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: PLC0415

    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise Refusal("There is no printer here. Connect one, then print again.")
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def printer_names() -> list[str]:
    """Give the printers of this laptop."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - slow on some systems

    return list(QPrinterInfo.availablePrinterNames())
