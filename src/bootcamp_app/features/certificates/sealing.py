"""Private keys closed with a secret of this computer, which lies in no workspace.

The secret is 32 random bytes in a file that only its owner may read, in the data folder of the
person. A workspace that is copied, backed up, sent or lost carries the closed key alone.
"""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.settings import data_folder

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"BDK1"
_NONCE = 12
_SECRET = 32
_FOLDER, _FILE = "keys", "device.secret"
_USE = b"bootcamp-desk signing key\n"
# Windows would write a byte that looks like a line feed as two.
_AS_BYTES = getattr(os, "O_BINARY", 0)


class CannotOpen(Exception):  # noqa: N818 - nothing failed: the key is another computer's
    """A key was closed with another secret, or is damaged."""


def seal(private_key: bytes, public_key: bytes) -> bytes:
    """Give a private key so that only this person on this computer can open it."""
    nonce = secrets.token_bytes(_NONCE)
    closed = _cipher(secret()).encrypt(nonce, private_key, _USE + public_key)
    return _MARK + nonce + closed


def unseal(sealed: bytes, public_key: bytes) -> bytes:
    """Open what `seal` gave; CannotOpen where the secret of this computer does not fit.

    A Refusal where the secret is there and cannot be read.
    """
    try:
        kept = _kept(secret_file())
    except OSError as problem:
        # A virus scanner may hold it for a moment: that is no reason to sign as somebody new.
        raise _cannot_be_read(secret_file()) from problem
    if kept is None or not is_sealed(sealed):
        raise CannotOpen
    nonce, closed = sealed[len(_MARK) :][:_NONCE], sealed[len(_MARK) + _NONCE :]
    try:
        return _cipher(kept).decrypt(nonce, closed, _USE + public_key)
    except InvalidTag as problem:
        raise CannotOpen from problem


def is_sealed(key: bytes) -> bool:
    """Say whether a key is closed; earlier versions kept the 32 bytes themselves."""
    return key.startswith(_MARK) and len(key) > len(_MARK) + _NONCE + _SECRET


def secret_file() -> Path:
    """Give where this computer's secret lies, or will."""
    return data_folder() / _FOLDER / _FILE


def secret() -> bytes:
    """Give this computer's secret; made where there is none, or one that was cut short.

    Of several processes that need it first at one moment, all get the same.
    """
    target = secret_file()
    try:
        kept = _kept(target)
        if kept is None:
            _make(target)
            kept = _kept(target)
    except OSError as problem:
        raise _cannot_be_kept(target) from problem
    if kept is None:
        raise _cannot_be_kept(target)
    return kept


def _kept(target: Path) -> bytes | None:
    """Give the secret, None where there is none that is whole; OSError where it is not known."""
    try:
        held = target.read_bytes()
    except FileNotFoundError:
        return None
    return held if len(held) == _SECRET else None


def _make(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.parent.chmod(0o700)
    if target.exists() and _kept(target) is None:
        # Cut short by a full disk, or written over: nothing can be opened with it.
        target.replace(target.with_name(f"{new_id()}.damaged"))
    part = target.with_name(f".{new_id()}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_BYTES, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_SECRET))
            file.flush()
            os.fsync(file.fileno())
        # A link is made by the first alone; whoever comes later reads the first one's.
        with suppress(FileExistsError):
            _put(part, target)
        _settle(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, target: Path) -> None:
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # A disk without links. On Windows this refuses to replace a file as well.
        if not target.exists():
            part.rename(target)


def _settle(folder: Path) -> None:
    if sys.platform == "win32":
        return  # there folders cannot be opened
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cipher(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(sha256(_USE + key).digest())


def _cannot_be_kept(target: Path) -> Refusal:
    return Refusal(
        "The secret that guards the signing key cannot be kept in the folder {folder}. Check "
        "that you may write there and that the disk has space, then try again.",
        folder=target.parent,
    )


def _cannot_be_read(target: Path) -> Refusal:
    return Refusal(
        "The secret that guards the signing key cannot be read in the folder {folder}. Another "
        "program may hold it: wait a moment, check that you may read there, then try again.",
        folder=target.parent,
    )
