"""One canvas as it will print: the size of its paper, and whether it lies on several sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.canvas_acts import CanvasActs
from bootcamp_app.ui.canvases.notes_words import notes_sentence
from bootcamp_app.ui.canvases.sheets_choice import SheetsChoice
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.way_back import ViewWithWayBack
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.tasks import Tasks

_FIRST_SIZE = "A3"


class CanvasPaper(ViewWithWayBack):
    """Shows one template at a size of paper, landscape."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(N_("All canvases"))
        self.template: Template | None = None
        self.acts = CanvasActs()
        self.paper = PaperView(tasks, speaks=True)
        self._title = Label(size="heading", wraps=True)
        self._held = Label(tone="muted", wraps=True)
        self.sheets = SheetsChoice(_FIRST_SIZE)
        self._build()

    def show_template(self, template: Template) -> None:
        """Show another canvas, at the size that was chosen last."""
        self.template = template
        say(self._title, lambda: str(template.title))
        self.acts.show_for(template)
        self._make()
        self.sheets.sizes.setFocus()

    def leave(self) -> None:
        """Show nothing, and stop what is being made."""
        self.paper.clear()

    def _build(self) -> None:
        self.sheets.changed.connect(self._make)
        whole = column(
            row(self.back, 1),
            self._title,
            self.acts,
            self.sheets,
            self._held,
            self.paper,
            gap=12,
        )
        whole.setStretch(5, 1)
        self.setLayout(whole)

    @property
    def chosen(self) -> str:
        """The size of paper that was chosen last."""
        return self.sheets.size_of_paper

    def _make(self) -> None:
        template, size, tile = self.template, self.chosen, self.sheets.tile
        if template is None:
            return
        say(self._held, lambda: notes_sentence(template, size))

        def make(path: Path, step: Progress) -> int:
            from bootcamp_app.features.canvases.blank import print_blank  # noqa: PLC0415 - heavy

            return print_blank(template, size, path, tile, step)

        self.paper.show_paper(ToPrint(make, lambda: self._file_name(template)))

    def _file_name(self, template: Template) -> str:
        sheets = self.sheets
        return file_name(str(template.title), sheets.size_of_paper, sheets.in_name, ending=".pdf")
