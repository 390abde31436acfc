"""The parts of the indicators' paper that are no table: facts, large figures, rules."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, in_language
from bootcamp_app.features.reports.indicator_views import MEASURES, Figure
from bootcamp_app.features.reports.indicator_words import ALL
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
from bootcamp_app.printing.paper import (
    Box,
    Column,
    Paper,
    Span,
    Stroke,
    TextStyle,
    lines_of,
    measure,
)

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
_NAME, _VALUE = TextStyle(8, 400, MUTED), TextStyle(9, 600, INK)
_VALUE_WIDTH, _ALL_WIDTH = WIDTH / 2 - 40, WIDTH - 36


def facts(told: Sequence[tuple[str, str]]) -> Block:
    """Give what was counted, when, and for whom, in two columns."""
    long = [one for one in told if measure(one[1], _VALUE) > _VALUE_WIDTH]
    short = [one for one in told if one not in long]
    lines = sum(len(lines_of(value, _VALUE, _ALL_WIDTH)) for _name, value in long)
    rows = (len(short) + 1) // 2
    return Block((lines + rows) * _FACT + _GAP, partial(_facts, long, short))


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


def _facts(
    long: Sequence[tuple[str, str]], short: Sequence[tuple[str, str]], paper: Paper, top: float
) -> None:
    """Write what is long over the whole width, and below it the others in two columns."""
    baseline, rows = top + 3.5, (len(short) + 1) // 2
    for name, value in long:
        written_line(paper, Span(LEFT, baseline, 34), name, _NAME)
        for line in lines_of(value, _VALUE, _ALL_WIDTH):
            written_line(paper, Span(LEFT + 36, baseline, _ALL_WIDTH), line, _VALUE)
            baseline += _FACT
    for at, (name, value) in enumerate(short):
        left, below = LEFT + WIDTH / 2 * (at // rows), baseline + (at % rows) * _FACT
        written_line(paper, Span(left, below, 34), name, _NAME)
        written_line(paper, Span(left + 36, below, _VALUE_WIDTH), value, _VALUE)


def _large(total: Tally, paper: Paper, top: float) -> None:
    gap = 4.0
    wide = (WIDTH - 3 * gap) / 4
    for at, (name, message) in enumerate(MEASURES.items()):
        left = LEFT + at * (wide + gap)
        paper.rect(Box(left, top, wide, 28), stroke=Stroke(RULE, 0.3), radius=2)
        inside = wide - 6
        colour = ACCENT if name == "people" else INK
        number = number_of(Figure(ALL, total), name)
        written_line(paper, Span(left + 3, top + 11, inside), number, TextStyle(23, 700, colour))
        written_line(paper, Span(left + 3, top + 17, inside), _(message), TextStyle(9, 600, INK))
        paper.paragraph(Column(left + 3, top + 18.6, inside), _(MEANINGS[name]),
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
