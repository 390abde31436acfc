"""How badges are wanted: which of them, in which layout, and how they lie on the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, words
from bootcamp_app.features.badges.layouts import DEFAULT_LAYOUT, layouts
from bootcamp_app.features.badges.service import ALL, CHANGED, MISSING, MOST_BLANK
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.badges.layouts import SheetLayout
    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.words import Text

BLANK = "blank"
_WHICH: list[tuple[str, Text]] = [
    (ALL, N_("All badges")),
    (MISSING, N_("Not printed yet")),
    (CHANGED, N_("Changed since they were printed")),
    (BLANK, N_("Blank badges for the stock")),
]
_USUAL = 10
_NEEDED = 820
_KEPT = "badges"
_YES = "yes"


@dataclass(frozen=True)
class Chosen:
    """What is wanted of a printing; `which` is one of all, missing, changed and blank."""

    which: str
    layout: SheetLayout
    start: int
    has_cut_marks: bool
    is_two_sided: bool


class BadgeChoices(QWidget):
    """The choices of a printing; those of the last time are remembered."""

    changed = Signal()
    blank_wanted = Signal(int)
    """So many new blank badges are to be made."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._layouts = layouts()
        first, second, third, self._ticks, self._blank = (Form() for _form in range(5))
        self.which = first.add_choice("which", N_("Which badges"), _WHICH)
        titles = [(name, _title(one)) for name, one in sorted(self._layouts.items())]
        kept = memory.kept(f"{_KEPT}/layout", DEFAULT_LAYOUT)
        self.layouts = second.add_choice(
            "layout", N_("Layout"), titles, kept if kept in self._layouts else DEFAULT_LAYOUT
        )
        self.start = third.add_number("start", N_("First free place on the sheet"), 1, 1, 1)
        self._place = third
        self.cut_marks = self._ticks.add_yes_no("cuts", N_("Lines to cut along"), self._was("cuts"))
        self.two_sided = self._ticks.add_yes_no(
            "sides", N_("Printed on both sides"), self._was("sides", "")
        )
        self.number = self._blank.add_number(
            "number", N_("How many blank badges"), _USUAL, 1, MOST_BLANK
        )
        self.make = button(N_("Make blank badges"), self._make, icon_name="badge")
        self._blank.add_own("make", "", self.make, lambda: None)
        top = SideBySide(first, second, third, needed=_NEEDED)
        below = SideBySide(self._ticks, self._blank, needed=_NEEDED // 2)
        self.setLayout(column(top, below, gap=14))
        self._fit()
        for form in (first, second, third, self._ticks):
            form.changed.connect(self._turn)

    @property
    def chosen(self) -> Chosen:
        """What is chosen now, of which only what the layout can do counts."""
        layout = self._layout
        return Chosen(
            self.which.key,
            layout,
            min(self.start.value(), layout.per_page),
            self.cut_marks.isChecked(),
            self.two_sided.isChecked() and not layout.is_folded,
        )

    @property
    def _layout(self) -> SheetLayout:
        return self._layouts[self.layouts.key]

    def _was(self, name: str, otherwise: str = _YES) -> bool:
        return self._memory.kept(f"{_KEPT}/{name}", otherwise) == _YES

    def _turn(self) -> None:
        self._memory.keep(f"{_KEPT}/layout", self.layouts.key)
        self._memory.keep(f"{_KEPT}/cuts", _YES if self.cut_marks.isChecked() else "no")
        self._memory.keep(f"{_KEPT}/sides", _YES if self.two_sided.isChecked() else "no")
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        layout = self._layout
        self.start.blockSignals(True)  # noqa: FBT003 - Qt's own order
        self.start.setMaximum(layout.per_page)
        self.start.blockSignals(False)  # noqa: FBT003 - Qt's own order
        self._place.setVisible(layout.per_page > 1)
        self.two_sided.setEnabled(not layout.is_folded)
        self._blank.setVisible(self.which.key == BLANK)

    def _make(self) -> None:
        self.blank_wanted.emit(self.number.value())


def _title(layout: SheetLayout) -> Callable[[], str]:
    return lambda: (layout.title_km if words.language == "km" else "") or layout.title
