"""The disk fails in mid-queue: each code is named as not saved, and the door goes on after it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.asking import command, with_environment
from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

NOT_COMPILED = {"PYTHONDONTWRITEBYTECODE": "1"}
"""What is imported under a limit would be kept compiled and cut, for every program to come."""
NO_LIMITS = "Only Linux lets one process limit the files of another."


def writes_fail(process: subprocess.Popen[bytes], *, is_failing: bool) -> None:
    """Have every write of a process beyond the first bytes of a file fail, or none any more."""
    if sys.platform != "linux":
        pytest.skip(NO_LIMITS)
    import resource  # noqa: PLC0415 - Windows has none

    limit = 512 if is_failing else resource.RLIM_INFINITY
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


def test_codes_that_no_disk_took_have_no_line_and_are_taken_when_it_is_back(
    ask: CommandLine, made: Made
) -> None:
    pipe = subprocess.PIPE
    line = command("checkin", "--stdin", "--at", OPENING, "--db", ask.place)
    queue = "".join(f"{code}\n" for code in made.codes).encode()
    with subprocess.Popen(
        line, stdin=pipe, stdout=pipe, stderr=pipe, env=with_environment(NOT_COMPILED), bufsize=0
    ) as door:
        assert door.stdin
        assert door.stdout
        assert door.stderr
        door.stdin.write(b"0\n")
        first = door.stdout.readline()
        writes_fail(door, is_failing=True)
        door.stdin.write(queue)
        said = [door.stderr.readline().decode() for _ in made.codes]
        nothing_kept = ask.json("attendance")["present"]
        writes_fail(door, is_failing=False)
        door.stdin.write(queue)
        told = [json.loads(door.stdout.readline()) for _ in made.codes]
        out, err = door.communicate()

    assert json.loads(first)["result"] == "malformed"
    reason = "Not saved: the disk with “camp.bootcamp” does not answer."
    for code, sentence in zip(made.codes, said, strict=True):
        assert sentence.startswith(f"{code}: {reason}")
    assert nothing_kept == 0
    assert [(one["code"], one["result"]) for one in told] == [
        (code, "recorded") for code in made.codes
    ]
    assert (out, err, door.returncode) == (b"", b"", 1)
    assert ask("doctor").code == 0
