"""The signed record in a certificate's code: compact, self-contained, checkable for ever.

A record is: format (1 byte), key id (4 bytes), day of issue since 2000 (2 bytes), revision (1
byte), then serial, Khmer name, Latin name and title, each a length byte and text; then the
Ed25519 signature (64 bytes) over all before it. ASCII and the Khmer block take one byte a
character; anything else is escaped as UTF-8. In the QR code it stands in base45, alphanumeric
mode, behind `BD1:`, which also keeps a first sign that is a space from getting lost. Format 1,
which is on paper since the first version, has no byte for the revision and means the first one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

import base45
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.code_sizes import VERSIONS
from bootcamp_app.features.certificates.views import Record, Verification

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bootcamp_app.features.certificates.views import Issuer


BLANKS = " \t\n\v\f\r\xa0\ufeff\u2028\u2029"
"""What may stand around a code's text, as the verification page has it."""
_MARK = "BD1:"
_CAPACITY = {8: 144, 9: 172, 10: 204}
_ENOUGH_TITLE = 20
_FIRST_FORMAT, _FORMAT = 1, 2
_KEY_ID = 4
_DAY = 2
_SIGNATURE = 64
_MARK_BYTES = 8
_EPOCH = date(2000, 1, 1)
_ESCAPE = 0x1B
_KHMER = 0x1780
_BYTE = 0x80
# Four texts of 255 bytes are the most that the length bytes can say.
_MOST_BYTES = 1 + _KEY_ID + _DAY + 1 + 4 * 0x100 + _SIGNATURE
_MOST_SIGNS = 2 * _MOST_BYTES


class NotARecord(ValueError):  # noqa: N818 - says what the text is not
    """A text is no record at all; nothing is known of who signed what."""


@dataclass(frozen=True)
class Opened:
    """A code taken apart. Nothing in it is true before its signature was checked."""

    record: Record
    body: bytes
    signature: bytes

    @property
    def key_id(self) -> bytes:
        """Give the four bytes that name the key which the record says it was signed with."""
        return self.body[1 : 1 + _KEY_ID]

    @property
    def mark(self) -> str:
        """Give what a list of revoked certificates calls this one: 16 hexadecimal signs."""
        return sha256(self.body + self.signature).digest()[:_MARK_BYTES].hex()

    def is_signed_by(self, public_key: bytes) -> bool:
        """Say whether this key signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(public_key).verify(self.signature, self.body)
        except (InvalidSignature, ValueError):
            return False
        return True


def sign(record: Record, key: Ed25519PrivateKey) -> str:
    """Give the text of the code: the record and its signature.

    Names are never shortened. A long title is, with “…”, to what the code still holds.
    """
    header = bytes([_FORMAT]) + key_id(key.public_key().public_bytes_raw())
    body = header + _body(record)
    return _MARK + bytes(base45.b45encode(body + key.sign(body))).decode()


def opened(text: str) -> Opened:
    """Take a code apart, of either format; raises NotARecord and never anything else."""
    try:
        data = bytes(base45.b45decode(_unmarked(text)))
        body, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        return Opened(_record(body), body, signature)
    except (ValueError, IndexError, OverflowError) as problem:
        raise NotARecord from problem


def mark(text: str) -> str:
    """Give the mark of a code that this program made; raises NotARecord for another text."""
    return opened(text).mark


def verify(text: str, issuers: Iterable[Issuer], revoked: Collection[str] = ()) -> Verification:
    """Say what a code is: genuine, altered, of an unknown issuer, revoked or no certificate."""
    try:
        code = opened(text)
    except NotARecord:
        return Verification("not_a_certificate")
    named = [one for one in issuers if key_id(one.public_key) == code.key_id]
    if not named:
        return Verification("unknown_issuer", code.record)
    if not any(code.is_signed_by(one.public_key) for one in named):
        return Verification("altered", code.record)
    return Verification("revoked" if code.record.serial in revoked else "valid", code.record)


class NamesTooLong(Refusal):
    """No code that prints well holds both names of somebody."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "The Khmer and the Latin name together are too long for the code. Shorten one of "
                "them in People, then issue again."
            )
        )


