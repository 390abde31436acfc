"""What is kept of certificates: which were issued, which hold, and who signs. No paper, no keys."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.bootcamps.service import session_view
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.features.certificates.tables import (
    CertificateEventRow,
    CertificateRow,
    IssuerRow,
)
from bootcamp_app.features.certificates.views import Certificate, Issuer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session


def sessions_of(reading: Reading, bootcamp: Bootcamp) -> list[Session]:
    """Give a bootcamp's sessions in the order of time."""
    rows = reading.scalars(
        select(SessionRow)
        .where(SessionRow.bootcamp_id == bootcamp.id)
        .order_by(SessionRow.starts_at)
    )
    return [session_view(row, bootcamp.zone) for row in rows]


def known(reading: Reading, bootcamp_id: str) -> list[Certificate]:
    """Give every certificate of a bootcamp, also those that were declared void, by serial."""
    void = revoked(reading)
    rows = reading.scalars(
        select(CertificateRow)
        .where(CertificateRow.bootcamp_id == bootcamp_id)
        .order_by(CertificateRow.serial)
    )
    return [certificate_view(row, is_revoked=row.id in void) for row in rows]


def valid(reading: Reading, bootcamp_id: str) -> list[Certificate]:
    """Give the certificates of a bootcamp that hold, in the order of their serials."""
    return [one for one in known(reading, bootcamp_id) if not one.is_revoked]


def revoked(reading: Reading) -> set[str]:
    """Give the ids of certificates that were declared void."""
    is_void = CertificateEventRow.kind == "revoked"
    return set(reading.scalars(select(CertificateEventRow.certificate_id).where(is_void)))


def certificate_view(row: CertificateRow, *, is_revoked: bool = False) -> Certificate:
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
    )


def issuers(reading: Reading) -> list[Issuer]:
    """Give every device that signs in this workspace."""
    rows = reading.scalars(select(IssuerRow).order_by(IssuerRow.letter, IssuerRow.id))
    return [Issuer(row.letter, b64decode(row.public_key)) for row in rows]
