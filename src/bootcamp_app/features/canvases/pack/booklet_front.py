"""The first pages of a booklet: its cover, what is inside, and the goals that are served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.bootcamps.places import province_in_english, province_in_khmer
from bootcamp_app.features.canvases.rows_of_text import (
    ACCENT,
    INK,
    MUTED,
    Row,
    gap,
    height_of,
    kept_together,
    text_rows,
)
from bootcamp_app.features.canvases.sdg import goals
from bootcamp_app.features.canvases.solution_rows import ink_on
from bootcamp_app.printing.logo_row import draw_logos
from bootcamp_app.printing.paper import Box, Column, TextStyle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.canvases.pack.gathering import Pack
    from bootcamp_app.printing.paper import Paper
    from bootcamp_app.printing.picture import Picture

_TITLE = N_("Solutions that both sides own")
_NOTHING = N_("No solution was written as yet.")
_LEFT, _WIDTH = 24.0, 162.0


def cover(paper: Paper, pack: Pack, pictures: Sequence[Picture], logos: Box) -> None:
    """Draw the cover: logos, what it is, the bootcamp in both languages, where and when."""
    camp = pack.bootcamp
    paper.rect(Box(0, 0, paper.size.width, 6), fill=ACCENT)
    if pictures:
        draw_logos(paper, pictures, logos)
    top = 96.0
    for text, style in (
        (in_language(_TITLE, "km"), TextStyle(16, 600, MUTED)),
        (_TITLE, TextStyle(11, 400, MUTED)),
    ):
        top = paper.paragraph(Column(_LEFT, top, _WIDTH, "center"), text, style)
    top += 8
    first, second = camp.title_km or camp.title_en, camp.title_en if camp.title_km else ""
    top = paper.paragraph(Column(_LEFT, top, _WIDTH, "center"), first, TextStyle(30, 700, ACCENT))
    if second:
        quiet = TextStyle(18, 600, INK)
        top = paper.paragraph(Column(_LEFT, top + 1, _WIDTH, "center"), second, quiet)
    top += 10
    paper.rect(Box(paper.size.width / 2 - 16, top, 32, 0.8), fill=ACCENT)
    top += 8
    for text, size in zip(_where_and_when(pack), (12, 10), strict=True):
        style = TextStyle(size, 400, INK if size == 12 else MUTED)
        top = paper.paragraph(Column(_LEFT, top, _WIDTH, "center"), text, style)


def heading_rows(message: str) -> list[Row]:
    """Give the heading of a page in both languages."""
    return [
        *text_rows(in_language(message, "km"), TextStyle(20, 700, ACCENT), _WIDTH),
        *text_rows(message, TextStyle(12, 400, MUTED), _WIDTH),
        gap(4),
    ]


def contents_rows(pack: Pack, begins: Mapping[str, int], width: float, size: float) -> list[Row]:
    """Give each solution with its team, and the page on which it begins."""
    if not pack.entries:
        return text_rows(in_language(_NOTHING, "km"), TextStyle(size, 400, MUTED), width)
    rows: list[Row] = []
    for one in pack.entries:
        solution = one.solution
        first = solution.title_km or solution.title_en or "–"
        second = solution.title_en if solution.title_km else ""
        inner = width - 24
        lines = text_rows(first, TextStyle(size * 1.15, 600, INK), inner)
        page = begins.get(solution.id, 0)
        told = [_numbered(lines[0], page, width, size), *lines[1:]]
        if second:
            told += text_rows(second, TextStyle(size, 400, MUTED), inner)
        if one.team.km:
            team = " · ".join(dict.fromkeys((one.team.km, one.team.en)))
            told += text_rows(team, TextStyle(size * 0.9, 400, MUTED), inner)
        rows += kept_together(told)
        rows.append(gap(3))
    return rows


def goals_rows(pack: Pack, begins: Mapping[str, int], width: float, size: float) -> list[Row]:
    """Give the goals that solutions serve, each with the pages of these."""
    rows: list[Row] = []
    for goal in goals():
        mine = {one.number for one in goal.targets}
        served = [one for one in pack.entries if mine & set(one.solution.targets)]
        if not served:
            continue
        pages = ", ".join(str(begins.get(one.solution.id, "…")) for one in served)
        khmer = text_rows(goal.title.km, TextStyle(size * 1.1, 600, INK), width, indent=14)
        english = text_rows(goal.title.en, TextStyle(size * 0.9, 400, MUTED), width, indent=14)
        where = text_rows(pages, TextStyle(size, 700, ACCENT), width, indent=14)
        high = height_of((*khmer, *english))
        goal_row = _goal(goal.number, goal.colour, khmer[0], high)
        rows += [*kept_together([goal_row, *khmer[1:], *english, where[0]]), *where[1:], gap(2.5)]
    return rows


def _numbered(line: Row, page: int, width: float, size: float) -> Row:
    def draw(paper: Paper, left: float, top: float) -> None:
        line.draw(paper, left, top)
        if page:
            shown = f"{khmer_digits(str(page))} · {page}"
            style = TextStyle(size, 700, ACCENT)
            baseline = top + line.height * 0.66
            paper.text(left + width, baseline, shown, style, align="right")

    return Row(line.height, draw, keeps_next=True)


def _goal(number: str, colour: str, line: Row, high: float) -> Row:
    def draw(paper: Paper, left: float, top: float) -> None:
        paper.rect(Box(left, top + 0.6, 10, high - 1.2), fill=colour, radius=1)
        style = TextStyle(13, 700, ink_on(colour))
        paper.text(left + 5, top + high / 2 + 1.7, number, style, align="center")
        line.draw(paper, left, top)

    return Row(line.height, draw, keeps_next=True)


def _where_and_when(pack: Pack) -> tuple[str, str]:
    camp = pack.bootcamp
    places = (province_in_khmer(camp.province), province_in_english(camp.province))
    days = (in_khmer(camp.starts_on, camp.ends_on), in_english(camp.starts_on, camp.ends_on))
    km, en = (
        " · ".join(filter(None, (", ".join(filter(None, (camp.venue, place))), day)))
        for place, day in zip(places, days, strict=True)
    )
    return km, en
