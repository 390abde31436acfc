"""How large the board is shown, at its lower edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import row
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.board.board_view import BoardView

_STEP = 1.25


class ZoomRow(QWidget):
    """Smaller, larger, the whole paper."""

    def __init__(self, view: BoardView) -> None:
        super().__init__()
        self.setObjectName("zoom")
        self._scale = 1.0
        self.smaller = IconButton(N_("Smaller"), "zoom-out")
        self.larger = IconButton(N_("Larger"), "zoom-in")
        self.whole = IconButton(N_("Whole paper"), "maximize")
        self._percent = Label(size="small", tone="muted")
        self.smaller.clicked.connect(lambda: view.zoom_by(1 / _STEP))
        self.larger.clicked.connect(lambda: view.zoom_by(_STEP))
        self.whole.clicked.connect(view.fit_whole)
        view.zoomed.connect(self._show)
        self.setLayout(row(self.smaller, self._percent, self.larger, self.whole, gap=0))
        self._show(view.scale_of_view)

    def _show(self, scale: float) -> None:
        self._scale = scale
        say(self._percent, lambda: f"{digits(round(self._scale * 100))} %")
