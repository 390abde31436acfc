"""A canvas in the gallery: what it looks like, what it is for, and how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bootcamp_app.core.i18n import ngettext
from bootcamp_app.ui.canvases.thumbnail import Thumbnail
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say, tongue

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.canvases.canvas_pictures import CanvasPictures

_INNER, _MARGIN = 260, 16


class TemplateCard(QPushButton):
    """One template to press."""

    def __init__(self, template: Template, pictures: CanvasPictures | None = None) -> None:
        super().__init__()
        self.template = template
        self.setProperty("kind", "choice")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title = Label(size="heading", wraps=True)
        self._purpose = Label(tone="muted", wraps=True)
        self._minutes = Label(size="small", tone="muted")
        self._lines = column(
            Thumbnail(template, _INNER, pictures),
            self._title,
            self._purpose,
            1,
            self._minutes,
            gap=8,
        )
        self._lines.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setLayout(self._lines)
        for part in (self._title, self._purpose, self._minutes):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        say(self._title, lambda: str(template.title))
        say(self._purpose, lambda: str(template.purpose))
        say(self._minutes, lambda: _minutes(template))
        say(self, lambda: str(template.title), "setAccessibleName")
        say(self, lambda: f"{template.purpose} {_minutes(template)}", "setAccessibleDescription")
        theme.changed.connect(self._fit)
        tongue.turned.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as the words need at the card's width."""
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: no word may be clipped."""
        return self._hint

    def _fit(self) -> None:
        self._lines.invalidate()
        width = theme.px(_INNER) + 2 * _MARGIN
        # Laying out Khmer costs most of what a card costs, so it is done once and not each time.
        self._hint = QSize(width, self._lines.totalHeightForWidth(width))
        self.setFixedSize(self._hint)
        self.updateGeometry()


def _minutes(template: Template) -> str:
    minutes = template.minutes
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=digits(minutes))
