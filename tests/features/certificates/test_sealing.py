"""Signing keys lie closed in the workspace; what opens them lies on this computer alone."""

from __future__ import annotations

import multiprocessing
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import keys
from bootcamp_app.features.certificates.records import verify
from bootcamp_app.features.certificates.sealing import (
    CannotOpen,
    seal,
    secret,
    secret_file,
    unseal,
)
from bootcamp_app.features.certificates.tables import IssuerRow, SigningKeyRow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.features.certificates.camps import Camp

PUBLIC = b"p" * 32
PRIVATE = bytes(range(32))


@pytest.fixture(autouse=True)
def own_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "computer"))
    return tmp_path / "computer"


def another_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on as somebody else, whose data folder knows nothing."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another"))


def secret_of_a_process(number: int) -> bytes:  # noqa: ARG001 - each does the same
    return secret()


def kept_key(camp: Camp) -> bytes:
    """Give the signing key as it lies in the workspace."""
    with camp.app.database.read() as reader:
        return reader.query(SigningKeyRow).one().private_key


def private_key(camp: Camp) -> bytes:
    """Give the signing key itself."""
    with camp.app.database.write() as work:
        return keys.signing_key(work)[1].private_bytes_raw()


def letters(camp: Camp) -> list[str]:
    """Give the letters of all who sign in this workspace."""
    return [one.letter for one in camp.app.certificates.trust()[0]]


def test_a_closed_key_is_opened_again_and_shows_nothing_of_itself() -> None:
    closed = seal(PRIVATE, PUBLIC)

    assert unseal(closed, PUBLIC) == PRIVATE
    assert PRIVATE not in closed
    assert seal(PRIVATE, PUBLIC) != closed


def test_the_secret_is_for_its_owner_alone() -> None:
    secret()

    assert secret_file().stat().st_mode & 0o777 == 0o600
    assert secret_file().parent.stat().st_mode & 0o777 == 0o700
    assert [one.name for one in secret_file().parent.iterdir()] == [secret_file().name]


@pytest.mark.parametrize("at", [0, 4, 10, 20, -1])
def test_a_closed_key_that_was_changed_does_not_open(at: int) -> None:
    closed = bytearray(seal(PRIVATE, PUBLIC))
    closed[at] ^= 1

    with pytest.raises(CannotOpen):
        unseal(bytes(closed), PUBLIC)


def test_a_key_closed_for_one_issuer_does_not_open_for_another() -> None:
    with pytest.raises(CannotOpen):
        unseal(seal(PRIVATE, PUBLIC), b"q" * 32)


def test_processes_that_need_the_secret_first_at_one_moment_end_with_one() -> None:
    with multiprocessing.get_context("fork").Pool(8) as pool:
        found = pool.map(secret_of_a_process, range(40), chunksize=1)

    assert set(found) == {secret()}


def test_a_secret_that_was_cut_short_is_laid_aside_and_another_one_made() -> None:
    first = secret()
    secret_file().write_bytes(first[:9])

    assert secret() != first
    assert len(secret()) == 32


def test_a_folder_that_takes_no_secret_is_said_in_words(own_computer: Path) -> None:
    own_computer.mkdir()
    (own_computer / "bootcamp-desk").mkdir()
    (own_computer / "bootcamp-desk" / "keys").write_text("a file in the way")

    with pytest.raises(Refusal, match="cannot be kept in the folder"):
        seal(PRIVATE, PUBLIC)


def test_neither_the_workspace_nor_a_backup_holds_the_key_or_the_secret(
    camp: Camp, tmp_path: Path
) -> None:
    camp.certified(("ចាន់ ស្រីនាង", "Chan Sreyneang"))
    key, guard = private_key(camp), secret()
    camp.app.database.back_up(tmp_path / "copy.bootcamp")
    camp.app.exports.write_database(tmp_path / "out.sqlite", with_personal_data=True)
    camp.app.database.close()

    files = [one for one in tmp_path.rglob("*") if one.is_file() and one != secret_file()]

    assert {"camp.bootcamp", "copy.bootcamp", "out.sqlite"} <= {one.name for one in files}
    for file in files:
        data = file.read_bytes()
        assert key not in data
        assert guard not in data
        assert key.hex().encode() not in data.lower()


def test_a_key_of_an_earlier_version_is_closed_when_it_is_used(camp: Camp, tmp_path: Path) -> None:
    camp.certified(("ចាន់ ស្រីនាង", "Chan Sreyneang"))
    key = private_key(camp)
    with camp.app.database.write() as work:
        work.query(SigningKeyRow).one().private_key = key
    assert kept_key(camp) == key

    assert private_key(camp) == key
    assert key not in kept_key(camp)
    assert letters(camp) == ["A"]
    camp.app.database.close()
    assert key not in (tmp_path / "camp.bootcamp").read_bytes()


def test_on_another_computer_a_new_key_is_made_and_nothing_is_refused(
    camp: Camp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = camp.certified(("ចាន់ ស្រីនាង", "Chan Sreyneang"))
    another_computer(tmp_path, monkeypatch)

    certificates = camp.certified(("សុខ ដារ៉ា", "Sok Dara"))

    trusted = camp.app.certificates.trust()
    assert letters(camp) == ["A", "B"]
    assert [one.serial.split("-")[1] for one in certificates] == ["A", "B"]
    assert {verify(one.record, *trusted).reason for one in [first, *certificates]} == {"valid"}


def test_back_at_the_first_computer_its_first_key_signs_again(
    camp: Camp, tmp_path: Path, own_computer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = private_key(camp)
    another_computer(tmp_path, monkeypatch)
    assert private_key(camp) != first

    monkeypatch.setenv("XDG_DATA_HOME", str(own_computer))

    assert private_key(camp) == first
    assert letters(camp) == ["A", "B"]


def test_each_key_has_an_issuer_that_names_it(camp: Camp) -> None:
    key = Ed25519PrivateKey.from_private_bytes(private_key(camp))

    with camp.app.database.read() as reader:
        row = reader.query(IssuerRow).one()

    assert b64decode(row.public_key) == key.public_key().public_bytes_raw()


def test_a_secret_that_cannot_be_read_for_a_moment_is_neither_replaced_nor_forgotten(
    camp: Camp, monkeypatch: pytest.MonkeyPatch
) -> None:
    camp.certified(("ចាន់ ស្រីនាង", "Chan Sreyneang"))
    first = secret()

    def held_by_another(_path: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.read_bytes", held_by_another)
        for need in (secret, lambda: seal(PRIVATE, PUBLIC), lambda: private_key(camp)):
            with pytest.raises(Refusal, match=r"cannot be (read|kept) in the folder"):
                need()

    assert secret() == first
    assert [one.name for one in secret_file().parent.iterdir()] == [secret_file().name]
    assert letters(camp) == ["A"]
