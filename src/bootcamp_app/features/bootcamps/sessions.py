"""The agenda's use cases: sessions are added, changed, moved, repeated, removed and made anew.

Each is one act, which one undo takes back. What was recorded at a session are facts and stays as
it was judged, whatever becomes of the session's hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.features.bootcamps.details import check_days, checked_details
from bootcamp_app.features.bootcamps.rules import HOURS, half_days
from bootcamp_app.features.bootcamps.service import bootcamp_view, session_view
from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.bootcamps.views import (
    BootcampChanged,
    Recorded,
    Session,
    SessionsChanged,
    in_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, time

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.agenda import Planned
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    RecordedAt = Callable[[Reading, Sequence[str]], Mapping[str, Recorded]]

_NOTHING = Recorded()


@dataclass(frozen=True)
class Renewed:
    """What became of an agenda that was made anew."""

    added: int
    removed: int
    kept: int
    """Sessions at which something is recorded, or which are locked: they stay."""


class Agenda:
    """The sessions of each bootcamp, as they are planned.

    `recorded` says what the door kept of sessions, by their ids.
    """

    def __init__(self, database: Database, recorded: RecordedAt) -> None:
        self._database = database
        self._recorded = recorded

    def add(
        self,
        bootcamp: Bootcamp,
        plan: Planned,
        days: Sequence[date] = (),
        *,
        extends: bool = False,
    ) -> list[Session]:
        """Add a session, and the same hours on further days; give them in this order.

        With `extends` the bootcamp lasts from then on until the last of these days, and begins
        with the first of them.
        """
        plans = _all_of(plan, days, bootcamp.starts_on)
        with self._database.write() as work:
            rows = [SessionRow(bootcamp_id=bootcamp.id, **agenda.row_values(one)) for one in plans]
            work.add_all(rows)
            _announce(work, bootcamp.id, plans if extends else ())
            work.flush()  # which gives what a plan does not say its value
            return [session_view(row, bootcamp.zone) for row in rows]

    def change(
        self,
        session: Session,
        given: Mapping[str, Any],
        days: Sequence[date] = (),
        *,
        longer: int = 0,
        extends: bool = False,
    ) -> Session:
        """Write these of agenda.FIELDS and no others; repeat the session on further days.

        It ends so many minutes `longer` than is given, or than it does by then.
        """
        if strange := [name for name in given if name not in agenda.FIELDS]:
            raise ValueError(strange)
        zone = session.starts_at.tzinfo
        with self._database.write() as work:
            row = _unlocked(work, session)
            before = agenda.planned(session_view(row, zone))
            wanted = agenda.lengthened(agenda.with_fields(before, given), longer)
            plans = _all_of(wanted, days, _first_day(work, row), keeps_group="expects" not in given)
            plan = plans[0]
            for name, value in agenda.differences(before, plan).items():
                setattr(row, name, value)
            work.add_all(
                SessionRow(bootcamp_id=row.bootcamp_id, **agenda.row_values(one))
                for one in plans[1:]
            )
            _announce(work, row.bootcamp_id, plans if extends else ())
            return session_view(row, zone)

    def lengthen(self, session: Session, minutes: int) -> Session:
        """Have a session end so many minutes later, or earlier where negative."""
        return self.change(session, {}, longer=minutes)

    def remove(self, session: Session, seen: Recorded | None = None) -> None:
        """Have a session no more; what was recorded at it is kept, and counts nowhere.

        With `seen`, what somebody was told is recorded there, it stays where there is more by now.
        """
        with self._database.write() as work:
            row = _unlocked(work, session)
            if seen is not None:
                _refuse_more(session, seen, self._recorded_at(work, row.id))
            work.delete(row)
            work.announce(SessionsChanged(row.bootcamp_id))

    def make_anew(self, bootcamp: Bootcamp, hours: Sequence[tuple[time, time]] = HOURS) -> Renewed:
        """Put a morning and an afternoon on each day in place of the sessions that there are.

        Where something is recorded, or where it is locked, a session stays, and no other is put
        into its hours.
        """
        length = (bootcamp.ends_on - bootcamp.starts_on).days + 1
        with self._database.write() as work:
            rows = _rows_of(work, bootcamp)
            recorded = self._recorded(work, [row.id for row in rows])
            kept = [row for row in rows if row.is_locked or row.id in recorded]
            goes = [row for row in rows if row not in kept]
            stays = [session_view(row, bootcamp.zone) for row in kept]
            plans = [
                agenda.checked(agenda.Planned(**vars(half)))
                for half in half_days(bootcamp.starts_on, length, bootcamp.zone, hours)
            ]
            new = [one for one in plans if not agenda.overlapping_with(one, stays)]
            for row in goes:
                work.delete(row)
            work.add_all(
                SessionRow(bootcamp_id=bootcamp.id, **agenda.row_values(one)) for one in new
            )
            work.announce(SessionsChanged(bootcamp.id))
        return Renewed(len(new), len(goes), len(kept))

    def recorded(self, session: Session) -> Recorded:
        """Give how much was recorded at a session."""
        with self._database.read() as reader:
            return self._recorded_at(reader, session.id)

    def all_recorded(self, sessions: Sequence[Session]) -> dict[str, Recorded]:
        """Give by id how much was recorded at those sessions where anything was."""
        with self._database.read() as reader:
            return dict(self._recorded(reader, [one.id for one in sessions]))

    def change_bootcamp(
        self,
        bootcamp: Bootcamp,
        given: Mapping[str, Any],
        *,
        moves_sessions: bool = False,
        fills_days: bool = False,
    ) -> Bootcamp:
        """Write these of details.FIELDS and no others.

        With `moves_sessions` and another first day, the sessions move by as many days, but those
        that are locked or at which something is recorded. With `fills_days` further days get a
        morning and an afternoon where they have no session; all days, where they stay the same.
        With either, “Day 2” in a title goes on saying which day it is.
        """
        with self._database.write() as work:
            row = work.get(BootcampRow, bootcamp.id)
            if row is None:
                raise Refusal("This bootcamp is gone. Choose another one.")
            before = bootcamp_view(row)
            for name, value in checked_details(before, given).items():
                setattr(row, name, value)
            by = (row.starts_on - before.starts_on).days
            after = bootcamp_view(row)
            if moves_sessions and by:
                self._move(work, before, by)
            if by and (moves_sessions or fills_days):
                _renumber(work, before, after)
            if fills_days:
                new = _half_days_besides(work, before, after)
                _refuse_namesakes(new, _rows_of(work, after))
                work.add_all(new)
            if fills_days or (moves_sessions and by):
                work.announce(SessionsChanged(row.id))
            work.announce(BootcampChanged(row.id))
            return after

    def _recorded_at(self, reader: Reading, session_id: str) -> Recorded:
        return self._recorded(reader, [session_id]).get(session_id, _NOTHING)

    def _move(self, work: Work, bootcamp: Bootcamp, days: int) -> None:
        rows = _rows_of(work, bootcamp)
        recorded = self._recorded(work, [row.id for row in rows])
        for row in rows:
            if not row.is_locked and row.id not in recorded:
                view = session_view(row, bootcamp.zone)
                later = agenda.moved(agenda.planned(view), days)
                row.starts_at, row.ends_at = later.starts_at, later.ends_at


def _announce(work: Work, bootcamp_id: str, plans: Sequence[Planned]) -> None:
    """Announce other sessions; with these plans the bootcamp lasts for their days as well."""
    home = work.get(BootcampRow, bootcamp_id) if plans else None
    if home is not None:
        days = [one.starts_at.date() for one in plans]
        first, last = min(home.starts_on, *days), max(home.ends_on, *days)
        if (first, last) != (home.starts_on, home.ends_on):
            check_days(first, last)
            home.starts_on, home.ends_on = first, last
            work.announce(BootcampChanged(bootcamp_id))
    work.announce(SessionsChanged(bootcamp_id))


def _rows_of(reader: Reading, bootcamp: Bootcamp) -> Sequence[SessionRow]:
    return reader.scalars(select(SessionRow).where(SessionRow.bootcamp_id == bootcamp.id)).all()


def _half_days_besides(work: Work, before: Bootcamp, after: Bootcamp) -> list[SessionRow]:
    """Give a morning and an afternoon for each day that was none before and has no session."""
    rows = _rows_of(work, after)
    taken = {session_view(row, after.zone).starts_at.date() for row in rows}
    length = (after.ends_on - after.starts_on).days + 1
    are_same = (before.starts_on, before.ends_on) == (after.starts_on, after.ends_on)
    return [
        SessionRow(bootcamp_id=after.id, **vars(half))
        for half in half_days(after.starts_on, length, after.zone)
        if (day := half.starts_at.date()) not in taken
        and (are_same or agenda.is_outside(day, before))
    ]


def _renumber(work: Work, before: Bootcamp, after: Bootcamp) -> None:
    """Have titles that name the number of a day name the one that it has now.

    A closed session stays as it is.
    """
    for row in _rows_of(work, after):
        if not row.is_locked:
            plan = agenda.planned(session_view(row, after.zone))
            for name, value in agenda.differences(
                plan, agenda.renumbered(plan, before.starts_on, after.starts_on)
            ).items():
                setattr(row, name, value)


def _refuse_namesakes(new: Sequence[SessionRow], there: Sequence[SessionRow]) -> None:
    closed = {(row.title_en, row.title_km) for row in there if row.is_locked}
    for row in new:
        if (row.title_en, row.title_km) in closed:
            raise Refusal(
                "“{title}” is closed and keeps its title, so there would be two. Open it again, "
                "or leave the further days without sessions.",
                title=in_words(row.title_en, row.title_km),
            )


def _first_day(reader: Reading, row: SessionRow) -> date:
    home = reader.get(BootcampRow, row.bootcamp_id)
    return home.starts_on if home else row.starts_at.date()


def _all_of(
    plan: Planned, days: Sequence[date], first_day: date, *, keeps_group: bool = False
) -> list[Planned]:
    tidy = agenda.checked(plan, keeps_group=keeps_group)
    further = agenda.repeated(tidy, days, first_day)
    return [tidy, *(agenda.checked(one, keeps_group=keeps_group) for one in further)]


def _refuse_more(session: Session, seen: Recorded, now_so: Recorded) -> None:
    if now_so.entries > seen.entries:
        raise Refusal(
            "Somebody was recorded at “{title}” just now. Look again, then remove it.",
            title=session.title,
        )


def _found(reader: Reading, session: Session) -> SessionRow:
    row = reader.get(SessionRow, session.id)
    if row is None:
        raise Refusal("This session is gone. Choose another one.")
    return row


def _unlocked(work: Work, session: Session) -> SessionRow:
    row = _found(work, session)
    if row.is_locked:
        raise Refusal(
            "“{title}” is closed. Open it again in the list, then change it.",
            title=in_words(row.title_en, row.title_km),
        )
    return row
