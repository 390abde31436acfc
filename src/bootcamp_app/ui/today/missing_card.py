"""Who is missing now, with the phone to call them; to copy, to print, to see the whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.ui.attendance.copying import copy_people
from bootcamp_app.ui.attendance.person_columns import CONTACT, NAMES
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.table import Table
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.memory import Memory

_HEIGHT = 220


class MissingCard(Card):
    """A line for each of the first of those who are missing."""

    list_wanted = Signal()
    print_wanted = Signal()
    said = Signal(object, str)

    def __init__(self, memory: Memory) -> None:
        self.number = Label(size="heading")
        self.nobody = Label(N_("Everybody who is expected has a standing."), tone="muted",
                            wraps=True)  # fmt: skip
        self.table = Table(N_("Who is missing, with phones"), (*NAMES, *CONTACT))
        self.copy = button(N_("Copy names and phones"), self._copy, icon_name="copy")
        self.print = button(
            N_("Print the list"), lambda: self.print_wanted.emit(), icon_name="printer"
        )
        self.more = Label(size="small", tone="muted", wraps=True)
        self._shown: list[Participant] = []
        head = holding(Flow(self.number, self.copy, self.print, gap=12))
        super().__init__("", head, self.nobody, self.table, self.more, gap=8)
        self.body.setStretch(2, 1)
        self.table.remember(memory, "today.missing")
        self.table.copy_wanted.connect(self._copy_chosen)
        self.table.row_activated.connect(lambda _row: self.list_wanted.emit())
        theme.changed.connect(self._scale)
        self._scale()

    def show_people(self, people: Sequence[Participant], number: int) -> None:
        """Show the first of those who are missing, of how many."""
        self._shown = list(people)
        said = N_("Nobody is missing")
        say(self.number, (lambda: _told(number)) if number else said)
        self.table.show_rows([_Line(one) for one in people])
        more = number - len(people)
        say(self.more, lambda: _more(more))
        self.more.setVisible(more > 0)
        self.table.setVisible(bool(people))
        self.nobody.setVisible(not people)
        self.copy.setEnabled(bool(people))

    def _copy_chosen(self) -> None:
        chosen = [one.person for one in self.table.selected() if isinstance(one, _Line)]
        self._take(chosen or self._shown)

    def _copy(self) -> None:
        self._take(self._shown)

    def _take(self, people: Sequence[Participant]) -> None:
        self.said.emit(copy_people(people), "")

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_HEIGHT))


class _Line:
    """A row of the table, known by the participation."""

    def __init__(self, person: Participant) -> None:
        self.person = person
        self.id = person.participation_id


def _told(number: int) -> str:
    return ngettext("{n} person is missing", "{n} people are missing", number).format(
        n=digits(number)
    )


def _more(number: int) -> str:
    return ngettext("{n} more stands in the whole list.", "{n} more stand in the whole list.",
                    number).format(n=digits(number))  # fmt: skip
