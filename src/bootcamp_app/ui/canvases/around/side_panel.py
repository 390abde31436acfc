"""The panel at the right of a board: its zones, or what is chosen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.around.note_inspector import NoteInspector
from bootcamp_app.ui.canvases.around.zone_panel import ZonePanel
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.views import BoardContents
    from bootcamp_app.ui.canvases.around.people_here import PeopleHere
    from bootcamp_app.ui.desk import Desk

_WIDTH = 232
_ZONES, _NOTE = "zones", "note"


class SidePanel(QFrame):
    """Turns to what is chosen when something is, and back when nothing is any more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.zones = ZonePanel()
        self.inspector = NoteInspector(desk)
        self._has_chosen = False
        self.parts = Segments(
            {_ZONES: N_("Zones"), _NOTE: N_("Sticky note")}, N_("What is shown beside")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(_scrolled(self.zones))
        self._stack.addWidget(_scrolled(self.inspector))
        whole = column(self.parts, self._stack, gap=10)
        whole.setContentsMargins(10, 12, 10, 10)
        self.setLayout(whole)
        say(self, N_("Beside the board"), "setAccessibleName")
        # It scrolls: no window is too low for it.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.parts.chosen.connect(self._show)
        theme.changed.connect(self._scale)
        self._scale()
        self._show(_ZONES)

    def show_contents(
        self, contents: BoardContents, chosen: Sequence[str], people: PeopleHere
    ) -> None:
        """Show what a board holds now, and what is chosen on it."""
        self.zones.show_contents(contents)
        self.inspector.show_items(contents, chosen, people)
        has_chosen = bool(self.inspector.ids)
        if has_chosen != self._has_chosen:
            self._has_chosen = has_chosen
            self._show(_NOTE if has_chosen else _ZONES)

    def _show(self, name: str) -> None:
        self.parts.choose(name)
        self._stack.setCurrentIndex(1 if name == _NOTE else 0)

    def _scale(self) -> None:
        self.setFixedWidth(theme.px(_WIDTH))


def _scrolled(part: ZonePanel | NoteInspector) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area
