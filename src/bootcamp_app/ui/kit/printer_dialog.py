"""Asks for a printer, the pages, and how they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import holding, row
from bootcamp_app.ui.kit.printers import Device, Printout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.words import Text

_MOST_COPIES = 99
_ITS_OWN: tuple[str, Text] = ("", N_("As the printer is set"))


class PrinterDialog(Dialog):
    """Takes the printers that there are; whoever opened it reads `device` and `printout`."""

    system_wanted = Signal()
    """The system's own dialog is to ask for the rest."""

    def __init__(
        self, parent: QWidget | None, found: Sequence[Device], pages: int, first: int = 1
    ) -> None:
        self._found = {one.name: one for one in found}
        self.form = Form()
        offered = [(one.name, one.title) for one in found]
        self._printer = self.form.add_choice("printer", N_("Printer"), offered)
        with self.form.one_line():
            self._first = self.form.add_number("first", N_("From page"), first, 1, pages)
            self._last = self.form.add_number("last", N_("To page"), pages, 1, pages)
        with self.form.one_line():
            self._copies = self.form.add_number(
                "copies", N_("Copies of each page"), 1, 1, _MOST_COPIES
            )
            self._tray = self.form.add_choice("tray", N_("Tray"), [_ITS_OWN])
        self._sides = self.form.add_choice("sides", N_("Sides"), [])
        self._colour = self.form.add_yes_no("colour", N_("In colour"), value=True)
        self._system = button(N_("All settings of the printer…"), self._ask_system, kind="link")
        self.form.add_own("system", "", holding(row(self._system, 1, gap=0)), lambda: None)
        super().__init__(parent, N_("Print"), self.form, N_("Print"))
        self._fit()
        self._printer.changed.connect(self._fit)
        self._first.valueChanged.connect(self._keep_in_order)
        self._last.valueChanged.connect(self._keep_in_order)

    @property
    def device(self) -> Device:
        """The printer that is chosen."""
        return self._found[self._printer.key]

    @property
    def printout(self) -> Printout:
        """What is wanted of it."""
        return Printout(
            first=self._first.value(),
            last=self._last.value(),
            copies=self._copies.value(),
            tray=self._tray.key,
            sides=self._sides.key,
            is_colour=self._colour.isChecked(),
        )

    def _ask_system(self) -> None:
        self.system_wanted.emit()

    def _fit(self) -> None:
        """Offer what the chosen printer has, and nothing that it has not."""
        trays, sides = self.device.trays, self.device.sides
        self._tray.offer([_ITS_OWN, *trays.items()], "")
        self.form.show_field("tray", is_shown=bool(trays))
        self._sides.offer(list(sides.items()), "")
        self.form.show_field("sides", is_shown=len(sides) > 1)

    def _keep_in_order(self) -> None:
        self._last.setMinimum(self._first.value())
