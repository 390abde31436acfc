"""The columns of the list of people, and which of them are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.menu_button import calm_after
from bootcamp_app.ui.kit.table import TableColumn
from bootcamp_app.ui.kit.tick_menu import TickMenu
from bootcamp_app.ui.people.field_words import MEANINGS, TITLES, said
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.kit.table import Table
    from bootcamp_app.ui.memory import Memory

_WIDTHS = {
    "name_km": 145, "name_en": 160, "sex": 105, "organisation": 150, "sector": 115,
    "province": 120, "phone": 115, "status": 140, "role": 120, "position": 140,
    "organisation_kind": 170, "district": 130, "team": 120, "birth_year": 120, "email": 170,
    "note": 200, "disability": 130,
}  # fmt: skip
USUAL = ("name_km", "name_en", "sex", "organisation", "sector", "province", "phone", "status")
"""The columns that are shown until somebody chooses others."""
PERSONAL = ("name_km", "name_en", "position", "phone", "email", "birth_year", "note",
            "disability")  # fmt: skip
"""What tells who somebody is, or is nobody else's business."""
_KEPT = "columns/people/shown"


def people_columns() -> list[TableColumn]:
    """Give every column that there is, in their order."""
    return [_column(name, width) for name, width in _WIDTHS.items()]


class ColumnChooser(Button):
    """A menu in which columns are ticked; what was ticked is remembered."""

    def __init__(self, table: Table, memory: Memory) -> None:
        super().__init__(N_("Columns"), icon_name="list")
        self._table = table
        self._memory = memory
        self.choices: dict[str, QAction] = {}
        menu = TickMenu(self)
        say(menu, N_("Columns"), "setAccessibleName")
        kept = memory.kept(_KEPT, " ".join(USUAL)).split()
        shown = [name for name in kept if name in _WIDTHS] or list(USUAL)
        for name in _WIDTHS:
            action = QAction(menu, checkable=True, checked=name in shown)
            say(action, TITLES[name])
            action.toggled.connect(self._choose)
            menu.addAction(action)
            self.choices[name] = action
        self.setMenu(menu)
        calm_after(menu, self)
        table.show_columns(shown)

    def _choose(self) -> None:
        shown = [name for name, action in self.choices.items() if action.isChecked()]
        if shown:
            self._table.show_columns(shown)
            self._memory.keep(_KEPT, " ".join(shown))
        else:
            self.choices["name_km"].setChecked(True)


def _column(name: str, width: int) -> TableColumn:
    def cell(one: Participant) -> str:
        value = getattr(one, name)
        return digits(value or "") if name == "birth_year" else said(name, value)

    return TableColumn(
        name,
        TITLES[name],
        cell,
        width,
        meaning=(lambda one: MEANINGS.get(one.status, "")) if name == "status" else None,
        is_bold=name == "name_km",
        is_sortable=True,
    )
