"""The signed record in a certificate's code: compact, self-contained, checkable for ever.

A record is: format (1 byte), key id (4 bytes), day of issue since 2000 (2 bytes), then serial,
Khmer name, Latin name and title, each a length byte and text; then the Ed25519 signature
(64 bytes) over all before it. ASCII and the Khmer block take one byte a character; anything
else is escaped as UTF-8. In the QR code it stands in base45, alphanumeric mode, behind `BD1:`,
which also keeps a first sign that is a space from getting lost.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import base45
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.views import Record, Verification

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bootcamp_app.features.certificates.views import Issuer

VERSIONS = range(8, 11)
"""QR versions at level M that print at 35 mm with modules of 0.6 mm and more."""

_MARK = "BD1:"
_CAPACITY = {8: 144, 9: 172, 10: 204}
_ENOUGH_TITLE = 20
_FORMAT = 1
_KEY_ID = 4
_SIGNATURE = 64
_EPOCH = date(2000, 1, 1)
_ESCAPE = 0x1B
_KHMER = 0x1780
_BYTE = 0x80


def sign(record: Record, key: Ed25519PrivateKey) -> str:
    """Give the text of the code: the record and its signature.

    Names are never shortened. A long title is, with “…”, to what the code still holds.
    """
    header = bytes([_FORMAT]) + key_id(key.public_key().public_bytes_raw())
    body = header + _body(_fitting(record, len(header)))
    return _MARK + bytes(base45.b45encode(body + key.sign(body))).decode()


def verify(text: str, issuers: Iterable[Issuer], revoked: Collection[str] = ()) -> Verification:
    """Say what a code is: genuine, altered, of an unknown issuer, revoked or no certificate."""
    try:
        data = base45.b45decode(_unmarked(text))
        body, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        record = _record(body)
    except (ValueError, IndexError, UnicodeDecodeError, OverflowError):
        return Verification("not_a_certificate")
    keys = {key_id(issuer.public_key): issuer.public_key for issuer in issuers}
    key = keys.get(body[1 : 1 + _KEY_ID])
    if key is None:
        return Verification("unknown_issuer", record)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, body)
    except InvalidSignature:
        return Verification("altered", record)
    return Verification("revoked" if record.serial in revoked else "valid", record)


def must_fit(record: Record) -> None:
    """Raise a Refusal where the names are too long for any code, whoever signs it."""
    _fitting(record, 1 + _KEY_ID)


def key_id(public_key: bytes) -> bytes:
    """Give the four bytes by which a record names the key that signed it."""
    return sha256(public_key).digest()[:_KEY_ID]


def _unmarked(text: str) -> str:
    """Give the base45 of a code. It may end in a space, so only line ends are cut off."""
    mark, _colon, rest = text.lstrip().strip("\r\n").partition(":")
    if f"{mark}:" != _MARK:
        raise ValueError(mark)
    return rest


def _fitting(record: Record, header: int) -> Record:
    """Give the record with as much of the title as the smallest sufficient code holds."""
    bare = header + len(_body(replace(record, title=""))) + _SIGNATURE
    title = _packed(record.title)
    for version in VERSIONS:
        room = _CAPACITY[version] - bare
        if room >= min(len(title), _ENOUGH_TITLE):
            break
    if room < 0:
        raise Refusal(
            "The names of {serial} are too long for the code. Shorten one of them.",
            serial=record.serial,
        )
    return record if len(title) <= room else replace(record, title=_cut(record.title, room))


def _cut(title: str, room: int) -> str:
    while title and len(_packed(f"{title.rstrip()}…")) > room:
        title = title[:-1]
    return f"{title.rstrip()}…" if title else ""


def _body(record: Record) -> bytes:
    texts = (record.serial, record.name_km, record.name_en, record.title)
    parts = [_packed(text) for text in texts]
    if max(map(len, parts)) > 0xFF:
        raise Refusal(
            "The names of {serial} are too long for the code. Shorten one of them.",
            serial=record.serial,
        )
    if record.issued_on < _EPOCH:
        raise Refusal("The laptop's clock says {day}. Set it right first.", day=record.issued_on)
    day = (record.issued_on - _EPOCH).days.to_bytes(2, "big")
    return day + b"".join(bytes([len(part)]) + part for part in parts)


def _record(body: bytes) -> Record:
    if body[0] != _FORMAT:
        raise ValueError(body[0])
    start = 1 + _KEY_ID
    issued_on = _EPOCH + timedelta(days=int.from_bytes(body[start : start + 2], "big"))
    at, texts = start + 2, []
    for _field in range(4):
        length = body[at]
        texts.append(_unpacked(body[at + 1 : at + 1 + length]))
        at += 1 + length
    if at != len(body):
        raise ValueError(at)
    number, name_km, name_en, title = texts
    return Record(number, name_km, name_en, title, issued_on)


def _packed(text: str) -> bytes:
    return b"".join(_sign_packed(char) for char in text)


def _sign_packed(char: str) -> bytes:
    code = ord(char)
    if code < _BYTE and code != _ESCAPE:
        return bytes([code])
    if _KHMER <= code < _KHMER + _BYTE:
        return bytes([code - _KHMER + _BYTE])
    data = char.encode()
    return bytes([_ESCAPE, len(data)]) + data


def _unpacked(data: bytes) -> str:
    chars, at = [], 0
    while at < len(data):
        if data[at] == _ESCAPE:
            end = at + 2 + data[at + 1]
            chars.append(data[at + 2 : end].decode())
            at = end
        else:
            chars.append(chr(data[at] if data[at] < _BYTE else data[at] - _BYTE + _KHMER))
            at += 1
    return "".join(chars)
