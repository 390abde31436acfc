"""Handing the whole over on the command line, protected or not, and opening it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pyrage
import pytest

from tests.features.exports.filled import asked
from tests.storage.quick_age import closes_quickly

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine

WORDS = "correct horse battery"

pytestmark = pytest.mark.usefixtures("made")


@pytest.fixture(autouse=True)
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    closes_quickly(monkeypatch)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    (tmp_path / "words").write_text(f"{WORDS}\nmore\n", "utf-8")
    return tmp_path / "words"


def test_a_database_is_protected_by_a_passphrase_and_opened_with_it(
    ask: CommandLine, words: Path, tmp_path: Path
) -> None:
    out = tmp_path / "all.sqlite"

    told = ask.json("export", "database", "--out", out, "--passphrase-file", words)
    opened = ask.json("decrypt", f"{out}.age", "--out", out, "--passphrase-file", words)

    assert told["file"] == f"{out}.age"
    assert told["encrypted"] is True
    assert told["rows"] > 3
    assert opened == {"file": str(out)}
    assert asked(out, "SELECT count(*) AS n FROM people") == [{"n": 3}]


def test_opening_asks_for_no_workspace(ask: CommandLine, words: Path, tmp_path: Path) -> None:
    ask.json("export", "database", "--out", tmp_path / "x.sqlite", "--passphrase-file", words)
    there = {one.name for one in (tmp_path / "home").rglob("*")}

    answer = ask.bare("decrypt", tmp_path / "x.sqlite.age", "--out", tmp_path / "y.sqlite",
                      "--passphrase-file", words)  # fmt: skip

    assert (answer.code, answer.err) == (0, "")
    assert {one.name for one in (tmp_path / "home").rglob("*")} == there


def test_keys_protect_too_and_their_owner_opens_it(ask: CommandLine, tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(str(key))
    out = tmp_path / "copy.bootcamp"

    told = ask.json("export", "workspace", "--out", out, "--encrypt-to", str(key.to_public()))
    ask.json("decrypt", f"{out}.age", "--out", out, "--identity", tmp_path / "key")

    assert told == {"file": f"{out}.age", "bytes": out.stat().st_size, "encrypted": True}
    other = type(ask)(out, ask._capture)
    assert [one["name_en"] for one in other.json("people", "list")] == [
        one["name_en"] for one in ask.json("people", "list")
    ]


def test_a_passphrase_is_asked_for_twice_and_never_stands_in_the_line(
    ask: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[tuple[str, object]] = []

    def typed(text: str, **how: object) -> str:
        asked_for.append((text, how["confirmation_prompt"]))
        return WORDS

    monkeypatch.setattr(click, "prompt", typed)
    out = tmp_path / "all.sqlite"

    ask.json("export", "database", "--out", out, "--ask-passphrase")
    ask.json("decrypt", f"{out}.age", "--out", out)

    assert asked_for == [("Passphrase", "The same once more"), ("Passphrase", False)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("export", "people", "--out", "x.csv", "--passphrase-file", "words"), "Only the database"),
        (("export", "database", "--out", "x.age"), "Say by what"),
        (("export", "database", "--out", "x.csv"), "written as sqlite"),
        (
            ("export", "database", "--out", "x.sqlite", "--passphrase-file", "empty"),
            "no passphrase",
        ),
        (
            ("export", "database", "--out", "x.sqlite", "--passphrase-file", "gone"),
            "cannot be read",
        ),
        (("export", "database", "--out", "x.sqlite", "--encrypt-to", "Sokha"), "is no key"),
        (("export", "workspace", "--out", "x.bootcamp", "--without-personal-data"), "everything"),
        (("decrypt", "words", "--out", "y"), "was not encrypted with age"),
        (("decrypt", "gone", "--out", "y"), "Check its name and place"),
        (("export", "people", "--out", "folder"), "is a folder"),
    ],
)
@pytest.mark.usefixtures("words")
def test_what_cannot_be_is_said_in_one_sentence_and_writes_nothing(
    line: tuple[str, ...],
    said: str,
    ask: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").write_text("")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.iterdir())

    answer = ask(*line)

    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_wrong_passphrase_is_said_and_opens_nothing(
    ask: CommandLine, words: Path, tmp_path: Path
) -> None:
    ask.json("export", "database", "--out", tmp_path / "x.sqlite", "--passphrase-file", words)
    words.write_text("another horse", "utf-8")

    answer = ask("decrypt", tmp_path / "x.sqlite.age", "--out", tmp_path / "y",
                 "--passphrase-file", words)  # fmt: skip

    assert answer.code == 1
    assert "does not open with this passphrase" in answer.err
    assert not (tmp_path / "y").exists()
