"""A check-in while another process writes to the file: it waits, says so, and is not lost."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.attendance import service
from tests.cli.asking import command, with_environment
from tests.cli.conftest import OPENING
from tests.storage.test_writing import WRITES_ELSEWHERE

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made


def test_codes_that_have_to_wait_say_so_once_and_are_answered_when_they_are_saved(
    ask: CommandLine, made: Made
) -> None:
    pipe, both = subprocess.PIPE, with_environment({})
    line = command("checkin", "--stdin", "--at", OPENING, "--db", ask.place)
    elsewhere = [sys.executable, "-c", WRITES_ELSEWHERE, str(ask.place)]
    with subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=pipe, env=both) as door:
        assert door.stdin
        assert door.stdout
        assert door.stderr
        with subprocess.Popen(elsewhere, stdin=pipe, stdout=pipe) as other:
            assert other.stdout
            other.stdout.readline()
            door.stdin.write("".join(f"{code}\n" for code in made.codes).encode())
            door.stdin.flush()
            said = door.stderr.readline().decode()
            other.communicate()
        answers = [json.loads(door.stdout.readline()) for _ in made.codes]
        out, err = door.communicate()

    assert said.startswith("Not saved yet: somebody is writing a lot right now.")
    assert [(one["code"], one["result"]) for one in answers] == [
        (code, "recorded") for code in made.codes
    ]
    assert (out, err, door.returncode) == (b"", b"", 0)


@pytest.mark.usefixtures("impatient")
def test_a_code_that_waited_in_vain_is_named_as_not_saved(
    ask: CommandLine, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "PATIENCE", 0)
    elsewhere = [sys.executable, "-c", WRITES_ELSEWHERE, str(ask.place)]
    with subprocess.Popen(elsewhere, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        answer = ask("checkin", made.codes[0], "--at", OPENING)

    assert (answer.code, answer.out) == (1, "")
    assert "Not saved: somebody is writing a lot to “camp.bootcamp” right now." in answer.err
    assert ask.json("attendance", "--session", made.bootcamp["sessions"][0]["id"])["present"] == 0
