"""Wishes as the builder takes them: who goes as one, who may not meet, who has a place already."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bootcamp_app.features.teams.measuring import Member


@dataclass(frozen=True)
class Wishes:
    """Groups of member ids that stay together or apart, and who is in which team already.

    Ids of people who are not among the members are left out.
    """

    together: Sequence[Sequence[str]] = ()
    apart: Sequence[Sequence[str]] = ()
    fixed: Mapping[str, int] = field(default_factory=dict)
    called: Callable[[str], str] = str
    """What a person is called by id, for refusals."""


@dataclass(frozen=True)
class Unit:
    """Members who go into a team as one, mostly a single one."""

    members: tuple[Member, ...]
    apart: frozenset[int] = frozenset()
    """Numbers of the `apart` groups of which they have somebody."""
    fixed: int | None = None

    @property
    def is_bound(self) -> bool:
        """Whether a wish says something of them."""
        return len(self.members) > 1 or bool(self.apart) or self.fixed is not None


def units_of(members: Sequence[Member], wishes: Wishes, teams: int) -> list[Unit]:
    """Give the units that wishes make; raises a Refusal where two of them contradict each other."""
    by_id = {one.id: one for one in sorted(members, key=lambda one: one.id)}
    largest = -(-len(members) // teams)
    groups = _united(by_id, wishes.together)
    apart = [[key for key in dict.fromkeys(group) if key in by_id] for group in wishes.apart]
    for group in apart:
        if len(group) > teams:
            raise Refusal(
                "{people} people are to be kept apart, but the number of teams is {teams}. Choose "
                "more teams, or remove this wish.",
                people=len(group),
                teams=teams,
            )
    units = [_unit(group, by_id, apart, wishes) for group in groups]
    for unit in units:
        if len(unit.members) > largest:
            raise Refusal(
                "{people} people are to stay together, but a team has {size}. Choose fewer, "
                "larger teams, or remove this wish.",
                people=len(unit.members),
                size=largest,
            )
    _check_fixed(units, largest)
    return units


def _united(by_id: Mapping[str, Member], together: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give everybody once, with all those to whom wishes tie them, also through others."""
    leader = {key: key for key in by_id}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for group in together:
        known = [key for key in group if key in by_id]
        for other in known[1:]:
            leader[find(other)] = find(known[0])
    groups: dict[str, list[str]] = {}
    for key in by_id:
        groups.setdefault(find(key), []).append(key)
    return list(groups.values())


def _unit(
    group: Sequence[str],
    by_id: Mapping[str, Member],
    apart: Sequence[Sequence[str]],
    wishes: Wishes,
) -> Unit:
    inside = set(group)
    for foes in apart:
        both = [key for key in foes if key in inside]
        if len(both) > 1:
            raise Refusal(
                "“{one}” and “{other}” are to stay together and to be kept apart. Remove one of "
                "the two wishes.",
                one=wishes.called(both[0]),
                other=wishes.called(both[1]),
            )
    places = {key: wishes.fixed[key] for key in group if key in wishes.fixed}
    if len(set(places.values())) > 1:
        first, *_rest, last = places
        raise Refusal(
            "“{one}” and “{other}” are to stay together, but each has another team. Remove one "
            "of these wishes.",
            one=wishes.called(first),
            other=wishes.called(last),
        )
    return Unit(
        tuple(by_id[key] for key in group),
        frozenset(number for number, foes in enumerate(apart) if inside.intersection(foes)),
        next(iter(places.values()), None),
    )


def _check_fixed(units: Sequence[Unit], largest: int) -> None:
    full: Counter[int] = Counter()
    met: set[tuple[int, int]] = set()
    for unit in units:
        if unit.fixed is None:
            continue
        full[unit.fixed] += len(unit.members)
        for number in unit.apart:
            if (unit.fixed, number) in met:
                raise Refusal(
                    "Two people are to be kept apart and both are to be in the same team. Remove "
                    "one of these wishes."
                )
            met.add((unit.fixed, number))
    if full and max(full.values()) > largest:
        raise Refusal(
            "{people} people are to be in one team, but a team has {size}. Choose fewer, larger "
            "teams, or remove a wish.",
            people=max(full.values()),
            size=largest,
        )
