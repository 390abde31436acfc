"""A board on the screen for the tests of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from bootcamp_app.ui.canvases.board.board_view import BoardView
from tests.ui.canvases.board.boards import Touched

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def touched(qtbot: QtBot) -> Touched:
    """An empty view of a board, large enough for all of the page."""
    view = BoardView()
    qtbot.addWidget(view)
    view.resize(900, 640)
    view.show()
    view.setFocus()
    QApplication.processEvents()
    return Touched(view)
