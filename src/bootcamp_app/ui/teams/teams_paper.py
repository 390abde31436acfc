"""Lists of teams and table signs as they will print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.desk import Desk

KINDS = {
    "lists": N_("Team lists, A4"),
    "folded": N_("Table signs, A4 to be folded"),
    "A5": N_("Table signs, A5"),
}


class TeamsPaper(QWidget):
    """Makes what is chosen and shows it."""

    left = Signal()
    said = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp: Bootcamp | None = None
        self._team: Team | None = None
        self._kind = "lists"
        self.paper = PaperView(desk.tasks, speaks=True)
        self.back = button(N_("All teams"), self.leave, kind="link", icon_name="chevron-left")
        self.kinds = Segments(KINDS, N_("What is printed"))
        self._title = Label(size="heading", wraps=True)
        head = holding(Flow(self.back, self.kinds, gap=16))
        whole = column(head, self._title, self.paper, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.kinds.chosen.connect(self._choose)
        self.paper.saved.connect(self._saved)

    def show_teams(self, bootcamp: Bootcamp, kind: str, team: Team | None) -> None:
        """Show lists or signs of one team, or of all of them."""
        self._bootcamp, self._team = bootcamp, team
        say(self._title, (lambda: str(team)) if team else N_("All teams"))
        self.kinds.choose(kind)
        self._choose(kind)

    def leave(self) -> None:
        """Stop what is under way and go back."""
        self.paper.clear()
        self.left.emit()

    def _choose(self, kind: str) -> None:
        self._kind = kind
        make = partial(self._print, kind)
        self.paper.show_paper(ToPrint(make, self._name, N_("Preparing the pages…")))

    def _print(self, kind: str, file: Path, step: Progress) -> int:
        # Printing is heavy to import, and few sittings print.
        from bootcamp_app.features.teams.paper import (  # noqa: PLC0415
            Printing,
            print_lists,
            print_signs,
        )

        app, bootcamp = self._desk.app, self._bootcamp
        if bootcamp is None:
            return 0
        step(0, 1)
        made_at = app.clock.now().astimezone(bootcamp.zone)
        only = (self._team.label,) if self._team else ()
        wanted = Printing(bootcamp, app.teams.roster(bootcamp), made_at, only)
        if kind == "lists":
            return print_lists(wanted, file, step)
        return print_signs(wanted, file, kind, step)

    def _name(self) -> str:
        """Give a name without anybody in it."""
        kind = "team-lists" if self._kind == "lists" else f"table-signs-{self._kind.lower()}"
        return f"{kind}-{self._bootcamp.code}.pdf" if self._bootcamp else f"{kind}.pdf"

    def _saved(self, path: Path) -> None:
        self.said.emit(Sentence("Saved: {name}", name=path.name), "")
