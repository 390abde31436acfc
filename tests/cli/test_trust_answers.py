"""What commands about trust answer: lists given away and taken in, organisations, verifying."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bootcamp_app.features.certificates import organisation_keys, sealing
from bootcamp_app.features.certificates.trust_codes import codes
from tests.cli.asking import CommandLine
from tests.cli.conftest import OPENING
from tests.features.certificates.trust_lists import (
    PASSPHRASE,
    cheap_keys,
    code,
    organisation,
    picture_of,
    revoking,
    trust_list,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Made


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening an organisation's key takes half a second in earnest, which no test has."""
    monkeypatch.setattr(organisation_keys, "_COST", cheap_keys())


@pytest.fixture
def certified(ask: CommandLine, made: Made, tmp_path: Path) -> Path:
    """The printed certificate of one person who came."""
    ask.json("checkin", made.codes[0], "--at", OPENING)
    ask.json("certificates", "issue")
    ask.json("certificates", "print", "--out", tmp_path / "one.pdf")
    return tmp_path / "one.pdf"


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line of somebody with another workspace."""
    return CommandLine(tmp_path / "other.bootcamp", capsys)


@pytest.fixture
def words(tmp_path: Path) -> tuple[str, Path]:
    """The option that names a file with the passphrase."""
    (tmp_path / "words.txt").write_text(f"{PASSPHRASE}\n", "utf-8")
    return "--passphrase-file", tmp_path / "words.txt"


def test_a_trust_list_is_written_and_verifies_without_a_workspace(
    ask: CommandLine, certified: Path, tmp_path: Path, home: Path
) -> None:
    told = ask.json("certificates", "trust", "--out", tmp_path / "trust.json")
    shutil.rmtree(home, ignore_errors=True)

    answer = ask.bare(
        "certificates", "verify", certified, "--json", "--issuers", tmp_path / "trust.json"
    )

    assert (told["issuers"], told["organisation"], told["revoked"]) == (1, None, 0)
    assert (answer.code, answer.document["reason"]) == (0, "valid")
    assert answer.document["name_en"] == "Chan Sreyneang"
    assert answer.document["list_made_at"]
    assert list(home.rglob("*.bootcamp")) == []


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_a_page_of_codes_is_taken_in_by_another_workspace_after_a_person_agreed(
    ask: CommandLine, certified: Path, other: CommandLine, tmp_path: Path, ending: str
) -> None:
    page = tmp_path / f"trust.{ending}"
    assert ask.json("certificates", "trust-code", "--out", page)["codes"] >= 1

    asked = other("--json", "certificates", "import-trust", page)
    taken = other.json("certificates", "import-trust", page, "--accept")
    again = other.json("certificates", "import-trust", page)

    assert (asked.code, asked.out) == (1, "")
    assert "--accept" in asked.err
    assert (taken["new"], taken["name"], taken["issuers"], again["new"]) == (True, "A", 1, False)
    assert other.json("certificates", "verify", certified)["valid"]


def test_a_list_is_taken_in_as_the_text_of_its_code(
    ask: CommandLine, certified: Path, other: CommandLine, tmp_path: Path
) -> None:
    ask.json("certificates", "trust", "--out", tmp_path / "trust.json")
    text = "\n".join(codes((tmp_path / "trust.json").read_text("utf-8")))

    assert other.json("certificates", "import-trust", text, "--accept")["new"]
    assert other.json("certificates", "verify", certified)["reason"] == "valid"


def test_a_list_is_taken_in_from_photos_of_its_codes_one_by_one(
    other: CommandLine, tmp_path: Path
) -> None:
    held = revoking(trust_list("A", "B", by=organisation()), *map(code, "AB"))
    parts = codes(written(held))
    photos = [tmp_path / f"{number}.png" for number in range(len(parts))]
    for photo, part in zip(photos, parts, strict=True):
        Image.fromarray(picture_of(part)).save(photo)

    one = other("certificates", "import-trust", photos[0], "--accept")
    all_of_them = other.json("certificates", "import-trust", *reversed(photos), "--accept")

    assert "number 2 is missing" in one.err
    assert (all_of_them["organisation"], all_of_them["revoked"]) == ("ក្រសួង · Ministry", 2)


@pytest.mark.parametrize("shown", ["BT1:NOTHING", "BT1/1/2:ABC", "missing.json"])
def test_what_is_no_list_is_refused_in_one_sentence(ask: CommandLine, shown: str) -> None:
    answer = ask("certificates", "import-trust", shown)

    assert (answer.code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1


def test_a_revoked_certificate_is_known_by_the_next_list(
    ask: CommandLine, certified: Path, other: CommandLine, tmp_path: Path
) -> None:
    serial = ask.json("certificates", "verify", certified)["serial"]
    ask.json("certificates", "trust", "--out", tmp_path / "first.json")
    ask.json("certificates", "revoke", serial, "--reason", "wrong name")
    ask.json("certificates", "trust", "--out", tmp_path / "second.json")
    other.json("certificates", "import-trust", tmp_path / "second.json", "--accept")

    older = other("certificates", "import-trust", tmp_path / "first.json", "--accept")
    void = other("--json", "certificates", "verify", certified)

    assert older.code == 1
    assert "newer list" in older.err
    assert (void.code, void.document["reason"], void.document["revoked"]) == (1, "revoked", True)


def test_an_organisation_is_made_once_and_stands_for_this_laptop(
    ask: CommandLine, certified: Path, words: tuple[str, Path], tmp_path: Path
) -> None:
    key = tmp_path / "ministry.key"
    line = ("certificates", "organisation", "new", "--name-en", "Ministry", "--out", key, *words)

    made = ask.json(*line)
    again = ask(*line)
    endorsed = ask.json("certificates", "organisation", "endorse", "--key", key, *words)

    assert made.keys() == {"file", "name_km", "name_en", "fingerprint", "recovery_code"}
    assert again.code == 1
    assert endorsed == {"organisation": "Ministry", "endorsed": ["A"]}
    assert ask.json("certificates", "organisation", "show")["organisation"] == "Ministry"
    assert ask.json("certificates", "verify", certified)["organisation"] == "Ministry"


def test_a_wrong_passphrase_endorses_nobody(
    ask: CommandLine, words: tuple[str, Path], tmp_path: Path
) -> None:
    key = tmp_path / "ministry.key"
    ask.json("certificates", "organisation", "new", "--name-en", "M", "--out", key, *words)
    words[1].write_text("another passphrase\n", "utf-8")

    answer = ask("certificates", "organisation", "endorse", "--key", key, *words)

    assert (answer.code, answer.out) == (1, "")
    assert "does not open this key" in answer.err
    assert ask.json("certificates", "organisation", "show")["letter"] is None


def test_what_is_asked_twice_and_typed_differently_makes_no_key(
    ask: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter([PASSPHRASE, PASSPHRASE + "x", PASSPHRASE, PASSPHRASE])
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: next(typed))
    key = tmp_path / "ministry.key"

    made = ask("certificates", "organisation", "new", "--name-en", "M", "--out", key)

    assert made.code == 0
    assert organisation_keys.unlock(key, PASSPHRASE).organisation.name_en == "M"
    assert list(typed) == []
    assert PASSPHRASE not in made.out + made.err


def test_no_secret_is_left_anywhere_even_where_the_program_fails(
    ask: CommandLine,
    certified: Path,
    words: tuple[str, Path],
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = tmp_path / "ministry.key"
    made = ask.json("certificates", "organisation", "new", "--name-en", "M", "--out", key, *words)
    ask.json("backup", "--out", tmp_path / "backup.bootcamp")
    ask.json("certificates", "trust", "--out", tmp_path / "trust.json")
    private = organisation_keys.unlock(key, PASSPHRASE).private.private_bytes_raw()
    secret = sealing.secret_file().read_bytes()

    def fail(*_values: object) -> bytes:
        raise RuntimeError

    monkeypatch.setattr(organisation_keys, "_derived", fail)
    failed = ask("certificates", "organisation", "endorse", "--key", key, *words)

    kept = [one for one in (*tmp_path.rglob("*"), *home.rglob("*")) if one.is_file()]
    files = {one for one in kept if one not in (words[1], sealing.secret_file())}
    assert failed.code == 1
    assert {"bootcamp-desk.log", "camp.bootcamp", "backup.bootcamp", certified.name} <= {
        one.name for one in files
    }
    for file in files:
        data = file.read_bytes()
        for hidden in (private, secret, PASSPHRASE.encode(), made["recovery_code"].encode()):
            assert hidden not in data, file.name
    assert PASSPHRASE not in failed.out + failed.err
