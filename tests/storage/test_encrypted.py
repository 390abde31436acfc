"""Files that only a passphrase or a key opens, and that every other age program opens as well."""

from __future__ import annotations

import os
from base64 import b64decode
from multiprocessing import Pipe
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
from bootcamp_app.storage import passphrase_child
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
SECRET = b"Chan Sreyneang "
ELSEWHERE = b64decode(
    b"YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBFWk4vNWhaS0hwMEhaai9mNjNaSDlnIDEKd1BEUzZ4NkRB"
    b"K25oSTdjMWlsZzdpZmhqRWNNczBVSmVKeFpXcjFFSEFaawotLS0gaXh3M1VhaXZhVk1tcWVqL2t5U3NocWlZRFlK"
    b"QW83NmNkdTNGdVpIU1NVcwo1nQB3I3E5nQqm4yduALEtXR9iBd9TTqyK3IQ5ZHnmFSzX7M6YH+M0NDOfDE64hzXO"
    b"wd9Zd+ujAjgh/e+sfBPdNWnkANPu3XyEFwvW+1QIhVD28YhLOIu2wiOLsWgmkOeiGbm5WMErZUHpi0d0cCNerSBt"
    b"tkVs/y/nmXt9TOi21QHpwwMbz+XKCcExUDu6v35YJN+IufzLZF8bIgJpP8NyD5KOInt6+kZylNAPjK0ctCJp0un1"
    b"oFM7eB3BQGtmxvIo9oveHCB+DM6OBtWqHBcQ1T3hsSbjvN5ixpWMSugLyx2AORR5+v7xEr08WQTGZL9VNzSpbnlx"
    b"/uH6FEQaK4RQAxmKsroObaZcCiXnOcnDTqW7izi07YmbkFiDOl3cvfjg9Xy5aXpckCEaHQ96nEomAJptZwEQtlRx"
    b"MlaVlMjBP1fxMD7f0XFvGMBPkw=="
)
"""Closed by another program with these words and with hardly any work."""


