"""Reading all that figures are counted from, in a few bulk queries: plain tuples, no names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from bootcamp_app.features.attendance.derived import standings
from bootcamp_app.features.bootcamps.service import bootcamp_view, session_view
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow, SessionRow
from bootcamp_app.features.certificates.tables import (
    REVOKED,
    TAKEN_BACK,
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
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.reports.indicator_views import Scope

_NOBODY = ("", None, None, "")


class Enrolled(NamedTuple):
    """A participation with what is told apart; the kind is that of the organisation."""

    id: str
    bootcamp_id: str
    sector: str
    province: str
    status: str
    role: str
    team: str
    kind: str
    person_id: str
    sex: str
    birth_year: int | None
    birth_date: date | None
    disability: str


@dataclass(frozen=True)
class Known:
    """What is known of the bootcamps of a scope, and of who was at one that began before."""

    bootcamps: Sequence[Bootcamp]
    """Those of the scope, in the order in which they began."""
    before: Sequence[Bootcamp]
    """Others of the workspace that began before the last of them."""
    sessions: Mapping[str, Sequence[Session]]
    """In the order of time, by bootcamp."""
    enrolled: Sequence[Enrolled]
    """Of all of these bootcamps, the oldest first."""
    states: Mapping[str, Mapping[str, str]]
    """How people stand, by participation and session."""
    exceptions: Mapping[str, str]
    """`given` or `withheld`, by participation."""
    holders: Collection[str]
    """The participations that hold a certificate which is valid."""


def known(reading: Reading, scope: Scope) -> Known:
    """Give all that the figures of a scope are counted from."""
    everything = bootcamps(reading)
    chosen = [one for one in everything if _is_in(one, scope)]
    last = max((one.starts_on for one in chosen), default=None)
    ids = {one.id for one in chosen}
    before = [
        one for one in everything if one.id not in ids and last is not None and one.starts_on < last
    ]
    meant = [*chosen, *before]
    found = sessions(reading, meant)
    return Known(
        bootcamps=chosen,
        before=before,
        sessions=found,
        enrolled=_enrolled(reading, [one.id for one in meant]),
        states=standings(reading, [one.id for of_one in found.values() for one in of_one]),
        exceptions=_exceptions(reading, sorted(ids)),
        holders=_holders(reading, sorted(ids)),
    )


def bootcamps(reading: Reading) -> list[Bootcamp]:
    """Give every bootcamp, in the order in which they began."""
    rows = reading.scalars(select(BootcampRow).order_by(BootcampRow.starts_on, BootcampRow.id))
    return [bootcamp_view(row) for row in rows]


def sessions(reading: Reading, of: Sequence[Bootcamp]) -> dict[str, list[Session]]:
    """Give the sessions of bootcamps in the order of time, by bootcamp."""
    zones = {one.id: one.zone for one in of}
    query = select(SessionRow).where(SessionRow.bootcamp_id.in_(zones))
    found: dict[str, list[Session]] = {key: [] for key in zones}
    for row in reading.scalars(query.order_by(SessionRow.starts_at, SessionRow.id)):
        found[row.bootcamp_id].append(session_view(row, zones[row.bootcamp_id]))
    return found


def titles(reading: Reading) -> dict[str, tuple[str, str]]:
    """Give the English and the Khmer title of everything that figures are told apart by, by id.

    Where there are several bootcamps a session is called by its own too, since most have one of the
    same title; that comes last, as all sessions of a bootcamp have it in common.
    """
    found: dict[str, tuple[str, str]] = {}
    for row in (ProgrammeRow, BootcampRow):
        query = select(row.id, row.title_en, row.title_km)
        found |= {key: (english, khmer) for key, english, khmer in reading.execute(query).tuples()}
    are_many = len(reading.scalars(select(BootcampRow.id).limit(2)).all()) > 1
    columns = (SessionRow.id, SessionRow.bootcamp_id, SessionRow.title_en, SessionRow.title_km)
    for key, home, english, khmer in reading.execute(select(*columns)).tuples():
        bootcamp_en, bootcamp_km = found.get(home, ("", ""))
        found[key] = (
            _joined(english or khmer, are_many and (bootcamp_en or bootcamp_km)),
            _joined(khmer or english, are_many and (bootcamp_km or bootcamp_en)),
        )
    return found


def _joined(session: str, bootcamp: str | bool) -> str:
    return f"{session} – {bootcamp}" if bootcamp else session


def names(reading: Reading, bootcamp_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Give the Khmer and the Latin name of everybody in these bootcamps, by the person's id."""
    part = ParticipationRow
    ids = select(part.person_id).where(part.bootcamp_id.in_(bootcamp_ids))
    # Whom another laptop's people were found to be may be in no bootcamp of their own here.
    kept = select(MergeRow.kept_id).where(MergeRow.kind == "person")
    query = select(PersonRow.id, PersonRow.name_km, PersonRow.name_en).where(
        PersonRow.id.in_(ids) | PersonRow.id.in_(kept)
    )
    return {key: (khmer, english) for key, khmer, english in reading.execute(query).tuples()}


