"""What may be worked out of numbers that are hidden. No database: equations in, answers out."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_PRIME = (1 << 61) - 1
_STEPS = 2000
"""So many attempts are made to find a solution: where it takes more, there are many."""


class Bounds:
    """The least and the most that each hidden number may be, as whoever reads the sums knows."""

    def __init__(
        self,
        number: Mapping[str, int],
        hidden: Collection[str],
        total: int,
        limits: Mapping[str, tuple[int, int]],
    ) -> None:
        self.least, self.most = dict(number), dict(number)
        for key in hidden:
            least, most = limits[key]
            self.least[key], self.most[key] = least, min(total, most)

    def narrow(self, whole: str, parts: Sequence[str]) -> bool:
        """Use a sum, and say whether that told anything."""
        least = sum(self.least[key] for key in parts)
        most = sum(self.most[key] for key in parts)
        told = self._set(whole, least, most)
        above, below = self.most[whole], self.least[whole]
        for key in parts:
            others_least, others_most = least - self.least[key], most - self.most[key]
            if self.least[key] != self.most[key]:
                told |= self._set(key, below - others_most, above - others_least)
                least, most = others_least + self.least[key], others_most + self.most[key]
        return told

    def within(self, whole: str, parts: Sequence[str]) -> bool:
        """Use that nobody is in a part who is not in the whole, and say whether that told."""
        most = sum(self.most[key] for key in parts)
        told = self._set(whole, max(self.least[key] for key in parts), most)
        above, below = self.most[whole], self.least[whole]
        for key in parts:
            others = most - self.most[key]
            told |= self._set(key, below - others, above)
            most = others + self.most[key]
        return told

    def _set(self, key: str, least: int, most: int) -> bool:
        narrower = max(least, self.least[key]), min(most, self.most[key])
        told = narrower != (self.least[key], self.most[key])
        self.least[key], self.most[key] = narrower
        return told


def difference(equations: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Give the difference of two solutions, by chance, counted modulo a large prime."""
    rows: dict[str, dict[str, int]] = {}
    for equation in equations:
        row = dict(equation)
        while row and (lead := min(row)) in rows:
            factor = row[lead]
            for key, value in rows[lead].items():
                left = (row.get(key, 0) - factor * value) % _PRIME
                if left:
                    row[key] = left
                else:
                    row.pop(key, None)
        if row:
            inverse = pow(row[lead], -1, _PRIME)
            rows[lead] = {key: value * inverse % _PRIME for key, value in row.items()}
    chance, solution = Random(5), dict[str, int]()
    free = {key for row in rows.values() for key in row} - rows.keys()
    for key in sorted(free):
        solution[key] = chance.randrange(1, _PRIME)
    for lead in sorted(rows, reverse=True):
        rest = (solution[key] * value for key, value in rows[lead].items() if key != lead)
        solution[lead] = -sum(rest) % _PRIME
    return solution


@dataclass(frozen=True)
class Weighed:
    """How many were at each of some sessions: between what, and what it comes to together."""

    lengths: Sequence[int]
    least: Sequence[int]
    most: Sequence[int]
    hours: int
    people: int | None
    """All of them added up, where somebody knows."""


def is_one_number(weighed: Weighed, at: int) -> bool:
    """Say whether only one whole number of people can have been at one of these sessions."""
    found = 0
    for number in range(weighed.least[at], weighed.most[at] + 1):
        found += _has_solution(weighed, at, number)
        if found > 1:
            return False
    return True


def _has_solution(weighed: Weighed, at: int, number: int) -> bool:
    """Say whether there is one with so many at that session; where it takes long, there is."""
    # The longest first: so the fewest attempts lead nowhere.
    order = sorted(range(len(weighed.lengths)), key=lambda one: -weighed.lengths[one])
    ranges = [
        (weighed.lengths[one], *((number,) * 2 if one == at else
                                 (weighed.least[one], weighed.most[one])))
        for one in order
    ]  # fmt: skip
    steps = iter(range(_STEPS))
    return _fits(ranges, weighed.hours, weighed.people, steps)


def _fits(
    ranges: Sequence[tuple[int, int, int]], hours: int, people: int | None, steps: Iterator[int]
) -> bool:
    if not ranges:
        return hours == 0 and not people
    low = sum(length * least for length, least, _most in ranges)
    high = sum(length * most for length, _least, most in ranges)
    if not low <= hours <= high:
        return False
    if people is not None:
        fewest = sum(least for _length, least, _most in ranges)
        if not fewest <= people <= sum(most for _length, _least, most in ranges):
            return False
    (length, least, most), *rest = ranges
    for number in range(least, most + 1):
        if next(steps, None) is None:
            return True
        left = None if people is None else people - number
        if _fits(rest, hours - number * length, left, steps):
            return True
    return False
