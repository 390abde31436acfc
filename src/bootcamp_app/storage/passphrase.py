"""Files closed with a passphrase in the format of age, read and written a piece at a time.

The format is https://age-encryption.org/v1; every age program opens what this writes. The library
for keys (see `encrypted`) measures the computer and may then ask for a gigabyte of memory, of
whoever opens the file as well, and holds the file as a whole twice; this asks for 256 MB and holds
64 KiB of it. docs/decisions/0018-database-handed-over.md has the figures.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import IO, TYPE_CHECKING

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Turned = Callable[[bytes, bytes], bytes]

VERSION = b"age-encryption.org/v1\n"
PIECE = 64 * 1024

_WORK = 18
"""Two to the power of it times 1 KiB of memory: a second on a laptop for each passphrase tried."""
_MOST_WORK = 20
_LABEL = b"age-encryption.org/v1/scrypt"
_KIND = b"-> scrypt "
_KEY, _SALT, _NONCE, _TAG = 16, 16, 16, 16
_LONGEST_LINE = 200


class CannotOpen(Exception):  # noqa: N818 - nothing failed: it is closed, or damaged
    """A file was closed in another way, with another passphrase, or is damaged."""


def is_closed_so(file: IO[bytes]) -> bool:
    """Say whether a file is closed with a passphrase; it is read from there on."""
    return file.readline(_LONGEST_LINE) == VERSION and file.readline(_LONGEST_LINE).startswith(
        _KIND
    )


def close(source: IO[bytes], target: IO[bytes], passphrase: str) -> Iterator[int]:
    """Write one file into another so that only the passphrase opens it; tell the bytes so far."""
    key, salt = secrets.token_bytes(_KEY), secrets.token_bytes(_SALT)
    closed = _cipher(_stretched(passphrase, salt, _WORK)).encrypt(bytes(12), key, None)
    head = b"%s%s%s %d\n%s\n---" % (VERSION, _KIND, _text(salt), _WORK, _text(closed))
    nonce = secrets.token_bytes(_NONCE)
    target.write(head + b" " + _text(_seal_of(key, head)) + b"\n" + nonce)
    cipher = _cipher(_derived(key, nonce, b"payload"))
    yield from _through(source, target, PIECE, lambda at, piece: cipher.encrypt(at, piece, None))


def open_closed(source: IO[bytes], target: IO[bytes], passphrase: str) -> Iterator[int]:
    """Write into another file what the passphrase opens, and tell the bytes so far.

    Raises CannotOpen before anything is written where the passphrase is another one, and later
    where the file is damaged or cut off.
    """
    key = _key_of(source, passphrase)
    nonce = source.read(_NONCE)
    cipher = _cipher(_derived(key, nonce, b"payload"))
    try:
        yield from _through(
            source, target, PIECE + _TAG, lambda at, piece: cipher.decrypt(at, piece, None)
        )
    except InvalidTag as problem:
        raise CannotOpen from problem


def _key_of(source: IO[bytes], passphrase: str) -> bytes:
    lines = [source.readline(_LONGEST_LINE) for _ in range(4)]
    words = lines[1].split()
    try:
        if lines[0] != VERSION or not lines[1].startswith(_KIND) or lines[3][:4] != b"--- ":
            raise CannotOpen
        work = int(words[3])
        if not 0 < work <= _MOST_WORK:
            raise CannotOpen
        stretched = _stretched(passphrase, _bytes(words[2]), work)
        key = _cipher(stretched).decrypt(bytes(12), _bytes(lines[2].strip()), None)
        seal = HMAC(_derived(key, b"", b"header"), SHA256())
        seal.update(b"".join(lines[:3]) + b"---")
        seal.verify(_bytes(lines[3][4:].strip()))
    except (InvalidTag, InvalidSignature, NotBase64, ValueError, IndexError) as problem:
        raise CannotOpen from problem
    return key


def _through(source: IO[bytes], target: IO[bytes], size: int, turned: Turned) -> Iterator[int]:
    """Turn every piece, numbered and the last one marked as such, so that none can be missing."""
    done, number, piece = 0, 0, source.read(size)
    while True:
        following = source.read(size)
        at = number.to_bytes(11, "big") + (b"\0" if following else b"\1")
        target.write(turned(at, piece))
        done += len(piece)
        yield done
        if not following:
            return
        number, piece = number + 1, following


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    return Scrypt(_LABEL + salt, 32, 2**work, 8, 1).derive(passphrase.encode())


def _derived(key: bytes, salt: bytes, use: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt, use).derive(key)


def _seal_of(key: bytes, head: bytes) -> bytes:
    seal = HMAC(_derived(key, b"", b"header"), SHA256())
    seal.update(head)
    return seal.finalize()


def _cipher(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(key)


def _text(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4), validate=True)
