"""The window is closed in the middle of everything long: a process of its own, on an X server."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.core.clock import SystemClock
from bootcamp_app.features.demo.service import Demo, Services
from tests.ui.closed_early import ACTS
from tests.xvfb import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES = int(os.environ.get("CLOSED_EARLY_TIMES", "30"))
PEOPLE, LISTED = 60, 400
LATEST, PATIENCE = 1500, 180  # milliseconds, seconds
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb"),
]


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with Screen() as shown:
        yield shown


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample bootcamp, with its certificates and its boards."""
    folder = tmp_path_factory.mktemp("begun")
    place = folder / "camp.bootcamp"
    app = build(str(place), SystemClock(), "Sokha")
    rooms = Services(**{field.name: getattr(app, field.name) for field in fields(Services)})
    Demo(rooms, folder / "files", PEOPLE).run(lambda _done, _of: None)
    app.database.close()
    return place


def faults_of(place: Path) -> list[object]:
    """Give what is wrong with a workspace: its records, by their history."""
    app = build(str(place), SystemClock())
    try:
        assert len(app.people.list(app.bootcamps.all()[0])) >= PEOPLE
        return list(app.records.faults())
    finally:
        app.database.close()


def is_whole(file: Path) -> bool:
    """Say whether a file that lies under its own name can be read to its end."""
    if file.suffix == ".xlsx":
        with ZipFile(file) as book:
            return not book.testzip()
    if file.suffix == ".age":
        return file.read_bytes().startswith(b"age-encryption.org/v1") and file.stat().st_size > 9999
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as copy:
        return bool(copy.execute("pragma integrity_check").fetchone() == ("ok",))


@pytest.mark.parametrize("act", ACTS)
def test_closed_in_the_midst_it_goes_quietly_and_leaves_everything_whole(
    act: str, begun: Path, screen: Screen, tmp_path: Path
) -> None:
    chance = Random(act)
    for number in range(TIMES):
        folder = tmp_path / str(number)
        folder.mkdir()
        place = folder / begun.name
        shutil.copyfile(begun, place)
        rows = ["Name", *(f"KONG Dara {one}" for one in range(LISTED))]
        (folder / "list.csv").write_text("\n".join(rows), "utf-8")
        after = 0 if number == 0 else chance.randrange(LATEST)
        there = os.environ | {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        there |= {f"XDG_{kind}_HOME": str(tmp_path) for kind in ("CONFIG", "DATA", "STATE")}
        there |= {"TMPDIR": str(folder)}
        line = [sys.executable, "-m", "tests.ui.closed_early", place, act, after, folder]
        done = subprocess.run(
            [str(word) for word in line],
            env=there, cwd=Path(__file__).parents[2], capture_output=True, timeout=PATIENCE,
            check=False, encoding="utf-8",
        )  # fmt: skip

        told = f"round {number}, closed after {after} ms"
        assert (told, done.returncode, done.stdout + done.stderr) == (told, 0, "")
        left = [one for one in folder.rglob("*") if one.is_file() and one.name != "list.csv"]
        assert list(folder.glob("bootcamp-desk-*")) == []
        assert [one.name for one in left if one.name.startswith(".")] == []
        assert [one for one in left if not is_whole(one)] == []
        assert faults_of(place) == []
        assert "a bug" not in (tmp_path / "bootcamp-desk" / "bootcamp-desk.log").read_text("utf-8")
        shutil.rmtree(folder)
