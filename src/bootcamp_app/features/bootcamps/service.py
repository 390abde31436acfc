"""Making bootcamps and finding them again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.agenda import check_day
from bootcamp_app.features.bootcamps.details import (
    check_length,
    check_rule,
    check_title,
    checked_province,
)
from bootcamp_app.features.bootcamps.places import TIMEZONE, province_in_english
from bootcamp_app.features.bootcamps.rules import event_code, half_days
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow, SessionRow
from bootcamp_app.features.bootcamps.views import Bootcamp, BootcampMade, Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Reader, Work

ASKED_AT_DOOR = ("sex", "birth_year", "phone", "email", "organisation", "position", "sector",
                 "province", "district", "disability")  # fmt: skip
"""Fields that may have to be known before somebody is let in."""

_Row = TypeVar("_Row", BootcampRow, SessionRow)


@dataclass(frozen=True)
class NewBootcamp:
    """What a person says to make one."""

    title_en: str
    starts_on: date
    title_km: str = ""
    province: str = ""
    venue: str = ""
    days: int = 3
    certificate_percent: int = 80
    certificate_day_percent: int = 0
    certificate_hours: int = 0
    excused_counts: bool = False
    asked_at_door: tuple[str, ...] = field(default=())


class Bootcamps:
    """The bootcamps of this workspace and their sessions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, wanted: NewBootcamp) -> Bootcamp:
        """Make a bootcamp with a morning and an afternoon session each day."""
        code = _checked_province(wanted)
        place = province_in_english(code) or wanted.title_en
        row = BootcampRow(
            code="",
            title_en=wanted.title_en.strip(),
            title_km=wanted.title_km.strip(),
            venue=wanted.venue,
            province=code,
            timezone=TIMEZONE,
            starts_on=wanted.starts_on,
            ends_on=date.fromordinal(wanted.starts_on.toordinal() + wanted.days - 1),
            certificate_percent=wanted.certificate_percent,
            certificate_day_percent=wanted.certificate_day_percent,
            certificate_hours=wanted.certificate_hours,
            excused_counts=wanted.excused_counts,
            asked_at_door=list(wanted.asked_at_door),
        )
        row.code = event_code(place, wanted.starts_on.year, row.id)
        with self._database.write() as work:
            row.programme_id = _programme(work)
            work.add(row)
            work.add_all(_sessions_of(row, wanted.days))
            work.announce(BootcampMade(row.id))
        return bootcamp_view(row)

    def all(self) -> list[Bootcamp]:
        """Give every bootcamp, the newest first."""
        with self._database.read() as reader:
            return [bootcamp_view(row) for row in _newest_first(reader)]

    def count(self) -> int:
        """Give how many bootcamps there are."""
        with self._database.read() as reader:
            return reader.scalar(select(func.count()).select_from(BootcampRow)) or 0

    def find(self, ref: str | None = None) -> Bootcamp:
        """Give the bootcamp meant by an id, the beginning of one, or a title; else the newest."""
        with self._database.read() as reader:
            return bootcamp_view(_found(ref, _newest_first(reader)))

    def sessions(self, bootcamp: Bootcamp) -> list[Session]:
        """Give a bootcamp's sessions in the order of time."""
        with self._database.read() as reader:
            rows = reader.scalars(
                select(SessionRow)
                .where(SessionRow.bootcamp_id == bootcamp.id)
                .order_by(SessionRow.starts_at, SessionRow.id)
            )
            return [session_view(row, bootcamp.zone) for row in rows]

    def find_session(self, ref: str) -> tuple[Bootcamp, Session]:
        """Give the session meant by an id, the beginning of one, or a title, with its bootcamp."""
        with self._database.read() as reader:
            rows = reader.scalars(select(SessionRow).order_by(SessionRow.starts_at)).all()
            newest = _newest_first(reader)[:1]
            # “Day 1 – Morning” is a session of every bootcamp; the newest one is meant.
            named = [row for row in rows if _is_called(row, ref)]
            current = [row for row in named if newest and row.bootcamp_id == newest[0].id]
            row = _found(ref, current or rows)
            home = reader.get(BootcampRow, row.bootcamp_id)
            if home is None:
                raise Refusal("The bootcamp of this session is gone. Choose another session.")
            bootcamp = bootcamp_view(home)
            return bootcamp, session_view(row, bootcamp.zone)


