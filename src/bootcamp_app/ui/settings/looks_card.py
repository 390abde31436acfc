"""Language, digits, theme and text size: each takes effect while it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSlider

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.settings import TEXT_PERCENT, THEMES
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import holding, row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.palette_offers import THEME_NAMES
from bootcamp_app.ui.settings.parts import named, under
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.welcome.languages import LANGUAGES_BY_NAME
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.ui.choices import Choices

_STEP = 10
_DIGITS = {"latin": lambda: "0 1 2 3", "khmer": lambda: "០ ១ ២ ៣"}
_PAUSE = 200  # milliseconds: the slider must not grow away from under the pointer


class LooksCard(Card):
    """How everything is shown."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        names = {code: (lambda name=name: name) for code, name in LANGUAGES_BY_NAME.items()}
        self.languages = Segments(names, N_("Language"))
        self.digits = Segments(_DIGITS, N_("Digits in Khmer"))
        self.themes = Segments({name: THEME_NAMES[name] for name in THEMES}, N_("Theme"))
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self._percent = Label()
        self._pause = QTimer(singleShot=True, interval=_PAUSE)
        size_line = row(self.text_size, self._percent, gap=16)
        size_line.setStretch(0, 1)
        super().__init__(
            N_("Language and look"),
            under(N_("Language"), self.languages),
            under(N_("Digits in Khmer"), self.digits),
            under(N_("Theme"), self.themes),
            under(N_("Text size"), holding(size_line)),
            gap=20,
        )
        self._pause.setParent(self)
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        named(self.text_size, N_("Text size"))
        self.text_size.setRange(TEXT_PERCENT[0], TEXT_PERCENT[-1])
        self.text_size.setSingleStep(_STEP)
        self.text_size.setPageStep(2 * _STEP)
        say(self._percent, lambda: _per_cent(self.text_size.value()))

    def _connect(self) -> None:
        choices = self._choices
        self.languages.chosen.connect(lambda code: choices.change(language=code))
        self.digits.chosen.connect(lambda kind: choices.change(khmer_digits=kind == "khmer"))
        self.themes.chosen.connect(lambda name: choices.change(theme=name))
        self.text_size.valueChanged.connect(self._sized)
        self._pause.timeout.connect(lambda: choices.change(text_percent=self.text_size.value()))
        choices.changed.connect(self._show)
        theme.changed.connect(self._widen)

    def _show(self) -> None:
        now = self._choices.now
        self.languages.choose(now.language)
        self.digits.choose("khmer" if now.khmer_digits else "latin")
        self.themes.choose(now.theme)
        if not self._pause.isActive():
            self.text_size.setValue(now.text_percent)
        self._widen()

    def _sized(self, percent: int) -> None:
        self._percent.setText(_per_cent(percent))
        if percent != self._choices.now.text_percent:
            self._pause.start()

    def _widen(self) -> None:
        self._percent.setMinimumWidth(theme.px(56))


def _per_cent(percent: int) -> str:
    return f"{digits(percent)} %"
