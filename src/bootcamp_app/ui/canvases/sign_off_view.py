"""The pages that both sides sign, as they will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.way_back import ViewWithWayBack

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.ui.desk import Desk


class SignOffView(ViewWithWayBack):
    """Shows a page for each solution, or for one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("All solutions"))
        self._desk = desk
        self.paper = PaperView(desk.tasks, print_kind="main", speaks=True)
        hint = Label(
            N_(
                "Both owners sign on paper. Then enter the day under “Signed by both on”. These "
                "pages name people: hand them only to those concerned."
            ),
            tone="muted",
            wraps=True,
        )
        whole = column(row(self.back, 1), hint, self.paper, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_pages(self, bootcamp: Bootcamp, solution: Solution | None) -> None:
        """Make the pages of all solutions, or of one, and show them."""
        app = self._desk.app

        def make(path: Path, step: Progress) -> int:
            printing = app.packs.sign_off(bootcamp)
            every = app.solutions.all(bootcamp)
            wanted = [one for one in every if solution is None or one.id == solution.id]
            return printing.print(wanted, path, app.clock.now(), step)

        title = solution.title if solution is not None else ""
        named = ToPrint(make, lambda: file_name(_("To sign"), bootcamp.code, title, ending=".pdf"))
        self.paper.show_paper(named)
        self.back.setFocus()

    def leave(self) -> None:
        """Show nothing, and stop what is being made."""
        self.paper.clear()
