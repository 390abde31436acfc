"""A bug is shown once, tells nothing about people, and the program runs on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from bootcamp_app.core.settings import data_folder
from bootcamp_app.ui.bugs import Bugs

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "CHAN Sreyneang"


@pytest.fixture
def bugs(qapp: QApplication) -> Iterator[Bugs]:
    del qapp
    hook = sys.excepthook
    caught = Bugs(lambda: None)
    yield caught
    sys.excepthook = hook
    for dialog in caught.shown:
        dialog.close()


def fail(bugs: Bugs) -> None:
    try:
        raise KeyError(NAME)
    except KeyError as problem:
        bugs.caught(KeyError, problem, problem.__traceback__)


def test_a_bug_is_shown_once(bugs: Bugs) -> None:
    fail(bugs)
    fail(bugs)

    assert [one.isVisible() for one in bugs.shown] == [True]


def test_neither_the_report_nor_the_log_names_anybody(bugs: Bugs) -> None:
    reported: list[str] = []
    bugs.reported.connect(reported.append)

    fail(bugs)
    log = (data_folder() / "bootcamp-desk.log").read_text("utf-8")

    assert "KeyError" in reported[0]
    assert "KeyError" in log
    assert "tests/ui/test_bugs.py" in reported[0]
    assert str(Path(__file__).parents[2]) not in reported[0]  # it may be a person's own folder
    assert NAME not in reported[0]
    assert NAME not in log


def test_the_report_can_be_copied(bugs: Bugs) -> None:
    fail(bugs)
    dialog = bugs.shown[0]
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}

    buttons["Copy report"].click()

    report = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert QApplication.clipboard().text() == report
    assert "Bootcamp Desk" in report


def test_stopping_the_program_from_the_keyboard_is_no_bug(bugs: Bugs) -> None:
    bugs.caught(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert bugs.shown == []
