"""Random programmes written into a workspace, and their figures counted the slow, plain way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow, SessionRow
from bootcamp_app.features.certificates.tables import (
    CertificateEventRow,
    CertificateRow,
    ExceptionRow,
)
from bootcamp_app.features.people.tables import (
    MergeRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from bootcamp_app.features.reports.indicator_views import Scope
    from bootcamp_app.storage.base import Mergeable
    from bootcamp_app.storage.database import Database

ZONE = ZoneInfo("Asia/Phnom_Penh")
SEXES = ("female", "male", "other", "not_stated", "")
SECTORS = ("government", "civil_society", "other", "not_stated")
KINDS = ("cso", "national_government", "private", "")
PLACES = {"07": "07", "Kampot": "07", "21": "21", "Bangkok": "other", "": "not_stated"}
DISABILITIES = {"yes": "yes", "no": "no", "": "not_stated", "hard of hearing": "yes"}
HISTORIES = {
    "entry": "present",
    "late": "late",
    "entry exit": "present",
    "entry exit entry": "present",
    "absent": "absent",
    "excused": "excused",
    "present": "present",
    "entry annulled": "",
    "entry annulled again": "present",
    "entry absent": "absent",
    "absent entry": "present",
    "closing entry": "present",
    "entry closing": "present",
    "exit": "",
    "": "",
}
"""What happens at the door, and what it means in the end."""


@dataclass
class Person:
    id: str
    sex: str
    birth_year: int | None
    birth_date: date | None
    disability: str


@dataclass
class Part:
    """Somebody in a bootcamp, and how they stand to its sessions."""

    id: str
    person: Person
    home: Home
    sector: str
    kind: str
    province: str
    status: str
    role: str
    states: dict[str, str] = field(default_factory=dict)
    exception: str = ""
    holds: bool = False


@dataclass
class Home:
    """A bootcamp with its sessions."""

    row: BootcampRow
    sessions: list[SessionRow]


@dataclass
class Took:
    """Somebody who was there, once a bootcamp."""

    person: Person
    home: Home
    sessions: list[SessionRow]
    traits: dict[str, str]


@dataclass
class Made:
    """A programme that was written, as the tests know it."""

    programme: str
    homes: list[Home]
    parts: list[Part]

    def took_part(self, scope: Scope) -> list[Took]:
        """Give who counts in a scope, the latest bootcamp last."""
        found: list[Took] = []
        homes = sorted(self.homes, key=lambda one: (one.row.starts_on, one.row.id))
        for home in homes:
            if scope.bootcamps and home.row.id not in scope.bootcamps:
                continue
            people = {id(one.person): one.person for one in self.parts if one.home is home}
            for person in people.values():
                parts = [one for one in self.parts if one.home is home and one.person is person]
                attended = [
                    session
                    for session in home.sessions
                    if within(session, scope) and any(there(one, session) for one in parts)
                ]
                if attended:
                    first = next(
                        one
                        for one in sorted(parts, key=lambda one: one.id)
                        if any(there(one, session) for session in attended)
                    )
                    came = [one for one in parts
                            if any(there(one, session) for session in attended)]  # fmt: skip
                    found.append(Took(person, home, attended, self.traits(first, came)))
        return found

    def traits(self, part: Part, came: list[Part]) -> dict[str, str]:
        start = part.home.row.starts_on
        before = any(
            one.person is part.person
            and one.home.row.starts_on < start
            and any(there(one, session) for session in one.home.sessions)
            for one in self.parts
        )
        return {
            "sex": part.person.sex or "not_stated",
            "age": band(part.person, start),
            "sector": part.sector,
            "organisation_kind": part.kind or "not_stated",
            "province": PLACES[part.province],
            "venue_province": PLACES[part.home.row.province],
            "disability": DISABILITIES[part.person.disability],
            "new": "returning" if before else "new",
            "completed": "completed" if any(map(completed, came)) else "not_completed",
            "bootcamp": part.home.row.id,
            "programme": self.programme,
        }


def band(person: Person, day: date) -> str:
    born = person.birth_date
    if born is None and person.birth_year is None:
        return "not_stated"
    if born is not None:
        age = 0
        while (born.year + age + 1, born.month, born.day) <= (day.year, day.month, day.day):
            age += 1
    else:
        age = day.year - (person.birth_year or 0)
    for name, oldest in (("under_18", 17), ("18_30", 30), ("31_45", 45), ("46_60", 60)):
        if age <= oldest:
            return name
    return "over_60"


def there(part: Part, session: SessionRow) -> bool:
    return part.states.get(session.id) in {"present", "late"}


def within(session: SessionRow, scope: Scope) -> bool:
    day = session.starts_at.astimezone(ZONE).date()
    return (scope.first or date.min) <= day <= (scope.last or date.max)


def completed(part: Part) -> bool:
    """Say by hand what the rule of the bootcamp says: a share, the mandatory ones, the excused."""
    if part.holds:
        return True
    if part.status == "withdrawn":
        return False
    if part.exception:
        return part.exception == "given"
    rule = part.home.row
    asked = [
        one
        for one in part.home.sessions
        if one.expects in ("", f"role:{part.role}") or there(part, one)
    ]
    good = {"present", "late"} | ({"excused"} if rule.excused_counts else set())
    has = [one for one in asked if part.states.get(one.id) in good]
    counting = [one for one in asked if one.counts]
    share = sum(one.counts for one in has)
    is_share_enough = share * 100 >= rule.certificate_percent * len(counting) and share >= 1
    came = any(there(part, one) for one in counting)
    return is_share_enough and came and all(one in has for one in asked if one.is_mandatory)


def write(database: Database, chance: Random, people: int, bootcamps: int) -> Made:
    """Write a programme with everything that may happen to people in it."""
    rows: list[Mergeable] = []
    programme = ProgrammeRow(title_en="Programme")
    offices = {kind: OrganisationRow(name_en=kind or "?", kind=kind) for kind in KINDS}
    rows += [programme, *offices.values()]
    homes = [_home(chance, programme.id) for _n in range(bootcamps)]
    for home in homes:
        rows += [home.row, *home.sessions]
    parts: list[Part] = []
    for _n in range(people):
        person = Person(
            new_id(), chance.choice(SEXES),
            chance.choice((None, 1950, 1970, 1990, 2000, 2010)),
            chance.choice((None, None, date(2008, 3, chance.randint(1, 9)), date(1980, 2, 29))),
            chance.choice(list(DISABILITIES)),
        )  # fmt: skip
        rows.append(PersonRow(**vars(person)))
        gone = new_id()
        if is_merged := chance.random() < 0.2:
            rows.append(MergeRow(kind="person", gone_id=gone, kept_id=person.id))
        for home in chance.sample(homes, chance.randint(1, min(3, len(homes)))):
            for _time in range(2 if is_merged and chance.random() < 0.4 else 1):
                part = _part(chance, person, home)
                parts.append(part)
                owner = gone if is_merged and chance.random() < 0.5 else person.id
                rows += _rows_of(chance, part, offices[part.kind], owner)
    with database.write() as work:
        work.add_all(rows)
    return Made(programme.id, homes, parts)


def _home(chance: Random, programme_id: str) -> Home:
    start = date(2026, 3, 2) + timedelta(days=chance.randint(0, 60))
    row = BootcampRow(
        programme_id=programme_id, code="B", title_en="Bootcamp", timezone="Asia/Phnom_Penh",
        province=chance.choice(("07", "21", "Bangkok", "")), starts_on=start, ends_on=start,
        certificate_percent=chance.choice((0, 50, 80, 100)),
        excused_counts=chance.choice((True, False)),
    )  # fmt: skip
    sessions = []
    for n in range(chance.randint(1, 4)):
        # The day of a session that begins at 6 in Phnom Penh is another one in UTC.
        day = datetime(start.year, start.month, start.day, chance.choice((6, 9, 14)), tzinfo=ZONE)
        begins = day + timedelta(days=n // 2, hours=n % 2)
        sessions.append(
            SessionRow(
                bootcamp_id=row.id, title_en=f"Session {n}", starts_at=begins,
                ends_at=begins + timedelta(minutes=chance.choice((45, 90, 180))),
                is_mandatory=chance.random() < 0.2, counts=chance.random() < 0.8,
                expects=chance.choice(("", "", "role:participant", "role:facilitator")),
            )
        )  # fmt: skip
    return Home(row, sessions)


def _part(chance: Random, person: Person, home: Home) -> Part:
    return Part(
        new_id(), person, home, chance.choice(SECTORS), chance.choice(KINDS),
        chance.choice(list(PLACES)), chance.choice(("confirmed", "confirmed", "withdrawn")),
        chance.choice(("participant", "facilitator")),
    )  # fmt: skip


def _rows_of(
    chance: Random, part: Part, office: OrganisationRow, owner: str
) -> Iterator[Mergeable]:
    yield ParticipationRow(
        id=part.id, person_id=owner, bootcamp_id=part.home.row.id, sector=part.sector,
        province=part.province, status=part.status, role=part.role, organisation_id=office.id,
    )  # fmt: skip
    for session in part.home.sessions:
        history = chance.choice(list(HISTORIES))
        part.states[session.id] = HISTORIES[history]
        yield from _events(part, session, history)
    if chance.random() < 0.2:
        part.exception = chance.choice(("given", "withheld"))
        yield ExceptionRow(bootcamp_id=part.home.row.id, participation_id=part.id,
                           kind=part.exception, reason="Said so",
                           at=part.home.sessions[0].starts_at)  # fmt: skip
    if chance.random() < 0.2:
        fate = chance.choice(("", "revoked", "taken_back", "printed"))
        part.holds = fate in ("", "printed")
        certificate = CertificateRow(
            serial=new_id(), bootcamp_id=part.home.row.id, participation_id=part.id,
            issued_on=part.home.row.starts_on, layout="", layout_version=1, record="", printed={},
            evidence={},
        )  # fmt: skip
        yield certificate
        if fate:
            yield CertificateEventRow(certificate_id=certificate.id, kind=fate,
                                      at=part.home.sessions[0].starts_at)  # fmt: skip


def _events(part: Part, session: SessionRow, history: str) -> Iterator[Mergeable]:
    moment = session.starts_at
    last: AttendanceEventRow | None = None
    for word in history.split():
        moment += timedelta(minutes=1)
        what: dict[str, dict[str, Any]] = {
            "entry": {"kind": "entry"},
            "late": {"kind": "entry", "minutes_late": 20},
            "exit": {"kind": "exit"},
            "closing": {"kind": "state", "state": "absent", "method": "closing"},
            "annulled": {"kind": "annulment", "annuls": last and last.id},
            "again": {"kind": "annulment", "annuls": last and last.id},
        }
        told = what.get(word, {"kind": "state", "state": word, "method": "hand"})
        last = AttendanceEventRow(
            session_id=session.id, participation_id=part.id, at=moment, **told
        )
        yield last
