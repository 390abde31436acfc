"""The head of a board: the way back, whose it is, and what is done with it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.canvases.views import NOTE
from bootcamp_app.ui.kit.button import Button, IconButton
from bootcamp_app.ui.kit.header import Header
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import BoardContents
    from bootcamp_app.features.teams.views import Team

BOARD, LIST = "board", "list"


class BoardHead(QWidget):
    """Title, the line below it, and buttons; the main one is to print.

    Paper or list is chosen beside the fast entry, where there is more room.
    """

    left = Signal()
    print_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._named: list[Button] = []
        self.title = Label(size="heading", wraps=True)
        self.subtitle = Label(tone="muted", wraps=True)
        self.back = IconButton(N_("Back to all boards"), "chevron-left", kind="plain")
        help_button = IconButton(N_("Help for this page"), "help")
        help_button.clicked.connect(self.help_wanted)
        self._header = Header(self.title, self.subtitle, help_button, title_lines=2)
        self.looks = Segments({BOARD: N_("Board"), LIST: N_("List")}, N_("How notes are shown"))
        self.print = Button(N_("Print"), kind="main", icon_name="printer")
        self.looks.choose(BOARD)
        self.print.clicked.connect(self.print_wanted)
        self.back.clicked.connect(self.left)
        line = row(self.back, self._header, gap=12)
        line.setStretch(1, 1)
        line.setAlignment(self.back, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def add(self, *parts: QWidget) -> None:
        """Put more buttons in, and the one to print at the end."""
        for part in (*parts, self.print):
            self._header.add(part)
            if isinstance(part, Button) and part.property("kind") != "timer":
                self._named.append(part)

    def be_low(self, *, is_low: bool) -> None:
        """Take less room: icons alone, and no line below the title."""
        self.subtitle.setVisible(not is_low)
        for part in self._named:
            part.show_words(is_shown=not is_low)

    def show_board(self, contents: BoardContents, team: Team | None) -> None:
        """Say whose board it is, and what is on it."""
        board = contents.board
        notes = sum(one.kind == NOTE for one in contents.items)
        say(self.title, lambda: " · ".join(filter(None, (team_of(board.team, team), board.title))))
        say(
            self.subtitle,
            lambda: " · ".join((board.paper, _counted(notes), _("always kept"))),
        )


def team_of(label: str, team: Team | None) -> str:
    """Say whose a board is in the language in use, or nothing."""
    if not label:
        return ""
    name = str(team) if team is not None else label
    # A team that is called only by a number would say nothing.
    return _("Team {name}").format(name=digits(name)) if name.isdecimal() else name


def _counted(notes: int) -> str:
    return ngettext("{n} note", "{n} notes", notes).format(n=digits(notes))
