"""How much of a board and its solution comes from each side: notes, votes and commitments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import NOTE, SIDES, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Solution

NOTES, VOTES, PROMISED = N_("Notes"), N_("Votes"), N_("Commitments")


@dataclass(frozen=True)
class Measure:
    """What is counted, and how many of it come from each side; never nothing at all."""

    title: str
    by_side: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many there are of which the side is known."""
        return sum(self.by_side.values())


def measures_of(solution: Solution, board: Handed | None) -> tuple[Measure, ...]:
    """Give the notes, votes and commitments by side, as far as there are any."""
    items = board.contents.items if board else ()
    notes = (one.side for one in items if one.kind in (NOTE, TEXT) and one.text.strip())
    votes = (
        side
        for sides in (board.dots if board else {}).values()
        for side, dots in sides.items()
        for _dot in range(dots)
    )
    counted = (
        (NOTES, notes),
        (VOTES, votes),
        (PROMISED, (one.side for one in solution.commitments)),
    )
    measures = (Measure(title, _by_side(sides)) for title, sides in counted)
    return tuple(one for one in measures if one.total)


def _by_side(sides: Iterable[str]) -> dict[str, int]:
    said = list(sides)
    return {side: said.count(side) for side in SIDES}
