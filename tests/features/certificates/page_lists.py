"""Records and trust lists made by hand, for the page that must understand them."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import base45
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("ចាន់ ស្រីនាង", "Chan Sreyneang")
ORGANISATION = ("ក្រសួងមហាផ្ទៃ", "Ministry of Interior")
_KHMER, _BYTE, _ESCAPE = 0x1780, 0x80, 0x1B


def key(number: int) -> Ed25519PrivateKey:
    """Give one of many keys, always the same."""
    return Ed25519PrivateKey.from_private_bytes(sha256(bytes([number])).digest())


def public(private: Ed25519PrivateKey) -> bytes:
    """Give the 32 bytes by which others know a key."""
    return private.public_key().public_bytes_raw()


def code(
    private: Ed25519PrivateKey,
    *,
    names: tuple[str, str] = NAMES,
    title: str = "Civic Bootcamp",
    on: date = date(2026, 3, 4),
    revision: int = 1,
    kind: int = 2,
) -> str:
    """Give the text of a certificate's code."""
    body = bytes([kind]) + sha256(public(private)).digest()[:4]
    body += (on - date(2000, 1, 1)).days.to_bytes(2, "big")
    body += bytes([revision]) if kind == 2 else b""
    for text in ("KMP26-A-00001-O", *names, title):
        packed = _packed(text)
        body += bytes([len(packed)]) + packed
    return record_text(body + private.sign(body))


def record_text(data: bytes) -> str:
    """Give the text of the code that carries these bytes."""
    return "BD1:" + bytes(base45.b45encode(data)).decode()


def altered(text: str) -> str:
    """Give a certificate's code in which the last sign of the title is another one."""
    data = bytearray(base45.b45decode(text[4:]))
    data[-65] ^= 1
    return record_text(bytes(data))


def mark(text: str) -> str:
    """Give the mark by which lists name a certificate."""
    return sha256(base45.b45decode(text[4:])).hexdigest()[:16]


def trust(
    issuers: Sequence[bytes],
    *,
    by: Ed25519PrivateKey,
    organisation: Ed25519PrivateKey | None = None,
    revoked: Sequence[str] = (),
    superseded: Sequence[str] = (),
    age: float = 0,
    sequence: int = 1,
    names: tuple[str, str] = ORGANISATION,
    serial: str = "KMP26-A-00001-O",
) -> dict[str, Any]:
    """Give a signed trust list, made so many days ago; an organisation endorses all issuers."""
    made_at = datetime.now(UTC) - timedelta(days=age)
    whose = organisation and {
        "name_km": names[0],
        "name_en": names[1],
        "public_key": _text(public(organisation)),
    }
    held: dict[str, Any] = {
        "kind": "bootcamp-desk-trust/1",
        "made_at": made_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sequence": sequence,
        "organisation": whose,
        "issuers": [
            {
                "letter": letter,
                "public_key": _text(issuer),
                "endorsement": organisation and endorsement(organisation, issuer, letter),
            }
            for letter, issuer in zip("ABCDEFGH", issuers, strict=False)
        ],
        "revoked": [
            {"mark": one, "serial": "KMP26-A-00001-O", "on": "2026-03-05"} for one in revoked
        ],
        "superseded": [{"mark": one, "serial": serial, "by_revision": 2} for one in superseded],
    }
    return signed(held, by)


def signed(held: dict[str, Any], by: Ed25519PrivateKey) -> dict[str, Any]:
    """Give a list with a signature over all that it says now."""
    bare = {name: held[name] for name in held if name != "signature"}
    bare["signed_by"] = _text(public(by))
    return {**bare, "signature": _text(by.sign(plain(bare).encode()))}


def endorsement(organisation: Ed25519PrivateKey, issuer: bytes, letter: str) -> dict[str, str]:
    """Give an organisation's word for the key of a laptop."""
    said = b"bootcamp-desk-endorsement/1\n" + issuer + f"{letter}\n2026-01-05".encode()
    return {
        "organisation_key": _text(public(organisation)),
        "signed_on": "2026-01-05",
        "signature": _text(organisation.sign(said)),
    }


def plain(held: dict[str, Any]) -> str:
    """Give JSON without a space, its keys in order."""
    return json.dumps(held, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def list_codes(held: dict[str, Any], count: int = 1) -> list[str]:
    """Give the texts of the codes that carry a list together."""
    packed = bytes(base45.b45encode(zlib.compress(plain(held).encode()))).decode()
    if count == 1:
        return [f"BT1:{packed}"]
    length = -(-len(packed) // count // 3) * 3
    parts = [packed[at : at + length] for at in range(0, len(packed), length)]
    return [f"BT1/{number}/{len(parts)}:{part}" for number, part in enumerate(parts, 1)]


def _packed(text: str) -> bytes:
    packed = b""
    for sign in text:
        number = ord(sign)
        if number < _BYTE and number != _ESCAPE:
            packed += bytes([number])
        elif _KHMER <= number < _KHMER + _BYTE:
            packed += bytes([number - _KHMER + _BYTE])
        else:
            packed += bytes([_ESCAPE, len(sign.encode())]) + sign.encode()
    return packed


def _text(data: bytes) -> str:
    return b64encode(data).decode()
