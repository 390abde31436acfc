"""The scanner on a real X server, under real keyboard layouts: keys as the server sends them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.xvfb import Screen

LAYOUTS = ["us", "kh", "th", "fr", "ara", "ru", "de"]
TOOLS = ("Xvfb", "xdotool", "setxkbmap")
_FIRST_OF_THE_ROW = 10
_ROW = "1234567890"


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}")
@pytest.mark.parametrize("has_caps_lock", [False, True], ids=["", "caps"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_name_sees_no_digit_and_each_badge_is_recorded(
    layout: str, has_caps_lock: bool, tmp_path: Path
) -> None:
    with Screen() as screen:
        there = os.environ | {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
        there |= {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}

        def tell(*command: str) -> None:
            subprocess.run(command, env=there, check=True, timeout=60)

        tell("setxkbmap", layout)
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.attendance.on_x", str(tmp_path)],
            env=there,
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        with child:
            assert child.stdout is not None
            begun = json.loads(child.stdout.readline())
            tell("xdotool", "windowfocus", "--sync", str(begun["window"]))
            if has_caps_lock:
                tell("xdotool", "key", "Caps_Lock")
            first, second = begun["codes"]
            for code, end in ((first, ["Return"]), (second, ["Tab"]), (first, [])):
                keys = [str(_FIRST_OF_THE_ROW + _ROW.index(digit)) for digit in code]
                tell("xdotool", "key", "--delay", "8", *keys, *end)
                time.sleep(0.5)
            (tmp_path / "done").touch()
            told = json.loads(child.stdout.readline())

    assert told["results"] == ["recorded", "recorded", "duplicate"]
    assert told["field"] == "CHAN Sreyneang"
    assert "CHAN Sreyneang" in told["kept"]
    assert "SOK Vibol" in told["toast"]