def must_fit(record: Record) -> None:
    """Raise NamesTooLong where the names are too long for any code, whoever signs it."""
    _body(record)


def key_id(public_key: bytes) -> bytes:
    """Give the four bytes by which a record names the key that signed it."""
    return sha256(public_key).digest()[:_KEY_ID]


def _unmarked(text: str) -> str:
    """Give the base45 of a code, which may begin with a space and never ends in one."""
    before, _colon, rest = text[:_MOST_SIGNS].strip(BLANKS).partition(":")
    if f"{before}:" != _MARK or len(text) > _MOST_SIGNS:
        raise NotARecord
    return rest


def _body(record: Record) -> bytes:
    """Give what is signed after the key, with as much of the title as a code holds."""
    start = _day_and_revision(record)
    texts = (record.serial, record.name_km, record.name_en)
    names = b"".join(_with_length(_packed(text)) for text in texts)
    bare = 1 + _KEY_ID + len(start) + len(names) + 1 + _SIGNATURE
    title = _packed(record.title)
    room = _room(bare, len(title))
    if room < 0:
        raise NamesTooLong()
    if len(title) > room:
        title = _packed(_cut(record.title, room))
    return start + names + _with_length(title)


def _room(bare: int, title: int) -> int:
    """Give what the smallest sufficient code has left for a title of so many bytes."""
    for version in VERSIONS:
        room = _CAPACITY[version] - bare
        if room >= min(title, _ENOUGH_TITLE):
            break
    return room


def _cut(title: str, room: int) -> str:
    """Give as many signs as there is room for, with “…”."""
    left, kept = room - len(_packed("…")), 0
    for sign_ in title:
        left -= len(_sign_packed(sign_))
        if left < 0:
            break
        kept += 1
    shown = title[:kept].rstrip()
    return f"{shown}…" if shown else ""


def _with_length(packed: bytes) -> bytes:
    if len(packed) > 0xFF:
        raise NamesTooLong()
    return bytes([len(packed)]) + packed


def _day_and_revision(record: Record) -> bytes:
    if record.issued_on < _EPOCH:
        raise Refusal("The laptop's clock says {day}. Set it right first.", day=record.issued_on)
    if not 1 <= record.revision <= 0xFF:
        raise Refusal(
            "{serial} was corrected too often. Revoke it and issue another one.",
            serial=record.serial,
        )
    return (record.issued_on - _EPOCH).days.to_bytes(_DAY, "big") + bytes([record.revision])


def _record(body: bytes) -> Record:
    if body[0] not in {_FIRST_FORMAT, _FORMAT}:
        raise NotARecord
    at = 1 + _KEY_ID + _DAY
    issued_on = _EPOCH + timedelta(days=int.from_bytes(body[at - _DAY : at], "big"))
    revision = 1
    if body[0] == _FORMAT:
        revision, at = body[at], at + 1
    texts = []
    for _field in range(4):
        end = at + 1 + body[at]
        texts.append(_unpacked(body[at + 1 : end]))
        at = end
    if at != len(body) or not revision:
        raise NotARecord
    number, name_km, name_en, title = texts
    return Record(number, name_km, name_en, title, issued_on, revision)


def _packed(text: str) -> bytes:
    return b"".join(_sign_packed(char) for char in text)


@lru_cache(maxsize=1024)
def _sign_packed(char: str) -> bytes:
    code = ord(char)
    if code < _BYTE and code != _ESCAPE:
        return bytes([code])
    if _KHMER <= code < _KHMER + _BYTE:
        return bytes([code - _KHMER + _BYTE])
    data = char.encode()
    return bytes([_ESCAPE, len(data)]) + data


def _unpacked(data: bytes) -> str:
    signs, at = [], 0
    while at < len(data):
        if data[at] == _ESCAPE:
            end = at + 2 + data[at + 1]
            signs.append(_one(data[at + 2 : end].decode()))
            at = end
        else:
            signs.append(chr(data[at] if data[at] < _BYTE else data[at] - _BYTE + _KHMER))
            at += 1
    if at != len(data):
        raise NotARecord
    return "".join(signs)


def _one(text: str) -> str:
    if len(text) != 1:
        raise NotARecord
    return text
