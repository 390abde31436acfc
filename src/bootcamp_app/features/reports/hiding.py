"""Small groups hidden so that nobody can work them out. No database: values in, answers out.

A group of 1 to 4 people is hidden with all its measures. As whoever reads a table may subtract what
is shown from a total, more groups are hidden: in every sum that is shown at least two, together
at least 5 people, and then as many as leave no hidden number with only one solution in all sums
together, whichever measure adds up. That is asked of the equations themselves: a number with one
solution is 0 in every difference of two solutions.
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
    people = {TOTAL: total.people} | {
        one.key: one.tally.people
        for breakdown in breakdowns
        for one in breakdown.figures
        if one.tally
    }
    return _Hiding(people, [*sums(breakdowns), *nested]).hidden()


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

    def __init__(self, people: Mapping[str, int], sums: Iterable[Sum]) -> None:
        self._people = people
        self._sums = [one for one in sums if one.whole in people]
        self._of: dict[str, list[Sum]] = defaultdict(list)
        for one in self._sums:
            for key in (one.whole, *one.parts):
                self._of[key].append(one)
        self._hidden = {key for key, n in people.items() if 0 < n < SMALLEST}
        # What is all that its whole is cannot be hidden where the whole is shown.
        self._shown = {TOTAL}

    def hidden(self) -> set[str]:
        """Give all that is hidden."""
        while True:
            waiting = list(self._sums)
            while waiting:
                more = self._lacking(waiting.pop())
                if more and more not in self._hidden:
                    self._hidden.add(more)
                    waiting += self._of[more]
            more_of = [self._beside(one) for one in self._worked_out()]
            found = {one for one in more_of if one}
            if not found:
                return self._hidden
            self._hidden |= found

    def _lacking(self, one: Sum) -> str | None:
        """Give what must be hidden besides, because the rest of a shown sum says too much."""
        if one.whole in self._hidden:
            return None
        unseen = [self._people[key] for key in one.parts if key in self._hidden]
        # Whoever knows that nobody's group is shown as 0 knows that a hidden one has somebody.
        if not unseen or (len(unseen) > 1 and sum(unseen) >= max(SMALLEST, len(unseen) + 1)):
            return None
        return self._smallest(one.parts) or self._smallest([one.whole])

    def _beside(self, key: str) -> str | None:
        """Give what to hide so that a hidden number is less certain."""
        near = {part for one in self._of[key] for part in (*one.parts, one.whole)}
        further = {
            part for n in sorted(near) for one in self._of[n] for part in (*one.parts, one.whole)
        }
        return self._smallest(sorted(near)) or self._smallest(sorted(further))

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
        return sorted(key for key in self._hidden if not solution.get(key, 1))

    def _equations(self) -> Iterator[dict[str, int]]:
        for one in self._sums:
            row = {key: 1 for key in one.parts if key in self._hidden}
            if one.whole in self._hidden:
                row[one.whole] = -1
            if row:
                yield row


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
