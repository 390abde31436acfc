"""The whole workspace as a plain SQLite file with readable tables."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, inspect, select

from bootcamp_app.features.attendance.derived import presences
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.badges.tables import BadgePrintRow, BadgeRow
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow, SessionRow
from bootcamp_app.features.certificates.tables import CertificateEventRow, CertificateRow
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.reports.views import STEP
from bootcamp_app.storage.plain import PlainTable, write_plain
from bootcamp_app.storage.types import to_fact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.orm import Session

    from bootcamp_app.features.reports.views import Progress
    from bootcamp_app.storage.base import Mergeable

_TABLES: tuple[type[Mergeable], ...] = (
    ProgrammeRow,
    BootcampRow,
    SessionRow,
    OrganisationRow,
    PersonRow,
    ParticipationRow,
    BadgeRow,
    BadgePrintRow,
    AttendanceEventRow,
    CertificateRow,
    CertificateEventRow,
)
_PERSONAL = {
    "sessions": {"facilitator"},
    "people": {
        "name_km",
        "name_en",
        "birth_year",
        "birth_date",
        "phone",
        "email",
        "disability",
        "also_named",
    },
    "participations": {"answers", "note", "external_id", "position", "district"},
    "badges": {"code"},
    "badge_prints": {"fingerprint"},
    "attendance_events": {"code", "reason"},
    "certificates": {"record", "printed", "evidence"},
    "certificate_events": {"reason"},
}
_README = (
    "This is a plain SQLite copy of a Bootcamp Desk workspace, for any SQLite tool.",
    "people: a human being, once. participations: a person in a bootcamp.",
    "attendance_events: entries, exits, states and annulments at the door; nothing is deleted.",
    "An event whose id stands in another event's column annuls does not count.",
    "attendance: how each person stands to each session, as the program itself counts.",
    "Moments are UTC in ISO 8601; provinces are official codes.",
)


def write_database(
    session: Session, path: Path, *, with_personal_data: bool, progress: Progress
) -> int:
    """Write every table, and what follows from them, and give how many rows the workspace has."""
    counter = _Counter(progress, sum(map(partial(_count, session), _TABLES)))
    tables = []
    for kind in _TABLES:
        hidden = _PERSONAL.get(kind.__tablename__, set()) if not with_personal_data else set()
        names = [column.name for column in inspect(kind).columns if column.name not in hidden]
        rows = counter.counted(_rows(session, kind, names))
        tables.append(PlainTable(kind.__tablename__, names, rows))
    written = write_plain(path, tables)
    readme = PlainTable("README", ["about"], [[line] for line in _README])
    write_plain(path, [_attendance(session), readme])
    progress(counter.of, counter.of)
    return written


class _Counter:
    """Tells how many rows of all tables are written."""

    def __init__(self, progress: Progress, of: int) -> None:
        self.of = of
        self._progress = progress
        self._done = 0

    def counted(self, rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
        """Give the rows, and tell on the way."""
        for row in rows:
            if self._done % STEP == 0:
                self._progress(self._done, self.of)
            self._done += 1
            yield row


def _count(session: Session, kind: type[Mergeable]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


def _attendance(session: Session) -> PlainTable:
    """Give who stands how, as every other figure of the program has it."""
    titles = {row.id: row.title_en or row.title_km for row in session.scalars(select(SessionRow))}
    people = {row.id: row.person_id for row in session.scalars(select(ParticipationRow))}
    standing = sorted(presences(session, list(titles)).items())
    rows = (
        [
            session_id,
            titles[session_id],
            participation_id,
            people.get(participation_id),
            presence.state,
            to_fact(presence.at),
            presence.minutes_late,
        ]
        for (session_id, participation_id), presence in standing
    )
    columns = ("session_id", "session", "participation_id", "person_id", "state", "at",
               "minutes_late")  # fmt: skip
    return PlainTable("attendance", columns, rows)


def _rows(session: Session, kind: type[Mergeable], names: list[str]) -> Iterator[list[Any]]:
    query = select(*(getattr(kind, name) for name in names)).order_by(kind.id)
    for row in session.execute(query):
        yield [_plain(value) for value in row]


def _plain(value: Any) -> Any:  # noqa: ANN401 - a column's value of any kind
    plain = to_fact(value)
    if isinstance(plain, (dict, list)):
        return json.dumps(plain, ensure_ascii=False)
    return int(plain) if isinstance(plain, bool) else plain
