"""The indicators on A4: the figures large, every group with its bar, and how it was counted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language, words
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.reports import indicator_blocks as blocks
from bootcamp_app.features.reports.indicator_rows import Rows
from bootcamp_app.features.reports.paper_blocks import pages_of
from bootcamp_app.features.reports.paper_lines import (
    ACCENT,
    INK,
    LEFT,
    MUTED,
    WIDTH,
    written_line,
)
from bootcamp_app.printing.paper import A4, Column, Paper, Span, Stroke, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.features.reports.indicator_views import Indicators, Snapshot
    from bootcamp_app.features.reports.views import Progress

_TITLE = N_("Indicators")
_PAGE = N_("Page {n} of {of}")
_PUBLIC = N_("Public version: small groups are hidden.")
_FROZEN = N_("Frozen figures “{title}”, checksum {checksum}")
_TOP, _TOP_LATER, _BOTTOM, _FOOT = 44.0, 26.0, 280.0, 287.0


@dataclass(frozen=True)
class Told:
    """What stands on the paper besides the figures, in the language in use where it says nothing.

    `say` gives the words of a group by the key of its figure.
    """

    titles: tuple[str, str]
    """What was counted, as the title of a programme or a bootcamp, in Khmer and in English."""
    facts: Sequence[tuple[str, str]]
    """What stands below the title: what it is, and what it says."""
    rules: Sequence[str]
    """How it was counted, a sentence each."""
    say: Callable[[str], str]
    made_at: datetime
    """In local time."""
    snapshot: Snapshot | None = None
    """Of which frozen figures this is the paper."""
    with_crossed: bool = True
    """Whether two things at once, such as sector and sex, have tables of their own."""


def draw_indicators(indicators: Indicators, told: Told, target: Path, progress: Progress) -> int:
    """Write the paper and give how many pages it has; the same figures, the same bytes."""
    wanted = [
        blocks.facts(told.facts),
        blocks.large(indicators.total),
        *blocks.notes(_above(indicators)),
        *Rows(indicators, told.say).blocks(with_crossed=told.with_crossed),
        *blocks.rules(told.rules),
    ]
    pages = pages_of(wanted, chain([_BOTTOM - _TOP], repeat(_BOTTOM - _TOP_LATER)))
    title = in_language(_TITLE, "en")
    with Paper(target, title=title, size=A4, made_at=told.made_at) as paper:
        for number, page in enumerate(pages, 1):
            progress(number - 1, len(pages))
            paper.page()
            top = _head(paper, told) if number == 1 else _head_again(paper, told)
            for block in page:
                block.draw(paper, top)
                top += block.height
            _foot(paper, told, number, len(pages))
        progress(len(pages), len(pages))
        return paper.pages


def _above(indicators: Indicators) -> Iterator[str]:
    if indicators.is_public:
        yield in_language(_PUBLIC, words.language)


def _head(paper: Paper, told: Told) -> float:
    """Draw the titles, Khmer first and English quieter below it, and give where it ends."""
    khmer, english = (in_language(_TITLE, language) for language in ("km", "en"))
    half = WIDTH * 0.36
    written_line(paper, Span(LEFT, 21, half), khmer, TextStyle(22, 700, ACCENT))
    written_line(paper, Span(LEFT, 29, half), english, TextStyle(12, 400, MUTED))
    rest = Span(LEFT + half + 4, 20, WIDTH - half - 4, "right")
    first, second = _both(told.titles)
    written_line(paper, rest, first, TextStyle(13, 600, INK))
    lower = Span(rest.x, 26.5, rest.width, "right")
    written_line(paper, lower, second, TextStyle(9.5, 400, MUTED))
    paper.line(LEFT, 36, LEFT + WIDTH, 36, Stroke(ACCENT, 0.6))
    return _TOP


def _head_again(paper: Paper, told: Told) -> float:
    title = " · ".join(in_language(_TITLE, language) for language in ("km", "en"))
    half = WIDTH * 0.4
    written_line(paper, Span(LEFT, 15, half), title, TextStyle(9, 600, ACCENT))
    rest = Span(LEFT + half + 4, 15, WIDTH - half - 4, "right")
    written_line(paper, rest, " · ".join(filter(None, _both(told.titles))),
                 TextStyle(8, 400, MUTED))  # fmt: skip
    paper.line(LEFT, 19, LEFT + WIDTH, 19, Stroke(ACCENT, 0.3))
    return _TOP_LATER


def _foot(paper: Paper, told: Told, number: int, of: int) -> None:
    style, right = TextStyle(7.5, 400, MUTED), LEFT + WIDTH
    day = told.made_at.date()
    pages = (
        in_language(_PAGE, "km").format(n=khmer_digits(str(number)), of=khmer_digits(str(of))),
        in_language(_PAGE, "en").format(n=number, of=of),
    )
    paper.line(LEFT, _FOOT - 5, right, _FOOT - 5, Stroke("#DDD8CF", 0.2))
    paper.text(right, _FOOT, " · ".join(pages), style, align="right")
    made = in_khmer(day) if words.language == "km" else in_english(day)
    if told.snapshot is None:
        paper.text(LEFT, _FOOT, made, style)
        return
    sentence = in_language(_FROZEN, words.language)
    text = sentence.format(title=told.snapshot.title, checksum=told.snapshot.checksum)
    paper.paragraph(Column(LEFT, _FOOT - 4.2, WIDTH - 48), text, TextStyle(6.5, 400, MUTED),
                    max_lines=2, leading=1.45)  # fmt: skip


def _both(titles: tuple[str, str]) -> tuple[str, str]:
    khmer, english = titles
    return khmer or english, english if khmer and english != khmer else ""
