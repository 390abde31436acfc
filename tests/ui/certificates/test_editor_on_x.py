"""The editor on a real X server: a part is dragged by the server's mouse, moved by its keys."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.xvfb import Screen

TOOLS = ("Xvfb", "xdotool")
STEPS, PATIENCE = 10, 90


def heard(child: subprocess.Popen[str]) -> dict[str, Any]:
    """Give the next line of a program; one that says nothing is ended."""
    assert child.stdout is not None
    ready, _, _ = select.select([child.stdout], [], [], PATIENCE)
    if not ready:
        child.kill()
        pytest.fail(f"The editor said nothing in {PATIENCE} seconds.")
    line: dict[str, Any] = json.loads(child.stdout.readline())
    return line


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}")
def test_a_part_is_dragged_to_the_middle_of_the_page_and_moved_by_keys(tmp_path: Path) -> None:
    with Screen() as screen:
        there = os.environ | {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        there |= {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}

        def tell(*command: object) -> None:
            line = ["xdotool", *map(str, command)]
            subprocess.run(line, env=there, check=True, timeout=60)

        child = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.certificates.editor_on_x", str(tmp_path)],
            env=there,
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        with child:
            begun = heard(child)
            x, y = begun["at"]
            before = begun["part"]
            way = (148.5 - before["side"] / 2 - before["x"]) * begun["scale"]
            tell("windowfocus", "--sync", begun["window"])
            tell("mousemove", x, y)
            tell("mousedown", 1)
            for step in range(1, STEPS + 1):
                # Near the middle, not on it: the rest of the way is the part's own.
                tell("mousemove", round(x + (way + 1) * step / STEPS), y)
                time.sleep(0.05)
            tell("mouseup", 1)
            tell("key", "Up", "Up")
            after = heard(child)["part"]

    assert after["x"] + after["side"] / 2 == pytest.approx(148.5, abs=0.02)
    assert after["top"] < before["top"] - 0.5
