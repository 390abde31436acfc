"""Second step of taking in a list: what each column is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.reading.sheets import Table
    from bootcamp_app.ui.people.lists import ListColumn, ReadList


class ColumnsStep(QWidget):
    """Every column of the file with a few of its values, and what it becomes."""

    sheet_wanted = Signal(str)
    """Another sheet of the same file."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, ChoiceField] = {}
        self._file = Label(size="heading", wraps=True)
        self._sheet = row()
        self._columns = Card()
        self.setLayout(column(self._file, self._sheet, self._columns, gap=12))

    @property
    def chosen(self) -> dict[str, str]:
        """What was chosen for each header; empty where the column is left out."""
        return {header: choice.key for header, choice in self._choices.items()}

    def choice(self, header: str) -> ChoiceField:
        """Give the choice of one column."""
        return self._choices[header]

    def show_list(self, read: ReadList) -> None:
        """Show the columns of a file."""
        self._file.show_data(read.name)
        self._offer_sheets(read.table)
        self._choices.clear()
        clear(self._columns.body)
        for one in read.columns:
            self._columns.body.addWidget(self._row(one))
        if self._choices:
            next(iter(self._choices.values())).setFocus()

    def _offer_sheets(self, table: Table) -> None:
        clear(self._sheet)
        if len(table.sheets) > 1:
            offered = [(name, partial(str, name)) for name in table.sheets]
            choice = ChoiceField(offered, table.sheet)
            say(choice, N_("Sheet"), "setAccessibleName")
            choice.changed.connect(lambda: self.sheet_wanted.emit(choice.key))
            self._sheet.addWidget(Label(N_("Sheet")))
            self._sheet.addWidget(choice, 1)

    def _row(self, one: ListColumn) -> QWidget:
        header = Label(wraps=True)
        header.setProperty("weight", "bold")
        header.show_data(one.header)
        samples = Label(size="small", tone="muted", wraps=True)
        samples.show_data(" · ".join(one.samples))
        choice = ChoiceField(one.choices, one.field)
        say(choice, lambda: one.header, "setAccessibleName")
        choice.setMinimumWidth(theme.px(240))
        self._choices[one.header] = choice
        made = row(holding(column(header, samples, gap=2)), choice, gap=16)
        made.setStretch(0, 3)
        made.setStretch(1, 2)
        return holding(made)
