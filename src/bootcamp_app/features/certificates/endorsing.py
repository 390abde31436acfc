"""What an organisation signs when it stands for a laptop's key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bootcamp_app.features.certificates.trusted import Endorsement

if TYPE_CHECKING:
    from datetime import date

    from bootcamp_app.features.certificates.views import Issuer

_USE = b"bootcamp-desk-endorsement/1\n"


def endorse(issuer: Issuer, key: Ed25519PrivateKey, today: date) -> Endorsement:
    """Give the word of the organisation that holds this key for one who signs."""
    signature = key.sign(_signed(issuer, today))
    return Endorsement(key.public_key().public_bytes_raw(), today, signature)


def is_genuine(issuer: Issuer, endorsement: Endorsement) -> bool:
    """Say whether the organisation really endorsed this key with this letter on that day."""
    try:
        key = Ed25519PublicKey.from_public_bytes(endorsement.organisation_key)
        key.verify(endorsement.signature, _signed(issuer, endorsement.signed_on))
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(issuer: Issuer, on: date) -> bytes:
    return _USE + issuer.public_key + f"{issuer.letter}\n{on.isoformat()}".encode()
