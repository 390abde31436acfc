"""The gallery of templates, and each as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.canvases.canvas_paper import CanvasPaper
from bootcamp_app.ui.canvases.section import Section
from bootcamp_app.ui.canvases.template_card import TemplateCard
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding

if TYPE_CHECKING:
    from bootcamp_app.ui.desk import Desk


class GallerySection(Section):
    """Shows the canvases that there are, and prints them at true size."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cards = [TemplateCard(template) for template in templates().values()]
        self.canvas = CanvasPaper(desk.tasks)
        self._last: TemplateCard | None = None
        self._build()
        self._connect()

    def open_canvas(self, card: TemplateCard) -> None:
        """Show a canvas as it will print."""
        self._last = card
        self._gallery.hide()
        self.canvas.show()
        self.canvas.show_template(card.template)

    def return_home(self) -> None:
        """Come back to all canvases."""
        self.canvas.leave()
        self.canvas.hide()
        self._gallery.show()
        if self._last is not None:
            self._last.setFocus()

    def _build(self) -> None:
        teams = Label(
            N_(
                "Each team writes its name on its canvas. Print one canvas a team, as large as "
                "the wall allows; A1 suits eight people standing."
            ),
            tone="muted",
            wraps=True,
        )
        self._gallery = holding(column(teams, Flow(*self.cards, gap=GAP), 1))
        self.canvas.hide()
        whole = column(self._gallery, self.canvas)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        for card in self.cards:
            card.clicked.connect(lambda _on=False, one=card: self.open_canvas(one))
        self.canvas.left.connect(self.return_home)
        self.canvas.paper.saved.connect(self._say_saved)

    def _say_saved(self, path: object) -> None:
        self.said.emit(Sentence("Saved as “{name}”.", name=getattr(path, "name", "")), "")
