"""Everybody of the bootcamp as they stand to one session: who is here, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.words import clock_time, digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.memory import Memory

STATES = {
    "present": (N_("here"), "good"),
    "late": (N_("late"), "warning"),
    "excused": (N_("excused"), "info"),
    "missing": (N_("missing"), ""),
}
_HERE = ("present", "late")


@dataclass(frozen=True)
class Standing:
    """One person, and how they stand to the session."""

    person: Participant
    presence: Presence | None
    session: Session

    @property
    def id(self) -> str:
        """What a table knows this line by, also when others come above it."""
        return self.person.participation_id

    @property
    def state(self) -> str:
        """One of STATES; who was set absent is missing as well."""
        state = self.presence.state if self.presence else "missing"
        return state if state in STATES else "missing"

    @property
    def time(self) -> str:
        """When somebody came."""
        if self.presence is None or self.state not in _HERE:
            return ""
        return clock_time(self.presence.at.astimezone(self.session.starts_at.tzinfo))


def everybody(app: App, bootcamp: Bootcamp, session: Session) -> list[Standing]:
    """Give all who are expected and all who came, by name; reads, so not in the window's thread."""
    standing = {key: one for (_at, key), one in app.attendance.presences([session]).items()}
    return [
        Standing(person, standing.get(person.participation_id), session)
        for person in app.people.list(bootcamp)
        if person.is_expected or person.participation_id in standing
    ]


class Who(Card):
    """A table of people with their state, all of them or a part."""

    undo_wanted = Signal(object)
    """Somebody's Standing, whose scan should no longer count."""

    def __init__(self, memory: Memory) -> None:
        self.parts = Segments(
            {"all": N_("Everybody"), "here": N_("Those here"), "missing": N_("Those missing")},
            N_("Who is shown"),
        )
        self.count = Label(tone="muted")
        self.undo = Button(N_("Undo this check-in"), icon_name="undo")
        self.table = Table(N_("Who is here and who is missing"), _COLUMNS)
        self._all: list[Standing] = []
        self._part = "all"
        head = Flow(self.parts, self.undo, self.count, gap=12)
        super().__init__("", holding(head), self.table)
        self.body.setStretch(1, 1)
        self.table.setMinimumHeight(280)
        self.table.remember(memory, "attendance")
        self.parts.choose("all")
        self.parts.chosen.connect(self.show_part)
        self.table.row_chosen.connect(lambda _row: self._offer())
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self.table.current()))
        self._offer()

    def show_people(self, people: Sequence[Standing]) -> None:
        """Show how people stand now."""
        self._all = list(people)
        self._show()

    def show_part(self, part: str) -> None:
        """Show everybody (`all`), those who are `here`, or those who are `missing`."""
        self._part = part
        self.parts.choose(part)
        self._show()

    def _show(self) -> None:
        shown = [one for one in self._all if self._is_shown(one)]
        self.table.show_rows(shown)
        say(self.count, lambda: _("{n} of {all}").format(n=digits(len(shown)),
                                                         all=digits(len(self._all))))  # fmt: skip
        self._offer()

    def _is_shown(self, one: Standing) -> bool:
        if self._part == "here":
            return one.state in _HERE
        return self._part == "all" or one.state == "missing"

    def _offer(self) -> None:
        chosen = self.table.current()
        self.undo.setEnabled(isinstance(chosen, Standing) and chosen.state in _HERE)


_COLUMNS = (
    TableColumn("name_km", N_("Name in Khmer"), lambda one: one.person.name_km, 200, is_bold=True),
    TableColumn("name_en", N_("Name in Latin letters"), lambda one: one.person.name_en, 200),
    TableColumn("state", N_("Attendance"), lambda one: _(STATES[one.state][0]), 130,
                meaning=lambda one: STATES[one.state][1]),
    TableColumn("at", N_("Time"), lambda one: one.time, 90),
    TableColumn("organisation", N_("Organisation"), lambda one: one.person.organisation, 260),
    TableColumn("phone", N_("Phone"), lambda one: digits(one.person.phone), 140),
)  # fmt: skip
