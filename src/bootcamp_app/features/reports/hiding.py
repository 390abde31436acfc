"""Small groups hidden so that nobody can work them out. No database: values in, answers out.

A group of 1 to 4 people is hidden with all its measures. As whoever reads a table may subtract what
is shown from a total, more groups are hidden: in every sum that is shown at least two, together
at least 5 people, and then as many as leave no hidden number with only one solution in all sums
together, whichever measure adds up. That is asked of the equations themselves: a number with one
solution is 0 in every difference of two solutions. Where several are small, the least and the most
that each may be must differ too: two of which each is at most 4 and that are 8 together are known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from bootcamp_app.features.reports.indicator_views import Figure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bootcamp_app.features.reports.indicator_views import Breakdown, Tally

SMALLEST = 5
"""So many people a group has at least that the public version shows."""
TOTAL = "all"
_WHOLE_NUMBERS = ("people", "participations", "person_days")
_OF_EVENTS = ("venue_province", "programme", "bootcamp", "month", "session")
"""Dimensions of which everybody knows in which groups there was a bootcamp at all."""
_ROUNDS = 50
_PRIME = (1 << 61) - 1


@dataclass(frozen=True)
class Sum:
    """A group and those into which it falls, by the keys of their figures."""

    whole: str
    parts: tuple[str, ...]


def hidden(total: Tally, breakdowns: Sequence[Breakdown], nested: Iterable[Sum]) -> set[str]:
    """Give the keys of the figures that the public version hides.

    `nested` are the sums that the breakdowns do not say: a bootcamp and its sessions, and so on.
    """
    tallies = {TOTAL: total} | {
        one.key: one.tally for breakdown in breakdowns for one in breakdown.figures if one.tally
    }
    return _Hiding(tallies, [*sums(breakdowns), *nested]).hidden()


def hide(breakdowns: Iterable[Breakdown], keys: Collection[str]) -> Iterator[Breakdown]:
    """Give breakdowns without what is hidden in them."""
    for one in breakdowns:
        figures = (Figure(f.key, None if f.key in keys else f.tally) for f in one.figures)
        yield replace(one, figures=tuple(figures))


def sums(breakdowns: Sequence[Breakdown]) -> Iterator[Sum]:
    """Give what adds up within breakdowns, in one measure or another."""
    known = {figure.key for one in breakdowns for figure in one.figures}
    for breakdown in breakdowns:
        keys = [figure.key for figure in breakdown.figures]
        if "&" not in breakdown.id:
            yield Sum(TOTAL, tuple(keys))
            continue
        for side in (0, 1):
            lines: dict[str, list[str]] = defaultdict(list)
            for key in keys:
                lines[key.split("&")[side]].append(key)
            for whole, parts in lines.items():
                if whole in known:
                    yield Sum(whole, tuple(parts))


class _Hiding:
    """Hides more and more, until nothing that is hidden can be worked out."""

    def __init__(self, tallies: Mapping[str, Tally], sums: Iterable[Sum]) -> None:
        self._tallies = tallies
        self._people = people = {key: one.people for key, one in tallies.items()}
        self._sums = [one for one in sums if one.whole in people]
        self._of: dict[str, list[Sum]] = defaultdict(list)
        for one in self._sums:
            for key in (one.whole, *one.parts):
                self._of[key].append(one)
        self._hidden = {key for key, n in people.items() if 0 < n < SMALLEST}
        self._shown = self._all_of_them()

    def hidden(self) -> set[str]:
        """Give all that is hidden."""
        while True:
            waiting = list(self._sums)
            while waiting:
                more = self._lacking(waiting.pop())
                if more and more not in self._hidden:
                    self._hidden.add(more)
                    waiting += self._of[more]
            found = {more for one in self._worked_out() for more in self._beside(one)}
            if not found:
                return self._hidden
            self._hidden |= found

    def _all_of_them(self) -> set[str]:
        """Give the groups in which everybody is, and those beside: to hide them hides nothing.

        So it is with a bootcamp at which nobody was, and with places where there was none.
        """
        found = {TOTAL} | {
            key
            for key, n in self._people.items()
            if not n and "&" not in key and key.partition("=")[0] in _OF_EVENTS
        }
        waiting = list(found)
        while waiting:
            whole = waiting.pop()
            for one in self._of[whole]:
                somebody = sum(self._people[key] > 0 for key in one.parts)
                if one.whole == whole and somebody == (self._people[whole] > 0):
                    new = set(one.parts) - found
                    found |= new
                    waiting += new
        return found

    def _lacking(self, one: Sum) -> str | None:
        """Give what must be hidden besides, because the rest of a shown sum says too much."""
        if one.whole in self._hidden:
            return None
        unseen = [n for key in one.parts if key in self._hidden and (n := self._people[key])]
        # Groups of nobody are shown as 0, so that a hidden one has somebody.
        if not unseen or (len(unseen) > 1 and sum(unseen) >= max(SMALLEST, len(unseen) + 1)):
            return None
        return self._smallest(one.parts) or self._smallest([one.whole])

    def _beside(self, key: str) -> Collection[str]:
        """Give what to hide so that a hidden number is less certain.

        Where there is nothing else left, these are groups of nobody: a hidden group may then be of
        nobody, so that numbers which are all small are less certain.
        """
        near = {part for one in self._of[key] for part in (*one.parts, one.whole)}
        further = {part for n in near for one in self._of[n] for part in (*one.parts, one.whole)}
        for keys in (near, further):
            if smallest := self._smallest(keys):
                return [smallest]
        for keys in (near, further):
            if nobody := list(keys - self._hidden - self._shown):
                return nobody
        return []

    def _smallest(self, keys: Iterable[str]) -> str | None:
        able = [
            key
            for key in keys
            if self._people[key] and key not in self._hidden and key not in self._shown
        ]
        return min(able, key=lambda key: (self._people[key], key), default=None)

    def _worked_out(self) -> list[str]:
        """Give the hidden figures to which the sums leave one solution."""
        solution = _difference(self._equations())
        single = {key for key in self._hidden if not solution.get(key, 1)}
        for measure in _WHOLE_NUMBERS:
            single = single or self._narrow(measure)
        return sorted(single)

    def _narrow(self, measure: str) -> set[str]:
        """Give the hidden figures of which the least and the most that they may be are the same."""
        number = {key: int(getattr(one, measure)) for key, one in self._tallies.items()}
        near = [
            one
            for one in self._sums
            if any(key in self._hidden for key in one.parts)
            and sum(number[key] for key in one.parts) == number[one.whole]
        ]
        bounds = _Bounds(number, self._hidden)
        for _round in range(_ROUNDS):
            told = [one for one in near if bounds.narrow(one)]
            if not told:
                break
        return {key for key in self._hidden if bounds.least[key] == bounds.most[key]}

    def _equations(self) -> Iterator[dict[str, int]]:
        for one in self._sums:
            row = {key: 1 for key in one.parts if key in self._hidden}
            if one.whole in self._hidden:
                row[one.whole] = -1
            if row:
                yield row


class _Bounds:
    """The least and the most that each hidden number may be, as whoever reads the sums knows."""

    def __init__(self, number: Mapping[str, int], hidden: Collection[str]) -> None:
        least = 1 if all(number[key] for key in hidden) else 0
        self.least = {key: least if key in hidden else n for key, n in number.items()}
        self.most = {key: number[TOTAL] if key in hidden else n for key, n in number.items()}

    def narrow(self, one: Sum) -> bool:
        """Use a sum, and say whether that told anything."""
        least = sum(self.least[key] for key in one.parts)
        most = sum(self.most[key] for key in one.parts)
        told = self._set(one.whole, least, most)
        above, below = self.most[one.whole], self.least[one.whole]
        for key in one.parts:
            others_least, others_most = least - self.least[key], most - self.most[key]
            if self.least[key] != self.most[key]:
                told |= self._set(key, below - others_most, above - others_least)
                least, most = others_least + self.least[key], others_most + self.most[key]
        return told

    def _set(self, key: str, least: int, most: int) -> bool:
        narrower = max(least, self.least[key]), min(most, self.most[key])
        told = narrower != (self.least[key], self.most[key])
        self.least[key], self.most[key] = narrower
        return told


def _difference(equations: Iterable[Mapping[str, int]]) -> dict[str, int]:
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
