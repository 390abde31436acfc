"""Issuing certificates, revoking them, and giving them to be printed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.kept import issuers, known, revoked, sessions_of, valid
from bootcamp_app.features.certificates.rules import Rule, entitlement
from bootcamp_app.features.certificates.tables import CertificateEventRow, CertificateRow
from bootcamp_app.features.certificates.views import (
    Certificate,
    CertificateRevoked,
    CertificatesIssued,
    Entitlement,
    Issuer,
    IssueResult,
)
from bootcamp_app.features.people.listing import found, participants

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.attendance.service import Attendance
    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.certificates.press import Batch, Press
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]


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
            sessions = sessions_of(reader, bootcamp)
        return self._entitlements(bootcamp, people, sessions)

    def issue(
        self,
        bootcamp: Bootcamp,
        only: Sequence[str] = (),
        *,
        is_dry_run: bool = False,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> IssueResult:
        """Issue to all who are entitled, or to some of them by participation id.

        Whoever has one that was not revoked gets no second one. A name that no paper can show
        gets none either, with the reason, and holds nobody else up. A dry run gives the same
        answer and changes nothing, and so does a `progress(done, of)` that raises Cancelled.
        """
        asked = [
            one
            for one in self.entitlements(bootcamp)
            if not only or one.participant.participation_id in only
        ]
        entitled = [one for one in asked if one.is_entitled]
        batch = self._write(bootcamp, entitled, progress, is_dry_run=is_dry_run)
        issued, unprintable = (len(batch.rows), batch.unprintable) if batch else (0, [])
        return IssueResult(
            issued=issued,
            already=len(entitled) - issued - len(unprintable),
            not_entitled=[*(one for one in asked if not one.is_entitled), *unprintable],
        )

    def issued(self, bootcamp: Bootcamp, only: Sequence[str] = ()) -> list[Certificate]:
        """Give the certificates that hold, in the order of their serials."""
        with self._database.read() as reader:
            return [
                one
                for one in valid(reader, bootcamp.id)
                if not only or one.participation_id in only
            ]

    def known(self, bootcamp: Bootcamp) -> list[Certificate]:
        """Give every certificate that was issued, also those that were revoked, by serial."""
        with self._database.read() as reader:
            return known(reader, bootcamp.id)

    def preview(self, bootcamp: Bootcamp, participation_id: str, target: Path) -> None:
        """Write one person's certificate as a PDF: the issued one, or what it would be today.

        What is not issued says so where the serial and the code will be, and is kept nowhere.
        """
        from bootcamp_app.features.certificates import sample  # noqa: PLC0415 - as the press

        with self._database.read() as reader:
            people = participants(reader, [participation_id])
            sessions = sessions_of(reader, bootcamp)
            held = [
                one
                for one in valid(reader, bootcamp.id)
                if one.participation_id == participation_id
            ]
        if not held and not people:
            raise Refusal("This person is no longer in the list. Choose somebody else.")
        if held:
            sample.write(held[-1], bootcamp, target)
            return
        [as_it_stands] = self._entitlements(bootcamp, people, sessions)
        shown = sample.not_issued(as_it_stands, bootcamp, self._today(bootcamp))
        sample.write(shown, bootcamp, target)

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
            if row.id in revoked(work):
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
            void = revoked(reader)
            rows = reader.execute(select(CertificateRow.id, CertificateRow.serial))
            return issuers(reader), sorted(row.serial for row in rows if row.id in void)

    def _entitlements(
        self, bootcamp: Bootcamp, people: Sequence[Participant], sessions: Sequence[Session]
    ) -> list[Entitlement]:
        rule = Rule(bootcamp.certificate_percent, sessions)
        ids = [one.participation_id for one in people]
        by_person: dict[str, dict[str, Presence]] = {}
        for (session_id, key), presence in self._attendance.presences(sessions, ids).items():
            by_person.setdefault(key, {})[session_id] = presence
        return [entitlement(one, rule, by_person.get(one.participation_id, {})) for one in people]

    def _write(
        self,
        bootcamp: Bootcamp,
        entitled: Sequence[Entitlement],
        progress: Progress,
        *,
        is_dry_run: bool,
    ) -> Batch | None:
        batch = None
        with suppress(_DryRun), self._database.write() as work:
            holders = {one.participation_id for one in valid(work, bootcamp.id)}
            wanted = [one for one in entitled if one.participant.participation_id not in holders]
            if wanted:
                batch = _press(work, bootcamp, self._today(bootcamp)).batch(wanted, progress)
                work.add_all(batch.rows)
                work.announce(CertificatesIssued(bootcamp.id, len(batch.rows)))
            if is_dry_run:
                raise _DryRun
        return batch

    def _today(self, bootcamp: Bootcamp) -> date:
        return self._clock.now().astimezone(bootcamp.zone).date()


class _DryRun(Exception):  # noqa: N818 - ends a dry run, tells nobody
    """What a dry run wanted to see is seen; nothing of it is kept."""


def _press(work: Work, bootcamp: Bootcamp, today: date) -> Press:
    from bootcamp_app.features.certificates import press  # noqa: PLC0415 - heavy: keys and paper

    return press.Press(work, bootcamp, today)
