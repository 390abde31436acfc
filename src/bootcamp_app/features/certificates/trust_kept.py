"""What the workspace itself knows of keys and void certificates, and the lists it took in."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import UTC
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import func, select

from bootcamp_app.features.certificates import trust
from bootcamp_app.features.certificates.endorsing import is_genuine
from bootcamp_app.features.certificates.kept import superseded, voided
from bootcamp_app.features.certificates.records import NotARecord, mark
from bootcamp_app.features.certificates.signed_json import text_of
from bootcamp_app.features.certificates.tables import (
    CertificateEventRow,
    CertificateRow,
    EndorsementRow,
    IssuerRow,
    TrustListRow,
)
from bootcamp_app.features.certificates.trusted import (
    Endorsed,
    Endorsement,
    Organisation,
    Revoked,
    Superseded,
    TrustList,
)
from bootcamp_app.features.certificates.views import Issuer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

    from bootcamp_app.storage.work import Work


def live(reading: Session, now: datetime) -> TrustList:
    """Give what the workspace knows at this moment; all who sign in it are trusted.

    Whoever has the word of several organisations is named once for each of them.
    """
    issuers, revoked, superseded = _issuers(reading), _revoked(reading), _superseded(reading)
    # Rows of these kinds are only ever added, so a later list never has a smaller number.
    return TrustList(now, _count(reading), None, issuers, revoked, superseded, is_live=True)


def kept(reading: Session) -> list[TrustList]:
    """Give the newest list of each source and signer that was taken in."""
    newest: dict[tuple[str, bytes], TrustList] = {}
    for row in reading.scalars(select(TrustListRow).order_by(TrustListRow.id)):
        try:
            held = trust.read(json.dumps(row.document))
        except trust.NotATrustList:
            continue  # of a later version of the program, which the other laptop may have
        key = (source(held), held.signed_by)
        if key not in newest or age(held) > age(newest[key]):
            newest[key] = held
    return list(newest.values())


def keep(work: Work, held: TrustList, text: str) -> None:
    """Keep a list in place of the older ones of its source and signer."""
    name = source(held)
    for row in work.scalars(select(TrustListRow).where(TrustListRow.source == name)):
        if row.document.get("signed_by") == text_of(held.signed_by):
            work.delete(row)
    document = json.loads(text)
    # Two laptops that take in the same list have one row after they were merged.
    row_id = str(uuid5(NAMESPACE_OID, f"bootcamp-desk-trust-list {document['signature']}"))
    work.add(
        TrustListRow(
            id=row_id,
            source=name,
            sequence=held.sequence,
            made_at=held.made_at,
            document=document,
        )
    )


def source(held: TrustList) -> str:
    """Give whose list it is: the public key of the organisation, or of who signed it."""
    return text_of(held.organisation.public_key if held.organisation else held.signed_by)


def age(held: TrustList) -> tuple[int, datetime]:
    """Give what is greater for a newer list of the same source and signer."""
    return held.sequence, held.made_at


def each_once(issuers: Iterable[Endorsed], by: bytes = b"") -> tuple[Endorsed, ...]:
    """Give everybody who signs once: with the word of this organisation, or the newest one."""
    found: dict[bytes, Endorsed] = {}
    for one in issuers:
        is_theirs = one.endorsement is not None and one.endorsement.organisation_key == by
        if is_theirs or one.issuer.public_key not in found:
            found[one.issuer.public_key] = one
    return tuple(found.values())


def endorsements(reading: Session, public_key: bytes, letter: str) -> list[Endorsed]:
    """Give every genuine word of an organisation for one key, the newest first."""
    issuer = Issuer(letter, public_key)
    rows = reading.scalars(
        select(EndorsementRow)
        .where(EndorsementRow.public_key == text_of(public_key))
        .order_by(EndorsementRow.signed_on.desc(), EndorsementRow.id.desc())
    )
    return [one for row in rows if (one := _endorsed(issuer, row)) is not None]


def _issuers(reading: Session) -> tuple[Endorsed, ...]:
    rows = reading.scalars(select(IssuerRow).order_by(IssuerRow.letter, IssuerRow.id))
    found = []
    for row in rows:
        key = b64decode(row.public_key)
        found += endorsements(reading, key, row.letter) or [Endorsed(Issuer(row.letter, key))]
    return tuple(found)


def _endorsed(issuer: Issuer, row: EndorsementRow) -> Endorsed | None:
    try:
        key, signature = b64decode(row.organisation_key), b64decode(row.signature)
    except ValueError:
        return None
    word = Endorsement(key, row.signed_on, signature)
    if row.letter != issuer.letter or not is_genuine(issuer, word):
        return None
    return Endorsed(issuer, word, Organisation(row.organisation_km, row.organisation_en, key))


def _revoked(reading: Session) -> tuple[Revoked, ...]:
    void = voided(reading)
    marked = ((_mark(row.record), row.serial, void[row.id]) for row in _rows(reading, void))
    return tuple(
        Revoked(one, serial, at.astimezone(UTC).date()) for one, serial, at in marked if one
    )


def _superseded(reading: Session) -> tuple[Superseded, ...]:
    later = superseded(reading)
    marked = ((_mark(row.record), row.serial, later[row.id]) for row in _rows(reading, later))
    return tuple(Superseded(one, serial, revision) for one, serial, revision in marked if one)


def _rows(reading: Session, ids: Collection[str]) -> list[Row[Any]]:
    columns = (CertificateRow.id, CertificateRow.serial, CertificateRow.record)
    rows = reading.execute(select(*columns).order_by(CertificateRow.serial, CertificateRow.id))
    return [row for row in rows if row.id in ids]


def _count(reading: Session) -> int:
    kinds = (IssuerRow, EndorsementRow, CertificateEventRow)
    corrections = select(func.count()).where(CertificateRow.revision > 1)
    rows = [reading.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds]
    return sum(rows) + (reading.scalar(corrections) or 0)


def _mark(record: str) -> str:
    try:
        return mark(record)
    except NotARecord:
        return ""