def session_view(row: SessionRow, zone: tzinfo | None) -> Session:
    """Give a session as others see it, in the local time of its place."""
    return Session(
        id=row.id,
        bootcamp_id=row.bootcamp_id,
        title_en=row.title_en,
        title_km=row.title_km,
        starts_at=row.starts_at.astimezone(zone),
        ends_at=row.ends_at.astimezone(zone),
        opens_before=row.opens_before,
        late_after=row.late_after,
        is_mandatory=row.is_mandatory,
        counts=row.counts,
        is_locked=row.is_locked,
        facilitator=row.facilitator or "",
        expects=row.expects or "",
        canvases=tuple(row.canvases or ()),
    )


def set_locked(work: Work, session_id: str, *, is_locked: bool) -> None:
    """Have a session take scans or not, inside a transaction."""
    work.get_one(SessionRow, session_id).is_locked = is_locked


def bootcamp_view(row: BootcampRow) -> Bootcamp:
    """Give a bootcamp as others see it."""
    return Bootcamp(
        id=row.id,
        code=row.code,
        title_en=row.title_en,
        title_km=row.title_km,
        venue=row.venue,
        province=row.province,
        timezone=row.timezone,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        certificate_percent=row.certificate_percent,
        asked_at_door=tuple(row.asked_at_door),
        certificate_day_percent=row.certificate_day_percent or 0,
        certificate_hours=row.certificate_hours or 0,
        excused_counts=bool(row.excused_counts),
        programme_id=row.programme_id or "",
        indicator_code=row.indicator_code or "",
    )


def _checked_province(wanted: NewBootcamp) -> str:
    check_title(wanted.title_en, wanted.title_km)
    check_length(wanted.days)
    check_day(wanted.starts_on)
    check_rule(wanted.certificate_percent, wanted.certificate_day_percent, wanted.certificate_hours)
    if strange := [name for name in wanted.asked_at_door if not _may_be_asked(name)]:
        raise Refusal(
            "“{name}” cannot be asked at the door. Choose from: {names}, or custom:NAME.",
            name=strange[0],
            names=", ".join(ASKED_AT_DOOR),
        )
    return checked_province(wanted.province)


def _may_be_asked(name: str) -> bool:
    return name in ASKED_AT_DOOR or name.startswith("custom:")


def _sessions_of(row: BootcampRow, days: int) -> list[SessionRow]:
    zone = ZoneInfo(row.timezone)
    return [
        SessionRow(bootcamp_id=row.id, **vars(half))
        for half in half_days(row.starts_on, days, zone)
    ]


def _programme(work: Work) -> str:
    """Give the programme of the newest bootcamp, or else the first; made where there is none."""
    latest = select(ProgrammeRow.id).join(BootcampRow, BootcampRow.programme_id == ProgrammeRow.id)
    first = select(ProgrammeRow.id).order_by(ProgrammeRow.id)
    known = work.scalar(latest.order_by(BootcampRow.id.desc()).limit(1)) or work.scalar(first)
    if known is None:
        row = ProgrammeRow()
        work.add(row)
        return row.id
    return known


def _newest_first(reader: Reader) -> Sequence[BootcampRow]:
    newest = (BootcampRow.starts_on.desc(), BootcampRow.id.desc())
    return reader.scalars(select(BootcampRow).order_by(*newest)).all()


def _found(ref: str | None, rows: Sequence[_Row]) -> _Row:
    if not rows:
        raise Refusal('There is no bootcamp yet. Make one first: bootcamp new "Title".')
    if not ref:
        return rows[0]
    exact = [row for row in rows if row.id == ref or _is_called(row, ref)]
    meant = exact or [row for row in rows if row.id.startswith(ref)]
    if not meant:
        raise Refusal("Nothing is called “{ref}”. List what there is, then use its id.", ref=ref)
    if len(meant) > 1:
        raise Refusal("“{ref}” means {count} things. Use the id.", ref=ref, count=len(meant))
    return meant[0]


def _is_called(row: _Row, ref: str) -> bool:
    key = _title_key(ref)
    return bool(key) and key in {_title_key(row.title_en), _title_key(row.title_km)}


def _title_key(title: str) -> str:
    # Few keyboards have the dash of “Day 1 – Morning”.
    return comparison_key(title).replace("–", "-")
