"""Opening a file: the recent ones first, then any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from bootcamp_app.ui.main_window import MainWindow
from bootcamp_app.ui.memory import Memory
from bootcamp_app.ui.welcome.workspace_files import RecentDialog, ask_for_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.choices import Choices


def window_of(choices: Choices, qtbot: QtBot) -> MainWindow:
    made = MainWindow(choices, Memory())
    qtbot.addWidget(made)
    made.show()
    return made


def test_recent_files_that_are_still_there_are_offered(
    choices: Choices, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "kampot.bootcamp"
    there.touch()
    choices.change(recent=(str(there), str(tmp_path / "gone.bootcamp")))
    window, opened = window_of(choices, qtbot), list[str]()

    ask_for_workspace(window, opened.append)
    dialog = window.findChild(RecentDialog)
    assert dialog is not None
    offered = [made.accessibleName() for made in dialog.places]
    dialog.places[0].click()

    assert offered == [f"kampot.bootcamp in {tmp_path}"]
    assert opened == [str(there)]


def test_without_recent_files_any_file_is_asked_for(
    choices: Choices, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "kep.bootcamp"
    there.touch()
    window, opened = window_of(choices, qtbot), list[str]()

    ask_for_workspace(window, opened.append)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(there))
    dialog.reject()

    assert opened == [str(there)]
    assert "*.bootcamp" in dialog.nameFilters()[0]
