"""What the colours, sides and kinds of a board are called, and how a colour is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from bootcamp_app.core.i18n import N_, _, ngettext, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.note_lines import COLOUR_WORDS
from bootcamp_app.features.canvases.views import NOTE_COLOURS, SIDE_COLOURS
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text

_SIZE = 18


def _capital(words: str) -> Text:
    return lambda: _(words).capitalize()


COLOURS: dict[str, Text] = {key: _capital(words) for key, words in COLOUR_WORDS.items()}
SIDES: dict[str, Text] = {
    "": N_("No side"),
    **SIDE_WORDS,
}
KINDS: dict[str, Text] = {
    "note": N_("Sticky note"),
    "text": N_("Text"),
    "picture": N_("Picture"),
    "connector": N_("Connector"),
    "frame": N_("Frame"),
}


def zone_number(number: int) -> str:
    """Give the number of a zone as the paper has it: in Khmer always with Khmer digits."""
    return khmer_digits(str(number)) if words.language == "km" else str(number)


def zone_titled(number: int, title: object) -> Text:
    """Give the number and the title of a zone."""
    return lambda: f"{zone_number(number)} {title}"


def notes_added(count: int) -> str:
    """Say how many notes were added."""
    return ngettext("{n} note was added.", "{n} notes were added.", count).format(n=digits(count))


def colour_icon(colour: str) -> QIcon:
    """Give a note in small; with no colour it is that of any zone."""
    if not colour:
        return _drawn(("yellow", "blue", "green"))
    return _drawn((colour,))


def side_icon(side: str) -> QIcon:
    """Give a note in small with the stripe of a side."""
    return _drawn(("white",), SIDE_COLOURS.get(side, ""))


def _drawn(colours: tuple[str, ...], stripe: str = "") -> QIcon:
    size = theme.px(_SIZE)
    drawn = QPixmap(size * 2, size * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        width = (size - 2) / len(colours)
        for at, colour in enumerate(colours):
            painter.fillRect(
                round(1 + at * width), 1, round(width + 1), size - 2, QColor(NOTE_COLOURS[colour])
            )
        if stripe:
            painter.fillRect(1, 1, max(size // 4, 3), size - 2, QColor(stripe))
        painter.setPen(theme.colour("muted"))
        painter.drawRect(1, 1, size - 3, size - 3)
    return QIcon(drawn)
