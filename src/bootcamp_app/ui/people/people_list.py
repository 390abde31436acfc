"""The list of people: found by a word, sorted by a column, a hundred thousand as fast as thirty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.people.field_words import MEANINGS, TITLES, said
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

_HEIGHT = 320
_REST = 1000
"""Milliseconds until a page of the table that was refused is asked for again."""


@dataclass(frozen=True)
class _Question:
    """What the table is to show."""

    bootcamp: Bootcamp
    search: str
    order: tuple[str, bool]


class PeopleList(QWidget):
    """Search, table, and what to do where there is nobody to show."""

    import_wanted = Signal()
    add_wanted = Signal()
    edit_wanted = Signal(object)
    """The Participant whom somebody wants to see or change."""
    compare_wanted = Signal()
    """Somebody wants to see the two who are marked side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._search = ""
        self._order = ("name_km", True)
        self._ids: list[str] = []
        self._has_asked = self._must_ask_again = False
        self._again = QTimer(self, singleShot=True, interval=_REST)
        self.search = SearchField(N_("Find by name, organisation or phone"))
        self.table = Table(N_("People"), _columns())
        self.empty = _empty_states(self)
        self._build()
        self._connect()
        self.show_bootcamp()

    def show_bootcamp(self) -> None:
        """Show the people of the bootcamp that is in front, from the top."""
        self.search.clear()
        self._search = ""
        self._ids = []
        self.table.show_ids([])
        if self._desk.bootcamp is None:
            self._show_only("no_bootcamp")
        else:
            self.refresh()

    def refresh(self) -> None:
        """Look again, and stay at the same place and person."""
        bootcamp = self._desk.bootcamp
        if bootcamp is None:
            return
        # One look at a time: of many changes in a row only the last needs another.
        if self._has_asked:
            self._must_ask_again = True
            return
        self._has_asked = True
        asked = _Question(bootcamp, self._search, self._order)
        people = self._desk.app.people
        task = self._desk.tasks.read(
            self,
            lambda: people.ids(asked.bootcamp, asked.search, asked.order),
            lambda ids: self._show(asked, ids),
        )
        # Also when it was refused, which `_show` never hears of.
        task.ended.connect(self._stop_asking)

    def marked_people(self) -> list[str]:
        """Give the ids of the people who are marked, as far as they are known."""
        return [one.person_id for one in self.table.selected()]

    def begin_search(self) -> None:
        """Let somebody type whom they look for."""
        self.search.setFocus()
        self.search.selectAll()

    def _stop_asking(self) -> None:
        self._has_asked = False
        if self._must_ask_again:
            self._must_ask_again = False
            self.refresh()

    def _show(self, asked: _Question, ids: list[str]) -> None:
        if asked.bootcamp != self._desk.bootcamp:
            return
        row = self.table.currentIndex().row()
        current = self._ids[row] if 0 <= row < len(self._ids) else ""
        self._ids = ids
        self.table.show_ids(ids)
        self._return_to(current)
        if ids:
            self._show_only("")
        else:
            self._show_only("nothing_found" if asked.search else "nobody")

    def _return_to(self, participation_id: str) -> None:
        """Keep the same person current, without scrolling there."""
        if participation_id in self._ids:
            model = self.table.model()
            self.table.setAutoScroll(False)
            self.table.setCurrentIndex(model.index(self._ids.index(participation_id), 0))
            self.table.setAutoScroll(True)

    def _give(self, first: int, ids: Sequence[str]) -> None:
        people = self._desk.app.people
        task = self._desk.tasks.read(
            self, lambda: people.some(ids), lambda rows: self._take(first, list(ids), rows)
        )
        task.refused.connect(self._ask_again_soon)

    def _ask_again_soon(self, _who: object, _refusal: object) -> None:
        self._again.start()

    def _take(self, first: int, ids: list[str], rows: list[Participant]) -> None:
        if self._ids[first : first + len(ids)] != ids:
            return  # the table shows others by now
        if len(rows) == len(ids):
            self.table.give(first, rows)
        else:
            self.refresh()  # somebody is gone since

    def _find(self, text: str) -> None:
        self._search = text
        self.refresh()

    def _sort(self, column_id: str, is_ascending: bool) -> None:
        self._order = (column_id, is_ascending)
        self.refresh()

    def _show_only(self, name: str) -> None:
        for key, state in self.empty.items():
            state.setVisible(key == name)
        self._card.setVisible(not name)
        self.search.setVisible(name not in ("nobody", "no_bootcamp"))

    def _build(self) -> None:
        self._card = Card("", self.table)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        whole = column(self.search, self._card, *self.empty.values(), gap=16)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        theme.changed.connect(self._scale)
        self._scale()

    def _connect(self) -> None:
        self.search.searched.connect(self._find)
        self.table.page_wanted.connect(self._give)
        self._again.timeout.connect(self.refresh)
        self.table.sort_wanted.connect(self._sort)
        self.table.row_activated.connect(self.edit_wanted)
        self.table.remember(self._desk.memory, "people")
        compare = QAction(self)
        say(compare, N_("Compare two people"))
        compare.triggered.connect(self.compare_wanted)
        self.table.addAction(compare)
        tongue.turned.connect(self._turn)

    def _turn(self) -> None:
        # Organisations and provinces sort by their names in the language in use.
        if self._order[0] == "organisation":
            self.refresh()

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_HEIGHT))


def _columns() -> list[TableColumn]:
    def cell(name: str, width: int, *, is_bold: bool = False) -> TableColumn:
        return TableColumn(
            name,
            TITLES[name],
            lambda one: said(name, getattr(one, name)),
            width,
            is_bold=is_bold,
            is_sortable=True,
        )

    status = TableColumn(
        "status",
        TITLES["status"],
        lambda one: said("status", one.status),
        140,
        meaning=lambda one: MEANINGS.get(one.status, ""),
        is_sortable=True,
    )
    return [
        cell("name_km", 145, is_bold=True),
        cell("name_en", 160),
        cell("sex", 105),
        cell("organisation", 150),
        cell("sector", 115),
        cell("province", 120),
        cell("phone", 115),
        status,
    ]


def _empty_states(people: PeopleList) -> dict[str, EmptyState]:
    return {
        "no_bootcamp": EmptyState(
            "calendar",
            N_("No bootcamp is open"),
            N_("Choose a bootcamp at the top left, or make a new one. Then its people are here."),
        ),
        "nobody": EmptyState(
            "users",
            N_("Nobody is in this bootcamp yet"),
            N_("Import the list of nominees from a spreadsheet, or add people one by one."),
            button(N_("Import a list"), people.import_wanted.emit, icon_name="import"),
            button(N_("Add a person"), people.add_wanted.emit, icon_name="user-plus"),
        ),
        "nothing_found": EmptyState(
            "search",
            N_("Nobody was found."),
            N_("Try fewer letters, the other script, or the last digits of a phone."),
            button(N_("Show everybody"), people.search.clear),
        ),
    }
