"""How alike teams are: how many of each kind are in each, beside how many there should be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WEIGHTS = {"side": 12, "sector": 8, "sex": 12, "organisation": 4, "province": 3}
"""What may be alike in all teams, and how much it counts."""
_STRICT = 8
"""What counts so much may be off by one in no team."""
CHOICES = {
    "sector": ("side", "sector"),
    "sex": ("sex",),
    "province": ("province",),
    "organisation": ("organisation",),
}
"""What a facilitator chooses to have balanced, and the traits that stand for it."""


@dataclass(frozen=True)
class Member:
    """Somebody who is to work in a team, and what they are by trait; empty where not known."""

    id: str
    traits: Mapping[str, str]


@dataclass(frozen=True)
class Share:
    """How many of one kind a team has, and how many it would have if all teams were alike."""

    number: int
    ideal: float

    @property
    def is_off(self) -> bool:
        """Whether more than one is missing or too many."""
        return abs(self.number - self.ideal) > 1 + 1e-9

    @property
    def is_too_many(self) -> bool:
        """Whether there are too many rather than too few."""
        return self.number > self.ideal


Balance = dict[str, dict[str, Share]]
"""Trait, value, share; of one team."""


def balance_of(team: Sequence[Member], everybody: Counter[tuple[str, str]], people: int) -> Balance:
    """Give how a team stands beside the ideal, for all that anybody is."""
    inside = kinds_of(team)
    found: Balance = {}
    for (trait, value), number in sorted(everybody.items()):
        ideal = number * len(team) / people if people else 0.0
        found.setdefault(trait, {})[value] = Share(inside[trait, value], ideal)
    return found


def kinds_of(members: Iterable[Member]) -> Counter[tuple[str, str]]:
    """Give how many are of each kind."""
    return Counter((trait, value) for one in members for trait, value in one.traits.items())


_MOST_COUNTED = 2_000_000
Change = dict[int, int]
"""By how many a team has more of each kind."""
_OFF = 1e6


class Counts:
    """The kinds in each team while it is built, and what an exchange would do to the balance.

    The cost is the weighted square of what is missing or too many. Of a kind only the difference
    counts, so an exchange of two people costs a few additions.
    """

    def __init__(
        self, members: Sequence[Member], sizes: Sequence[int], traits: Sequence[str]
    ) -> None:
        kinds = kinds_of(members)
        self._numbers = {key: number for key, number in kinds.items() if key[0] in traits}
        if len(self._numbers) * len(sizes) > _MOST_COUNTED:
            # So many people meet strangers in any case.
            self._numbers = {
                key: number for key, number in self._numbers.items() if key[0] != "organisation"
            }
        place = {key: at for at, key in enumerate(self._numbers)}
        self._weights = [WEIGHTS[trait] for trait, _value in self._numbers]
        self._kinds = {
            one.id: tuple(place[key] for key in one.traits.items() if key in place)
            for one in members
        }
        people = max(len(members), 1)
        # Per team and kind: how many there are above the ideal.
        self._above = [
            [-number * size / people for number in self._numbers.values()] for size in sizes
        ]

    def rarity(self, members: Sequence[Member]) -> tuple[tuple[int, int], ...]:
        """Give a key by which those come together who are alike."""
        numbers = list(self._numbers.values())
        return tuple((numbers[kind], kind) for kind in self._kinds[members[0].id])

    def add(self, team: int, members: Sequence[Member]) -> None:
        """Have these in a team."""
        above = self._above[team]
        for one in members:
            for kind in self._kinds[one.id]:
                above[kind] += 1

    def remove(self, team: int, members: Sequence[Member]) -> None:
        """Have these no longer in a team."""
        above = self._above[team]
        for one in members:
            for kind in self._kinds[one.id]:
                above[kind] -= 1

    def added(self, team: int, members: Sequence[Member]) -> float:
        """Give what it costs to have these in a team, less being good."""
        above, weights = self._above[team], self._weights
        return sum(
            weights[kind] * (2 * above[kind] + 1) for one in members for kind in self._kinds[one.id]
        )

    def is_off(self, team: int) -> bool:
        """Say whether a team misses the ideal of what counts most by more than one."""
        return any(
            weight >= _STRICT and abs(above) > 1
            for above, weight in zip(self._above[team], self._weights, strict=True)
        )

    def change(self, ours: Sequence[Member], theirs: Sequence[Member]) -> Change:
        """Give what a team gains of each kind that gives some and takes others."""
        change: Change = {}
        for one in ours:
            for kind in self._kinds[one.id]:
                change[kind] = change.get(kind, 0) - 1
        for one in theirs:
            for kind in self._kinds[one.id]:
                change[kind] = change.get(kind, 0) + 1
        return change

    def cost(self, here: int, there: int, change: Change) -> float:
        """Give what it costs if a team changes so and another the other way, less being good."""
        mine, other, weights = self._above[here], self._above[there], self._weights
        cost = 0.0
        for kind, by in change.items():
            if by:
                # (a + by)² - a² + (b - by)² - b²
                cost += weights[kind] * 2 * by * (mine[kind] - other[kind] + by)
        return cost

    def cost_of_being_off(self, here: int, there: int, change: Change) -> float:
        """Give what it costs besides, where more than one is missing or too many."""
        mine, other = self._above[here], self._above[there]
        return _OFF * sum(
            _excess(mine[kind] + by) - _excess(mine[kind])
            + _excess(other[kind] - by) - _excess(other[kind])
            for kind, by in change.items()
            if self._weights[kind] >= _STRICT
        )  # fmt: skip

    def carry_out(self, here: int, there: int, change: Change) -> None:
        """Have a team changed so and another the other way."""
        mine, other = self._above[here], self._above[there]
        for kind, by in change.items():
            mine[kind] += by
            other[kind] -= by


def _excess(above: float) -> float:
    return max(abs(above) - 1, 0.0)
