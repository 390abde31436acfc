"""The theme in use: one for the whole program; changing it turns every open window."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from bootcamp_app.core.i18n import words
from bootcamp_app.ui.theme import fonts
from bootcamp_app.ui.theme.colours import LIGHT, SCHEMES, mixed
from bootcamp_app.ui.theme.style import palette, style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from bootcamp_app.ui.theme.colours import Colours


class Theme(QObject):
    """Colours and sizes as a person chose them."""

    changed = Signal()
    """Colours, sizes or fonts are different now; what is drawn by hand must be drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = LIGHT
        self.percent = 100
        self._choice = "light"
        self._worn: tuple[Colours, int, str] | None = None

    def use(self, choice: str = "", percent: int = 0) -> None:
        """Show a theme (`system`, `light`, `dark`, `contrast`) at a text size; empty keeps it."""
        self._choice = choice or self._choice
        self.percent = percent or self.percent
        self.colours = SCHEMES[self._scheme()]
        self.apply()

    def apply(self) -> None:
        """Dress the application, after the language turned for example; where it is, do nothing."""
        app = QApplication.instance()
        wanted = (self.colours, self.percent, words.language)
        if isinstance(app, QApplication) and wanted != self._worn:
            self._worn = wanted
            fonts.load_fonts()
            app.setPalette(palette(self.colours))
            app.setFont(self.font())
            app.setStyleSheet(style_sheet(self.colours, self.percent, words.language))
            self.changed.emit()

    def px(self, pixels: float) -> int:
        """Give a length at the chosen text size."""
        return round(pixels * self.percent / 100)

    def font(self, size: str = "body", weight: int = 400) -> QFont:
        """Give the font of a size of `fonts.SIZES` in the language in use."""
        return fonts.font(words.language, self.px(fonts.SIZES[size]), weight)

    def colour(self, role: str) -> QColor:
        """Give the colour of a role."""
        # Tables ask for each of their cells: Qt's own reading of the text takes longer.
        return QColor(_colour(self.colours.role(role)))

    def around_paper(self) -> QColor:
        """Give the colour of what white pages lie on."""
        colours = self.colours
        if colours.border > 1:
            # Where there are two colours only, a mean of both sets the white page apart.
            return QColor(mixed(colours.line, colours.sunken, 0.5))
        return self.colour("sunken")

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.colour("surface").lightness() < self.colour("ink").lightness()

    def follow_system(self) -> None:
        """Turn with the system from now on, where the system is what was chosen."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_turned)

    def _system_turned(self) -> None:
        if self._choice in ("system", "contrast"):
            self.use()

    def _scheme(self) -> str:
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._choice == "system":
            return "dark" if is_dark else "light"
        if self._choice == "contrast":
            return "contrast_dark" if is_dark else "contrast"
        return self._choice


@cache
def _colour(name: str) -> QColor:
    return QColor(name)


theme = Theme()
