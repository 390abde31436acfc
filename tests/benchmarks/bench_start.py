"""How long until the window is painted and what it holds, against a bare window in the same run.

Each start is a process of its own; the two kinds take turns. Where there is Xvfb the windows are
real ones, otherwise they are drawn offscreen.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.xvfb import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TIMES = 7
LIMIT_MS, LIMIT_MB = 600, 130
REPORT = """
def report():
    import json, os, sys, time
    held = [line for line in open("/proc/self/status") if line.startswith("VmRSS")]
    megabytes = int(held[0].split()[1]) / 1024 if held else 0
    print(json.dumps([time.time() - float(sys.argv[1]), megabytes]), flush=True)
    os._exit(0)
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, report)
app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
OURS = """
from bootcamp_app.ui import start
from bootcamp_app.ui.program import Program
Program.begin = lambda program: report()
start.run(start.Wishes())
"""


def main() -> None:
    """Start both again and again and print medians and their ratio."""
    with TemporaryDirectory() as folder, _screen() as screen:
        environment = {**os.environ, **screen, **_folders(Path(folder))}
        taken = {name: [] for name in ("bare", "ours")}  # type: dict[str, list[list[float]]]
        for _ in range(TIMES + 1):
            taken["bare"].append(_start(BARE, environment))
            taken["ours"].append(_start(OURS, environment))
    platform = screen["QT_QPA_PLATFORM"]
    results = {name: _median(found[1:]) for name, found in taken.items()}  # the first one warms up
    for name, (milliseconds, megabytes) in results.items():
        sys.stdout.write(f"{name:<5} {milliseconds:6.0f} ms  {megabytes:5.0f} MB  ({platform})\n")
    ratio = results["ours"][0] / results["bare"][0]
    sys.stdout.write(
        f"painted in {ratio:.2f} times a bare window; aim {LIMIT_MS} ms, {LIMIT_MB} MB\n"
    )


def _start(program: str, environment: Mapping[str, str]) -> list[float]:
    line = [sys.executable, "-P", "-c", REPORT + program, str(time.time())]
    done = subprocess.run(line, env=dict(environment), capture_output=True, text=True, check=True)
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _median(found: list[list[float]]) -> tuple[float, float]:
    return 1000 * median(one[0] for one in found), median(one[1] for one in found)


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    if not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with Screen() as screen:
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display}


def _folders(folder: Path) -> dict[str, str]:
    return {name: str(folder / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}


if __name__ == "__main__":
    main()
