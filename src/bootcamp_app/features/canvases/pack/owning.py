"""How much of a board and its solution comes from each side: notes, votes and commitments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases import ownership
from bootcamp_app.features.canvases.views import SIDES, Vote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.views import Solution

_TITLES = {
    ownership.NOTES: N_("Notes"),
    ownership.VOTES: N_("Votes"),
    ownership.COMMITMENTS: N_("Commitments"),
}


@dataclass(frozen=True)
class Measure:
    """What is counted, and how many of it come from each side; never nothing at all."""

    title: str
    by_side: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many there are of which the side is known."""
        return sum(self.by_side.values())


@dataclass(frozen=True)
class Owned:
    """Whose a solution is: what was counted, and what that means as a message."""

    measures: tuple[Measure, ...] = ()
    reading: str = ""


def owned(solution: Solution, board: Handed | None) -> Owned:
    """Count the notes, votes and commitments by side, as far as there are any."""
    dots = board.dots if board else {}
    votes = [
        Vote("", "", item, "", side, number)
        for item, sides in dots.items()
        for side, number in sides.items()
    ]
    items = board.contents.items if board else ()
    shares = ownership.shares(items, votes, solution.commitments)
    measures = tuple(
        Measure(title, {side: shares.of[kind].by_side.get(side, 0) for side in SIDES})
        for kind, title in _TITLES.items()
        if shares.of[kind].said
    )
    return Owned(measures, ownership.READINGS[shares.reading] if measures else "")
