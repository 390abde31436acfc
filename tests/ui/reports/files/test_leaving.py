"""A file that is being made is not dropped in silence when its workspace or window is left."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.features.exports.service import Exports

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.program import Running


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files take until they are stopped."""

    def write(_self: object, *args: object) -> None:
        progress = args[-1]
        while True:
            progress(1, 2)  # type: ignore[operator]
            time.sleep(0.002)

    monkeypatch.setattr(Exports, "write", write)


def begin(running: Running, target: Path) -> None:
    running.fill(scans=0)
    page = running.show("reports.people").page("reports")
    page.files.shown.delivery.save_to(target)  # type: ignore[attr-defined]


def test_opening_another_workspace_says_what_was_not_finished(
    running: Running, slow: None, tmp_path: Path
) -> None:
    del slow
    begin(running, tmp_path / "people.xlsx")
    running.window.say("Saved as “earlier.xlsx”.")
    before = running.desk

    running.program.workspaces.open(str(tmp_path / "other.bootcamp"))
    running.qtbot.waitUntil(lambda: running.desk is not before)
    running.settle()

    assert "Writing “people.xlsx”" in running.window.toast.plain
    assert not (tmp_path / "people.xlsx").exists()


def test_closing_the_window_says_once_what_is_under_way(
    running: Running, slow: None, tmp_path: Path
) -> None:
    del slow
    begin(running, tmp_path / "people.xlsx")

    assert not running.window.close()
    assert "Writing “people.xlsx”" in running.window.toast.plain
    assert running.window.close()
