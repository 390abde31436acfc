"""One board over the whole page: the paper, and everything that is done with it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from bootcamp_app.features.canvases.arranging import given, in_order, removed
from bootcamp_app.features.canvases.entering import Entry, entered
from bootcamp_app.features.canvases.gestures import done
from bootcamp_app.features.canvases.views import (
    BoardChanged,
    BoardContents,
    BoardsChanged,
    Gesture,
    VotesChanged,
)
from bootcamp_app.features.teams.views import TeamsChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.canvases.around.board_head import BoardHead
from bootcamp_app.ui.canvases.around.board_menu import BoardMenu
from bootcamp_app.ui.canvases.around.board_paper import BoardPaper
from bootcamp_app.ui.canvases.around.board_read import BoardRead, read_board
from bootcamp_app.ui.canvases.around.clipboard import Clipboard
from bootcamp_app.ui.canvases.around.commands import Commands
from bootcamp_app.ui.canvases.around.entry_bar import EntryBar
from bootcamp_app.ui.canvases.around.keys import Keys
from bootcamp_app.ui.canvases.around.note_dialog import NoteDialog
from bootcamp_app.ui.canvases.around.notes_list import NotesList
from bootcamp_app.ui.canvases.around.people_here import PeopleHere
from bootcamp_app.ui.canvases.around.pictures import Pictures
from bootcamp_app.ui.canvases.around.side_panel import SidePanel
from bootcamp_app.ui.canvases.around.steps import Steps
from bootcamp_app.ui.canvases.around.tool_rail import ToolRail
from bootcamp_app.ui.canvases.around.zoom_row import ZoomRow
from bootcamp_app.ui.canvases.board.board_view import BoardView
from bootcamp_app.ui.kit.layouts import column, holding, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.canvases.views import Picture
    from bootcamp_app.ui.canvases.around.note_lines import NoteLine
    from bootcamp_app.ui.desk import Desk
