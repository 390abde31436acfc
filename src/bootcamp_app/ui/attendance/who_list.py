"""Everybody of a session in a table: who is here, who is missing and why; states are set here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.attendance.person_columns import CONTACT, NAMES
from bootcamp_app.ui.attendance.who import STATES, Standing, tallied
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, in_words, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.memory import Memory
    from bootcamp_app.ui.words import Text

_PARTS = {
    "all": N_("Everybody"),
    "here": N_("Those here"),
    "late": N_("late"),
    "excused": N_("excused"),
    "missing": N_("Those missing"),
}
_SHORT = {
    "here": N_("here"),
    "late": N_("of them late"),
    "excused": N_("excused"),
    "missing": N_("missing"),
}
_SETS = (
    ("present", N_("here"), "check", "F5"),
    ("late", N_("late"), "clock", "F6"),
    ("excused", N_("excused…"), "info", "F7"),
    ("absent", N_("absent"), "x", "F8"),
)


class WhoList(Card):
    """A table of people with their state, all of them or a part, and what can be done to them."""

    undo_wanted = Signal(object)
    """Somebody's Standing, whose scan or state should no longer count."""
    state_wanted = Signal(str, list)
    """(state, Standings) that should be set."""
    history_wanted = Signal(object)
    """A Standing of whom somebody wants to know more."""
    search_wanted = Signal(str)
    """Words to look for; answer with `show_found`."""
    print_wanted = Signal()
    paper_wanted = Signal()
    close_wanted = Signal()
    """Close the session, or open it again."""

    def __init__(self, memory: Memory) -> None:
        self.search = SearchField(N_("Name, organisation or phone"))
        self.parts = ChoiceField(list(_PARTS.items()))
        self.count = Label(tone="muted")
        self.tally = Label(tone="muted", size="small")
        self.states = MenuButton(N_("Set as"), "edit")
        self.undo = Button(N_("Take back"), icon_name="undo")
        self.history = Button(N_("History"), icon_name="history")
        self.paper = MenuButton(N_("List on paper"), "file-text")
        self.close_session = Button(N_("Close the session…"), icon_name="lock")
        self.hint = Banner(may_close=False)
        self.table = Table(N_("Who is here and who is missing"), _COLUMNS)
        self._all: list[Standing] = []
        self._part = "all"
        self._found: frozenset[str] | None = None
        super().__init__("", *self._lines(), self.hint, self.table, gap=8)
        self.body.setContentsMargins(20, 14, 20, 14)
        self.body.setStretch(self.body.count() - 1, 1)
        self.table.setMinimumHeight(240)
        self.table.remember(memory, "attendance")
        say(self.parts, N_("Who is shown"), "setAccessibleName")
        self._connect()
        self._offer()

    @property
    def shown_part(self) -> str:
        """Which part is shown."""
        return self._part

    def show_people(self, people: Sequence[Standing]) -> None:
        """Show how people stand now."""
        self._all = list(people)
        numbers = tallied(self._all)
        offered = [(key, partial(_with_number, _PARTS[key], n)) for key, n in numbers.items()]
        self.parts.offer(offered, self._part)
        say(self.tally, partial(_tallied, numbers))
        self._show()

    def show_part(self, part: str) -> None:
        """Show everybody (`all`), those `here`, `late`, `excused` or `missing`."""
        self._part = part
        with QSignalBlocker(self.parts):
            self.parts.choose(part)
        self._show()

    def show_closed(self, *, is_closed: bool) -> None:
        """Offer what can be done to a session that is closed, or open."""
        text = N_("Open again…") if is_closed else N_("Close the session…")
        say(self.close_session, text)
        say(self.close_session, text, "setAccessibleName")

    def _lines(self) -> tuple[QWidget, ...]:
        find = Flow(self.search, self.parts, self.count, self.tally, gap=12)
        acts = Flow(self.states, self.undo, self.history, self.paper, self.close_session)
        return holding(find), holding(acts)

    def _scale(self) -> None:
        self.search.setFixedWidth(theme.px(280))
        self.parts.setMinimumWidth(theme.px(190))

    def _connect(self) -> None:
        theme.changed.connect(self._scale)
        self._scale()
        self.parts.changed.connect(lambda: self.show_part(self.parts.key))
        self.search.searched.connect(self.search_wanted)
        self.table.row_chosen.connect(lambda _row: self._offer())
        self.table.marking.connect(lambda _number: self._offer())
        self.table.row_activated.connect(self.history_wanted)
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self.table.current()))
        self.history.clicked.connect(lambda: self.history_wanted.emit(self.table.current()))
        self.paper.offer("print", N_("Print the list"), self.print_wanted.emit, "printer")
        self.paper.offer("mark", N_("Mark from paper…"), self.paper_wanted.emit, "check")
        self.close_session.clicked.connect(self.close_wanted)
        for state, text, icon_name, key in _SETS:
            action = self.states.offer(state, text, partial(self._set, state), icon_name)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # The keys work wherever the keyboard is in the list; so does the menu of a row.
            self.addAction(action)
            self.table.addAction(action)

    def _set(self, state: str) -> None:
        chosen = [one for one in self.table.selected() if isinstance(one, Standing)]
        if chosen:
            self.state_wanted.emit(state, chosen)

    def show_found(self, ids: frozenset[str] | None) -> None:
        """Show those whom a search has found, or everybody again."""
        self._found = ids
        self._show()

    def _show(self) -> None:
        found, part = self._found, self._part
        shown = [one for one in self._all if one.is_in(part) and (found is None or one.id in found)]
        self.table.show_rows(shown)
        say(self.count, lambda: _("{n} of {all}").format(n=digits(len(shown)),
                                                         all=digits(len(self._all))))  # fmt: skip
        self._offer()

    def _offer(self) -> None:
        chosen = self.table.current()
        is_one = isinstance(chosen, Standing)
        self.undo.setEnabled(is_one and chosen.presence is not None)
        self.history.setEnabled(is_one)
        self.states.setEnabled(bool(self.table.marked()))


def _tallied(numbers: Mapping[str, int]) -> str:
    told = ("here", "late", "excused", "missing")
    return " · ".join(f"{digits(numbers[key])} {_(_SHORT[key])}" for key in told)


def _with_number(text: Text, number: int) -> str:
    return f"{in_words(text)} · {digits(number)}"


_COLUMNS = (
    *NAMES,
    TableColumn("state", N_("Attendance"), lambda one: _(STATES[one.state][0]), 120,
                meaning=lambda one: STATES[one.state][1]),
    TableColumn("at", N_("Time"), lambda one: one.time, 80),
    TableColumn("reason", N_("Reason"), lambda one: one.reason, 140),
    *CONTACT,
)  # fmt: skip
