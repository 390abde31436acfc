"""How people stand to one session and by which events; read once for all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.features.attendance import derived
from bootcamp_app.features.attendance.rules import in_force, is_expected, presence_of
from bootcamp_app.features.people.listing import found, participants

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.attendance.views import Event, Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant


class Standings:
    """The events of some people at a session, or of everybody, and what follows from them."""

    def __init__(self, reading: Reading, session_id: str, people: Sequence[str] | None) -> None:
        self._reasons: dict[str, str] = {}
        self._presences: dict[str, Presence | None] = {}
        self._events: dict[str, list[Event]] = defaultdict(list)
        for row in derived.columns(reading, [session_id], people):
            event = derived.event(row)
            self._events[event.participation_id].append(event)
            if row[-1]:
                self._reasons[event.id] = row[-1]

    def all(self) -> Iterator[Presence]:
        """Give how everybody stands of whom something counts."""
        return filter(None, map(self.presence, self._events))

    def presence(self, participation_id: str) -> Presence | None:
        """Give how somebody stands; None where nothing counts."""
        if participation_id not in self._presences:
            events = self._events.get(participation_id, ())
            self._presences[participation_id] = presence_of(events)
        return self._presences[participation_id]

    def reason(self, participation_id: str) -> str:
        """Give why somebody stands so, as it is kept."""
        presence = self.presence(participation_id)
        return self._reasons.get(presence.event_id, "") if presence else ""

    def counting(self, participation_id: str) -> list[Event]:
        """Give somebody's events that were not annulled, in order."""
        return in_force(self._events.get(participation_id, ()))


@dataclass(frozen=True)
class Stand:
    """One person and how they stand to a session; the reason as it is kept."""

    participant: Participant
    presence: Presence | None
    reason: str = ""


def everybody(reading: Reading, session: Session) -> list[Stand]:
    """Give all who are expected at a session or stand somehow to it, by name."""
    standings = Standings(reading, session.id, None)
    people = participants(reading, found(reading, session.bootcamp_id, "", None))
    stands = (
        (one, standings.presence(one.participation_id), standings.reason(one.participation_id))
        for one in people
    )
    return [Stand(*one) for one in stands if one[1] is not None or is_expected(one[0], session)]


def expected(reading: Reading, session: Session) -> list[Participant]:
    """Give all who are expected at a session, by name."""
    people = participants(reading, found(reading, session.bootcamp_id, "", None))
    return [one for one in people if is_expected(one, session)]
