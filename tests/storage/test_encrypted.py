"""Files that only a passphrase or a key opens, and that every other age program opens as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.storage import passphrase as closing
from bootcamp_app.storage.encrypted import (
    Lock,
    decrypt,
    encrypt,
    needs_passphrase,
    with_ending,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS = "correct horse ខ្មែរ"
SIZES = (0, 1, closing.PIECE - 1, closing.PIECE, closing.PIECE + 1, 3 * closing.PIECE)
SECRET = b"Chan Sreyneang "


def quietly(done: int, of: int) -> None:
    """Take progress and tell nobody."""


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase is tried in a moment; one test looks at what it takes really."""
    monkeypatch.setattr(closing, "_WORK", 4)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    (tmp_path / "plain").write_bytes(SECRET * 20_000)
    return tmp_path / "plain"


@pytest.fixture
def closed(plain: Path) -> Path:
    encrypt(plain, plain.with_name("closed.age"), Lock(WORDS), quietly)
    return plain.with_name("closed.age")


@pytest.mark.parametrize("size", SIZES)
def test_what_a_passphrase_closes_it_opens_here_and_in_another_program(
    size: int, tmp_path: Path
) -> None:
    plain, closed = tmp_path / "plain", tmp_path / "closed.age"
    plain.write_bytes(b"x" * size)

    encrypt(plain, closed, Lock(WORDS), quietly)
    decrypt(closed, tmp_path / "again", WORDS, [], quietly)

    assert (tmp_path / "again").read_bytes() == plain.read_bytes()
    assert pyrage.passphrase.decrypt(closed.read_bytes(), WORDS) == plain.read_bytes()
    assert needs_passphrase(closed)


def test_the_same_file_closed_twice_is_two_files_that_show_nothing(
    closed: Path, plain: Path
) -> None:
    encrypt(plain, plain.with_name("other.age"), Lock(WORDS), quietly)

    first, second = closed.read_bytes(), plain.with_name("other.age").read_bytes()
    assert first[200:] != second[200:]
    assert SECRET not in first


def test_a_passphrase_is_worked_at_as_other_programs_do(
    monkeypatch: pytest.MonkeyPatch, plain: Path
) -> None:
    monkeypatch.undo()
    encrypt(plain, plain.with_name("closed.age"), Lock(WORDS), quietly)

    assert plain.with_name("closed.age").read_bytes().split(b"\n")[1].split()[-1] == b"18"


@pytest.mark.parametrize("kind", ["age", "ssh"])
def test_what_is_closed_for_two_keys_opens_with_either(
    kind: str, plain: Path, tmp_path: Path
) -> None:
    made = [_age_key(tmp_path / "one"), _ssh_key(tmp_path / "two")]
    closed, key = tmp_path / "closed.age", {"age": "one", "ssh": "two"}[kind]

    encrypt(plain, closed, Lock(recipients=tuple(made)), quietly)
    decrypt(closed, tmp_path / "again", "", [tmp_path / key], quietly)

    assert (tmp_path / "again").read_bytes() == plain.read_bytes()
    assert SECRET not in closed.read_bytes()
    assert not needs_passphrase(closed)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data[: -closing.PIECE],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: data.replace(b" 4\n", b" 5\n", 1),
        lambda data: data.replace(b" 4\n", b" 40\n", 1),
        lambda data: data.replace(b"--- ", b"--- A", 1),
        lambda data: data[:100],
        lambda data: data[:22],
        lambda data: data + b"x",
    ],
)
def test_a_damaged_file_opens_nothing_and_says_so(
    spoil: Callable[[bytes], bytes], closed: Path, tmp_path: Path
) -> None:
    closed.write_bytes(spoil(closed.read_bytes()))
    (tmp_path / "again").write_text("older")

    with pytest.raises(Refusal, match=r"does not open|opens with a private key"):
        decrypt(closed, tmp_path / "again", WORDS, [], quietly)

    assert (tmp_path / "again").read_text() == "older"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["again", "closed.age", "plain"]


def test_another_passphrase_or_key_is_refused_in_words(
    closed: Path, plain: Path, tmp_path: Path
) -> None:
    again, by_key = tmp_path / "again", tmp_path / "key.age"
    encrypt(plain, by_key, Lock(recipients=(_age_key(tmp_path / "mine"),)), quietly)
    _age_key(tmp_path / "other")

    for file, words, keys, said in (
        (closed, "another horse", [], "does not open with this passphrase"),
        (closed, "", [], "asks for a passphrase"),
        (by_key, WORDS, [], "opens with a private key"),
        (by_key, "", ["other"], "does not open with these keys"),
        (by_key, "", ["plain"], "no file with a private key"),
        (by_key, "", ["nowhere"], "no file with a private key"),
        (plain, WORDS, [], "is not an encrypted file"),
        (tmp_path / "nowhere", WORDS, [], "cannot be read"),
    ):
        with pytest.raises(Refusal, match=said):
            decrypt(file, again, words, [tmp_path / key for key in keys], quietly)
    assert not again.exists()


@pytest.mark.parametrize(
    ("words", "keys", "said"),
    [
        ("too short", (), "too short"),
        (WORDS, ("age1x",), "Choose one of the two"),
        ("", ("age1x",), "is no key"),
        ("", ("ssh-ed25519 AAAA",), "is no key"),
        ("", ("Sokha",), "is no key"),
    ],
)
def test_what_would_not_protect_is_refused(words: str, keys: tuple[str, ...], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        Lock(words, keys)


@pytest.mark.parametrize("by", ["words", "key"])
def test_closing_and_opening_can_be_stopped(by: str, plain: Path, tmp_path: Path) -> None:
    lock = Lock(WORDS) if by == "words" else Lock(recipients=(_age_key(tmp_path / "key"),))
    closed = tmp_path / "closed.age"

    def stop(done: int, of: int) -> None:
        if done >= of / 2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        encrypt(plain, closed, lock, stop)
    encrypt(plain, closed, lock, quietly)
    keys = [tmp_path / "key"] if by == "key" else []
    with pytest.raises(Cancelled):
        decrypt(closed, tmp_path / "again", WORDS, keys, stop)

    assert not (tmp_path / "again").exists()


def test_an_encrypted_file_is_called_so(tmp_path: Path) -> None:
    assert with_ending(tmp_path / "all.sqlite").name == "all.sqlite.age"
    assert with_ending(tmp_path / "all.age").name == "all.age"


def _age_key(file: Path) -> str:
    made = pyrage.x25519.Identity.generate()
    file.write_text(f"# a key of age\n{made}\n")
    return str(made.to_public())


def _ssh_key(file: Path) -> str:
    made = Ed25519PrivateKey.generate()
    file.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    return made.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
