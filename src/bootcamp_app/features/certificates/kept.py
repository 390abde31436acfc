"""What is kept of certificates: which were issued, which hold, and who signs. No paper, no keys."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.service import session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.certificates.tables import (
    ISSUE_UNDONE,
    REVOKED,
    TAKEN_BACK,
    CertificateEventRow,
    CertificateRow,
    IssuerRow,
)
from bootcamp_app.features.certificates.views import Certificate, Issuer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Row
    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

_COLUMNS = (
    CertificateRow.id,
    CertificateRow.serial,
    CertificateRow.participation_id,
    CertificateRow.issued_on,
    CertificateRow.layout,
    CertificateRow.record,
    CertificateRow.printed,
    CertificateRow.revision,
    CertificateRow.design_id,
)
"""What a view needs; the evidence is large and read of one certificate at a time."""
_NUMBERED = (CertificateRow.serial, CertificateRow.participation_id)
"""By what revisions belong together: two laptops may have given one serial to two people."""
Numbered = tuple[str, str]
Key = TypeVar("Key")


def sessions_of(reading: Reading, bootcamp: Bootcamp) -> list[Session]:
    """Give a bootcamp's sessions in the order of time."""
    rows = reading.scalars(
        select(SessionRow)
        .where(SessionRow.bootcamp_id == bootcamp.id)
        .order_by(SessionRow.starts_at)
    )
    return [session_view(row, bootcamp.zone) for row in rows]


def known(
    reading: Reading, bootcamp_id: str, people: Sequence[str] | None = None
) -> list[Certificate]:
    """Give every certificate of a bootcamp, also void ones, by serial and revision.

    Of these participations or of all. What holds is the latest revision that is not void.
    """
    void, later = revoked(reading), superseded(reading)
    query = select(*_COLUMNS).where(CertificateRow.bootcamp_id == bootcamp_id)
    if people is not None:
        query = query.where(CertificateRow.participation_id.in_(people))
    rows = reading.execute(query).all()
    return [
        certificate_view(row, is_revoked=row.id in void, is_superseded=row.id in later)
        for row in sorted(rows, key=lambda row: (row.serial, *_rank(row)))
    ]


def valid(
    reading: Reading, bootcamp_id: str, people: Sequence[str] | None = None
) -> list[Certificate]:
    """Give the certificates of a bootcamp that hold, in the order of their serials."""
    return [one for one in known(reading, bootcamp_id, people) if one.holds]


def revisions(reading: Reading, ref: str) -> list[CertificateRow]:
    """Give every revision of a serial, the one that holds or held last at the end.

    Two laptops that were given the same copy may have chosen the same letters, and so given one
    serial to two people: that is refused, and each is meant by the id of a certificate instead.
    """
    one = reading.get(CertificateRow, ref)
    query = select(CertificateRow).where(CertificateRow.serial == (one.serial if one else ref))
    if one:
        query = query.where(CertificateRow.participation_id == one.participation_id)
    rows = sorted(reading.scalars(query), key=_rank)
    last = {row.participation_id: row.id for row in rows}
    if len(last) > 1:
        raise Refusal(
            "{serial} was given to {n} people, by laptops with the same letters. Say which "
            "certificate is meant by its id instead: {ids}.",
            serial=ref,
            n=len(last),
            ids=", ".join(sorted(last.values())),
        )
    return rows


def held_under(reading: Reading, serial: str) -> CertificateRow:
    """Give the revision that holds under a serial, or refuse where none does."""
    rows = revisions(reading, serial.strip())
    if not rows:
        raise Refusal("There is no certificate {serial}. Check the number.", serial=serial)
    void = revoked(reading)
    holding = [row for row in rows if row.id not in void]
    if not holding:
        raise Refusal(
            "Certificate {serial} was revoked before. Nothing is left to do.", serial=serial
        )
    return holding[-1]


def revoked(reading: Reading) -> set[str]:
    """Give the ids of certificates that were declared void."""
    return set(voided(reading))


