"""Teams and canvases: teams, boards, the gallery of templates, and solutions."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.acts import board_acts
from bootcamp_app.ui.help.topics import BOARD
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.segments import Segments

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.board_page import BoardPage
    from bootcamp_app.ui.canvases.section import Section
    from bootcamp_app.ui.desk import Desk

SECTIONS = {
    "teams": (N_("Teams"), "teams.teams_section:TeamsSection"),
    "boards": (N_("Boards"), "canvases.boards_section:BoardsSection"),
    "gallery": (N_("Canvases"), "canvases.gallery_section:GallerySection"),
    "solutions": (N_("Solutions"), "canvases.solutions_section:SolutionsSection"),
}
_FIRST = "gallery"


class CanvasesPage(Page):
    """Shows one section at a time, each made when it is first wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Teams & canvases"))
        self._desk = desk
        self._made: dict[str, Section] = {}
        self._shown = _FIRST
        self.board: BoardPage | None = None
        self.sections = Segments(
            {key: words for key, (words, _place) in SECTIONS.items()}, N_("Part of the page")
        )
        # Not a stack of Qt's, which is as high as the highest section that was ever opened.
        self._stack = QWidget()
        self._layout = column()
        self._stack.setLayout(self._layout)
        self.sections.chosen.connect(self.show_section)
        self.add(self.sections)
        self.add(self._stack, 1)
        self.show_section(_FIRST)
        desk.bootcamp_chosen.connect(lambda _bootcamp: self.close_board())
        self.acts = board_acts(self)

    def section(self, key: str) -> Section:
        """Give a section, made where it is not as yet."""
        if key not in self._made:
            module, _, name = SECTIONS[key][1].partition(":")
            made: Section = getattr(import_module(f"bootcamp_app.ui.{module}"), name)(self._desk)
            made.said.connect(self.said)
            made.refused.connect(self.refuse)
            made.section_wanted.connect(self.show_section)
            made.board_wanted.connect(self.open_board)
            made.hide()
            self._layout.addWidget(made)
            self._made[key] = made
        return self._made[key]

    def show_section(self, key: str) -> None:
        """Put one section in front."""
        self.close_board()
        self._shown = key
        self.sections.choose(key)
        shown = self.section(key)
        for other in self._made.values():
            if other is not shown:
                other.hide()
        shown.show()
        if self.isVisible():
            self.section(key).came_to_front()

    def open_board(self, board_id: str) -> None:
        """Show one board over the whole page."""
        board = self.board or self._make_board()
        self.give_all(is_all=True)
        self._help_with(BOARD)
        self.sections.hide()
        self._stack.hide()
        board.show()
        board.open(board_id)

    def close_board(self) -> None:
        """Come back from a board to the section from which it was opened."""
        if self.board is not None and self.board.board_id:
            self.board.close_board()
            self.give_all(is_all=False)
            self._help_with("")
            self.sections.show()
            self.board.hide()
            self._stack.show()
            self.section(self._shown).came_to_front()

    def came_to_front(self) -> None:
        """Called each time the page is shown."""
        if self.board is None or not self.board.board_id:
            self.section(self._shown).came_to_front()

    def return_home(self) -> None:
        """Called when the page is asked for while it is shown."""
        if self.board is not None and self.board.board_id:
            self.close_board()
        else:
            self.section(self._shown).return_home()

    def _help_with(self, topic: str) -> None:
        self.help_topic = topic
        self.help_turned.emit()

    def _make_board(self) -> BoardPage:
        from bootcamp_app.ui.canvases.board_page import BoardPage  # noqa: PLC0415 - heavy

        made = BoardPage(self._desk)
        made.said.connect(self.said)
        made.refused.connect(self.refuse)
        made.left.connect(self.close_board)
        made.help_wanted.connect(self.help_wanted)
        self.add(made, 1)
        self.board = made
        return made
