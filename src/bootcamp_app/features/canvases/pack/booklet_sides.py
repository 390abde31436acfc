"""What stands beside a solution in a booklet: its owners, how far it is, whose it is, the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.dates import in_english, in_khmer
from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.features.canvases.readiness import OWNER_SIDES
from bootcamp_app.features.canvases.rows_of_text import (
    INK,
    MUTED,
    Row,
    gap,
    label_row,
    text_rows,
)
from bootcamp_app.features.canvases.solution_rows import in_both
from bootcamp_app.features.canvases.views import SIDE_COLOURS
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.printing.paper import Box, TextStyle

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.pack.gathering import Entry
    from bootcamp_app.features.canvases.pack.owning import Measure
    from bootcamp_app.printing.paper import Paper

SHARES, MEMBERS = N_("Whose it is"), N_("Who is in the team")
AGREED_ON = N_("Agreed on {day}")
_BAR = 5.0


def owner_rows(entry: Entry, width: float, size: float) -> list[Row]:
    """Give the team, the day on which it was agreed, and the owner on either side."""
    quiet = TextStyle(size * 0.85, 400, MUTED)
    team = " · ".join(filter(None, dict.fromkeys((entry.team.km, entry.team.en))))
    rows = text_rows(team, quiet, width) if team else []
    day = entry.solution.agreed_on
    if day is not None:
        km = in_language(AGREED_ON, "km").format(day=in_khmer(day))
        rows += text_rows(f"{km} · {AGREED_ON.format(day=in_english(day))}", quiet, width)
    for side in OWNER_SIDES:
        owner = entry.owners[side]
        told = "\n".join(filter(None, (owner.name, owner.office)))
        if told:
            rows.append(label_row(SIDE_WORDS[side], size * 0.9, SIDE_COLOURS[side]))
            rows += text_rows(told, TextStyle(size, 400, INK), width)
    return [*rows, gap(size * 0.3)] if rows else []


def beside_rows(entry: Entry, width: float, size: float) -> list[Row]:
    """Give the shares of the sides, and who is in the team."""
    rows: list[Row] = []
    if entry.owned.measures:
        rows.append(label_row(SHARES, size))
        for one in entry.owned.measures:
            rows += [_measure(one, width, size), gap(2)]
        quiet = TextStyle(size * 0.85, 400, MUTED)
        for text in (in_language(entry.owned.reading, "km"), entry.owned.reading):
            rows += text_rows(text, quiet, width)
        rows.append(gap(2))
    if entry.members:
        rows.append(label_row(MEMBERS, size))
        for name in entry.members:
            rows += text_rows(name, TextStyle(size, 400, INK), width)
    return rows


def _measure(measure: Measure, width: float, size: float) -> Row:
    """Give a bar of which each side has its share, with its word and number below."""
    khmer = 1.85 * size * 0.8 * 25.4 / 72

    def draw(paper: Paper, left: float, top: float) -> None:
        paper.text(
            left, top + khmer * 0.66, in_both(measure.title), TextStyle(size * 0.8, 600, INK)
        )
        x, begin = left, top + khmer
        for side, count in measure.by_side.items():
            share = width * count / measure.total
            if count:
                paper.rect(Box(x, begin, share, _BAR), fill=SIDE_COLOURS[side])
            x += share
        x = left
        for side, count in measure.by_side.items():
            words = f"{in_both(SIDE_WORDS[side])}: {count}"
            paper.rect(Box(x, begin + _BAR + 2, 2.2, 2.2), fill=SIDE_COLOURS[side])
            style = TextStyle(size * 0.72, 400, MUTED)
            x += 3.4 + paper.text(x + 3.4, begin + _BAR + 4.2, words, style) + 6

    return Row(khmer + _BAR + 6, draw)
