"""The signing key of this device, made when it is first needed, and the list of issuers."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.rules import letters_of, next_letter
from bootcamp_app.features.certificates.tables import IssuerRow, SigningKeyRow
from bootcamp_app.features.certificates.views import Issuer
from bootcamp_app.storage.devices import this_device
from bootcamp_app.storage.journal import vector

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bootcamp_app.storage.work import Work

_KIND = "bootcamp-desk-issuers/1"


def signing_key(work: Work) -> tuple[IssuerRow, Ed25519PrivateKey]:
    """Give this device's letter and key; both are made where it has never signed."""
    device = this_device(work)
    issuer = work.scalars(select(IssuerRow).where(IssuerRow.device == device)).first()
    if issuer is not None:
        kept = work.get_one(SigningKeyRow, issuer.id)
        return issuer, Ed25519PrivateKey.from_private_bytes(kept.private_key)
    key = Ed25519PrivateKey.generate()
    issuer = IssuerRow(
        device=device,
        letter=_letter(work, device),
        public_key=b64encode(key.public_key().public_bytes_raw()).decode(),
    )
    work.add_all([issuer, SigningKeyRow(issuer_id=issuer.id, private_key=key.private_bytes_raw())])
    return issuer, key


def _letter(work: Work, device: str) -> str:
    taken = set(work.scalars(select(IssuerRow.letter)))
    is_alone = set(vector(work.connection())) <= {device}
    return next_letter(taken) if is_alone else letters_of(device, taken)


def issuer_file(known: list[Issuer], revoked: list[str]) -> str:
    """Give what others need to verify without the workspace: public keys and revoked serials."""
    keys = [
        {"letter": one.letter, "public_key": b64encode(one.public_key).decode()} for one in known
    ]
    return json.dumps({"kind": _KIND, "issuers": keys, "revoked": revoked}, indent=1)


def read_issuer_file(path: Path) -> tuple[list[Issuer], list[str]]:
    """Read what `issuer_file` gave."""
    try:
        held: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if held["kind"] != _KIND:
            raise ValueError(held["kind"])
        return [_issuer(one) for one in held["issuers"]], list(held["revoked"])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise Refusal(
            "“{name}” is not a list of issuers. Make one with: bootcamp certificates issuers.",
            name=path.name,
        ) from problem


def _issuer(held: Mapping[str, str]) -> Issuer:
    key = b64decode(held["public_key"])
    Ed25519PublicKey.from_public_bytes(key)  # raises ValueError where it is no key
    return Issuer(held["letter"], key)
