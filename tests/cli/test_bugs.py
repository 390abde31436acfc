"""A bug of the program: a person reads one sentence, the log says where, and neither says who."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

NAME = "Keo Pisey"
SORRY = "Something went wrong inside the program. What was confirmed before is saved."


@pytest.fixture
def broken(ask: CommandLine, made: Made) -> Made:
    """A workspace that lacks a column, which no version of the program ever leaves behind."""
    subprocess.run(["sqlite3", ask.place, "ALTER TABLE people DROP COLUMN birth_date"], check=True)
    return made


def log_in(home: Path) -> Path:
    (log,) = home.rglob("bootcamp-desk.log")
    return log


@pytest.mark.usefixtures("broken")
def test_a_bug_is_one_sentence_that_names_the_log(ask: CommandLine, home: Path) -> None:
    answer = ask("--json", "people", "add", "--name-en", NAME)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert answer.err.startswith(SORRY)
    assert str(log_in(home)) in answer.err


@pytest.mark.usefixtures("broken")
def test_the_log_says_where_it_happened_and_never_a_name(ask: CommandLine, home: Path) -> None:
    ask("people", "add", "--name-en", NAME, "--name-km", "កែវ ពិសី", "--phone", "012 777 888")

    log = log_in(home).read_text("utf-8")

    assert "a command failed" in log
    assert "OperationalError" in log
    assert "people/service.py" in log
    assert [word for word in (NAME, "Pisey", "កែវ", "777") if word in log] == []


def test_what_was_confirmed_before_a_bug_is_saved(ask: CommandLine, broken: Made) -> None:
    ask("people", "add", "--name-en", NAME)

    told = ask.json("people", "list")

    assert sorted(one["id"] for one in told) == sorted(one["id"] for one in broken.people)
