"""An organisation's key in a file of its own, open to its passphrase and recovery code alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import organisation_keys
from bootcamp_app.features.certificates.organisation_keys import make, unlock
from tests.features.certificates.trust_lists import PASSPHRASE, cheap_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bootcamp_app.features.certificates.trusted import Organisation


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening a key takes half a second in earnest, which no test has."""
    monkeypatch.setattr(organisation_keys, "_COST", cheap_keys())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the key lies."""
    return tmp_path / "ministry.key"


def test_the_passphrase_opens_the_key_and_no_other_does(file: Path) -> None:
    made, _code = make(" ក្រសួង ", "Ministry  of Interior", PASSPHRASE, file)

    opened = unlock(file, f" {PASSPHRASE}\n")

    assert opened.organisation == made
    assert (made.name_km, made.name_en) == ("ក្រសួង", "Ministry of Interior")
    assert opened.private.public_key().public_bytes_raw() == made.public_key
    for wrong in ("", PASSPHRASE.upper(), PASSPHRASE + "s", "x" * 25):
        with pytest.raises(Refusal, match="does not open this key"):
            unlock(file, wrong)


def test_the_recovery_code_opens_it_as_well_however_it_was_copied(file: Path) -> None:
    made, code = make("", "Ministry", PASSPHRASE, file)

    assert unlock(file, code).organisation == made
    assert unlock(file, f"  {code.lower().replace('-', ' ')} ").organisation == made
    assert unlock(file, code.replace("O", "0").replace("I", "1")).organisation == made
    assert len(code) == 29


def test_the_file_is_its_owners_and_holds_neither_key_nor_words(file: Path) -> None:
    _made, code = make("", "Ministry", PASSPHRASE, file)
    private = unlock(file, PASSPHRASE).private.private_bytes_raw()

    data = file.read_bytes()

    assert file.stat().st_mode & 0o777 == 0o600
    assert private not in data
    assert private.hex().encode() not in data
    assert organisation_keys._text(private).encode() not in data
    assert PASSPHRASE.encode() not in data
    assert code.encode() not in data
    assert {json.loads(data)[way]["kdf"] for way in organisation_keys._WAYS} == {"argon2id"}


def test_a_passphrase_in_khmer_opens_however_its_letters_are_composed(file: Path) -> None:
    make("", "Ministry", "ថ្មទន្លេបួនដុំស្ងាត់ é", file)

    assert unlock(file, "ថ្មទន្លេបួនដុំស្ងាត់ é").organisation.name == "Ministry"


def test_a_short_passphrase_or_no_name_makes_no_key(file: Path) -> None:
    with pytest.raises(Refusal, match="at least 12 signs"):
        make("", "Ministry", "short", file)
    with pytest.raises(Refusal, match="name in Khmer or in English"):
        make(" ", "", PASSPHRASE, file)

    assert not file.exists()


def test_a_key_is_never_written_over(file: Path) -> None:
    make("", "Ministry", PASSPHRASE, file)
    before = file.read_bytes()

    with pytest.raises(Refusal, match="is there already"):
        make("", "Another", PASSPHRASE, file)

    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda held: held.update(name_en="Somebody else"),
        lambda held: held.update(public_key=organisation_keys._text(bytes(32))),
        lambda held: held["by_passphrase"].update(iterations=2),
    ],
)
def test_a_key_under_another_name_does_not_open(
    file: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    make("", "Ministry", PASSPHRASE, file)
    held = json.loads(file.read_text("utf-8"))
    change(held)
    file.write_text(json.dumps(held), "utf-8")

    with pytest.raises(Refusal, match="does not open this key"):
        unlock(file, PASSPHRASE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "not JSON",
        '{"kind": "bootcamp-desk-organisation-key/1"}',
        '{"kind": "bootcamp-desk-organisation-key/1", "name_km": "", "name_en": "M", '
        '"public_key": "AAAA", "by_passphrase": {"kdf": "argon2id", "iterations": 1, "lanes": 1, '
        '"memory_kib": 999999999, "salt": "", "nonce": "", "sealed": ""}}',
        '{"kind": "bootcamp-desk-organisation-key/1", "name_km": "", "name_en": "M", '
        '"public_key": "AAAA", "by_passphrase": {"kdf": "none"}}',
    ],
)
def test_what_is_no_key_is_refused_by_its_name(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")

    with pytest.raises(Refusal, match=r"“ministry\.key” is no organisation's key"):
        unlock(file, PASSPHRASE)


def test_a_missing_file_is_refused_by_its_name(file: Path) -> None:
    with pytest.raises(Refusal, match=r"“ministry\.key” cannot be read"):
        unlock(file, PASSPHRASE)


@pytest.mark.parametrize("has_links", [True, False])
def test_of_two_who_make_a_key_in_one_file_the_second_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    closed = organisation_keys._closed
    first: list[bytes] = []

    def made_meanwhile(private: bytes, word: str, of: Organisation) -> dict[str, Any]:
        if not first:
            first.append(b"")
            make("", "First", PASSPHRASE, file)
            first[0] = file.read_bytes()
        return closed(private, word, of)

    def no_links(_path: Path, _other: Path) -> None:
        raise OSError("this disk has none")

    monkeypatch.setattr(organisation_keys, "_closed", made_meanwhile)
    if not has_links:
        monkeypatch.setattr("pathlib.Path.hardlink_to", no_links)
    with pytest.raises(Refusal, match="is there already"):
        make("", "Second", PASSPHRASE, file)

    assert file.read_bytes() == first[0]
    assert unlock(file, PASSPHRASE).organisation.name == "First"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("cost", ["Infinity", "NaN", "1e400", "true", '"1"', "null", "[1]"])
def test_a_key_whose_cost_is_no_whole_number_is_none(file: Path, cost: str) -> None:
    make("", "Ministry", PASSPHRASE, file)
    text = file.read_text("utf-8")
    file.write_text(text.replace('"iterations": 1', f'"iterations": {cost}'), "utf-8")

    with pytest.raises(Refusal, match="is no organisation's key"):
        unlock(file, PASSPHRASE)
