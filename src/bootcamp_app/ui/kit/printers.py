"""The printers of this laptop, and how pages are wanted from one of them.

Import this module only where something is printed: it wants the system's printing library.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from bootcamp_app.core.i18n import N_, Sentence

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text

_Source = QPrinter.PaperSource
_Sides = QPrinter.DuplexMode
_TRAYS: dict[QPrinter.PaperSource, Text] = {
    _Source.OnlyOne: N_("Upper tray"),
    _Source.Middle: N_("Middle tray"),
    _Source.Lower: N_("Lower tray"),
    _Source.Manual: N_("Fed by hand"),
    _Source.Cassette: N_("Cassette"),
    _Source.LargeCapacity: N_("Large tray"),
    _Source.LargeFormat: N_("Tray for large paper"),
    _Source.SmallFormat: N_("Tray for small paper"),
    _Source.Envelope: N_("Envelopes"),
    _Source.EnvelopeManual: N_("Envelopes, fed by hand"),
}
_SIDES: dict[QPrinter.DuplexMode, Text] = {
    _Sides.DuplexNone: N_("On one side"),
    _Sides.DuplexLongSide: N_("On both sides, turned over the long edge"),
    _Sides.DuplexShortSide: N_("On both sides, turned over the short edge"),
}


@dataclass(frozen=True)
class Printout:
    """Which pages are wanted, from 1, and how; an empty tray is the one the printer takes."""

    first: int
    last: int
    copies: int = 1
    tray: str = ""
    sides: str = ""
    is_colour: bool = True


@dataclass(frozen=True)
class Device:
    """A printer that may be chosen."""

    name: str
    title: str
    make: Callable[[], QPrinter]

    @cached_property
    def trays(self) -> dict[str, Text]:
        """The trays that it names, by a key for `Printout`; Qt asks for them on Windows only."""
        ask = getattr(self._printer, "supportedPaperSources", lambda: ())
        return {
            str(one.value): _TRAYS.get(one) or Sentence("Tray {n}", n=one.value)
            for one in ask()
            if one is not _Source.Auto
        }

    @cached_property
    def sides(self) -> dict[str, Text]:
        """How it can lay pages on sheets, by a key for `Printout`."""
        able = QPrinterInfo(self._printer).supportedDuplexModes()
        return {one.name: text for one, text in _SIDES.items() if one in able}

    @cached_property
    def _printer(self) -> QPrinter:
        return self.make()

    def for_printout(self, wanted: Printout) -> QPrinter:
        """Give the printer, told how the pages are wanted."""
        printer = self.make()
        printer.setFromTo(wanted.first, wanted.last)
        printer.setCopyCount(wanted.copies)
        # All copies of a page together: after a jam it is clear where to go on.
        printer.setCollateCopies(False)
        printer.setDuplex(
            next((one for one in _SIDES if one.name == wanted.sides), _Sides.DuplexNone)
        )
        modes = QPrinter.ColorMode
        printer.setColorMode(modes.Color if wanted.is_colour else modes.GrayScale)
        if wanted.tray in self.trays:
            printer.setPaperSource(_Source(int(wanted.tray)))
        return printer


def devices() -> list[Device]:
    """Give the printers that are set up, the usual one first."""
    usual = QPrinterInfo.defaultPrinter().printerName()
    found = sorted(
        QPrinterInfo.availablePrinters(),
        key=lambda one: (one.printerName() != usual, one.printerName().casefold()),
    )
    return [
        Device(
            one.printerName(),
            one.description() or one.printerName(),
            partial(QPrinter, one, QPrinter.PrinterMode.HighResolution),
        )
        for one in found
    ]
