"""Folders that nobody else looks into, and that no killed process leaves for long."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.private import private_folder, sweep_private
from tests.cli.asking import with_environment

if TYPE_CHECKING:
    from pathlib import Path

KILLED = """
import os, signal, sys
from pathlib import Path
from bootcamp_app.core.private import private_folder
with private_folder(Path(sys.argv[1])) as folder:
    (folder / "plain").write_text("names")
    os.kill(os.getpid(), signal.SIGTERM)
"""


def test_only_its_maker_may_look_into_it_and_it_goes_with_the_block(tmp_path: Path) -> None:
    with private_folder(tmp_path) as folder:
        (folder / "plain").write_text("names")
        sweep_private(tmp_path)  # what is worked in stays
        assert (folder / "plain").exists()
        if sys.platform != "win32":
            assert folder.stat().st_mode & 0o777 == 0o700

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_swept_at_once(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, tmp_path], env=with_environment({}), check=False)
    (left,) = tmp_path.glob(".*.private")
    assert (left / "plain").exists()

    sweep_private(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("age", "stays"), [(0, True), (600, False), (-63_072_000, False)])
def test_one_without_its_lock_stays_while_it_may_be_in_the_making(
    age: int, tmp_path: Path, *, stays: bool
) -> None:
    folder = tmp_path / ".0199b7a0-0000-7000-8000-000000000001.private"
    folder.mkdir()
    os.utime(folder, (time.time() - age,) * 2)
    (tmp_path / "mine.private").mkdir()

    sweep_private(tmp_path)

    assert folder.exists() is stays
    assert (tmp_path / "mine.private").exists()
