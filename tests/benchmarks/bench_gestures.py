"""How long a change of a board takes until it is durable, beside writing the whole board anew.

The naive way keeps a board as one JSON document in a SQLite file with the same settings, as many
board programs do, and writes all of it after each change. Both lie on the same file system.
"""

from __future__ import annotations

import json
import tempfile
import time
from dataclasses import asdict
from datetime import date
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import TYPE_CHECKING

import click

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.core.ids import new_id
from bootcamp_app.features.bootcamps.service import NewBootcamp
from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard
from bootcamp_app.storage.engines import connect, plain_connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.canvases.views import Board

NOTES, MANY = 1_000, 5_000
CHANGES = 300
TOGETHER = 50
TEXT = "ទឹកជំនន់មកដល់ផ្ទះរាល់ខែតុលា ហើយផ្លូវទៅសាលាលែងប្រើបាន"


def main() -> None:
    """Print the time of each kind of change, and its ratio to the naive way."""
    chance = Random(2026)
    with tempfile.TemporaryDirectory() as folder:
        app = build(Path(folder) / "workspace.bootcamp", SystemClock())
        board, notes = _board(app, NOTES)
        naive = _naive(Path(folder) / "naive.db", notes, chance)
        moved = _times(CHANGES, lambda: _move(app, board, [chance.choice(notes)], chance))
        together = _times(
            CHANGES // 5, lambda: _move(app, board, chance.sample(notes, TOGETHER), chance)
        )
        added = _times(CHANGES // 3, lambda: _add(app, board))
        undone = _times(CHANGES // 3, lambda: app.board_history.undo(board.id))
        asked = _times(CHANGES // 3, lambda: app.board_history.state(board.id))
        large, _notes = _board(app, MANY)
        read = _times(20, lambda: app.boards.contents(large.id))
        on_large = _times(CHANGES // 3, lambda: _move(app, large, [chance.choice(_notes)], chance))
        app.database.close()
    click.echo(f"whole board of {NOTES} notes as one document: {_told(naive)}")
    for title, times in (
        (f"a note moved, {NOTES} notes on the board", moved),
        (f"{TOGETHER} notes moved in one gesture", together),
        ("a note laid", added),
        ("a step undone", undone),
        (f"a note moved, {MANY} notes on the board", on_large),
    ):
        click.echo(f"{title}: {_told(times)}, ratio {median(naive) / median(times):.2f}")
    click.echo(f"whether there is a step to undo: {_told(asked)}")
    click.echo(f"{MANY} notes read: {_told(read)}")


def _told(times: list[float]) -> str:
    return f"p50 {median(times):.1f} ms, p95 {quantiles(times, n=20)[18]:.1f} ms"


def _times(count: int, work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return times


def _board(app: App, count: int) -> tuple[Board, list[Item]]:
    bootcamp = app.bootcamps.make(NewBootcamp(f"{count}", date(2026, 3, 2)))
    board = app.boards.make(bootcamp, NewBoard("co-ownership"))
    notes = [
        Item(new_id(), "note", "gov", n % 40 * 10, n // 40 * 10, 38, 38, n, TEXT, "yellow")
        for n in range(count)
    ]
    app.boards.apply(board.id, Gesture(added=tuple(notes)))
    return board, notes


def _move(app: App, board: Board, notes: list[Item], chance: Random) -> None:
    where = {"x": round(chance.uniform(0, 400), 2), "top": round(chance.uniform(0, 250), 2)}
    app.boards.apply(board.id, Gesture(changed={one.id: where for one in notes}))


def _add(app: App, board: Board) -> None:
    note = Item(new_id(), "note", "cso", 150, 90, 38, 38, 9_999, TEXT, "green")
    app.boards.apply(board.id, Gesture(added=(note,)))


def _naive(path: Path, notes: list[Item], chance: Random) -> list[float]:
    plain_connection(path).execute("CREATE TABLE board (items TEXT)").connection.close()
    connection = connect(path)
    lying = [asdict(one) for one in notes]
    connection.execute("INSERT INTO board VALUES ('')")

    def change() -> None:
        chance.choice(lying)["x"] = chance.uniform(0, 400)
        document = json.dumps(lying, ensure_ascii=False)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE board SET items = ?", (document,))
        connection.execute("COMMIT")

    times = _times(CHANGES // 3, change)
    connection.close()
    return times


if __name__ == "__main__":
    main()
