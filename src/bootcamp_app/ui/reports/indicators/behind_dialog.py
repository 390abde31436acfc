"""Whom a figure was counted from, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.core.numbers import written
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.features.reports.indicators import rule_of
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.reports.indicators.said import in_chosen_digits
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.indicator_views import Behind, Scope, TookPart
    from bootcamp_app.features.reports.indicator_words import Wording
    from bootcamp_app.ui.desk import Desk

_HEIGHT = 260


@dataclass(frozen=True)
class Someone:
    """A person with all their participations that a figure counts."""

    participant: Participant | None
    """As they were at the bootcamp by which they are described; None where they are gone."""
    participations: tuple[TookPart, ...]

    @property
    def id(self) -> str:
        """By which the row is known again."""
        return self.participations[0].person_id

    @property
    def sessions(self) -> int:
        """At how many sessions they were."""
        return len(frozenset().union(*(one.sessions for one in self.participations)))

    @property
    def days(self) -> int:
        """On how many days they were there, of each bootcamp."""
        return sum(one.days for one in self.participations)

    @property
    def hours(self) -> float:
        """How long they were there."""
        return sum(one.hours for one in self.participations)


@dataclass(frozen=True)
class Read:
    """Who is behind a figure, with their names, and what says keys in words."""

    behind: Behind
    people: list[Someone]
    words: Wording


class BehindDialog(Dialog):
    """Shows the rule of a figure and the people; one of them may be opened."""

    person_wanted = Signal(object)
    """The Participant whose page is wanted."""
    share_of_window = 0.75

    def __init__(self, parent: QWidget | None, desk: Desk, scope: Scope, key: str) -> None:
        self._scope = scope
        self.rule = Label(size="small", tone="muted", wraps=True)
        self.counted = Label(N_("Counting…"), wraps=True)
        self.counted.setProperty("weight", "bold")
        self.table = Table(N_("People who were counted"), _columns())
        self.table.setMinimumHeight(theme.px(_HEIGHT))
        self.open_person = button(N_("Open this person"), self._open_current, icon_name="user")
        body = column(self.counted, self.table, row(self.open_person, 1), self.rule, gap=12)
        body.setStretch(1, 1)
        super().__init__(parent, N_("Who was counted"), holding(body), N_("Close"))
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        self.table.row_activated.connect(self._open)
        self.table.row_chosen.connect(lambda one: self.open_person.setEnabled(one is not None))
        self.open_person.setEnabled(False)
        desk.tasks.read(
            self, lambda: read_behind(desk.app, scope, key), self._show, key="behind",
            failed=self.refuse,
        )  # fmt: skip

    def _show(self, read: Read) -> None:
        say(self.counted, partial(_counted, read))
        say(self.rule, lambda: " ".join(rule_of(self._scope, read.behind.figure.key, read.words)))
        self.table.show_rows(read.people)

    def _open_current(self) -> None:
        self._open(self.table.current())

    def _open(self, one: object) -> None:
        if isinstance(one, Someone) and one.participant is not None:
            self.accept()
            self.person_wanted.emit(one.participant)


def read_behind(app: App, scope: Scope, key: str) -> Read:
    """Read who is behind a figure, with their names."""
    behind = app.indicators.behind(scope, key)
    known = app.people.some([one.participation_id for one in behind.people])
    by_id = {one.participation_id: one for one in known}
    parts: dict[str, list[TookPart]] = {one.person_id: [] for one in behind.people}
    for one in behind.participations:
        parts.setdefault(one.person_id, []).append(one)
    people = [
        Someone(by_id.get(one.participation_id), tuple(parts[one.person_id] or [one]))
        for one in behind.people
    ]
    return Read(behind, sorted(people, key=_name_key), app.indicators.words())


def _counted(read: Read) -> str:
    key, tally = read.behind.figure.key, read.behind.figure.tally
    title = in_chosen_digits(key, read.words.with_titles(key))
    if tally is None:
        return title
    told = str(
        Sentence(
            "{people} unique people · {participations} participations · {days} person-days · "
            "{hours} person-hours",
            people=written(tally.people),
            participations=written(tally.participations),
            days=written(tally.person_days),
            hours=written(tally.person_hours),
        )
    )
    return str(Sentence("{group}: {number}", group=title, number=digits(told)))


def _columns() -> list[TableColumn]:
    return [
        TableColumn("name", N_("Name"), lambda one: _of(one, "name"), 150, is_bold=True),
        TableColumn("organisation", N_("Organisation"), lambda one: _of(one, "organisation"), 170),
        TableColumn("province", N_("Province"),
                    _province, 104),
        TableColumn("sessions", N_("Sessions"),
                    lambda one: digits(one.sessions), 72),
        TableColumn("days", N_("Days"), lambda one: digits(one.days), 58),
        TableColumn("hours", N_("Hours"), lambda one: digits(written(one.hours)), 66),
    ]  # fmt: skip


def _of(one: Someone, field: str) -> str:
    return str(getattr(one.participant, field)) if one.participant is not None else "–"


def _province(one: Someone) -> str:
    return province_name(_of(one, "province")) or _("not stated")


def _name_key(one: Someone) -> str:
    return comparison_key(_of(one, "name"))