def quietly(done: int, of: int) -> None:
    """Take progress and tell nobody."""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    (tmp_path / "plain").write_bytes(SECRET * 20_000)
    return tmp_path / "plain"


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    (tmp_path / "closed.age").write_bytes(ELSEWHERE)
    return tmp_path / "closed.age"


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library works in this process; starting another takes a moment."""

    def answered(what: str, source: Path, target: Path, words: str, _progress: object) -> str:
        ours, theirs = Pipe(duplex=False)
        with ours, theirs:
            answer = passphrase_child._answer(what, source, target, words, theirs)
        if isinstance(answer, OSError):
            raise answer
        return answer

    monkeypatch.setattr(closing, "_answer", answered)


@pytest.mark.slow  # the library works at a passphrase for a second and more each time
def test_what_a_passphrase_closes_opens_here_and_in_another_program(
    plain: Path, tmp_path: Path
) -> None:
    closed, told = tmp_path / "closed.age", []

    encrypt(plain, closed, Lock(WORDS), lambda *far: told.append(far))
    decrypt(closed, tmp_path / "again", WORDS, [], quietly)

    assert (tmp_path / "again").read_bytes() == plain.read_bytes()
    assert pyrage.passphrase.decrypt(closed.read_bytes(), WORDS) == plain.read_bytes()
    assert needs_passphrase(closed)
    assert SECRET not in closed.read_bytes()
    assert told == sorted(told)
    assert told[-1] == (plain.stat().st_size, plain.stat().st_size)


def test_what_another_program_closed_opens(closed: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    decrypt(closed, tmp_path / "again", WORDS, [], lambda *far: told.append(far))

    assert (tmp_path / "again").read_bytes() == SECRET * 20
    assert told == sorted(told)
    assert told[-1] == (len(ELSEWHERE), len(ELSEWHERE))


@pytest.mark.usefixtures("at_home")
def test_a_file_is_closed_by_the_library(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[object] = []

    def closed(*of: object) -> bytes:
        given.append(of)
        return ELSEWHERE

    monkeypatch.setattr(pyrage.passphrase, "encrypt", closed)

    encrypt(plain, tmp_path / "closed.age", Lock(WORDS), quietly)

    assert given == [(plain.read_bytes(), WORDS)]
    assert (tmp_path / "closed.age").read_bytes() == ELSEWHERE


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
    ("spoil", "said"),
    [
        (lambda data: data[:-1], "is damaged"),
        (lambda data: data[:-100], "is damaged"),
        (lambda data: data[:-1] + bytes([data[-1] ^ 1]), "is damaged"),
        (lambda data: data + b"x", "is damaged"),
        (lambda data: data[:60], "is damaged"),
        (lambda data: data.replace(b"--- ", b"--- A", 1), "is damaged"),
        (lambda data: data.replace(b" 1\n", b" 2\n", 1), "if it is right, ask for the file"),
        (lambda data: data.replace(b" 1\n", b" 40\n", 1), "a far stronger computer"),
        (lambda data: data[:22], "opens with a private key"),
    ],
)
@pytest.mark.usefixtures("at_home")
def test_a_damaged_file_opens_nothing_and_says_so(
    spoil: Callable[[bytes], bytes], said: str, closed: Path, tmp_path: Path
) -> None:
    closed.write_bytes(spoil(closed.read_bytes()))
    (tmp_path / "again").write_text("older")

    with pytest.raises(Refusal, match=said):
        decrypt(closed, tmp_path / "again", WORDS, [], quietly)

    assert (tmp_path / "again").read_text() == "older"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["again", "closed.age"]


@pytest.mark.usefixtures("at_home")
def test_what_does_not_go_into_memory_is_refused_in_words(
    closed: Path, plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_of: object) -> bytes:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(pyrage.passphrase, "encrypt", gone)
        patch.setattr(pyrage.passphrase, "decrypt", gone)
        with pytest.raises(Refusal, match="not enough memory"):
            encrypt(plain, tmp_path / "x", Lock(WORDS), quietly)
        with pytest.raises(Refusal, match="not enough memory"):
            decrypt(closed, tmp_path / "again", WORDS, [], quietly)
    monkeypatch.setattr(closing, "LARGEST", 10)
    with pytest.raises(Refusal, match="too large to be protected with a passphrase"):
        encrypt(plain, tmp_path / "x", Lock(WORDS), quietly)
    with pytest.raises(Refusal, match="too large to be opened here"):
        decrypt(closed, tmp_path / "again", WORDS, [], quietly)
    assert not (tmp_path / "again").exists()


def _ended(*_of: object) -> None:
    os.abort()


def test_a_library_that_ends_its_process_ends_nothing_else(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closing, "answer_when_done", _ended)

    with pytest.raises(Refusal, match="not enough memory"):
        encrypt(plain, tmp_path / "x", Lock(WORDS), quietly)


@pytest.mark.usefixtures("at_home")
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
        (plain, WORDS, [], "was not encrypted with age"),
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
        (WORDS + "\ud800", (), "is no letter"),
        ("", ("age1x",), "is no key"),
        ("", ("ssh-ed25519 AAAA",), "is no key"),
        ("", ("Sokha",), "is no key"),
    ],
)
def test_what_would_not_protect_is_refused(words: str, keys: tuple[str, ...], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        Lock(words, keys)


@pytest.mark.parametrize("by", ["words", "key"])
def test_closing_and_opening_can_be_stopped(
    by: str, plain: Path, closed: Path, tmp_path: Path
) -> None:
    lock = Lock(WORDS) if by == "words" else Lock(recipients=(_age_key(tmp_path / "key"),))
    share = 0 if by == "words" else 0.5
    target = tmp_path / "new.age"

    def stop(done: int, of: int) -> None:
        if done >= of * share:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        encrypt(plain, target, lock, stop)
    if by == "key":
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
