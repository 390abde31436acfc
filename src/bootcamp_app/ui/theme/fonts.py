"""The window's type: our own cut of Noto Sans and Noto Sans Khmer, with lines that clip nothing."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from bootcamp_app.core.resources import resource_folder

LATIN = "Bootcamp Desk Sans"
KHMER = "Bootcamp Desk Khmer"
SIZES = {"small": 13, "body": 15, "heading": 17, "title": 24, "figure": 36, "name": 52,
         "display": 88}  # fmt: skip
"""Sizes in pixels at 100 %."""

# Qt asks the Latin font for Khmer first and would warn each time that it has none. With a camera
# it tells of each library for other ways to draw. Rules that are set later would undo these.
_SILENT = "qt.text.font.db=false\nqt.multimedia.symbolsresolver=false"


def load_fonts() -> None:
    """Make the fonts known to Qt, once; a build without them must not run."""
    files = sorted(resource_folder("fonts").glob("*.ttf"))
    if not files or LATIN in QFontDatabase.families():
        return _must_be_there()
    QLoggingCategory.setFilterRules(_SILENT)
    # Qt keeps one list of fallbacks for the Khmer font; after English came first, our Latin one
    # would be missing there, and digits beside Khmer would come from a font of the system.
    QFont.insertSubstitution(KHMER, LATIN)
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
    return _must_be_there()


def families(language: str) -> list[str]:
    """Give the font families in the order of a language: the first one sets the line height."""
    return [KHMER, LATIN] if language == "km" else [LATIN, KHMER]


def font(language: str, pixels: int, weight: int = 400) -> QFont:
    """Give a font of this size and weight (400, 600 or 700)."""
    return QFont(_font(language, pixels, weight))


@cache
def _font(language: str, pixels: int, weight: int) -> QFont:
    made = QFont()
    made.setFamilies(families(language))
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    return made


def _must_be_there() -> None:
    if not {LATIN, KHMER} <= set(QFontDatabase.families()):
        raise FileNotFoundError("resources/fonts is not part of this build")
