"""The parts of a board's page, made and laid out; what they do together is the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.board_head import BOARD, BoardHead
from bootcamp_app.ui.canvases.around.board_paper import BoardPaper
from bootcamp_app.ui.canvases.around.entry_bar import EntryBar
from bootcamp_app.ui.canvases.around.notes_list import NotesList
from bootcamp_app.ui.canvases.around.side_panel import SidePanel
from bootcamp_app.ui.canvases.around.tool_rail import ToolRail
from bootcamp_app.ui.canvases.around.zoom_row import ZoomRow
from bootcamp_app.ui.canvases.board.board_view import BoardView
from bootcamp_app.ui.canvases.facilitation.parts import below, header_parts
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.board_page import BoardPage
    from bootcamp_app.ui.desk import Desk

_LEAST_VIEW = (320, 240)
_LOW = 560
"""A window that is lower than so many pixels at 100 % shows the panel only where it is asked for.
"""


class BoardParts:
    """Head, tools, paper or list, panel, fast entry, and the preview that stands in their place."""

    def __init__(self, desk: Desk) -> None:
        self.head = BoardHead()
        self.rail = ToolRail()
        self.view = BoardView()
        self.zoom = ZoomRow(self.view)
        self.list = NotesList()
        self.panel = SidePanel(desk)
        self.entry = EntryBar()
        self.paper = BoardPaper(desk)
        self.middle = QStackedWidget()
        self.whole = QStackedWidget()
        self.beside = QWidget()
        self.tools = QScrollArea()
        self.side = IconButton(N_("Beside the board"), "list")
        self._is_low = self._is_list = False

    def lay_out(self, foot_part: QWidget) -> QVBoxLayout:
        """Give all of it, with what stands below the paper."""
        self.view.setMinimumSize(*_LEAST_VIEW)
        # It wants no height of its own: it takes what the window leaves it.
        self.view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        # Tab stops at the view, and not once more at what it paints on.
        self.view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QFrame()
        ground.setObjectName("ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        around = column(self.view, foot_part, gap=0)
        around.setStretch(0, 1)
        around.setContentsMargins(2, 2, 2, 2)
        ground.setLayout(around)
        self.middle.addWidget(ground)
        self.middle.addWidget(self.list)
        self.beside = holding(column(self.panel, row(1, self.zoom), gap=4))
        self._build_low()
        line = row(self.tools, self.middle, self.beside, gap=12)
        line.setStretch(1, 1)
        foot = row(self.entry, self.side, self.head.looks, gap=12)
        foot.setStretch(0, 1)
        inner = column(line, foot, gap=8)
        inner.setStretch(0, 1)
        self.whole.addWidget(holding(inner))
        self.whole.addWidget(self.paper)
        whole = column(self.head, self.whole, gap=12)
        whole.setStretch(1, 1)
        return whole

    def show_sides(self, *, is_list: bool) -> None:
        """Show what stands beside the paper, or leave all room to the list."""
        self._is_list = is_list
        self.tools.setVisible(not is_list)
        self.side.setVisible(self._is_low and not is_list)
        self.beside.setVisible(not is_list and (self.side.isChecked() or not self._is_low))

    def fit(self, window_height: int) -> None:
        """Have the paper in sight also in a low window with large type."""
        is_low = window_height < theme.px(_LOW)
        bar = self.tools.verticalScrollBar().sizeHint().width() if is_low else 0
        self.tools.setFixedWidth(self.rail.sizeHint().width() + bar)
        if is_low != self._is_low:
            self._is_low = is_low
            self.head.be_low(is_low=is_low)
            self.show_sides(is_list=self._is_list)

    def _build_low(self) -> None:
        self.tools.setWidget(self.rail)
        self.tools.setWidgetResizable(True)
        self.tools.setFrameShape(QFrame.Shape.NoFrame)
        self.tools.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tools.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tools.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.side.setCheckable(True)
        self.side.hide()
        self.side.clicked.connect(lambda: self.show_sides(is_list=self._is_list))

    def connect(self, page: BoardPage) -> None:
        """Have the parts tell each other, and the page, what is wanted of them."""
        view, rail, head, entry = self.view, self.rail, self.head, self.entry
        view.tool_changed.connect(rail.show_tool)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda at: page.commands.menu(view.viewport().mapToGlobal(at))
        )
        rail.picture_wanted.connect(page.pictures.ask)
        for wanted, step in (
            (rail.undo_wanted, page.steps.undo),
            (rail.redo_wanted, page.steps.redo),
        ):
            # The buttons take no keys, so that what is being written is not left by a press.
            wanted.connect(page.keep_words)
            wanted.connect(step)
        for one, other in ((rail.side, entry.side), (entry.side, rail.side)):
            one.chosen.connect(view.set_side)
            one.chosen.connect(other.choose)
        rail.colour.chosen.connect(lambda key: view.set_colour(key or "yellow"))
        head.left.connect(page.left)
        head.help_wanted.connect(page.help_wanted)
        head.print_wanted.connect(lambda: page.show_paper(is_shown=True))
        head.looks.chosen.connect(lambda key: page.show_list(is_shown=key != BOARD))
        self.paper.left.connect(lambda: page.show_paper(is_shown=False))
        self.paper.said.connect(page.said)
        entry.left.connect(view.setFocus)
        page.steps.turned.connect(lambda undo, redo: rail.show_steps(may_undo=undo, may_redo=redo))


def facilitation(page: BoardPage) -> tuple[list[QWidget], QWidget]:
    """Give what facilitation has for the head of a board, and what it has for below the paper."""
    return header_parts(page), below(page)
