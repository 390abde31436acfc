"""One canvas as it will print: the size of its paper, and whether it lies on several sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.canvases.canvas_acts import CanvasActs
from bootcamp_app.ui.canvases.notes_words import notes_sentence
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.tasks import Tasks

SIZES = ("A0", "A1", "A2", "A3", "A4")
_FIRST_SIZE, _TILE = "A3", "A4"


class CanvasPaper(QWidget):
    """Shows one template at a size of paper, landscape."""

    left = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.template: Template | None = None
        self.chosen = _FIRST_SIZE
        self.acts = CanvasActs()
        self.paper = PaperView(tasks)
        self.back = button(
            N_("All canvases"), self.left.emit, kind="link", icon_name="chevron-left"
        )
        self._title = Label(size="heading", wraps=True)
        self._held = Label(tone="muted", wraps=True)
        self.sizes = Segments(dict(zip(SIZES, SIZES, strict=True)), N_("Size of the paper"))
        self.tiled = QCheckBox()
        self._build()

    def show_template(self, template: Template) -> None:
        """Show another canvas, at the size that was chosen last."""
        self.template = template
        say(self._title, lambda: str(template.title))
        self.acts.show_for(template)
        self._make()
        self.sizes.setFocus()

    def leave(self) -> None:
        """Show nothing, and stop what is being made."""
        self.paper.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        say(self.tiled, N_("On several A4 sheets, to be glued together"))
        say(self.tiled, N_("On several A4 sheets, to be glued together"), "setAccessibleName")
        self.sizes.choose(self.chosen)
        self.sizes.chosen.connect(self._choose)
        self.tiled.toggled.connect(lambda _on: self._make())
        whole = column(
            row(self.back, 1),
            self._title,
            self.acts,
            Flow(self.sizes, self.tiled, gap=16),
            self._held,
            self.paper,
            gap=12,
        )
        whole.setStretch(5, 1)
        self.setLayout(whole)

    def _choose(self, size: str) -> None:
        self.chosen = size
        # One A4 sheet needs no gluing.
        self.tiled.setEnabled(size != _TILE)
        self._make()

    def _make(self) -> None:
        template, size = self.template, self.chosen
        if template is None:
            return
        say(self._held, lambda: notes_sentence(template, size))
        tile = _TILE if self.tiled.isChecked() and size != _TILE else None

        def make(path: Path, _step: Progress) -> int:
            from bootcamp_app.features.canvases.blank import print_blank  # noqa: PLC0415 - heavy

            return print_blank(template, size, path, tile)

        self.paper.show_paper(ToPrint(make, lambda: _file_name(template, size, tile)))


def _file_name(template: Template, size: str, tile: str | None) -> str:
    sheets = _("on A4 sheets") if tile else ""
    return file_name(str(template.title), size, sheets, ending=".pdf")
