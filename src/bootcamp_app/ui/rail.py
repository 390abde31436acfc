"""The rail: which bootcamp, which page, which language, and whether all is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.activity import Activity
from bootcamp_app.ui.chooser import Chooser
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.pages import PAGES, PageEntry
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text

_WIDTH, _PLACE = 208, 40
LANGUAGE_NAMES = {"en": lambda: "EN", "km": lambda: "ខ្មែរ"}
"""How the switch names the languages, each in its own."""


class Rail(QFrame):
    """The left side of the window."""

    place_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooser = Chooser()
        self.activity = Activity()
        self.menu = IconButton(N_("Menu"), "menu")
        self.status = Label(size="small", tone="muted", wraps=True)
        self.languages = Segments(LANGUAGE_NAMES, N_("Language"))
        self._places = {entry.id: _place(entry) for entry in PAGES}
        self._group = QButtonGroup(self)
        self._build()
        theme.changed.connect(self._scale)
        tongue.turned.connect(self._scale)
        self._scale()

    def show_place(self, page_id: str) -> None:
        """Mark a page as the one that is shown."""
        self._places[page_id].setChecked(True)

    def say_status(self, text: Text) -> None:
        """Say whether all is saved, and when the last backup was made."""
        say(self.status, text)

    def set_open(self, *, is_open: bool) -> None:
        """Let pages be chosen, or not while no workspace is open."""
        for part in (*self._places.values(), self.chooser):
            part.setEnabled(is_open)

    def _build(self) -> None:
        for page_id, place in self._places.items():
            self._group.addButton(place)
            place.clicked.connect(lambda _on, wanted=page_id: self.place_chosen.emit(wanted))
        self.languages.chosen.connect(self.language_chosen)
        places = QWidget()
        places.setLayout(column(*self._places.values(), 1, gap=4))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(places)
        foot = row(self.languages, 1, self.menu)
        whole = column(self.chooser, self._area, self.activity, foot, self.status, gap=12)
        whole.setContentsMargins(12, 16, 12, 12)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _scale(self) -> None:
        for place in self._places.values():
            place.setIconSize(QSize(theme.px(28), theme.px(18)))
            place.setMinimumHeight(theme.px(_PLACE))
        widest = max(place.sizeHint().width() for place in self._places.values())
        foot = self.languages.sizeHint().width() + self.menu.sizeHint().width() + 8
        self.setFixedWidth(max(_WIDTH, widest + 40, foot + 24))


def _place(entry: PageEntry) -> QPushButton:
    made = QPushButton()
    made.setCheckable(True)
    made.setProperty("kind", "place")
    made.setProperty("place", entry.id)
    made.setIcon(icon(entry.icon))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    say(made, entry.text)
    say(made, entry.text, "setAccessibleName")
    return made
