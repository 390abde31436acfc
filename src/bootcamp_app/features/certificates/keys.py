"""The signing key of this device, made when it is first needed, and the list of issuers."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from sqlalchemy import select

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.certificates.rules import letters_of, next_letter
from bootcamp_app.features.certificates.sealing import CannotOpen, is_sealed, seal, unseal
from bootcamp_app.features.certificates.tables import IssuerRow, SigningKeyRow
from bootcamp_app.features.certificates.views import Issuer
from bootcamp_app.storage.devices import this_device
from bootcamp_app.storage.journal import vector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.work import Work

OLD_KIND = "bootcamp-desk-issuers/1"


def signing_key(work: Work) -> tuple[IssuerRow, Ed25519PrivateKey]:
    """Give this device's letter and key; both are made where none can be opened here.

    A key of an earlier version, which lies there as it is, is sealed now. Another person's or
    another computer's cannot be opened: it stays, and what it signed stays valid.
    """
    device = this_device(work)
    for issuer, kept in _own(work, device):
        with suppress(CannotOpen):
            return issuer, Ed25519PrivateKey.from_private_bytes(_opened(issuer, kept))
    key = Ed25519PrivateKey.generate()
    public_key = key.public_key().public_bytes_raw()
    issuer = IssuerRow(
        id=new_id(),
        device=device,
        letter=_letter(work, device),
        public_key=b64encode(public_key).decode(),
    )
    sealed = seal(key.private_bytes_raw(), public_key)
    work.add_all([issuer, SigningKeyRow(issuer_id=issuer.id, private_key=sealed)])
    return issuer, key


def own_issuer(reading: Session) -> Issuer | None:
    """Give as whom this device signs, on this computer; none before it first did."""
    for issuer, kept in _own(reading, this_device(reading)):
        public_key = b64decode(issuer.public_key)
        if not is_sealed(kept.private_key):
            return Issuer(issuer.letter, public_key)
        with suppress(CannotOpen):
            unseal(kept.private_key, public_key)
            return Issuer(issuer.letter, public_key)
    return None


def _own(reading: Session, device: str) -> list[tuple[IssuerRow, SigningKeyRow]]:
    """Give the keys of this device that this file holds, the newest first."""
    rows = reading.execute(
        select(IssuerRow, SigningKeyRow)
        .join(SigningKeyRow, SigningKeyRow.issuer_id == IssuerRow.id)
        .where(IssuerRow.device == device)
        .order_by(IssuerRow.id.desc())
    )
    return [(row[0], row[1]) for row in rows]


def _opened(issuer: IssuerRow, kept: SigningKeyRow) -> bytes:
    public_key = b64decode(issuer.public_key)
    if is_sealed(kept.private_key):
        return unseal(kept.private_key, public_key)
    private_key = kept.private_key
    kept.private_key = seal(private_key, public_key)
    return private_key


def _letter(work: Work, device: str) -> str:
    taken = set(work.scalars(select(IssuerRow.letter)))
    is_alone = set(vector(work.connection())) <= {device}
    return next_letter(taken) if is_alone else letters_of(device, taken)


def issuer_file(known: list[Issuer], revoked: list[str]) -> str:
    """Give what others need to verify without the workspace: public keys and revoked serials."""
    keys = [
        {"letter": one.letter, "public_key": b64encode(one.public_key).decode()} for one in known
    ]
    return json.dumps({"kind": OLD_KIND, "issuers": keys, "revoked": revoked}, indent=1)


def old_list(text: str) -> tuple[list[Issuer], list[str]]:
    """Read what `issuer_file` gave; raises ValueError, KeyError or TypeError for another text."""
    held: dict[str, Any] = json.loads(text)
    if held["kind"] != OLD_KIND:
        raise ValueError(held["kind"])
    return [_issuer(one) for one in held["issuers"]], list(held["revoked"])


def _issuer(held: Mapping[str, str]) -> Issuer:
    key = b64decode(held["public_key"])
    Ed25519PublicKey.from_public_bytes(key)  # raises ValueError where it is no key
    return Issuer(held["letter"], key)
