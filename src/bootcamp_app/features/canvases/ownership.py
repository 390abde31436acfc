"""How much of a board comes from each side, and how even that is: values in, answer out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import NOTE, SIDES
from bootcamp_app.features.teams.views import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.features.canvases.views import Commitment, Item, Vote

NOTES, VOTES, COMMITMENTS = "notes", "votes", "commitments"
SAID = {**SIDE_WORDS, "": N_("Not said")}
_EVEN, _LEANING = 80, 50
FEWEST = 3
"""So many must be known to be of a side before anything is read from them."""
READINGS = {
    "nothing": N_("Nobody has said as yet whose word it is."),
    "few": N_("Too few say whose word it is. Give the notes a side first."),
    "even": N_("Both own it: government and citizens have a like part in it."),
    "leans_government": N_("It leans to the government. Ask citizens what is missing."),
    "leans_citizens": N_("It leans to the citizens. Ask the government side what it can take on."),
    "mostly_government": N_("It is mostly the government's. Citizens have little part in it yet."),
    "mostly_citizens": N_("It is mostly the citizens'. The government has little part in it yet."),
}
"""What a balance means; citizens are civil society and residents together."""


@dataclass(frozen=True)
class Counted:
    """How many of something come from each side; what nobody said stands under the empty one."""

    by_side: Mapping[str, int]

    @property
    def said(self) -> int:
        """How many are known to be of a side."""
        return sum(self.by_side.get(side, 0) for side in SIDES)

    @property
    def unsaid(self) -> int:
        """How many nobody said a side of."""
        return self.by_side.get("", 0)

    @property
    def is_clear(self) -> bool:
        """Whether a side is known of at least half of it."""
        return self.said > 0 and self.said >= self.unsaid

    def share(self, side: str) -> float:
        """Give the part of a side in what is known, from 0 to 1."""
        return self.by_side.get(side, 0) / self.said if self.said else 0.0


@dataclass(frozen=True)
class Shares:
    """Whose a board is: by notes, votes and commitments, each of equal weight, and by zone."""

    of: Mapping[str, Counted]
    zones: Mapping[str, Counted] = field(default_factory=dict)
    """The notes of each zone; those outside of all stand under the empty one."""

    @property
    def sides(self) -> dict[str, float]:
        """The part of each side, from 0 to 1: the mean of what was said of each kind."""
        # What most say nothing of weighs nothing, as long as anything else is clear.
        clear = [one for one in self.of.values() if one.is_clear]
        said = clear or [one for one in self.of.values() if one.said]
        return {
            side: sum(one.share(side) for one in said) / len(said) if said else 0.0
            for side in SIDES
        }

    @property
    def balance(self) -> int | None:
        """From 0, all from one, to 100, half from government and half from citizens.

        None where nobody said anything.
        """
        if not any(one.said for one in self.of.values()):
            return None
        government = self.sides["government"]
        return round(200 * min(government, 1 - government))

    @property
    def reading(self) -> str:
        """What the balance means, as a key of READINGS."""
        balance = self.balance
        if balance is None:
            return "nothing"
        if sum(one.said for one in self.of.values() if one.is_clear) < FEWEST:
            return "few"
        if balance >= _EVEN:
            return "even"
        heavier = "government" if self.sides["government"] > 1 / 2 else "citizens"
        return f"{'leans' if balance >= _LEANING else 'mostly'}_{heavier}"

    @property
    def unsaid(self) -> int:
        """How many notes, dots and commitments nobody said a side of."""
        return sum(one.unsaid for one in self.of.values())


def shares(
    items: Iterable[Item], votes: Iterable[Vote] = (), commitments: Iterable[Commitment] = ()
) -> Shares:
    """Give how much of a board comes from each side; an empty side is never guessed."""
    notes = [one for one in items if one.kind == NOTE]
    of = {
        NOTES: _counted((one.side, 1) for one in notes),
        VOTES: _counted((one.side, one.dots) for one in votes),
        COMMITMENTS: _counted((one.side, 1) for one in commitments),
    }
    zones = {
        zone: _counted((one.side, 1) for one in notes if one.zone == zone)
        for zone in sorted({one.zone for one in notes})
    }
    return Shares(of, zones)


def percents(sides: Mapping[str, float]) -> dict[str, int]:
    """Give shares in whole percent that add up to 100, or to 0 where there are none."""
    whole = {side: int(share * 100 + 1e-9) for side, share in sides.items()}
    missing = round(sum(sides.values()) * 100) - sum(whole.values())
    by_rest = sorted(sides, key=lambda side: (whole[side] - sides[side] * 100, side))
    for side in by_rest[: max(missing, 0)]:
        whole[side] += 1
    return whole


def _counted(pairs: Iterable[tuple[str, int]]) -> Counted:
    counter = Counter[str]()
    for side, number in pairs:
        counter[side if side in SIDES else ""] += number
    return Counted(dict(counter))
