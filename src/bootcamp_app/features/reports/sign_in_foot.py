"""What closes a sign-in sheet: how many signed, who prepared it and who verified it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.printing.list_paper import (
    INK,
    MUTED,
    RULED,
    SUNKEN,
    TINY,
    Pair,
    as_large_as_fits,
    in_both,
)
from bootcamp_app.printing.paper import Box, Paper, Span, Stroke, TextStyle, measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.people.views import Participant

GAP, SIGNERS = 5.0, 33.0
"""The white above what closes a sheet, and how high the lines for those who sign are."""
_HEAD, _ROW = 8.8, 6.6
_LABEL, _REGISTERED = 32.0, 22.0
_LINES = (N_("Name"), N_("Signature"), N_("Date"))
_BLOCKS = (N_("Prepared by"), N_("Verified by"))
_WRITTEN = Stroke(MUTED, 0.2, (0.6, 0.8))
_ROWS = {"female": N_("women"), "male": N_("men"), "": N_("Other or not stated"),
         "total": N_("Total")}  # fmt: skip


@dataclass(frozen=True)
class Totals:
    """How many people are registered, and where that is told how many were at each session.

    By `female`, `male`, an empty text for others, and `total`.
    """

    registered: Mapping[str, int]
    came: Sequence[Mapping[str, int]] = ()

    @property
    def rows(self) -> list[str]:
        """What is counted; others only where there are some."""
        return [key for key in _ROWS if key or self.registered.get("", 0)]

    @property
    def height(self) -> float:
        """How high all of it is, with the white above it."""
        return GAP + max(_HEAD + _ROW * len(self.rows), SIGNERS)


def counted(people: Sequence[Participant]) -> dict[str, int]:
    """Count people by sex, and all of them."""
    found = dict.fromkeys(_ROWS, 0)
    for one in people:
        found[one.sex if one.sex in ("female", "male") else ""] += 1
        found["total"] += 1
    return found


def draw_totals(
    paper: Paper, top: float, totals: Totals, boxes: Sequence[Box], sessions: Sequence[int]
) -> None:
    """Draw the counts under the columns of sessions, which have these numbers in their day.

    What is not known is to be written.
    """
    first, last = boxes[0], boxes[-1]
    left, right = first.x - _REGISTERED - _LABEL, last.x + last.width
    paper.rect(Box(left, top, right - left, _HEAD), fill=SUNKEN, stroke=RULED)
    below = N_("Came") if totals.came else N_("Signed")
    heads = [(Box(first.x - _REGISTERED, 0, _REGISTERED, 0), _titled(N_("registered")))]
    heads += [(box, _of_session(below, number))
              for box, number in zip(boxes, sessions, strict=True)]  # fmt: skip
    for box, (khmer, english) in heads:
        span = Span(box.x + 1, top + 3.9, box.width - 2, "center")
        as_large_as_fits(paper, span, khmer, TextStyle(8, 600, INK))
        as_large_as_fits(paper, Span(span.x, top + 7.3, span.width, "center"), english, TINY)
    for place, key in enumerate(totals.rows):
        _counts(paper, (left, top + _HEAD + place * _ROW), totals, key, boxes)
    bottom = top + _HEAD + len(totals.rows) * _ROW
    edges = [left, first.x - _REGISTERED, *(box.x for box in boxes), right]
    for edge in edges:
        paper.line(edge, top, edge, bottom, RULED)


def draw_signers(paper: Paper, left: float, width: float, top: float) -> None:
    """Draw who prepared the sheet and who verified it, each with lines to write on."""
    each = (width - 8) / 2
    for place, message in enumerate(_BLOCKS):
        x = left + place * (each + 8)
        khmer, english = in_both(message)
        used = paper.text(x, top + 4.2, khmer, TextStyle(9.5, 600, INK))
        paper.text(x + used + 2, top + 4.2, english, TextStyle(8, 400, MUTED))
        for at, line in enumerate(_LINES):
            baseline = top + 13 + at * 9.2
            label = "  ".join(in_both(line))
            said = paper.text(x, baseline, label, TextStyle(7.5, 400, MUTED))
            paper.line(x + said + 2, baseline + 0.6, x + each, baseline + 0.6, _WRITTEN)


def _counts(
    paper: Paper,
    corner: tuple[float, float],
    totals: Totals,
    key: str,
    boxes: Sequence[Box],
) -> None:
    left, top = corner
    weight = 700 if key == "total" else 400
    _label(paper, (left, top), _titled(_ROWS[key]), TextStyle(8.5, weight, INK))
    numbers = [totals.registered[key], *(one[key] for one in totals.came)]
    middles = [boxes[0].x - _REGISTERED / 2, *(box.x + box.width / 2 for box in boxes)]
    for middle, number in zip(middles, numbers, strict=False):
        text = " · ".join(_in_digits(number))
        paper.text(middle, top + 4.5, text, TextStyle(8.5, weight, INK), align="center")
    right = boxes[-1].x + boxes[-1].width
    paper.line(left, top + _ROW, right, top + _ROW, RULED)


def _label(paper: Paper, corner: tuple[float, float], texts: Pair, style: TextStyle) -> None:
    """Write both languages beside each other, or one above the other where that has no room."""
    left, top = corner
    khmer, english = texts
    used, least = measure(khmer, style), measure(english, TINY)
    if used + least + 4.2 <= _LABEL:
        paper.text(left + 1.6, top + 4.5, khmer, style)
        paper.text(left + used + 3.2, top + 4.5, english, TINY)
        return
    above = Span(left + 1.6, top + 2.9, _LABEL - 3.2)
    as_large_as_fits(paper, above, khmer, replace(style, size=7))
    as_large_as_fits(paper, replace(above, baseline=top + 5.7), english, TINY)


def _of_session(message: str, number: int) -> Pair:
    khmer, english = _titled(message)
    in_khmer, in_latin = _in_digits(number)
    return f"{khmer} · {in_khmer}", f"{english} · {in_latin}"


def _titled(message: str) -> Pair:
    khmer, english = in_both(message)
    return khmer, english[:1].upper() + english[1:]


def _in_digits(number: int) -> Pair:
    return khmer_digits(str(number)), str(number)
