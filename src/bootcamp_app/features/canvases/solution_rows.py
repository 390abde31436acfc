"""A solution on paper: its fields in both languages as rows, for the sign-off and the booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.canvases.owner_shown import both
from bootcamp_app.features.canvases.rows_of_text import (
    ACCENT,
    INK,
    MUTED,
    Row,
    gap,
    label_row,
    text_rows,
    told_rows,
)
from bootcamp_app.features.canvases.sdg import targets
from bootcamp_app.features.canvases.views import SIDE_COLOURS
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.printing.paper import Box, TextStyle
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from datetime import date

    from bootcamp_app.features.canvases.sdg import Target
    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.printing.paper import Paper

PROBLEM, IDEA = N_("Problem"), N_("Idea")
FIRST_STEP, TARGETS = N_("First step"), N_("Sustainable Development Goals")
COMMITMENTS = N_("What each side promises")
OWNERS = N_("Owners")


def both_days(day: date) -> str:
    """Give a day in both languages."""
    return f"{in_khmer(day)} · {in_english(day)}"


def title_rows(solution: Solution, width: float, size: float) -> list[Row]:
    """Give the title, Khmer first and English below it."""
    first = solution.title_km or solution.title_en
    rows = text_rows(first, TextStyle(size, 700, ACCENT), width)
    if solution.title_km and solution.title_en:
        quiet = TextStyle(size * 0.68, 600, MUTED)
        rows += text_rows(solution.title_en, quiet, width)
    return [*rows, gap(size * 0.15)]


def body_rows(solution: Solution, width: float, size: float) -> list[Row]:
    """Give problem, idea, targets, first step with its date, and what was promised."""
    rows = told_rows(PROBLEM, solution.problem, width, size)
    rows += told_rows(IDEA, solution.idea, width, size)
    rows += target_rows(solution, width, size)
    step = solution.first_step
    if solution.due_on is not None:
        step = "\n".join(filter(None, (step, both_days(solution.due_on))))
    rows += told_rows(FIRST_STEP, step, width, size)
    return rows + promise_rows(solution, width, size)


def target_rows(solution: Solution, width: float, size: float) -> list[Row]:
    """Give each target with the colour of its goal, its number and both titles."""
    known = [targets()[one] for one in solution.targets if one in targets()]
    if not known:
        return []
    rows = [label_row(TARGETS, size)]
    for one in known:
        rows += _target_rows(one, width, size)
    return [*rows, gap(size * 0.22)]


def promise_rows(solution: Solution, width: float, size: float) -> list[Row]:
    """Give what was promised, by side."""
    rows: list[Row] = []
    for side, words in SIDE_WORDS.items():
        promised = [one for one in solution.commitments if one.side == side]
        if not promised:
            continue
        rows.append(label_row(words, size * 0.92, SIDE_COLOURS[side]))
        for one in promised:
            text = f"{one.who}: {one.what}" if one.who and one.what else one.who or one.what
            if one.due_on is not None:
                text += f" ({both_days(one.due_on)})"
            lines = text_rows(text, TextStyle(size, 400, INK), width, indent=size * 0.4)
            rows += [_dotted(lines[0], SIDE_COLOURS[side], size), *lines[1:]]
    return [label_row(COMMITMENTS, size), *rows, gap(size * 0.22)] if rows else []


def _target_rows(target: Target, width: float, size: float) -> list[Row]:
    indent = size * 1.35
    khmer = text_rows(target.title.km, TextStyle(size, 400, INK), width, indent)
    english = text_rows(target.title.en, TextStyle(size * 0.8, 400, MUTED), width, indent)
    high = khmer[0].height

    def draw(paper: Paper, left: float, top: float) -> None:
        box = Box(left, top + high * 0.12, size * 1.12, high * 0.76)
        paper.rect(box, fill=target.colour, radius=0.6)
        paper.text(
            left + box.width / 2,
            top + high / 2 + size * 0.3 / POINTS,
            target.number,
            TextStyle(size * 0.78, 700, ink_on(target.colour)),
            align="center",
        )
        khmer[0].draw(paper, left, top)

    return [Row(high, draw, keeps_next=True), *khmer[1:], *english]


def _dotted(line: Row, colour: str, size: float) -> Row:
    def draw(paper: Paper, left: float, top: float) -> None:
        paper.circle(left + size * 0.14, top + line.height / 2, size * 0.06, fill=colour)
        line.draw(paper, left, top)

    return Row(line.height, draw)


def ink_on(colour: str) -> str:
    """Give white or ink, whichever is read better on a colour."""
    shares = (0.2126, 0.7152, 0.0722)
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = sum(
        share * (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4)
        for share, one in zip(shares, parts, strict=True)
    )
    return "#FFFFFF" if light < 0.18 else INK


def in_both(message: str) -> str:
    """Give a message in both languages, Khmer first."""
    return both(in_language(message, "km"), message)
