"""A desk at a bootcamp, so that tests read as sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from bootcamp_app.features.attendance.service import Reading
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.people.nominees import nominee_from, understand
from bootcamp_app.storage.base import Mergeable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.figures import Figures
    from bootcamp_app.features.attendance.views import Counts, Presence, Scan
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import ImportResult, Participant
    from tests.clock import FakeClock

FIRST_DAY = date(2026, 3, 2)
Row = TypeVar("Row", bound=Mergeable)


@dataclass(frozen=True)
class Guest:
    """Somebody with a badge on the chest."""

    badge: str
    participant: Participant


class Desk:
    """One open workspace, its clock, and the bootcamp of the day."""

    def __init__(self, app: App, clock: FakeClock) -> None:
        self.app = app
        self.clock = clock

    @cached_property
    def bootcamp(self) -> Bootcamp:
        """The bootcamp of the day: three days in Kampot from 2 March 2026, made when needed."""
        return self.open_bootcamp("Kampot bootcamp", province="Kampot")

    def open_bootcamp(self, title: str, **wanted: Any) -> Bootcamp:  # noqa: ANN401 - any field
        """Make a bootcamp that begins on the clock's first day unless said otherwise."""
        return self.app.bootcamps.make(replace(NewBootcamp(title, FIRST_DAY), **wanted))

    @property
    def sessions(self) -> list[Session]:
        """The sessions of the bootcamp of the day."""
        return self.app.bootcamps.sessions(self.bootcamp)

    @property
    def morning(self) -> Session:
        """The first session: 8:30 to 11:30, the door opens at 7:30, late after 8:45."""
        return self.sessions[0]

    def walk_in(self, name: str, **fields: str) -> Guest:
        """Register somebody who came without being on a list; Khmer names go as name_km."""
        texts = {"name_en": name, **fields}
        added = self.app.people.add(self.bootcamp, nominee_from(texts, FIRST_DAY))
        return self.guest(added)

    def guest(self, participant: Participant) -> Guest:
        """Give somebody with their current badge."""
        return Guest(self.app.badges.of([participant])[0].code, participant)

    def import_rows(
        self,
        rows: Sequence[Sequence[object]],
        wanted: Mapping[str, str] | None = None,
        bootcamp: Bootcamp | None = None,
        *,
        is_dry_run: bool = False,
    ) -> ImportResult:
        """Take in a list: a row of headers, then a row a person."""
        understood = understand([list(row) for row in rows], wanted or {}, FIRST_DAY)
        chosen = bootcamp or self.bootcamp
        return self.app.importing.take_in(chosen, understood, is_dry_run=is_dry_run)

    def people(self, search: str = "", limit: int | None = None) -> list[Participant]:
        """Give those whom a search finds."""
        return self.app.people.list(self.bootcamp, search, limit)

    def names(self, search: str = "") -> list[str]:
        """Give the Latin names that a search finds, in alphabetical order."""
        return sorted(one.name_en for one in self.people(search))

    def person(self, name: str) -> Participant:
        """Give the one person of this name."""
        return self.app.people.find(self.bootcamp, name)

    def scan(
        self,
        badge: str,
        session: Session | None = None,
        at: datetime | None = None,
        *,
        is_exit: bool = False,
    ) -> Scan:
        """Scan a badge at the door of the morning, now, unless said otherwise."""
        reading = Reading(badge, at=at, is_exit=is_exit)
        return self.app.attendance.record_scan(session or self.morning, reading)

    def leave(self, badge: str) -> Scan:
        """Scan a badge at the way out of the morning."""
        return self.scan(badge, is_exit=True)

    def presence(self, guest: Guest, session: Session | None = None) -> Presence | None:
        """Give how somebody stands to the morning, or to another session."""
        chosen = session or self.morning
        presences = self.app.attendance.presences([chosen])
        return presences.get((chosen.id, guest.participant.participation_id))

    def counts(self, session: Session | None = None) -> Counts:
        """Count the morning, or another session."""
        return self.app.attendance.counts(self.bootcamp, session or self.morning)

    def mark(self, guest: Guest, state: str) -> None:
        """Set by hand how somebody stands to the morning."""
        self.write(
            AttendanceEventRow(
                kind="state",
                session_id=self.morning.id,
                participation_id=guest.participant.participation_id,
                at=self.clock.now(),
                state=state,
            )
        )

    def lock(self, session: Session) -> None:
        """Lock a session."""
        with self.app.database.write() as work:
            work.get_one(SessionRow, session.id).is_locked = True

    def expect(self, session: Session, who: str) -> None:
        """Have a session expect a part of the people only, such as `role:trainer`."""
        with self.app.database.write() as work:
            work.get_one(SessionRow, session.id).expects = who

    def write(self, *rows: Mergeable) -> None:
        """Add rows as they are."""
        with self.app.database.write() as work:
            work.add_all(rows)

    def rows(self, kind: type[Row]) -> list[Row]:
        """Give every row of a kind, the oldest first."""
        with self.app.database.read() as reader:
            return list(reader.scalars(select(kind).order_by(kind.id)))

    def announced(self, kind: type) -> list[Any]:
        """Give a list that every later fact of a kind is put into."""
        facts: list[Any] = []
        self.app.changes.subscribe(kind, facts.append)
        return facts

    def figures(self, session: Session | None = None) -> Figures:
        """Give the figures of the morning, or of another session, with who came and who did not."""
        chosen = session or self.morning
        return self.app.sittings.figures(self.bootcamp, [chosen], chosen)

    def at(self, clock_time: str) -> datetime:
        """Give a time of the first day, as the wall clock in the hall shows it."""
        moment = datetime.fromisoformat(f"{FIRST_DAY.isoformat()}T{clock_time}")
        return moment.replace(tzinfo=self.bootcamp.zone)
