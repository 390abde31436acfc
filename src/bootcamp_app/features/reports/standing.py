"""How everybody stands to every session, also who does not: as all figures of the program count.

A person who is in the list of a bootcamp twice counts once, and as what they were when they came.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from bootcamp_app.features.attendance.rules import is_counted
from bootcamp_app.features.reports.facts import Stood

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

STATES = ("present", "late", "excused", "absent", "not_yet")


class Standing:
    """People and sessions, and how each of them stands to each."""

    def __init__(
        self,
        people: Sequence[Participant],
        sessions: Sequence[Session],
        stood: Mapping[str, Mapping[str, Stood]],
        now: datetime,
    ) -> None:
        self.sessions = tuple(sessions)
        self._stood = stood
        self._groups: dict[str, list[Participant]] = {}
        for one in people:
            self._groups.setdefault(one.person_id, []).append(one)
        self._everybody = [self._first(group) for group in self._groups.values()]
        self._begun = {
            one.id
            for one in sessions
            if one.starts_at <= now or any(who.is_there for who in stood.get(one.id, {}).values())
        }
        self._missing = {
            one.id: Stood("absent" if one.is_locked or now > one.ends_at else "not_yet")
            for one in sessions
        }
        self._counts: dict[tuple[str, str, str, str], bool] = {}

    @cached_property
    def people(self) -> list[Participant]:
        """Those whom a session counts or expects; who withdrew and never stood is not of them."""
        return [
            one
            for one in self._everybody
            if any(
                part.is_expected or any(part.participation_id in of for of in self._stood.values())
                for part in self.participations(one)
            )
        ]

    def participations(self, one: Participant) -> Sequence[Participant]:
        """Give everything as which a person is in the list; nearly always one."""
        return self._groups[one.person_id]

    def of(self, one: Participant, session: Session) -> Stood | None:
        """Say how somebody stands to a session; none where it has not begun or does not count them.

        Who was not there is absent once the session is over or closed, and until then has not come.
        """
        group = self._groups[one.person_id]
        if len(group) == 1:
            return self._of(one, session)
        found = [stood for part in group if (stood := self._of(part, session))]
        return min(found, key=lambda stood: STATES.index(stood.state), default=None)

    def _first(self, group: Sequence[Participant]) -> Participant:
        """Give as what a person counts: as they first came, else as they are expected."""

        def came(one: Participant) -> bool:
            of_all = (of.get(one.participation_id) for of in self._stood.values())
            return any(found and found.is_there for found in of_all)

        if len(group) == 1:
            return group[0]
        known = sorted(group, key=lambda one: one.participation_id)
        expected = (one for one in known if one.is_expected)
        return next((one for one in known if came(one)), next(expected, known[0]))

    def _of(self, one: Participant, session: Session) -> Stood | None:
        found = self._stood.get(session.id, {}).get(one.participation_id)
        if found is not None:
            return found
        is_meant = session.id in self._begun and self._is_counted(session, one)
        return self._missing[session.id] if is_meant else None

    def row(self, one: Participant) -> list[Stood | None]:
        """Say how somebody stands to each session, in their order."""
        return [self.of(one, session) for session in self.sessions]

    def at(self, session: Session) -> list[tuple[Participant, Stood]]:
        """Give everybody who stands to a session or is counted there, in the order of the list."""
        all_of_it = ((one, self.of(one, session)) for one in self._everybody)
        return [(one, found) for one, found in all_of_it if found]

    @cached_property
    def tallies(self) -> list[Counter[str]]:
        """Count who stands how to each session, in their order."""
        return [Counter(found.state for _one, found in self.at(one)) for one in self.sessions]

    @cached_property
    def person_hours(self) -> float:
        """Give the hours of all sessions, once for each person who was there."""
        pairs = zip(self.sessions, self.tallies, strict=True)
        return sum(one.hours * there(tally) for one, tally in pairs)

    def _is_counted(self, session: Session, one: Participant) -> bool:
        key = (session.id, one.status, one.role, one.team)
        if key not in self._counts:
            self._counts[key] = is_counted(session, one.status, one.role, one.team)
        return self._counts[key]


def there(tally: Counter[str]) -> int:
    """Give how many were there, in time or late."""
    return tally["present"] + tally["late"]


def share(tally: Counter[str]) -> float | None:
    """Give the share that was there of all that are over; none where there was none."""
    of = tally.total() - tally["not_yet"]
    return there(tally) / of if of else None
