"""Files that only a passphrase or a key opens, in the format of age that other programs know."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.storage import passphrase as closing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENDING = ".age"
SHORTEST = 12
"""So many signs a passphrase has at least."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Lock:
    """By what a file is opened again: a passphrase, or the private keys of its recipients.

    A recipient is `age1…`, or a public key of SSH as it stands in a file `.pub`.
    """

    passphrase: str = ""
    recipients: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.passphrase and self.recipients:
            raise Refusal("Choose one of the two: a passphrase, or keys of those who may open it.")
        if self.passphrase and len(self.passphrase) < SHORTEST:
            raise Refusal("The passphrase is too short. Take at least {count} signs, such as four "
                          "words.", count=SHORTEST)  # fmt: skip
        _typable(self.passphrase)
        for one in self.recipients:
            _recipient(one)

    def __bool__(self) -> bool:
        return bool(self.passphrase or self.recipients)


def with_ending(target: Path) -> Path:
    """Give the name of an encrypted file, which ends in .age."""
    return target if target.suffix == ENDING else target.with_name(target.name + ENDING)


def encrypt(source: Path, target: Path, lock: Lock, progress: Progress) -> None:
    """Write a file so that only the lock opens it; the progress tells bytes."""
    size = source.stat().st_size
    if lock.passphrase:
        closing.close(source, target, lock.passphrase, progress)
    else:
        keys = [_recipient(one) for one in lock.recipients]
        with source.open("rb") as plain, target.open("wb") as closed:
            _by_keys("encrypt_io", _Told(plain, size, progress), closed, keys)
    progress(size, size)


def decrypt(
    source: Path, target: Path, passphrase: str, identities: Sequence[Path], progress: Progress
) -> None:
    """Write what an encrypted file holds, whole or not at all.

    `identities` are files with private keys of age or SSH. Raises a Refusal where none of it fits.
    """
    size = _size_of(source)
    with whole_file(target) as part:
        if needs_passphrase(source):
            if not passphrase:
                raise Refusal("“{name}” asks for a passphrase. Give it, then try again.",
                              name=source.name)  # fmt: skip
            closing.open_closed(source, part, _typable(passphrase), progress)
        else:
            with source.open("rb") as closed, part.open("wb") as plain:
                _with_identities(_Told(closed, size, progress), plain, source, identities)
        progress(size, size)


def needs_passphrase(source: Path) -> bool:
    """Say whether an encrypted file asks for a passphrase, and not for a key."""
    _size_of(source)
    with source.open("rb") as file:
        return closing.is_closed_so(file)


def is_encrypted(source: Path) -> bool:
    """Say whether a file is encrypted as this program does it."""
    with source.open("rb") as file:
        return file.read(len(closing.VERSION)) == closing.VERSION


def _size_of(source: Path) -> int:
    try:
        if is_encrypted(source):
            return source.stat().st_size
    except FileNotFoundError as problem:
        raise Refusal(
            "The file “{name}” cannot be read. Check its name and place, then choose it again.",
            name=source.name,
        ) from problem
    except OSError as problem:
        raise Refusal(
            "The file “{name}” cannot be read. Check the disk and who may open the file.",
            name=source.name,
        ) from problem
    raise Refusal("“{name}” was not encrypted with age, or is damaged. Choose another file.",
                  name=source.name)  # fmt: skip


def _with_identities(
    closed: _Told, plain: IO[bytes], source: Path, identities: Sequence[Path]
) -> None:
    keys = [key for one in identities for key in _identities(one)]
    if not keys:
        raise Refusal("“{name}” opens with a private key. Give the file of the key, then try "
                      "again.", name=source.name)  # fmt: skip
    try:
        _by_keys("decrypt_io", closed, plain, keys)
    except _Failed as problem:
        raise Refusal(
            "“{name}” does not open with these keys, or the file is damaged. Choose another key "
            "or ask for the file again.",
            name=source.name,
        ) from problem


class _Failed(Exception):  # noqa: N818 - what pyrage says, whatever it calls it
    """The library could not do it."""


class _Told(io.RawIOBase):
    """A file that tells how far it was read; a listener that raises stops the library."""

    def __init__(self, file: IO[bytes], size: int, progress: Progress) -> None:
        super().__init__()
        self.stopped: BaseException | None = None
        self._file = file
        self._size = size
        self._progress = progress
        self._done = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._done += len(data)
        try:
            self._progress(min(self._done, self._size), self._size)
        except BaseException as stopped:
            # The library turns it into an error of its own; it is raised again behind it.
            self.stopped = stopped
            raise
        return data


def _by_keys(what: str, source: _Told, target: IO[bytes], keys: Sequence[Any]) -> None:
    import pyrage  # noqa: PLC0415 - few files are encrypted

    try:
        getattr(pyrage, what)(source, target, keys)
    except (pyrage.EncryptError, pyrage.DecryptError) as problem:
        if source.stopped is not None:
            raise source.stopped from problem
        if isinstance(problem, pyrage.DecryptError):
            raise _Failed from problem
        # What it could not write, told as a full disk is told.
        raise OSError(str(problem)) from problem


def _typable(passphrase: str) -> str:
    try:
        passphrase.encode()
    except UnicodeEncodeError as problem:
        raise Refusal("A sign of this passphrase is no letter. Type it again.") from problem
    return passphrase


def _recipient(text: str) -> Any:  # noqa: ANN401 - the library is untyped
    import pyrage  # noqa: PLC0415 - beside it

    kind = pyrage.ssh if text.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(text.strip())
    except pyrage.RecipientError as problem:
        raise Refusal(
            "“{key}” is no key to encrypt to. It begins with age1, ssh-ed25519 or ssh-rsa.",
            key=text[:20],
        ) from problem


def _identities(file: Path) -> list[Any]:
    """Give the private keys in a file of age, or the one in a file of SSH."""
    import pyrage  # noqa: PLC0415 - beside it

    try:
        data = file.read_bytes()
        if b"PRIVATE KEY-----" in data:
            return [pyrage.ssh.Identity.from_buffer(data)]
        lines = data.decode("ascii").splitlines()
        return [
            pyrage.x25519.Identity.from_str(line.strip())
            for line in lines
            if line.strip() and not line.startswith("#")
        ]
    except (pyrage.IdentityError, OSError, UnicodeDecodeError) as problem:
        raise Refusal("“{name}” is no file with a private key of age or SSH. Choose another.",
                      name=file.name) from problem  # fmt: skip
