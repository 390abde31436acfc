"""What stands above a list to be signed: whose it is, which session, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.bootcamps.places import province_in_english, province_in_khmer
from bootcamp_app.printing.list_paper import ACCENT, INK, MUTED, as_large_as_fits, names_of
from bootcamp_app.printing.logo_row import draw_logos
from bootcamp_app.printing.paper import Align, Box, Paper, Span, TextStyle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.printing.picture import Picture

LEFT, WIDTH = 12.0, 186.0
TITLE = N_("Attendance list")
_TOP, _LOGOS_HIGH = 10.0, 15.0


class Heading:
    """The heading of a list, whole on its first page and on one line on the others."""

    LOGOS: ClassVar[Box] = Box(LEFT, _TOP, WIDTH, _LOGOS_HIGH, "center")
    small_height: ClassVar[float] = 26.0

    def __init__(self, bootcamp: Bootcamp, session: Session, made_at: datetime) -> None:
        self._bootcamp = bootcamp
        self._session = session
        self._made_at = made_at

    def height(self, pictures: Sequence[Picture]) -> float:
        """Give where the rows begin on the first page."""
        return 52.0 + (_LOGOS_HIGH + 2 if pictures else 0)

    def draw(self, paper: Paper, pictures: Sequence[Picture]) -> float:
        """Draw the whole heading and give where the rows begin."""
        if pictures:
            draw_logos(paper, pictures, self.LOGOS)
        top = _TOP + (_LOGOS_HIGH + 2 if pictures else 0)
        bootcamp, session = self._bootcamp, self._session
        middle = LEFT + WIDTH / 2
        titles = ((7, "km", TextStyle(17, 700, ACCENT)), (13, "en", TextStyle(10, 400, MUTED)))
        for down, language, style in titles:
            text = in_language(TITLE, language)
            paper.text(middle, top + down, text, style, align="center")
        self._pair(paper, top + 21, names_of(bootcamp.title_km, bootcamp.title_en), "left")
        self._pair(paper, top + 32, names_of(session.title_km, session.title_en), "left")
        self._pair(paper, top + 21, self._when(), "right")
        self._pair(paper, top + 32, self._where(), "right")
        return self.height(pictures)

    def draw_small(self, paper: Paper) -> float:
        """Draw one line of it and give where the rows begin."""
        bootcamp, session = self._bootcamp, self._session
        km, en = (
            " · ".join(filter(None, pair))
            for pair in (
                (bootcamp.title_km or bootcamp.title_en, session.title_km or session.title_en),
                (bootcamp.title_en or bootcamp.title_km, session.title_en or session.title_km),
            )
        )
        when = self._when()
        half = WIDTH * 0.62
        as_large_as_fits(paper, Span(LEFT, 16, half), km, TextStyle(9, 600, INK))
        as_large_as_fits(paper, Span(LEFT, 21, half), en, TextStyle(7.5, 400, MUTED))
        right = LEFT + half + 4
        rest = WIDTH - half - 4
        as_large_as_fits(paper, Span(right, 16, rest, "right"), when[0], TextStyle(9, 400, INK))
        as_large_as_fits(paper, Span(right, 21, rest, "right"), when[1], TextStyle(7.5, 400, MUTED))
        return self.small_height

    def _when(self) -> tuple[str, str]:
        session = self._session
        hours = f"{session.starts_at:%H:%M}–{session.ends_at:%H:%M}"
        day = session.starts_at.date()
        return f"{in_khmer(day)} · {khmer_digits(hours)}", f"{in_english(day)} · {hours}"

    def _where(self) -> tuple[str, str]:
        code, venue = self._bootcamp.province, self._bootcamp.venue
        provinces = (province_in_khmer(code), province_in_english(code))
        km, en = (", ".join(filter(None, (venue, province))) for province in provinces)
        return km, en

    def _pair(self, paper: Paper, baseline: float, texts: tuple[str, str], align: Align) -> None:
        half = WIDTH / 2 - 3
        left = LEFT if align == "left" else LEFT + WIDTH / 2 + 3
        span = Span(left, baseline, half, align)
        as_large_as_fits(paper, span, texts[0], TextStyle(11, 600, INK))
        lower = Span(left, baseline + 4.6, half, align)
        as_large_as_fits(paper, lower, texts[1], TextStyle(8, 400, MUTED))
