"""Which of two participations stays when they turn out to be one: that of the certificate.

A certificate is never moved: what it was issued for stays, and the other participation goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates.kept import revoked
from bootcamp_app.features.certificates.tables import CertificateRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session


def to_stay(session: Session, first: str, second: str) -> str:
    """Give the participation that must stay; the first where no certificate decides.

    Raises a Refusal where both hold a certificate that counts.
    """
    held = _held(session, (first, second))
    if first in held and second in held:
        raise Refusal(
            "Both hold a certificate: {first} and {second}. Revoke one of them, then merge.",
            first=held[first],
            second=held[second],
        )
    if held:
        return next(iter(held))
    known = select(CertificateRow.participation_id)
    ever = set(session.scalars(known.where(CertificateRow.participation_id.in_((first, second)))))
    return second if ever == {second} else first


def told(session: Session, participation_ids: Sequence[str]) -> dict[str, Sentence]:
    """Give the certificate that each holds, in a sentence."""
    held = _held(session, participation_ids)
    return {key: Sentence("Certificate {serial}", serial=held[key]) for key in held}


def _held(session: Session, participation_ids: Sequence[str]) -> dict[str, str]:
    """Give the serials of the certificates that count, by participation."""
    void = revoked(session)
    rows = session.execute(
        select(CertificateRow.id, CertificateRow.participation_id, CertificateRow.serial).where(
            CertificateRow.participation_id.in_(participation_ids)
        )
    )
    return {whose: serial for key, whose, serial in rows if key not in void}
