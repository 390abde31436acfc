"""Who stands on the sign-in sheets: a list for each day, known by a code for each session."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.rules import is_counted, is_expected
from bootcamp_app.features.reports.facts import births

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from bootcamp_app.features.attendance.marking import SheetLine
    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice

MOST = 4
"""So many columns to be signed stand side by side."""


@dataclass(frozen=True)
class Signed:
    """A column to be signed: a session, and the code by which its row numbers are known."""

    number: int
    """Which session of the day it is, from 1 on."""
    session: Session
    code: str


@dataclass(frozen=True)
class DayList:
    """All who are expected on a day, in the same rows for each of its sessions."""

    day: date
    columns: tuple[Signed, ...]
    lines: tuple[SheetLine, ...]

    @property
    def parts(self) -> list[tuple[Signed, ...]]:
        """The columns of each sheet, as evenly as they go."""
        count = -(-len(self.columns) // MOST)
        most = -(-len(self.columns) // count)
        return [self.columns[at : at + most] for at in range(0, len(self.columns), most)]

    @property
    def people(self) -> list[Participant]:
        """Those of the list who are still known."""
        return [line.participant for line in self.lines if line.participant]


@dataclass(frozen=True)
class SignIn:
    """The lists of the chosen days, and what is said of the people on them."""

    bootcamp: Bootcamp
    programme: Programme | None
    days: tuple[DayList, ...]
    made_at: datetime
    ages: Mapping[str, int]
    """By person, on the first day of the bootcamp; who told none is not there."""
    presences: Mapping[tuple[str, str], Presence]
    """How people stand, by session and participation; none where it is not to be told."""
    is_filled: bool = False
    """Whether it is told how people stood, instead of empty boxes."""
    over: frozenset[str] = frozenset()
    """The sessions, by id, at which who does not stand to them is told to be absent."""

    def presence(self, session: Session, one: Participant) -> Presence | None:
        """Give how somebody stands to a session."""
        return self.presences.get((session.id, one.participation_id))

    def state(self, session: Session, one: Participant) -> str:
        """Give how somebody stands to a session, in the word that is kept; empty where unknown."""
        presence = self.presence(session, one)
        if presence:
            return presence.state
        is_meant = is_counted(session, one.status, one.role, one.team)
        return "absent" if is_meant and session.id in self.over else ""

    def is_asked(self, session: Session, one: Participant) -> bool:
        """Say whether somebody is to sign for a session."""
        return is_expected(one, session) or self.presence(session, one) is not None


def sign_in_of(sources: Sources, choice: Choice, *, is_filled: bool) -> SignIn:
    """Give the lists of the chosen sessions; from now on they are known by their codes."""
    bootcamp, sessions = sources.bootcamp(choice), sources.sessions(choice)
    people, now = sources.people.list(bootcamp), sources.clock.now()
    presences = sources.attendance.presences(sessions) if is_filled else {}
    held = SignIn(bootcamp, None, (), now, {}, presences)
    over = frozenset(one.id for one in sessions if is_filled and one.ends_at < now)
    days: list[DayList] = []
    moments: list[datetime] = []
    for day, of_day in groupby(sessions, lambda one: one.starts_at.date()):
        meant = list(of_day)
        asked = any(held.is_asked(session, one) for one in people for session in meant)
        made = sources.paper_lists.make_alike(meant, with_standing=is_filled) if asked else []
        codes = [sheet.code for sheet in made] or [""] * len(meant)
        columns = tuple(map(Signed, range(1, len(meant) + 1), meant, codes))
        days.append(DayList(day, columns, made[0].lines if made else ()))
        moments += [sheet.made_at for sheet in made]
    return SignIn(
        bootcamp,
        sources.programmes.of(bootcamp),
        tuple(days),
        max(moments, default=now).astimezone(bootcamp.zone),
        _ages(sources, bootcamp, people),
        presences,
        is_filled,
        over,
    )


def _ages(sources: Sources, bootcamp: Bootcamp, people: Sequence[Participant]) -> dict[str, int]:
    with sources.database.read() as reader:
        born = births(reader, bootcamp.id)
    ages = {one.person_id: _age(one, born.get(one.person_id), bootcamp.starts_on) for one in people}
    return {key: age for key, age in ages.items() if age is not None and age >= 0}


def _age(one: Participant, born: date | None, on: date) -> int | None:
    if born is not None:
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return on.year - one.birth_year if one.birth_year else None
