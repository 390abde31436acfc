"""How somebody who registers at the door gets a badge; remembered for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.attendance.badge_press import LAYOUTS, PLACES, printer_names
from bootcamp_app.ui.attendance.one_field import OneField
from bootcamp_app.ui.kit.code_field import TAKES_CODES
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.words import Text

BLANK = "blank"
WAYS: list[tuple[str, Text]] = [
    (BLANK, N_("Scan a blank badge")),
    ("label", N_("Print a label")),
    ("sheet", N_("Print on a sheet of A4")),
    ("later", N_("Print it later")),
]
_NEEDED = 520
_KEPT = "walk_in"


class BadgeWay(QWidget):
    """A blank badge to scan, a label or a place on a sheet to print, or nothing as yet."""

    changed = Signal()

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._ways, self._printers, self._places, self._blank = (OneField() for _form in range(4))
        self.ways = self._ways.add_choice(
            "way", N_("How to give the badge"), WAYS, memory.kept(f"{_KEPT}/way")
        )
        usual: list[tuple[str, Text]] = [("", N_("The usual printer"))]
        self.printers = self._printers.add_choice("printer", N_("Printer"), usual)
        self.places = self._places.add_number(
            "place", N_("First free place on the sheet"), 1, 1, PLACES
        )
        self.blank: QLineEdit = self._blank.add_text("blank", N_("Blank badge, scanned"))
        self.blank.setProperty(TAKES_CODES, True)  # noqa: FBT003 - Qt's own order
        pair = SideBySide(self._ways, self._blank, needed=_NEEDED)
        other = SideBySide(self._printers, self._places, needed=_NEEDED)
        self._printing = other
        self.setLayout(column(pair, other, gap=14))
        self.ways.changed.connect(self._turn)
        self.printers.changed.connect(self._keep_printer)
        self.blank.textEdited.connect(lambda _text: self.changed.emit())
        self._turn()

    @property
    def way(self) -> str:
        """One of WAYS."""
        return self.ways.key

    @property
    def code(self) -> str:
        """The blank badge that was scanned, where that is the way."""
        return self.blank.text().strip() if self.way == BLANK else ""

    @property
    def fields(self) -> list[QWidget]:
        """What is asked now; the blank badge comes last."""
        if self.way == BLANK:
            return [self.ways, self.blank]
        return [self.ways, *([self.printers] if self.way in LAYOUTS else []),
                *([self.places] if self.way == "sheet" else [])]  # fmt: skip

    def take_blank(self, code: str) -> None:
        """Hold a blank badge that was scanned elsewhere."""
        self.ways.choose(BLANK)
        self.blank.setText(code)

    def begin(self) -> None:
        """Be ready for the next person."""
        self.blank.setText("")
        self._blank.clear_refusals()
        self.places.setValue(int(self._memory.kept(f"{_KEPT}/place", "1")))
        self._turn()

    def refuse(self, refusal: Refusal) -> None:
        """Say what is wrong with the blank badge; the next scan takes its place."""
        self._blank.refuse("blank", refusal.sentence)
        self.blank.selectAll()

    def count_place(self) -> None:
        """Know that a place of the sheet is used."""
        self._memory.keep(f"{_KEPT}/place", str(self.places.value() % PLACES + 1))

    def _turn(self) -> None:
        self._memory.keep(f"{_KEPT}/way", self.way)
        self._blank.setVisible(self.way == BLANK)
        self._printing.setVisible(self.way in LAYOUTS)
        self._places.setVisible(self.way == "sheet")
        if self.way in LAYOUTS:
            self._offer_printers()
        self.changed.emit()

    def _offer_printers(self) -> None:
        for name in printer_names():
            if self.printers.findData(name) < 0:
                self.printers.addItem(name, name)
        self.printers.blockSignals(True)  # noqa: FBT003 - Qt's own order
        self.printers.choose(self._memory.kept(f"{_KEPT}/{self.way}"))
        self.printers.blockSignals(False)  # noqa: FBT003 - Qt's own order

    def _keep_printer(self) -> None:
        if self.way in LAYOUTS:
            self._memory.keep(f"{_KEPT}/{self.way}", self.printers.key)
