"""Small groups hidden so that nobody can work them out. No database: values in, answers out.

A group of 1 to 4 people is hidden with all its measures, and so is one of which nobody is today,
but in which somebody took part before. As whoever reads a table may subtract what
is shown from a total, more groups are hidden: in every sum that is shown at least two, together
at least 5 people, and then as many as leave no hidden number with only one solution in all sums
together, whichever measure adds up. That is asked of the equations themselves: a number with one
solution is 0 in every difference of two solutions. Where several are small, the least and the most
that each may be must differ too: two of which each is at most 4 and that are 8 together are known.

Everybody knows how long a session was. So the hours of a bootcamp or a month are an equation of
their own for the people of its sessions, with these lengths, beside that of its days.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bootcamp_app.features.reports.indicator_views import PROTECTS, SMALL, Figure
from bootcamp_app.features.reports.working_out import Bounds, Weighed, difference, is_one_number

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
_HOURS = " hours"


@dataclass(frozen=True)
class Sum:
    """A group and those into which it falls, by the keys of their figures."""

    whole: str
    parts: tuple[str, ...]
    lengths: tuple[int, ...] = ()
    """How long each part was, where the parts are sessions."""


def public_of(
    total: Tally, breakdowns: Sequence[Breakdown], nested: Iterable[Sum]
) -> tuple[Breakdown, ...]:
    """Give breakdowns without what is hidden in them; each group says why it is hidden.

    `nested` are the sums that the breakdowns do not say: a bootcamp and its sessions, and so on.
    Groups of one dimension are hidden for their own sake only, never for two crossed: where those
    cannot be made safe by hiding among themselves, they are left out.
    """
    adding = list(nested)
    single = [one for one in breakdowns if "&" not in one.id]
    first = _Hiding(total, single, adding)
    if first.hide():
        # Which groups are small is not said where it would be what tells a number.
        first = _Hiding(total, single, adding, is_said=False)
        first.hide()
    kept = list(breakdowns)
    while True:
        found = _Hiding(total, kept, adding, is_said=first.is_said, before=first)
        unsafe = _unsafe(kept, found.hide())
        if unsafe is None:
            reasons = found.reasons()
            return tuple(_without(one, reasons) for one in kept)
        kept.remove(unsafe)


def _unsafe(breakdowns: Sequence[Breakdown], told: Collection[str]) -> Breakdown | None:
    """Give the two crossed that say the most of the hidden numbers that are told; None for none."""
    said = {
        one.id: sum(figure.key in told for figure in one.figures)
        or sum(key.partition("=")[0] in one.id.split("&") for key in told)
        for one in breakdowns
        if "&" in one.id
    }
    crossed = [one for one in breakdowns if said.get(one.id)]
    # Of equals the last, as the first are asked for most.
    return max(reversed(crossed), key=lambda one: said[one.id], default=None)


def _without(breakdown: Breakdown, reasons: Mapping[str, str]) -> Breakdown:
    figures = (
        Figure(one.key, None, reasons[one.key]) if one.key in reasons else one
        for one in breakdown.figures
    )
    return replace(breakdown, figures=tuple(figures))


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

    def __init__(
        self,
        total: Tally,
        breakdowns: Sequence[Breakdown],
        nested: Iterable[Sum],
        *,
        is_said: bool = True,
        before: _Hiding | None = None,
    ) -> None:
        self.is_said = is_said
        self.tallies = {TOTAL: total} | {
            one.key: one.tally for of_one in breakdowns for one in of_one.figures if one.tally
        }
        self._people = people = {key: one.people for key, one in self.tallies.items()}
        # Whoever is told apart by what they are at a later bootcamp took part in a group, too.
        self._came = {key: one.participations for key, one in self.tallies.items()}
        self._sums = [
            one
            for one in (*sums(breakdowns), *nested)
            if one.whole in people and all(key in people for key in one.parts)
        ]
        self._most = max((int(one.person_days) for one in self.tallies.values()), default=0)
        self._of: dict[str, list[Sum]] = defaultdict(list)
        for one in self._sums:
            for key in (one.whole, *one.parts):
                self._of[key].append(one)
        self.hidden = {key for key, n in people.items() if n < SMALLEST and self._came[key]}
        self._shown = self._all_of_them()
        self.told: set[str] = set()
        if before is not None:
            self.hidden |= before.hidden
            self._shown |= before.tallies.keys() - before.hidden
            self.told |= before.told
        # Where nobody was is nobody of any kind: to hide that hides nothing.
        for one in self._sums:
            if not self._came[one.whole] and one.whole not in self.hidden:
                self._shown |= set(one.parts)

    def reasons(self) -> dict[str, str]:
        """Give all that is hidden, and why."""
        return {
            # Of nobody is “<5” as well: so whoever is hidden beside them may be nobody, too.
            key: SMALL if self._people[key] < SMALLEST and self.is_said else PROTECTS
            for key in self.hidden
        }

    def hide(self) -> Collection[str]:
        """Hide what is needed, and give what can be worked out all the same, and not before."""
        while True:
            waiting = list(self._sums)
            while waiting:
                more = self._lacking(waiting.pop())
                if more and more not in self.hidden:
                    self.hidden.add(more)
                    waiting += self._of[more]
            told = set(self._worked_out())
            found = {more for one in told for more in self._beside(one)}
            if not found:
                self.told |= told
                return told
            self.hidden |= found

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
                somebody = sum(self._came[key] > 0 for key in one.parts)
                if one.whole == whole and somebody == (self._came[whole] > 0):
                    new = set(one.parts) - found
                    found |= new
                    waiting += new
        return found

    def _lacking(self, one: Sum) -> str | None:
        """Give what must be hidden besides, because the rest of a shown sum says too much."""
        if one.whole in self.hidden:
            return None
        unseen = [n for key in one.parts if key in self.hidden and (n := self._people[key])]
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
        further = {
            part
            for n in near
            for one in self._of[n]
            for part in (*one.parts, one.whole)
            if _dimensions(part) == _dimensions(key)
        }
        for keys in (near, further):
            if smallest := self._smallest(keys):
                return [smallest]
        for keys in (near, further):
            if nobody := list(keys - self.hidden - self._shown):
                return nobody
        return []

    def _smallest(self, keys: Iterable[str]) -> str | None:
        able = [
            key
            for key in keys
            if self._people[key] and key not in self.hidden and key not in self._shown
        ]
        return min(able, key=lambda k: (self._is_alone(k), self._people[k], k), default=None)

    def _is_alone(self, key: str) -> bool:
        """Say whether nobody else is in one of its sums, so that the whole would tell it."""
        return any(
            one.whole in self._shown
            and one.whole != TOTAL
            and sum(self._people[part] > 0 for part in one.parts) == 1
            for one in self._of[key]
        )

    def _worked_out(self) -> list[str]:
        """Give the hidden figures to which the sums leave one solution."""
        solution = difference(self._equations())
        single = {
            key
            for key in self.hidden
            if not solution.get(key, 1) or not solution.get(key + _HOURS, 1)
        }
        single -= self.told
        for measure in _WHOLE_NUMBERS:
            single = single or self._narrow(measure) - self.told
        return sorted(single)

    def _narrow(self, measure: str) -> set[str]:
        """Give the hidden figures of which the least and the most that they may be are the same."""
        number = {key: int(getattr(one, measure)) for key, one in self.tallies.items()}
        near = [one for one in self._sums if any(key in self.hidden for key in one.parts)]
        adding = [one for one in near if sum(number[key] for key in one.parts) == number[one.whole]]
        is_of_people = measure == "people"
        held = [one for one in near if is_of_people and one.lengths]
        bounds = Bounds(number, self.hidden, number[TOTAL], self._limits(is_of_people))
        for _round in range(_ROUNDS):
            told = [one for one in adding if bounds.narrow(one.whole, one.parts)]
            told += [one for one in held if bounds.within(one.whole, one.parts)]
            if not told:
                break
        single = {key for key in self.hidden if bounds.least[key] == bounds.most[key]}
        if is_of_people and not single:
            single = {key for one in near if one.lengths for key in self._weighed(one, bounds)}
        return single

    def _limits(self, is_of_people: bool) -> Mapping[str, tuple[int, int]]:
        """Give between what each hidden number is by what is said of it: “<5”, or “hidden”."""
        least = 0 if any(not self._people[key] for key in self.hidden) else 1
        if not self.is_said:
            return dict.fromkeys(self.hidden, (least, self._most))
        most = SMALLEST - 1 if is_of_people else self._most
        return {
            key: (least, most) if self._people[key] < SMALLEST else (SMALLEST, self._most)
            for key in self.hidden
        }

    def _weighed(self, one: Sum, bounds: Bounds) -> Iterator[str]:
        """Give the hidden sessions that the hours, with the days, leave one whole number."""
        if one.whole in self.hidden:
            return
        unseen = [at for at, key in enumerate(one.parts) if key in self.hidden]
        keys = [one.parts[at] for at in unseen]
        days = sum(self._people[key] for key in one.parts)
        weighed = Weighed(
            lengths=[one.lengths[at] for at in unseen],
            least=[bounds.least[key] for key in keys],
            most=[bounds.most[key] for key in keys],
            hours=sum(self._people[one.parts[at]] * one.lengths[at] for at in unseen),
            # Of two sessions on one day the days do not say how many were at each.
            people=sum(self._people[key] for key in keys)
            if days == self.tallies[one.whole].person_days
            else None,
        )
        for at, key in enumerate(keys):
            if is_one_number(weighed, at):
                yield key

    def _equations(self) -> Iterator[dict[str, int]]:
        for one in self._sums:
            row = {key: 1 for key in one.parts if key in self.hidden}
            if one.whole in self.hidden:
                row[one.whole] = -1
            if row:
                yield row
                yield self._of_hours(one)

    def _of_hours(self, one: Sum) -> dict[str, int]:
        """Give the equation of the hours; those of sessions are of the people times the length."""
        if one.lengths:
            pairs = zip(one.parts, one.lengths, strict=True)
            row = {key: length for key, length in pairs if key in self.hidden}
        else:
            row = {key + _hours_of(key): 1 for key in one.parts if key in self.hidden}
        if one.whole in self.hidden:
            row[one.whole + _hours_of(one.whole)] = -1
        return row


def _dimensions(key: str) -> list[str]:
    return [one.partition("=")[0] for one in key.split("&")]


def _hours_of(key: str) -> str:
    """Give what tells the hours of a group from its people; those of a session go together."""
    return "" if key.startswith("session=") else _HOURS
