"""The program is killed again and again while somebody works on a board."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.canvases.views import NewBoard
from tests.cli.asking import with_environment
from tests.clock import FakeClock
from tests.desk import Desk

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board

FEW, MANY = 2, 50
MOST_GESTURES = 60
# Works on a board until it is killed: lays a note, moves it, and takes that back now and then.
# It says what is durable only after the service has answered.
WORKER = """
import sys
from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.canvases.views import Gesture, Item

place, board, round_ = sys.argv[1:]
app = build(place, SystemClock())
for n in range(10_000):
    key = f"note {round_} {n}"
    app.boards.apply(board, Gesture(added=(Item(key, "note", text=key),)))
    print(f"laid {key}", flush=True)
    app.boards.apply(board, Gesture(changed={key: {"x": 7.5}}))
    print(f"moved {key}", flush=True)
    if n % 3 == 2:
        app.board_history.undo(board)
        print(f"back {key}", flush=True)
"""


def said_before_the_kill(place: str, board: Board, number: int, chance: random.Random) -> list[str]:
    """Give every whole line that the worker said before SIGKILL."""
    line = [sys.executable, "-c", WORKER, place, board.id, str(number)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, env=with_environment({}), bufsize=0) as one:
        assert one.stdout
        seen, wanted = b"", chance.randrange(1, MOST_GESTURES)
        while seen.count(b"\n") < wanted:
            more = one.stdout.read(65536)
            assert more, "the worker ended before it was killed"
            seen += more
        time.sleep(chance.uniform(0, 0.01))
        one.send_signal(signal.SIGKILL)
        seen += one.stdout.read()
    assert one.returncode == -signal.SIGKILL
    return seen.decode().split("\n")[:-1]


def places_after(said: list[str]) -> dict[str, float]:
    """Give where each note lies that the worker said something of."""
    places: dict[str, float] = {}
    for line in said:
        verb, _, key = line.partition(" ")
        places[key] = 7.5 if verb == "moved" else 0.0
    return places


@pytest.mark.parametrize("rounds", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def test_at_most_the_gesture_in_hand_is_lost_and_undo_still_works(
    sqlite_place: str, rounds: int
) -> None:
    chance = random.Random(2026)
    app = build(sqlite_place, FakeClock())
    board = app.boards.make(Desk(app, FakeClock()).bootcamp, NewBoard("co-ownership"))
    app.database.close()
    for number in range(rounds):
        said = said_before_the_kill(sqlite_place, board, number, chance)

        app = build(sqlite_place, FakeClock())
        lying = {one.id: one.x for one in app.boards.contents(board.id).items}
        promised = places_after(said)
        ours = {key: x for key, x in lying.items() if key.startswith(f"note {number} ")}
        # Beyond what was said there may be the gesture that was durable and not yet told.
        assert promised.keys() <= ours.keys()
        assert len(ours) <= len(promised) + 1
        last = said[-1].partition(" ")[2]
        assert {key: x for key, x in promised.items() if key != last} == {
            key: ours[key] for key in promised if key != last
        }

        assert app.board_history.state(board.id)[0]
        before = app.boards.contents(board.id).items
        app.board_history.undo(board.id)
        assert app.boards.contents(board.id).items != before
        app.board_history.redo(board.id)
        assert app.boards.contents(board.id).items == before
        app.database.close()

    app = build(sqlite_place, FakeClock())
    assert app.records.faults() == []
    app.database.close()