def voided(reading: Reading) -> dict[str, datetime]:
    """Give the certificates that were declared void, by id, and since when they are.

    Revoking voids every revision of somebody's serial, also one that another laptop issues
    meanwhile; taking a correction back voids that revision alone.
    """
    found: dict[str, datetime] = {}
    everything: dict[Numbered, datetime] = {}
    event = CertificateEventRow
    events = (
        select(event.kind, event.at, CertificateRow.id, *_NUMBERED)
        .join(CertificateRow, CertificateRow.id == event.certificate_id)
        .where(event.kind.in_((REVOKED, TAKEN_BACK)))
    )
    for kind, at, key, *numbered in reading.execute(events):
        if kind == REVOKED:
            _keep_earliest(everything, (numbered[0], numbered[1]), at)
        else:
            _keep_earliest(found, key, at)
    if everything:
        for key, serial, whose in reading.execute(select(CertificateRow.id, *_NUMBERED)):
            if (serial, whose) in everything:
                _keep_earliest(found, key, everything[serial, whose])
    return found


def revoked_because(reading: Reading) -> dict[Numbered, str]:
    """Give why serials of people were revoked; of several reasons the last."""
    event = CertificateEventRow
    reasons = (
        select(*_NUMBERED, event.reason)
        .join(CertificateRow, CertificateRow.id == event.certificate_id)
        .where(event.kind == REVOKED)
        .order_by(event.at, event.id)
    )
    return {(serial, whose): reason for serial, whose, reason in reading.execute(reasons)}


def revoked_before(reading: Reading, bootcamp_id: str) -> dict[str, str]:
    """Give the serials that were revoked of people, by participation; of several the last.

    What was only issued by mistake, and taken back, does not count.
    """
    event = CertificateEventRow
    rows = (
        select(CertificateRow.participation_id, CertificateRow.serial)
        .join(event, CertificateRow.id == event.certificate_id)
        .where(
            CertificateRow.bootcamp_id == bootcamp_id,
            event.kind == REVOKED,
            event.reason != ISSUE_UNDONE,
        )
        .order_by(event.at, event.id)
    )
    return dict(reading.execute(rows).tuples().all())


def superseded(reading: Reading) -> dict[str, int]:
    """Give the certificates that were corrected, by id, and the revision that holds in place."""
    void = revoked(reading)
    columns = (CertificateRow.id, *_NUMBERED, CertificateRow.revision, CertificateRow.issued_on)
    corrected = select(CertificateRow.serial).where(CertificateRow.revision > 1)
    rows = reading.execute(select(*columns).where(CertificateRow.serial.in_(corrected))).all()
    ordered = sorted((row for row in rows if row.id not in void), key=_rank)
    latest = {(row.serial, row.participation_id): row for row in ordered}
    holding = ((row, latest[row.serial, row.participation_id]) for row in ordered)
    return {row.id: later.revision or 1 for row, later in holding if later.id != row.id}


def certificate_view(
    row: CertificateRow | Row[Any], *, is_revoked: bool = False, is_superseded: bool = False
) -> Certificate:
    """Give a certificate as others see it."""
    return Certificate(
        id=row.id,
        serial=row.serial,
        participation_id=row.participation_id,
        issued_on=row.issued_on,
        layout=row.layout,
        record=row.record,
        printed=row.printed,
        is_revoked=is_revoked,
        revision=row.revision or 1,
        design_id=row.design_id or "",
        is_superseded=is_superseded,
    )


def issuers(reading: Reading) -> list[Issuer]:
    """Give every device that signs in this workspace."""
    rows = reading.scalars(select(IssuerRow).order_by(IssuerRow.letter, IssuerRow.id))
    return [Issuer(row.letter, b64decode(row.public_key)) for row in rows]


def _keep_earliest(moments: dict[Key, datetime], key: Key, at: datetime) -> None:
    moments[key] = min(at, moments.get(key, at))


def _rank(row: CertificateRow | Row[Any]) -> tuple[int, date, str]:
    """Give by what revisions follow each other: two laptops may have corrected one at once."""
    return (row.revision or 1, row.issued_on, row.id)
