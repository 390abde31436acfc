"""The first page of a session in a room kit: what it is, when, and what has to lie ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.kit_parts import PENS_A_TEAM
from bootcamp_app.features.canvases.sheets import SIZES, sheet_of
from bootcamp_app.features.canvases.tiling import tiles_of
from bootcamp_app.printing.paper import A4, Column, Stroke, TextStyle

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.kit_parts import KitPart, KitWish
    from bootcamp_app.printing.paper import Paper

_LEFT, _WIDTH = 20.0, 170.0
_INK, _MUTED, _ACCENT = "#1F2933", "#5B6672", "#0F6B66"
_RULE = Stroke("#B8B2A7", 0.3)
_KIT, _NEEDED, _TEAMS = N_("Room kit"), N_("What has to lie ready"), N_("For these teams")
_WHEN = N_("{day}, {start} to {end} ({minutes} minutes; the canvases take {needed})")
_CANVAS = N_("{minutes} minutes · {copies} copies")
_SHEETS = N_("{n} sheets of {size}")
_SPREAD = N_("{n} canvases of {size}, each on {tiles} sheets of {tile}: {all} sheets")
_NOTES = N_("{each} sticky notes of 76 mm for each team: {all}")
_PENS = N_("{each} thick pens for each team: {all}")
_REST = N_("Tape or pins for the wall, and a watch")


def draw_cover(paper: Paper, bootcamp: Bootcamp, part: KitPart, wish: KitWish) -> None:
    """Draw the page of one session."""
    paper.page(A4)
    _Cover(paper).draw(bootcamp, part, wish)


class _Cover:
    """Writes lines one below the other, the language in use first and the other quieter."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._y = 24.0

    def draw(self, bootcamp: Bootcamp, part: KitPart, wish: KitWish) -> None:
        """Draw everything of one session."""
        session = part.session
        self._both(_KIT, TextStyle(11, 600, _MUTED))
        self._pair(bootcamp.title_km, bootcamp.title_en, TextStyle(11, 400, _MUTED))
        self._y += 6
        self._pair(session.title_km, session.title_en, TextStyle(24, 700, _ACCENT))
        self._y += 1
        lasts = round(session.hours * 60)
        for language in _languages():
            day = in_khmer if language == "km" else in_english
            self._say(
                language, _WHEN, day=day(session.starts_at.date()), minutes=lasts,
                start=f"{session.starts_at:%H:%M}", end=f"{session.ends_at:%H:%M}",
                needed=part.minutes,
            )  # fmt: skip
        self._text(session.facilitator, TextStyle(11, 600, _INK))
        self._rule()
        for number, one in enumerate(part.templates, 1):
            self._numbered(number, one.title.km, one.title.en)
            for language in _languages():
                self._say(language, _CANVAS, minutes=one.minutes, copies=len(part.teams))
            self._y += 2
        self._rule()
        self._both(_NEEDED, TextStyle(14, 700, _ACCENT))
        for language in _languages():
            self._needed(language, part, wish)
            self._y += 2
        if any(part.teams):
            self._rule()
            self._both(_TEAMS, TextStyle(11, 600, _MUTED))
            self._paragraph(" · ".join(part.teams), TextStyle(12, 600, _INK))

    def _needed(self, language: str, part: KitPart, wish: KitWish) -> None:
        teams = len(part.teams)
        if wish.tile and wish.tile != wish.size:
            tiles = len(tiles_of(sheet_of(wish.size).size, SIZES[wish.tile]))
            self._say(
                language, _SPREAD, n=part.sheets, size=wish.size, tiles=tiles, tile=wish.tile,
                all=tiles * part.sheets,
            )  # fmt: skip
        else:
            self._say(language, _SHEETS, n=part.sheets, size=wish.size)
        self._say(language, _NOTES, each=part.notes, all=part.notes * teams)
        self._say(language, _PENS, each=PENS_A_TEAM, all=PENS_A_TEAM * teams)
        self._say(language, _REST)

    def _say(self, language: str, message: str, **figures: object) -> None:
        shown = {
            name: khmer_digits(str(value)) if language == "km" and name not in ("size", "tile")
            else value
            for name, value in figures.items()
        }  # fmt: skip
        is_first = language == _languages()[0]
        style = TextStyle(11, 400, _INK) if is_first else TextStyle(10, 400, _MUTED)
        self._paragraph(in_language(message, language).format(**shown), style)

    def _both(self, message: str, style: TextStyle) -> None:
        told = " · ".join(dict.fromkeys(in_language(message, one) for one in _languages()))
        self._text(told, style)

    def _pair(self, khmer: str, english: str, style: TextStyle) -> None:
        first, second = (khmer, english) if words.language == "km" else (english, khmer)
        self._text(first or second, style)
        if first and second:
            self._text(second, TextStyle(max(style.size * 0.6, 9), 600, _MUTED))

    def _numbered(self, number: int, khmer: str, english: str) -> None:
        figure = khmer_digits(str(number)) if words.language == "km" else str(number)
        first, second = (khmer, english) if words.language == "km" else (english, khmer)
        told = " · ".join(filter(None, (first, second)))
        self._text(f"{figure}. {told}", TextStyle(13, 600, _INK))

    def _text(self, text: str, style: TextStyle) -> None:
        if text:
            self._paragraph(text, style, lines=2)

    def _paragraph(self, text: str, style: TextStyle, lines: int = 6) -> None:
        column = Column(_LEFT, self._y, _WIDTH)
        self._y = self._paper.paragraph(column, text, style, leading=1.75, max_lines=lines)

    def _rule(self) -> None:
        self._y += 3
        self._paper.line(_LEFT, self._y, _LEFT + _WIDTH, self._y, _RULE)
        self._y += 3


def _languages() -> tuple[str, str]:
    return ("km", "en") if words.language == "km" else ("en", "km")
