"""The list of people: found by a word, sorted by a column, a hundred thousand as fast as thirty."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.filters import Filter, Look
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.kit.table import Table
from bootcamp_app.ui.people.list_columns import ColumnChooser, people_columns
from bootcamp_app.ui.people.list_filter import FilterBar
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, say, tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.desk import Desk

_HEIGHT = 320
_FIRST = 40
"""Rows that are shown before anybody knows how many there are; a screen holds fewer."""
_PAUSE = 0
"""An answer is there before the next key is, and one that comes too late is not shown."""
_REST = 1000
"""Milliseconds until a page of the table that was refused is asked for again."""


@dataclass(frozen=True)
class _Question:
    """What the table is to show."""

    bootcamp: Bootcamp
    look: Look


@dataclass(frozen=True)
class _Answer:
    """The ids that are known, and of a first page its rows and how many rows there are so far."""

    ids: list[str]
    rows: list[Participant] = field(default_factory=list)
    number: int = 0
    is_counted: bool = True


class PeopleList(QWidget):
    """Search, table, and what to do where there is nobody to show."""

    import_wanted = Signal()
    add_wanted = Signal()
    edit_wanted = Signal(object)
    """The Participant whom somebody wants to see or change."""
    found = Signal(int)
    """How many people the search and the filter find."""
    change_wanted = Signal()
    """Somebody wants to change all who are marked."""
    copy_without_wanted = Signal()
    """Somebody wants to take those who are marked elsewhere, without personal data."""
    compare_wanted = Signal()
    """Somebody wants to see the two who are marked side by side."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._look = Look()
        self._shown: _Question | None = None
        self._has_asked = self._must_ask_again = False
        self._again = QTimer(self, singleShot=True, interval=_REST)
        self.search = SearchField(N_("Find by name, organisation or phone"), _PAUSE)
        self.filters = FilterBar(desk)
        self.table = Table(N_("People"), people_columns())
        self.chooser = ColumnChooser(self.table, desk.memory)
        self.empty = _empty_states(self)
        self._build()
        self._connect()
        self.show_bootcamp()

    def show_bootcamp(self) -> None:
        """Show the people of the bootcamp that is in front, from the top."""
        self.search.clear()
        self._look = replace(self._look, search="", wanted=Filter())
        self._shown = None
        self.filters.show_bootcamp()
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
        asked = _Question(bootcamp, self._look)
        task = self._desk.tasks.read(self, self._looking(asked), partial(self._show, asked))
        # Also when it was refused, which `_show` never hears of.
        task.ended.connect(self._stop_asking)

    def with_marked(self, act: Callable[[list[str]], object]) -> None:
        """Do something with the ids of everybody who is marked, also of those never seen."""
        spans, asked = self.table.marked(), self._shown
        names = self.table.selected_ids()
        if asked is None or not spans or len(names) == sum(map(len, spans)):
            act(names)
            return

        def choose(ids: list[str]) -> None:
            # Others are shown by now, or somebody came or went: nobody else must be meant.
            if self._shown == asked and self.table.know(ids) and self.table.marked() == spans:
                act(self.table.selected_ids())
            else:
                self.refresh()

        self._desk.tasks.read(self, self._all_ids(asked), choose, key="marked")

    def _looking(self, asked: _Question) -> Callable[[], _Answer]:
        """Give how to look: for a new question the first page, and for the same one all at once."""
        people, bootcamp, look = self._desk.app.people, asked.bootcamp, asked.look
        is_same = asked == self._shown
        if is_same and self.table.is_known:
            return lambda: _Answer(people.ids(bootcamp, look.search, look.order, look.wanted))

        def first() -> _Answer:
            rows = people.first(bootcamp, look, _FIRST)
            ids, number = [one.participation_id for one in rows], len(rows)
            is_counted = number < _FIRST
            if is_same and not is_counted:
                return _Answer(ids, rows, people.number(bootcamp, look))
            return _Answer(ids, rows, number, is_counted=is_counted)

        return first

    def _all_ids(self, asked: _Question) -> Callable[[], list[str]]:
        people, look = self._desk.app.people, asked.look
        return lambda: people.ids(asked.bootcamp, look.search, look.order, look.wanted)

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

    def _show(self, asked: _Question, answer: _Answer) -> None:
        # Somebody typed on meanwhile: painting this would only hold up what is wanted now.
        if asked.bootcamp != self._desk.bootcamp or asked.look != self._look:
            return
        is_new = asked != self._shown
        self._shown = asked
        if answer.rows:
            self.table.show_first(answer.ids, answer.rows, answer.number)
        else:
            self.table.show_ids(answer.ids)
        if is_new:
            self.table.scrollToTop()
        if answer.ids:
            self._show_only("")
        else:
            is_found = not asked.look.search and asked.look.wanted.is_empty
            self._show_only("nobody" if is_found else "nothing_found")
        if not answer.is_counted:
            people = self._desk.app.people
            self._desk.tasks.read_behind(
                self,
                lambda: people.number(asked.bootcamp, asked.look),
                partial(self._grow, asked),
                key="number",
            )
        else:
            self.found.emit(self.table.model().rowCount())

    def _grow(self, asked: _Question, number: int) -> None:
        if asked == self._shown:
            self.table.grow(number)
            self.found.emit(number)

    def _find_ids(self) -> None:
        asked = self._shown
        if asked is not None:
            self._desk.tasks.read(self, self._all_ids(asked), partial(self._know, asked), "ids")

    def _know(self, asked: _Question, ids: list[str]) -> None:
        # Rows that nobody counted yet are asked for again once they are.
        if asked == self._shown and not self.table.know(ids):
            self.table.show_ids(ids)

    def _give(self, first: int, ids: Sequence[str]) -> None:
        people = self._desk.app.people
        task = self._desk.tasks.read(
            self, lambda: people.some(ids), lambda rows: self._take(first, list(ids), rows)
        )
        task.refused.connect(self._ask_again_soon)

    def _ask_again_soon(self, _who: object, _refusal: object) -> None:
        self._again.start()

    def _take(self, first: int, ids: list[str], rows: list[Participant]) -> None:
        if self.table.ids(first, len(ids)) != ids:
            return  # the table shows others by now
        if len(rows) == len(ids):
            self.table.give(first, rows)
        else:
            self.refresh()  # somebody is gone since

    def _find(self, text: str) -> None:
        self._ask_for(replace(self._look, search=text))

    def _sort(self, column_id: str, is_ascending: bool) -> None:
        self._ask_for(replace(self._look, order=(column_id, is_ascending)))

    def _choose(self, wanted: Filter) -> None:
        self._ask_for(replace(self._look, wanted=wanted))

    def _ask_for(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self.refresh()

    def show_everybody(self) -> None:
        """Ask for nobody in particular any more."""
        self.search.clear()
        self.filters.clear()

    def _show_only(self, name: str) -> None:
        for key, state in self.empty.items():
            state.setVisible(key == name)
        self._card.setVisible(not name)
        is_empty = name in ("nobody", "no_bootcamp")
        for part in (self.search, self.filters.opener, self.chooser):
            part.setVisible(not is_empty)
        self.filters.setVisible(not is_empty and self.filters.opener.isChecked())

    def _build(self) -> None:
        self._card = Card("", self.table)
        self._card.body.setContentsMargins(1, 1, 1, 1)
        top = row(self.search, self.filters.opener, self.chooser)
        top.setStretch(0, 1)
        whole = column(top, self.filters, self._card, *self.empty.values(), gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        theme.changed.connect(self._scale)
        self._scale()

    def _connect(self) -> None:
        self.search.searched.connect(self._find)
        self.filters.chosen.connect(self._choose)
        self.table.page_wanted.connect(self._give)
        self.table.ids_wanted.connect(self._find_ids)
        self._again.timeout.connect(self.refresh)
        self.table.sort_wanted.connect(self._sort)
        self.table.row_activated.connect(self.edit_wanted)
        self.table.remember(self._desk.memory, "people")
        self._offer(N_("Change all who are marked"), self.change_wanted.emit, "Ctrl+E")
        self._offer(N_("Copy for a spreadsheet"), self.table.copy_wanted.emit)
        self._offer(N_("Copy without personal data"), self.copy_without_wanted.emit)
        self._offer(N_("Compare two people"), self.compare_wanted.emit)
        tongue.turned.connect(self._turn)

    def _offer(self, text: Text, act: Callable[[], object], keys: str = "") -> None:
        action = QAction(self)
        say(action, text)
        action.triggered.connect(lambda: act())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addAction(action)

    def _turn(self) -> None:
        # Organisations and provinces sort by their names in the language in use.
        if self._look.order[0] == "organisation":
            self.refresh()

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_HEIGHT))


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
            button(N_("Show everybody"), people.show_everybody),
        ),
    }
