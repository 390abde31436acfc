"""Who stands on the sign-in sheets: a list for each day, known by a code for each session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.marking import SheetLine
from bootcamp_app.features.attendance.rules import is_counted, is_expected
from bootcamp_app.features.reports.facts import births
from bootcamp_app.features.reports.indicator_rules import age_on
from bootcamp_app.features.reports.made_on import today

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme, Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice

MOST = 4
"""So many columns to be signed stand side by side."""


STATE_WORDS = {
    "present": N_("present"),
    "late": N_("late"),
    "excused": N_("excused"),
    "absent": N_("absent"),
}


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


def sign_in_of(sources: Sources, choice: Choice) -> SignIn:
    """Give the lists of the chosen sessions; from now on they are known by their codes."""
    told, sessions, people = _begun(sources, choice)
    days: list[DayList] = []
    moments: list[datetime] = []
    for day, of_day in _by_day(sessions):
        asked = any(is_expected(one, session) for one in people for session in of_day)
        sheets = sources.paper_lists.make_alike(of_day) if asked else []
        codes = [sheet.code for sheet in sheets] or [""] * len(of_day)
        days.append(DayList(day, _columns(of_day, codes), sheets[0].lines if sheets else ()))
        moments += [sheet.made_at for sheet in sheets]
    made_at = max(moments, default=told.made_at).astimezone(told.bootcamp.zone)
    return replace(told, days=tuple(days), made_at=made_at)


def stood_in(sources: Sources, choice: Choice) -> SignIn:
    """Give the lists of the chosen sessions with how people stood; nobody signs these.

    Who came without being expected is on them, too. They have no codes, so that nobody takes
    them for what was signed.
    """
    told, sessions, people = _begun(sources, choice)
    now = sources.clock.now()
    told = replace(
        told,
        presences=sources.attendance.presences(sessions),
        is_filled=True,
        over=frozenset(one.id for one in sessions if one.ends_at < now),
    )
    days = []
    for day, of_day in _by_day(sessions):
        asked = [one for one in people if any(told.is_asked(session, one) for session in of_day)]
        lines = tuple(map(SheetLine, range(1, len(asked) + 1), asked))
        days.append(DayList(day, _columns(of_day, [""] * len(of_day)), lines))
    return replace(told, days=tuple(days))


def _begun(
    sources: Sources, choice: Choice
) -> tuple[SignIn, Sequence[Session], Sequence[Participant]]:
    """Give what is said above every list, the chosen sessions, and everybody by name."""
    bootcamp = sources.bootcamp(choice)
    people = sources.people.list(bootcamp)
    told = SignIn(
        bootcamp,
        sources.programmes.of(bootcamp),
        (),
        today(sources.clock, bootcamp),
        _ages(sources, bootcamp, people),
        {},
    )
    return told, sources.sessions(choice), people


def _by_day(sessions: Sequence[Session]) -> Iterator[tuple[date, list[Session]]]:
    for day, of_day in groupby(sessions, lambda one: one.starts_at.date()):
        yield day, list(of_day)


def _columns(sessions: Sequence[Session], codes: Sequence[str]) -> tuple[Signed, ...]:
    return tuple(map(Signed, range(1, len(sessions) + 1), sessions, codes))


def _ages(sources: Sources, bootcamp: Bootcamp, people: Sequence[Participant]) -> dict[str, int]:
    with sources.database.read() as reader:
        born = births(reader, bootcamp.id)
    day = bootcamp.starts_on
    ages = {one.person_id: age_on(day, born.get(one.person_id), one.birth_year) for one in people}
    return {key: age for key, age in ages.items() if age is not None and age >= 0}