def _is_in(bootcamp: Bootcamp, scope: Scope) -> bool:
    is_named = not scope.bootcamps or bootcamp.id in scope.bootcamps
    return is_named and (not scope.programme or bootcamp.programme_id == scope.programme)


def _enrolled(reading: Reading, bootcamp_ids: Sequence[str]) -> list[Enrolled]:
    part, person = ParticipationRow, PersonRow
    query = (
        select(
            part.id, part.bootcamp_id, part.sector, part.province, part.status, part.role,
            part.team, part.organisation_id, OrganisationRow.kind, part.person_id,
            person.id, person.sex, person.birth_year, person.birth_date, person.disability,
        )
        .outerjoin(person, person.id == part.person_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == part.organisation_id)
        .where(part.bootcamp_id.in_(bootcamp_ids))
        .order_by(part.id)
    )  # fmt: skip
    found, led = [], _Led(reading)
    for row in reading.connection().execute(query).all():
        key, home, sector, province, status, role, team, office, kind, whose, there, *traits = row
        if office and kind is None:
            kind = led.kind_of(office)
        if there is None:
            # Another laptop wrote of somebody who was found to be somebody else meanwhile.
            whose, *traits = led.person(whose)
            if not whose:
                continue
        found.append(
            Enrolled(key, home, sector, province, status, role, team or "", kind or "", whose,
                     *traits)
        )  # fmt: skip
    return found


class _Led:
    """Where those who were merged into others are now; read when it is first asked."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._ways: dict[str, list[str]] | None = None

    def person(self, gone_id: str) -> Sequence[object]:
        """Give id, sex, year and date of birth and disability of whom somebody is now."""
        columns = (PersonRow.id, PersonRow.sex, PersonRow.birth_year, PersonRow.birth_date,
                   PersonRow.disability)  # fmt: skip
        reached = self._reached("person", gone_id)
        query = select(*columns).where(PersonRow.id.in_(reached)).order_by(PersonRow.id)
        row = self._reading.execute(query).first()
        return tuple(row) if row else ("", *_NOBODY)

    def kind_of(self, gone_id: str) -> str:
        """Give the kind of what an organisation is now."""
        reached = self._reached("organisation", gone_id)
        query = select(OrganisationRow.kind).where(OrganisationRow.id.in_(reached))
        return self._reading.scalars(query.order_by(OrganisationRow.id)).first() or ""

    def _reached(self, kind: str, start: str) -> list[str]:
        if self._ways is None:
            self._ways = defaultdict(list)
            merges = select(MergeRow.kind, MergeRow.gone_id, MergeRow.kept_id)
            for of_kind, gone_id, kept_id in self._reading.execute(merges):
                self._ways[f"{of_kind} {gone_id}"].append(kept_id)
        reached, wave = {start: None}, [start]
        while wave:
            kept = [to for one in wave for to in self._ways.get(f"{kind} {one}", ())]
            wave = [one for one in kept if one not in reached]
            reached |= dict.fromkeys(wave)
        return list(reached)


def _exceptions(reading: Reading, bootcamp_ids: Sequence[str]) -> dict[str, str]:
    row = ExceptionRow
    query = select(row.participation_id, row.kind).where(row.bootcamp_id.in_(bootcamp_ids))
    # Where two laptops said so at once, the later word holds.
    return dict(reading.execute(query.order_by(row.at, row.id)).tuples().all())


def _holders(reading: Reading, bootcamp_ids: Sequence[str]) -> set[str]:
    """Give who holds a certificate; revoking one voids every revision under its serial."""
    row, event = CertificateRow, CertificateEventRow
    columns = (row.id, row.serial, row.participation_id)
    query = select(*columns).where(row.bootcamp_id.in_(bootcamp_ids))
    issued = reading.execute(query).tuples().all()
    events = select(event.kind, *columns).join(row, row.id == event.certificate_id)
    revoked, taken_back = set(), set()
    for kind, key, serial, whose in reading.execute(
        events.where(event.kind.in_((REVOKED, TAKEN_BACK)), row.bootcamp_id.in_(bootcamp_ids))
    ).tuples():
        if kind == REVOKED:
            revoked.add((serial, whose))
        else:
            taken_back.add(key)
    return {
        whose
        for key, serial, whose in issued
        if key not in taken_back and (serial, whose) not in revoked
    }
