"""The parts of the indicators' paper that are no table: facts, large figures, rules."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, in_language
from bootcamp_app.features.reports.indicator_views import MEASURES
from bootcamp_app.features.reports.paper_blocks import Block
from bootcamp_app.features.reports.paper_lines import (
    ACCENT,
    INK,
    LEFT,
    MUTED,
    RULE,
    WIDTH,
    number_of,
    written_line,
)
from bootcamp_app.printing.paper import Box, Column, Paper, Span, Stroke, TextStyle, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bootcamp_app.features.reports.indicator_views import Tally

MEANINGS = {
    "people": N_("Each person once, however many bootcamps they were at"),
    "participations": N_("Each person once for each bootcamp they were at"),
    "person_days": N_("The days on which each person was there, added up"),
    "person_hours": N_("The hours of the sessions at which each person was, added up"),
}
"""What each measure counts, in a few words."""
_CONTINUED = N_("(continued)")
_RULES = N_("How it was counted")
_NOTE, _FACT = TextStyle(8.5, 400, INK), 6.2
_STEP = 4.9
_GAP = 4.0
_VALUE, _VALUE_WIDTH = TextStyle(9, 600, INK), WIDTH / 2 - 40


def facts(told: Sequence[tuple[str, str]]) -> Block:
    """Give what was counted, when, and for whom, in two columns."""
    half = (len(told) + 1) // 2
    sides = [list(_lines_of(some)) for some in (told[:half], told[half:])]
    lines = max(sum(len(said) for _name, said in side) for side in sides)
    return Block(lines * _FACT + _GAP, partial(_facts, sides))


def large(total: Tally) -> Block:
    """Give the four measures side by side, the two that are taken for each other first."""
    return Block(33.0, partial(_large, total))


def notes(texts: Iterable[str]) -> Iterator[Block]:
    """Give sentences, each a paragraph."""
    for text in texts:
        lines = len(lines_of(text, _NOTE, WIDTH - 4))
        yield Block(lines * _STEP + 1.2, partial(_note, text))


def rules(texts: Sequence[str]) -> Iterator[Block]:
    """Give how it was counted, under a title."""
    if texts:
        yield title(_RULES)
        yield from notes(texts)


def title(*messages: str, is_again: bool = False) -> Block:
    """Give the title of a part in both scripts, by which readers of either find it.

    It stays with what it is the title of; again, on the next page, it says that the part goes on.
    """
    return Block(10.0, partial(_title, messages, _CONTINUED if is_again else ""), stays=True)


def _lines_of(told: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Give each name with the lines of what is said: a long title goes on, as large as others."""
    for name, value in told:
        yield name, lines_of(value, _VALUE, _VALUE_WIDTH)


def _facts(sides: Sequence[list[tuple[str, list[str]]]], paper: Paper, top: float) -> None:
    for at, side in enumerate(sides):
        left, baseline = LEFT + WIDTH / 2 * at, top + 3.5
        for name, lines in side:
            written_line(paper, Span(left, baseline, 34), name, TextStyle(8, 400, MUTED))
            for line in lines:
                written_line(paper, Span(left + 36, baseline, _VALUE_WIDTH), line, _VALUE)
                baseline += _FACT


def _large(total: Tally, paper: Paper, top: float) -> None:
    gap = 4.0
    wide = (WIDTH - 3 * gap) / 4
    for at, (measure, message) in enumerate(MEASURES.items()):
        left = LEFT + at * (wide + gap)
        paper.rect(Box(left, top, wide, 28), stroke=Stroke(RULE, 0.3), radius=2)
        inside = wide - 6
        colour = ACCENT if measure == "people" else INK
        number = number_of(total, measure)
        written_line(paper, Span(left + 3, top + 11, inside), number, TextStyle(23, 700, colour))
        written_line(paper, Span(left + 3, top + 17, inside), _(message), TextStyle(9, 600, INK))
        paper.paragraph(Column(left + 3, top + 18.6, inside), _(MEANINGS[measure]),
                        TextStyle(6.5, 400, MUTED), max_lines=2, leading=1.55)  # fmt: skip


def _note(text: str, paper: Paper, top: float) -> None:
    paper.circle(LEFT + 0.9, top + 2.5, 0.45, fill=MUTED)
    paper.paragraph(Column(LEFT + 3.5, top, WIDTH - 4), text, _NOTE, leading=1.63)


def _title(messages: Sequence[str], note: str, paper: Paper, top: float) -> None:
    khmer, english = (
        " × ".join(in_language(message, language) for message in messages)
        + (f" {in_language(note, language)}" if note else "")
        for language in ("km", "en")
    )
    width = paper.text(LEFT, top + 7, khmer, TextStyle(11.5, 600, INK))
    if english != khmer:
        span = Span(LEFT + width + 3, top + 7, WIDTH - width - 3)
        written_line(paper, span, english, TextStyle(8.5, 400, MUTED))
