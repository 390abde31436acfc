"""Folders for what is only shown: theirs alone, and gone afterwards."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.ui.kit.own_folder import OwnFolder, forget_old_folders

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_goes_when_nobody_holds_it(temporary: Path) -> None:
    folder = OwnFolder()
    (folder.path / "pages.pdf").write_text("x", "utf-8")

    del folder

    assert list(temporary.iterdir()) == []


def test_what_a_power_cut_left_behind_goes_after_a_day_and_nothing_else(temporary: Path) -> None:
    for name in ("bootcamp-desk-old", "bootcamp-desk-new", "another"):
        (temporary / name).mkdir()
        (temporary / name / "pages.pdf").write_text("x", "utf-8")
    for name in ("bootcamp-desk-old", "another"):
        os.utime(temporary / name, (0, 0))

    forget_old_folders()

    assert {one.name for one in temporary.iterdir()} == {"bootcamp-desk-new", "another"}


def test_a_disk_without_room_is_said_in_words(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "missing"))

    with pytest.raises(Refusal, match="no room to prepare the pages"):
        OwnFolder()
