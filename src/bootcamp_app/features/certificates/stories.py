"""What became of somebody's certificates, told in the order in which it happened."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.certificates.tables import (
    REVOKED,
    TAKEN_BACK,
    CertificateEventRow,
    CertificateRow,
)

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from sqlalchemy.orm import Session as Reading


class Told(NamedTuple):
    """Something that happened to a certificate, and on which day."""

    day: date
    sentence: Sentence


def story(reading: Reading, participation_id: str, zone: tzinfo | None) -> list[Told]:
    """Give what became of somebody's certificates, the oldest first."""
    mine = CertificateRow.participation_id == participation_id
    rows = list(reading.scalars(select(CertificateRow).where(mine)))
    by_id = {row.id: row for row in rows}
    happened = [_issued(row) for row in rows]
    events = select(CertificateEventRow).where(CertificateEventRow.certificate_id.in_(by_id))
    for event in reading.scalars(events):
        told = _told(event, by_id[event.certificate_id])
        if told is not None:
            happened.append((event.id, Told(event.at.astimezone(zone).date(), told)))
    # An id says when it was made, to the millisecond.
    return [told for _key, told in sorted(happened, key=lambda one: (one[1].day, one[0]))]


def _issued(row: CertificateRow) -> tuple[str, Told]:
    correction = (row.evidence or {}).get("correction")
    if correction is None:
        return row.id, Told(row.issued_on, Sentence("{serial} issued.", serial=row.serial))
    return row.id, Told(
        datetime.fromisoformat(correction["at"]).date(),
        Sentence(
            "{serial} corrected, revision {n}: {reason}",
            serial=row.serial,
            n=row.revision,
            reason=correction["reason"],
        ),
    )


def _told(event: CertificateEventRow, row: CertificateRow) -> Sentence | None:
    if event.kind == REVOKED:
        return Sentence("{serial} revoked: {reason}", serial=row.serial, reason=event.reason)
    if event.kind == TAKEN_BACK:
        return Sentence("{serial}, revision {n}: taken back.", serial=row.serial, n=row.revision)
    if event.kind == "printed":
        return Sentence("{serial} printed.", serial=row.serial)
    return None
