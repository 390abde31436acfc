"""Credentials as signed tokens: JWT with EdDSA, whose key stands in it, so no network is needed.

The issuer is called by the key itself (`did:key`), and the header holds it once more as a JWK.
The same document and key give the same token for ever: Ed25519 signs without chance.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

if TYPE_CHECKING:
    from collections.abc import Mapping

_ED25519 = bytes([0xED, 0x01])
"""What goes before an Ed25519 key in a multibase text."""
_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_MOST_SIGNS = 200_000
_ALGORITHM = {"alg": "EdDSA", "typ": "JWT"}
_CURVE = {"kty": "OKP", "crv": "Ed25519"}


class NotAToken(ValueError):  # noqa: N818 - says what the text is not
    """A text is no token at all, or none whose key stands in it."""


@dataclass(frozen=True)
class Token:
    """A token taken apart."""

    document: Mapping[str, Any]
    public_key: bytes
    is_genuine: bool
    """Whether the key that stands in it really signed it."""


def signed(document: Mapping[str, Any], key: Ed25519PrivateKey) -> str:
    """Give the token of a credential, signed."""
    header = _header(key.public_key().public_bytes_raw())
    body = ".".join(_text(_json(one)) for one in (header, document))
    return f"{body}.{_text(key.sign(body.encode()))}"


def opened(text: str) -> Token:
    """Take a token apart and check its signature; raises NotAToken and never anything else."""
    try:
        header, body, signature = text[: _MOST_SIGNS + 1].strip().split(".")
        public_key = _bytes(json.loads(_bytes(header))["jwk"]["x"])
        document = json.loads(_bytes(body))
        key = Ed25519PublicKey.from_public_bytes(public_key)
        # The header is compared as a whole: what it says of algorithms is never followed.
        is_ours = _bytes(header) == _json(_header(public_key))
        proof = _bytes(signature)
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise NotAToken from problem
    if not isinstance(document, dict) or not is_ours:
        raise NotAToken
    return Token(document, public_key, _is_signed(key, proof, f"{header}.{body}"))


def did_of(public_key: bytes) -> str:
    """Give the name by which a key calls itself: `did:key:z6Mk…`."""
    number = int.from_bytes(_ED25519 + public_key, "big")
    signs = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        signs = _DIGITS[digit] + signs
    return f"did:key:z{signs}"


def _header(public_key: bytes) -> dict[str, Any]:
    return {**_ALGORITHM, "jwk": {**_CURVE, "x": _text(public_key)}}


def _is_signed(key: Ed25519PublicKey, proof: bytes, body: str) -> bool:
    try:
        key.verify(proof, body.encode())
    except InvalidSignature:
        return False
    return True


def _json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if _text(data) != text:
        raise NotAToken  # one signature has one spelling
    return data
