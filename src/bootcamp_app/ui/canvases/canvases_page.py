"""Teams and canvases: teams, boards, the gallery of templates, and solutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.acts import board_acts
from bootcamp_app.ui.help.topics import BOARD
from bootcamp_app.ui.kit.page_of_sections import PageOfSections

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


class CanvasesPage(PageOfSections["Section"]):
    """Shows one section at a time, or a board over all of the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Teams & canvases"), desk, SECTIONS, _FIRST)
        self.board: BoardPage | None = None
        self.show_section(_FIRST)
        desk.bootcamp_chosen.connect(lambda _bootcamp: self.close_board())
        self.acts = board_acts(self)

    def listen_to(self, made: Section) -> None:
        """Open the boards that a section asks for."""
        made.board_wanted.connect(self.open_board)

    def show_section(self, key: str) -> None:
        """Put one section in front."""
        self.close_board()
        super().show_section(key)

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
            super().came_to_front()

    def return_home(self) -> None:
        """Called when the page is asked for while it is shown."""
        if self.board is not None and self.board.board_id:
            self.close_board()
        else:
            super().return_home()

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
