"""Issuing certificates, revoking them, and giving them to be printed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.bootcamps.service import session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.certificates import keys, records
from bootcamp_app.features.certificates.layouts import layout, must_be_printable
from bootcamp_app.features.certificates.rules import Rule, entitlement, serial
from bootcamp_app.features.certificates.tables import CertificateEventRow, CertificateRow
from bootcamp_app.features.certificates.views import (
    Certificate,
    CertificateRevoked,
    CertificatesIssued,
    Entitlement,
    Issuer,
    IssueResult,
    Record,
)
from bootcamp_app.features.certificates.wording import printed_values
from bootcamp_app.features.people.listing import found, participants

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

DEFAULT_LAYOUT = "official"
_UNPRINTABLE = Sentence(
    "The name is too long for a certificate, or has signs that no font has. Correct the name, "
    "then issue again."
)


class Certificates:
    """The certificates of this workspace."""

    def __init__(self, database: Database, clock: Clock, attendance: Attendance) -> None:
        self._database = database
        self._clock = clock
        self._attendance = attendance

    def entitlements(self, bootcamp: Bootcamp) -> list[Entitlement]:
        """Say of everybody whether they have earned a certificate, and why not."""
        with self._database.read() as reader:
            people = participants(reader, found(reader, bootcamp.id, "", None))
            sessions = _sessions(reader, bootcamp)
        rule = Rule(bootcamp.certificate_percent, sessions)
        standing = self._attendance.presences(sessions)
        by_person: dict[str, dict[str, Any]] = {}
        for (session_id, participation_id), presence in standing.items():
            by_person.setdefault(participation_id, {})[session_id] = presence
        return [entitlement(one, rule, by_person.get(one.participation_id, {})) for one in people]

    def issue(
        self, bootcamp: Bootcamp, only: Sequence[str] = (), *, is_dry_run: bool = False
    ) -> IssueResult:
        """Issue to all who are entitled, or to some of them by participation id.

        Whoever has one that was not revoked gets no second one. A name that no paper can show
        gets none either, with the reason, and holds nobody else up. A dry run gives the same
        answer and changes nothing.
        """
        asked = [
            one
            for one in self.entitlements(bootcamp)
            if not only or one.participant.participation_id in only
        ]
        entitled = [one for one in asked if one.is_entitled]
        batch = self._write(bootcamp, entitled, is_dry_run=is_dry_run)
        return IssueResult(
            issued=len(batch.rows),
            already=len(entitled) - len(batch.rows) - len(batch.unprintable),
            not_entitled=[*(one for one in asked if not one.is_entitled), *batch.unprintable],
        )

    def issued(self, bootcamp: Bootcamp, only: Sequence[str] = ()) -> list[Certificate]:
        """Give the certificates that hold, in the order of their serials."""
        with self._database.read() as reader:
            return [
                one
                for one in _valid(reader, bootcamp.id)
                if not only or one.participation_id in only
            ]

    def revoke(self, serial_number: str, reason: str) -> None:
        """Declare a certificate void; it stays known with its reason."""
        if not reason.strip():
            raise Refusal("Say why the certificate is revoked; the reason is kept.")
        with self._database.write() as work:
            row = work.scalars(
                select(CertificateRow).where(CertificateRow.serial == serial_number)
            ).first()
            if row is None:
                raise Refusal(
                    "There is no certificate {serial}. Check the number.", serial=serial_number
                )
            if row.id in _revoked(work):
                raise Refusal(
                    "Certificate {serial} was revoked before. Nothing is left to do.",
                    serial=serial_number,
                )
            work.add(
                CertificateEventRow(
                    certificate_id=row.id,
                    kind="revoked",
                    at=self._clock.now(),
                    reason=reason.strip(),
                )
            )
            work.announce(CertificateRevoked(serial_number))

    def trust(self) -> tuple[list[Issuer], list[str]]:
        """Give what is needed to verify: who signs here, and the revoked serials."""
        with self._database.read() as reader:
            void = _revoked(reader)
            rows = reader.execute(select(CertificateRow.id, CertificateRow.serial))
            return keys.issuers(reader), sorted(row.serial for row in rows if row.id in void)

    def _write(
        self, bootcamp: Bootcamp, entitled: Sequence[Entitlement], *, is_dry_run: bool
    ) -> _Batch:
        today = self._clock.now().astimezone(bootcamp.zone).date()
        batch = _Batch([], [])
        with suppress(_DryRun), self._database.write() as work:
            holders = {one.participation_id for one in _valid(work, bootcamp.id)}
            wanted = [one for one in entitled if one.participant.participation_id not in holders]
            if wanted:
                batch = _Press(work, bootcamp, today).batch(wanted)
                work.add_all(batch.rows)
                work.announce(CertificatesIssued(bootcamp.id, len(batch.rows)))
            if is_dry_run:
                raise _DryRun
        return batch


class _DryRun(Exception):  # noqa: N818 - ends a dry run, tells nobody
    """What a dry run wanted to see is seen; nothing of it is kept."""


@dataclass(frozen=True)
class _Batch:
    rows: list[CertificateRow]
    unprintable: list[Entitlement]


class _Press:
    """Makes one certificate after the other, serials without a hole."""

    def __init__(self, work: Work, bootcamp: Bootcamp, today: date) -> None:
        self._bootcamp = bootcamp
        self._today = today
        self._issuer, self._key = keys.signing_key(work)
        self._sessions = _sessions(work, bootcamp)
        begins = f"{bootcamp.code}-{self._issuer.letter}-"
        earlier = CertificateRow.serial.startswith(begins, autoescape=True)
        latest = work.scalar(select(func.max(CertificateRow.serial)).where(earlier))
        self._number = int(latest.split("-")[2]) if latest else 0

    def batch(self, wanted: Sequence[Entitlement]) -> _Batch:
        """Give signed rows, and those whose names no paper can show."""
        batch = _Batch([], [])
        for one in wanted:
            try:
                row = self._certificate(one)
                must_be_printable([_certificate(row)])
            except Refusal:
                batch.unprintable.append(replace(one, is_entitled=False, why=_UNPRINTABLE))
            else:
                # A serial is never used again, so only what can be printed takes one.
                self._number += 1
                batch.rows.append(row)
        return batch

    def _certificate(self, earned: Entitlement) -> CertificateRow:
        one = earned.participant
        number = serial(self._bootcamp.code, self._issuer.letter, self._number + 1)
        title = self._bootcamp.title_en or self._bootcamp.title_km
        record = Record(number, one.name_km, one.name_en, title, self._today)
        return CertificateRow(
            serial=number,
            bootcamp_id=self._bootcamp.id,
            participation_id=one.participation_id,
            issued_on=self._today,
            layout=DEFAULT_LAYOUT,
            layout_version=layout(DEFAULT_LAYOUT)["version"],
            record=records.sign(record, self._key),
            printed=printed_values(one, self._bootcamp, self._sessions, self._today),
            evidence=earned.evidence,
        )


def _sessions(session: Reading, bootcamp: Bootcamp) -> list[Session]:
    rows = session.scalars(
        select(SessionRow)
        .where(SessionRow.bootcamp_id == bootcamp.id)
        .order_by(SessionRow.starts_at)
    )
    return [session_view(row, bootcamp.zone) for row in rows]


def _valid(session: Reading, bootcamp_id: str) -> list[Certificate]:
    void = _revoked(session)
    rows = session.scalars(
        select(CertificateRow)
        .where(CertificateRow.bootcamp_id == bootcamp_id)
        .order_by(CertificateRow.serial)
    )
    return [_certificate(row) for row in rows if row.id not in void]


def _revoked(session: Reading) -> set[str]:
    revoked = CertificateEventRow.kind == "revoked"
    return set(session.scalars(select(CertificateEventRow.certificate_id).where(revoked)))


def _certificate(row: CertificateRow) -> Certificate:
    return Certificate(
        id=row.id,
        serial=row.serial,
        participation_id=row.participation_id,
        issued_on=row.issued_on,
        layout=row.layout,
        record=row.record,
        printed=row.printed,
    )
