"""Codes a line: every answer comes before the next code is asked for."""

from __future__ import annotations

import json
import subprocess
import threading
from typing import TYPE_CHECKING, Any

from tests.cli.asking import command, program, with_environment
from tests.cli.conftest import OPENING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

PATIENCE = 60


def answers(place: Path, codes: list[str]) -> Iterator[dict[str, Any]]:
    """Send one code at a time and read its answer before the next."""
    line = command("checkin", "--stdin", "--at", OPENING, "--db", place)
    with subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=with_environment({})
    ) as door:
        assert door.stdin
        assert door.stdout
        # Where an answer never comes, the test fails instead of waiting for ever.
        patience = threading.Timer(PATIENCE, door.kill)
        patience.daemon = True
        patience.start()
        for code in codes:
            door.stdin.write(f"{code}\n".encode())
            door.stdin.flush()
            yield json.loads(door.stdout.readline())
        door.stdin.close()
        assert door.stdout.read() == b""
        patience.cancel()
    assert door.returncode == 0


def test_each_code_is_answered_before_the_next_is_sent(ask: CommandLine, made: Made) -> None:
    first, second, third = made.codes

    told = list(answers(ask.place, [first, second, first, "0", third]))

    assert [one["code"] for one in told] == [first, second, first, "0", third]
    assert [one["result"] for one in told] == [
        "recorded",
        "recorded",
        "duplicate",
        "malformed",
        "recorded",
    ]
    assert told[2]["first_at"] == told[0]["at"]


def test_an_answered_code_is_seen_by_others_at_once(ask: CommandLine, made: Made) -> None:
    session = made.bootcamp["sessions"][0]["id"]
    counted = []

    for _ in answers(ask.place, made.codes):
        counted.append(ask.json("attendance", "--session", session)["present"])

    assert counted == [1, 2, 3]


def test_codes_in_khmer_digits_and_with_spaces_are_understood(ask: CommandLine, made: Made) -> None:
    khmer = made.codes[0].translate({ord(str(n)): chr(ord("០") + n) for n in range(10)})
    spaced = f" {made.codes[1][:4]} {made.codes[1][4:]} "

    told = list(answers(ask.place, [khmer, spaced]))

    assert [one["result"] for one in told] == ["recorded", "recorded"]
    assert [one["code"] for one in told] == made.codes[:2]


def test_blank_lines_are_passed_over_and_bytes_that_are_no_text_are_malformed(
    ask: CommandLine, made: Made
) -> None:
    text = b"\n  \n\xff\xfe\x80\n" + b"9" * 5000 + b"\n" + made.codes[0].encode()

    answer = program("checkin", "--stdin", "--at", OPENING, "--db", ask.place, text=text)

    told = [json.loads(line) for line in answer.out.splitlines()]
    assert (answer.code, answer.err) == (0, "")
    assert [one["result"] for one in told] == ["malformed", "malformed", "recorded"]


def test_nobody_at_the_door_is_no_mistake(ask: CommandLine, made: Made) -> None:
    assert made.people != []

    answer = program("checkin", "--stdin", "--db", ask.place)

    assert (answer.code, answer.out, answer.err) == (0, "", "")


def test_a_code_of_bytes_that_are_no_text_is_malformed_on_the_line_too(
    ask: CommandLine, made: Made
) -> None:
    assert made.people != []

    answer = program("checkin", "\udcff\udcfe", "--json", "--db", ask.place)

    assert (answer.code, answer.err) == (0, "")
    assert [one["result"] for one in answer.document] == ["malformed"]


def test_a_session_that_is_gone_ends_no_queue(ask: CommandLine, made: Made) -> None:
    session = made.bootcamp["sessions"][0]["id"]
    first, second, third = made.codes
    line = command(
        "checkin", "--stdin", "--session", session, "--at", OPENING, "--db", ask.place
    )  # fmt: skip
    pipe = subprocess.PIPE
    with subprocess.Popen(
        line, stdin=pipe, stdout=pipe, stderr=pipe, env=with_environment({})
    ) as door:
        assert door.stdin
        assert door.stdout
        assert door.stderr

        def send(code: str) -> None:
            assert door.stdin
            door.stdin.write(f"{code}\n".encode())
            door.stdin.flush()

        send(first)
        told = [json.loads(door.stdout.readline())]
        ask("session", "remove", session, "--yes")
        send(second)
        refused = door.stderr.readline().decode()
        ask("undo")
        send(third)
        told += [json.loads(door.stdout.readline())]
        door.stdin.close()
        assert (door.stdout.read(), door.stderr.read()) == (b"", b"")

    assert [(one["code"], one["result"]) for one in told] == [
        (first, "recorded"), (third, "recorded"),
    ]  # fmt: skip
    assert refused == f"{second}: This session is gone. Choose another one.\n"
    assert door.returncode == 1


def test_a_queue_takes_the_agenda_as_it_is_by_then(ask: CommandLine, made: Made) -> None:
    code = made.codes[0]
    told = answers(ask.place, [code, code])
    hours = ("--start", "2026-12-01T08:00", "--end", "2026-12-01T09:30")

    before = next(told)["result"]
    ask("session", "change", "Day 1 - Morning", "--start", "2026-12-01T10:00")
    ask("session", "add", "Opening", *hours)
    after = next(told)["result"]
    list(told)

    assert (before, after) == ("recorded", "recorded")
    assert ask.json("attendance", "--session", "Opening")["present"] == 1
