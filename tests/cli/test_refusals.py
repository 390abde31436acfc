"""What the command line says when it cannot: one sentence, the right exit code, no traceback."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import Answer, program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

REFUSED = {
    "an unknown bootcamp": "sessions --bootcamp Nowhere",
    "an unknown session": "attendance --session Nowhere",
    "an unknown person": "badges --only Nobody --out {out}",
    "an unknown record": "history 0199",
    "no name": "people add --phone 012",
    "a province that is none": "new Camp --province Atlantis",
    "a field that is none": "people change Sok colour=red",
    "half a change": "people change Sok colour",
    "no such list": "people import {out}",
    "a time that is none": "checkin 7 --at tomorrow",
    "a picture that is none": "scan {out}",
    "an unknown canvas": "canvases print nothing --out {out}",
    "no certificate yet": "certificates print --out {out}",
    "an unknown serial": "certificates revoke KMP26-A-00001-X --reason lost",
    "no reason": "certificates revoke KMP26-A-00001-X --reason=",
    "no list of issuers": "certificates verify hello --issuers {out}",
    "no such format": "export people --format docx --out {out}",
    "the database as a sheet": "export database --format xlsx --out {out}",
    "a backup that is none": "restore {out}",
    "no title": "new ' '",
    "no days": "new Camp --days 0",
    "a backup onto the workspace": "backup --out {place}",
    "the database onto the workspace": "export database --format sqlite --out {place}",
    "people onto the workspace": "export people --format csv --out {place}",
    "badges onto the workspace": "badges --out {place}",
}
MISUSED = {
    "an unknown command": "dance",
    "an unknown subcommand": "people dance",
    "an unknown option": "list --dance",
    "a missing argument": "new",
    "a missing option": "badges",
    "an unknown language": "list --lang fr",
    "a size that is none": "canvases print co-ownership --size B5 --out {out}",
    "a day that is none": "new Camp --start 2026-13-01",
    "a number that is none": "people list --limit many",
    "a subject that is none": "export secrets --out {out}",
    "one word too many": "list everything",
    "no path after --db": "list --db",
    "no photo": "scan",
}


def is_one_sentence_that_says_what_to_do(text: str) -> bool:
    lines = text.strip().split("\n")
    return len(lines) == 1 and lines[0].endswith((".", "?", "…")) and "Traceback" not in text


def said(ask: CommandLine, line: str, tmp_path: Path, *more: str) -> Answer:
    words = shlex.split(line.format(out=tmp_path / "missing.bin", place=ask.place))
    return ask(*more, *words)


@pytest.mark.parametrize("line", REFUSED.values(), ids=REFUSED)
@pytest.mark.usefixtures("made")
def test_a_refusal_is_one_sentence_on_standard_error_and_exit_code_1(
    line: str, ask: CommandLine, tmp_path: Path
) -> None:
    answer = said(ask, line, tmp_path, "--json")

    assert (answer.code, answer.out) == (1, "")
    assert is_one_sentence_that_says_what_to_do(answer.err), answer.err
    assert "Something went wrong" not in answer.err
    assert not (tmp_path / "missing.bin").exists()
    assert len(ask.json("people", "list")) == 3


@pytest.mark.parametrize("line", REFUSED.values(), ids=REFUSED)
@pytest.mark.usefixtures("made")
def test_a_refusal_is_spoken_in_khmer_too(line: str, ask: CommandLine, tmp_path: Path) -> None:
    answer = said(ask, line, tmp_path, "--lang", "km")

    assert answer.code == 1
    assert re.search(r"[\u1780-\u17ff]{3}", answer.err), answer.err


@pytest.mark.parametrize("line", MISUSED.values(), ids=MISUSED)
def test_wrong_usage_is_exit_code_2_without_a_word_on_standard_output(
    line: str, ask: CommandLine, tmp_path: Path
) -> None:
    answer = said(ask, line, tmp_path, "--json")

    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip()
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("line", ["list", "sessions", "people list", "attendance"])
def test_a_file_of_another_program_is_refused_and_left_as_it_was(
    line: str, ask: CommandLine
) -> None:
    ask.place.write_text("these are my notes, not a workspace")

    answer = ask("--json", *line.split())

    assert (answer.code, answer.out) == (1, "")
    assert is_one_sentence_that_says_what_to_do(answer.err)
    assert ask.place.read_text() == "these are my notes, not a workspace"


def test_a_workspace_without_a_bootcamp_says_how_to_make_one(ask: CommandLine) -> None:
    answer = ask("sessions")

    assert answer.code == 1
    assert answer.err == 'There is no bootcamp yet. Make one first: bootcamp new "Title".\n'


def test_a_name_that_means_two_people_is_refused_and_writes_nothing(
    ask: CommandLine, made: Made, tmp_path: Path
) -> None:
    ask.json("people", "add", "--name-en", made.people[1]["name_en"])

    answer = ask("badges", "--only", made.people[1]["name_en"], "--out", tmp_path / "one.pdf")

    assert answer.code == 1
    assert "means no single person. Use the id" in answer.err
    assert not (tmp_path / "one.pdf").exists()


def test_exit_codes_are_those_of_the_process(tmp_path: Path) -> None:
    place = ("--db", tmp_path / "camp.bootcamp")

    assert program(*place, "list").code == 0
    assert program(*place, "sessions").code == 1
    assert program(*place, "certificates", "verify", "hello", "--json").code == 1
    assert program(*place, "dance").code == 2
