"""The room around the page: it scrolls, and knows how large the page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea

from bootcamp_app.ui.certificates.editor.page_canvas import PageCanvas
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from bootcamp_app.ui.certificates.editor.draft import Draft

_AIR = 24
_LEAST, _MOST = 0.5, 10.0
_HEIGHT, _WIDTH = 220, 260


class PageArea(QScrollArea):
    """Shows the page whole, or larger with bars to scroll."""

    scaled = Signal()
    """The page is shown larger or smaller now: it has to be made anew."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.canvas = PageCanvas(draft)
        self._page = (297.0, 210.0)
        self._is_whole = True
        self.setWidget(self.canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def pixels(self) -> int:
        """How many pixels of the screen the page is wide."""
        return round(self._page[0] * self.canvas.scale * self.devicePixelRatioF())

    def fit_page(self, page: tuple[float, float]) -> None:
        """Show a page of another size."""
        if page != self._page:
            self._page = page
            self._fit()

    def zoom(self, times: float) -> None:
        """Show the page so many times as large; 0 is whole."""
        self._is_whole = not times
        if times:
            self._scale(self.canvas.scale * times)
        else:
            self._fit()

    def show_place(self) -> None:
        """Have the chosen part in view."""
        frame = self.canvas.frame()
        if frame is not None:
            at = self.canvas.place_of(frame.x + frame.width / 2, frame.top + frame.height / 2)
            self.ensureVisible(round(at.x()), round(at.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there is more room now, or less."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Called by Qt: the window's style sheet may have undressed it meanwhile."""
        super().showEvent(event)
        self._dress()

    def sizeHint(self) -> QSize:
        """Called by Qt: it takes the room that is left, and asks for none."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: so much that a page can be worked on."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def _fit(self) -> None:
        if self._is_whole:
            room, (width, height) = self.maximumViewportSize(), self._page
            self._scale(min((room.width() - _AIR) / width, (room.height() - _AIR) / height))

    def _scale(self, scale: float) -> None:
        wanted = min(max(scale, _LEAST), _MOST)
        if abs(wanted - self.canvas.scale) > 1e-3:
            self.canvas.set_scale(wanted)
            self.scaled.emit()

    def _dress(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, theme.colour("sunken"))
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setPalette(palette)
