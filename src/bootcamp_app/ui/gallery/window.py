"""The window of `bootcamp --gallery`: every part of the kit, in any language, theme and size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QMainWindow, QScrollArea

from bootcamp_app.core.i18n import N_, words
from bootcamp_app.ui.gallery.part import Stage
from bootcamp_app.ui.gallery.parts import PARTS
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.qt_words import speak_qt
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, in_words, say, tongue

THEMES = {"light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}
SIZES = (90, 100, 150, 200)
_SIZE, _LIST = (1100, 720), 240


class GalleryWindow(QMainWindow):
    """Shows one part at a time; nothing that is chosen here is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = QListWidget()
        self.languages = Segments({"en": lambda: "EN", "km": lambda: "ខ្មែរ"}, N_("Language"))
        self.themes = Segments(THEMES, N_("Theme"))
        self.sizes = Segments({str(size): _size(size) for size in SIZES}, N_("Text size"))
        self._area = QScrollArea()
        self._build()
        self._connect()
        self.parts.setCurrentRow(0)

    @property
    def stage(self) -> Stage:
        """The page with the part that is shown."""
        shown = self._area.widget()
        assert isinstance(shown, Stage)
        return shown

    def show_part(self, number: int) -> None:
        """Show a part by its place in the list."""
        self._area.setWidget(Stage(PARTS[number]))

    def _build(self) -> None:
        say(self, N_("Gallery of parts"), "setWindowTitle")
        say(self.parts, N_("Gallery of parts"), "setAccessibleName")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for _part in PARTS:
            self.parts.addItem("")
        self.languages.choose(words.language)
        self.themes.choose("dark" if theme.is_dark else "light")
        self.sizes.choose("100")
        switches = holding(Flow(self.languages, self.themes, self.sizes, gap=16))
        beside = row(self.parts, self._area, gap=16)
        beside.setStretch(1, 1)
        whole = column(switches, beside, gap=16, margin=16)
        whole.setStretch(1, 1)
        self.setCentralWidget(holding(whole))
        self.resize(*_SIZE)
        self._scale()
        self._say()

    def _connect(self) -> None:
        self.parts.currentRowChanged.connect(self.show_part)
        self.languages.chosen.connect(_speak)
        self.themes.chosen.connect(theme.use)
        self.sizes.chosen.connect(lambda size: theme.use(percent=int(size)))
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._say)

    def _say(self) -> None:
        for number, part in enumerate(PARTS):
            self.parts.item(number).setText(in_words(part.title))

    def _scale(self) -> None:
        self.parts.setFixedWidth(theme.px(_LIST))


def _speak(language: str) -> None:
    speak_qt(language)
    tongue.turn(language)
    theme.apply()


def _size(percent: int) -> Text:
    return lambda: digits(f"{percent} %")
