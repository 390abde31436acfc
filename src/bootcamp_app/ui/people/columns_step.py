"""Second step of taking in a list: what each column is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.fields import ChoiceField, NumberField
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.people.lists import chosen_twice, read_list
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from bootcamp_app.ui.people.lists import ListColumn, ReadList

_HEADERS_WITHIN = 60
_CHOICE = 260


class ColumnsStep(QWidget):
    """Every column of the file with a few of its values, and what it becomes."""

    reading = Signal(object)
    """A function that reads another sheet of the file, to be called beside the window."""

    def __init__(self) -> None:
        super().__init__()
        self.read: ReadList | None = None
        self._choices: dict[str, ChoiceField] = {}
        self._file = Label(size="heading", wraps=True)
        self.remembered = Banner(may_close=False)
        self.top = NumberField(1, 1, 1)
        self._sheet = row()
        self._sheets = holding(row(Label(N_("Sheet")), self._sheet))
        self._columns = Card()
        say(self.top, N_("Row with the headers"), "setAccessibleName")
        where = Flow(
            self._sheets,
            holding(row(Label(N_("Row with the headers")), self.top)),
            gap=24,
        )
        self.setLayout(column(self._file, holding(where), self.remembered, self._columns, gap=12))
        self.top.valueChanged.connect(self._move_top)

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
        self._offer_sheets(read)
        with QSignalBlocker(self.top):
            first = read.table.first_row
            self.top.setRange(first, first + min(len(read.table.rows), _HEADERS_WITHIN) - 1)
            self.top.setValue(read.header_number)
        self._show_columns(read)

    def begin(self) -> None:
        """Put the keyboard on the first column."""
        if self._choices:
            next(iter(self._choices.values())).setFocus()

    def _show_columns(self, read: ReadList) -> None:
        self.read = read
        self._choices.clear()
        clear(self._columns.body)
        for one in read.columns:
            self._columns.body.addWidget(self._row(one))
        is_remembered = any(one.origin == "remembered" for one in read.columns)
        self.remembered.setVisible(is_remembered)
        if is_remembered:
            self.remembered.show_text(
                N_("As you chose for the last list with these headers. Change what is different.")
            )
        self._mark_twice()

    def _move_top(self, number: int) -> None:
        if self.read is not None:
            self._show_columns(self.read.with_top(number - self.read.table.first_row))

    def _offer_sheets(self, read: ReadList) -> None:
        clear(self._sheet)
        table, path = read.table, read.path
        has_others = len(table.sheets) > 1 and path is not None
        self._sheets.setVisible(has_others)
        if path is not None and has_others:
            offered = [(name, partial(str, name)) for name in table.sheets]
            choice = ChoiceField(offered, table.sheet)
            choice.setObjectName("sheet")
            say(choice, N_("Sheet"), "setAccessibleName")
            choice.changed.connect(
                lambda: self.reading.emit(partial(read_list, path, sheet=choice.key))
            )
            self._sheet.addWidget(choice, 1)

    def _row(self, one: ListColumn) -> QWidget:
        header = Label(wraps=True)
        header.setProperty("weight", "bold")
        header.show_data(one.header)
        samples = Label(size="small", tone="muted", wraps=True)
        samples.show_data(" · ".join(one.samples))
        choice = ChoiceField(one.choices, one.field)
        say(choice, lambda: one.header, "setAccessibleName")
        choice.setMinimumWidth(theme.px(_CHOICE))
        choice.changed.connect(self._mark_twice)
        self._choices[one.header] = choice
        made = row(holding(column(header, samples, gap=2)), choice, gap=16)
        made.setStretch(0, 3)
        made.setStretch(1, 2)
        return holding(made)

    def _mark_twice(self) -> None:
        """Mark the columns that are chosen to be the same."""
        twice = chosen_twice(self.chosen)
        for header, choice in self._choices.items():
            restyle(choice, "wrong", "true" if header in twice else "false")
