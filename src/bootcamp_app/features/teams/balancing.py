"""Balanced teams: values in, who goes where out; the same seed gives the same teams.

Whoever is bound by a wish is placed first, by trying; then all others, each where it is best for
the balance; then people change places for as long as that makes the teams more alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.teams.measuring import WEIGHTS, Counts
from bootcamp_app.features.teams.wish_rules import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.teams.measuring import Member
    from bootcamp_app.features.teams.wish_rules import Wishes

    Progress = Callable[[int, int], None]

_TRIES = 60_000
"""So many placements of bound people are tried before their wishes are said to be impossible."""
_ROUNDS = 120
"""How many exchanges are tried for each person."""
_MOST_EXCHANGES = 600_000
_MOST_LOOKS, _LEAST_LOOKS = 1_000_000, 20
"""So often it is looked at how a team would be with somebody, and so often for each at least."""
_NOTHING = 1e-9
_BEGINNINGS, _FEW = 4, 1000
"""So often so few people are dealt anew where a team is off in the end."""


@dataclass(frozen=True)
class Task:
    """Who is to be spread over how many teams, and what is to be alike in all of them."""

    members: Sequence[Member]
    teams: int
    traits: tuple[str, ...] = tuple(WEIGHTS)
    seed: int = 0


def refuse_empty_teams(teams: int, people: int) -> None:
    """Raise a Refusal where so many people cannot be spread over so many teams."""
    if teams < 1 or teams > max(people, 1):
        raise Refusal(
            "{people} people cannot be spread over {teams} teams. Choose fewer teams, or one.",
            people=people,
            teams=teams,
        )


def built(
    task: Task,
    wishes: Wishes,
    progress: Progress = lambda done, of: None,  # noqa: ARG005 - nobody looks
) -> dict[str, int]:
    """Give the number of the team for the id of each member; raises a Refusal in words."""
    refuse_empty_teams(task.teams, len(task.members))
    units = units_of(task.members, wishes, task.teams)
    found: list[tuple[int, int, dict[str, int]]] = []
    for beginning in range(_BEGINNINGS if len(units) <= _FEW else 1):
        builder = _Builder(task, units, beginning)
        builder.place_bound()
        builder.place_free()
        builder.exchange(progress)
        found.append((builder.off, beginning, builder.result()))
        if not builder.off:
            break
    return min(found, key=lambda one: one[:2])[2]


def sizes_of(people: int, teams: int) -> list[int]:
    """Give how many go into each team, as even as can be."""
    even, over = divmod(people, teams)
    return [even + (place < over) for place in range(teams)]


def number_of_teams(people: int, size: int) -> int:
    """Give how many teams there are where each has about so many; never one of a lone rest."""
    return max(round(people / max(size, 1)), 1)


class _Builder:
    def __init__(self, task: Task, units: list[Unit], beginning: int) -> None:
        # The same seed gives the same teams.
        self._random = Random(f"{task.seed} {beginning}")
        self._units = units
        self._sizes = sizes_of(len(task.members), task.teams)
        self._counts = Counts(task.members, self._sizes, task.traits)
        self._room = list(self._sizes)
        self._team: list[int] = [-1] * len(units)
        self._foes: list[set[int]] = [set() for _team in self._sizes]
        """The groups of a `keep apart` that have somebody in each team."""

    def place_bound(self) -> None:
        bound = [place for place, one in enumerate(self._units) if one.is_bound]
        bound.sort(key=lambda place: self._hardness(self._units[place]))
        # A group may not fit exactly; teams may then differ by one more.
        if not self._place(bound):
            self._room = [size + 1 for size in self._room]
            if not self._place(bound):
                raise Refusal(
                    "These wishes cannot all be fulfilled with {teams} teams. Remove one of "
                    "them, or choose fewer, larger teams.",
                    teams=len(self._sizes),
                )
            self._room = [room - 1 for room in self._room]

    def place_free(self) -> None:
        free = [place for place, one in enumerate(self._units) if not one.is_bound]
        self._random.shuffle(free)
        # Whoever is alike is dealt one after the other, the rarest first.
        free.sort(key=lambda place: self._counts.rarity(self._units[place].members))
        teams = [team for team, room in enumerate(self._room) if room > 0]
        looked_at = min(max(_MOST_LOOKS // max(len(free), 1), _LEAST_LOOKS), len(teams))
        for place in free:
            members = self._units[place].members
            best = min(
                self._random.sample(teams, min(len(teams), looked_at)),
                key=lambda team: (self._counts.added(team, members), -self._room[team]),
            )
            self._put(place, best)
            if self._room[best] <= 0:
                teams.remove(best)

    def exchange(self, progress: Progress) -> None:
        movable = [place for place, one in enumerate(self._units) if one.fixed is None]
        if len(movable) < 2 or len(self._sizes) < 2:
            return
        tries = min(_ROUNDS * len(movable), _MOST_EXCHANGES)
        draw = self._random.random
        many = len(movable)
        for done in range(tries):
            if done % 20_000 == 0:
                progress(done, tries)
            self._try_exchange(movable[int(draw() * many)], movable[int(draw() * many)])
        self._settle(movable)

    @property
    def off(self) -> int:
        """How many teams miss the ideal of what counts most by more than one."""
        return sum(self._counts.is_off(team) for team in range(len(self._sizes)))

    def result(self) -> dict[str, int]:
        return {
            one.id: team
            for unit, team in zip(self._units, self._team, strict=True)
            for one in unit.members
        }

    def _settle(self, movable: list[int]) -> None:
        """Try everybody of a team that is off with everybody else."""
        off = {team for team in range(len(self._sizes)) if self._counts.is_off(team)}
        meant = [place for place in movable if self._team[place] in off]
        for place in meant[: _MOST_EXCHANGES // len(movable) + 1]:
            for other in movable:
                self._try_exchange(place, other, least_off=True)

    def _try_exchange(self, first: int, second: int, *, least_off: bool = False) -> bool:
        here, there = self._team[first], self._team[second]
        one, other = self._units[first], self._units[second]
        if here == there or len(one.members) != len(other.members):
            return False
        if one.apart and not one.apart.isdisjoint(self._foes[there] - other.apart):
            return False
        if other.apart and not other.apart.isdisjoint(self._foes[here] - one.apart):
            return False
        change = self._counts.change(one.members, other.members)
        gain = self._counts.cost(here, there, change)
        if least_off:
            gain += self._counts.cost_of_being_off(here, there, change)
        if gain >= -_NOTHING:
            return False
        self._counts.carry_out(here, there, change)
        self._foes[here] -= one.apart
        self._foes[there] -= other.apart
        self._foes[here] |= other.apart
        self._foes[there] |= one.apart
        self._team[first], self._team[second] = there, here
        return True

    def _hardness(self, unit: Unit) -> tuple[bool, int, int, str]:
        return (unit.fixed is None, -len(unit.members), -len(unit.apart), unit.members[0].id)

    def _place(self, bound: list[int]) -> bool:
        """Place all who are bound, going back where somebody finds no place any more."""
        tries = _TRIES
        ways = [iter(self._teams_for(self._units[place])) for place in bound[:1]]
        while ways and tries:
            tries -= 1
            place = bound[len(ways) - 1]
            if self._team[place] >= 0:
                self._take(place)
            team = next(ways[-1], None)
            if team is None:
                ways.pop()
                continue
            self._put(place, team)
            if len(ways) == len(bound):
                return True
            ways.append(iter(self._teams_for(self._units[bound[len(ways)]])))
        for place in bound:
            if self._team[place] >= 0:
                self._take(place)
        return not bound

    def _teams_for(self, unit: Unit) -> list[int]:
        """Give where a unit may go, the best first."""
        teams = [unit.fixed] if unit.fixed is not None else list(range(len(self._sizes)))
        fitting = [
            team
            for team in teams
            if self._room[team] >= len(unit.members) and unit.apart.isdisjoint(self._foes[team])
        ]
        return sorted(
            fitting, key=lambda team: (self._counts.added(team, unit.members), -self._room[team])
        )

    def _put(self, place: int, team: int) -> None:
        unit = self._units[place]
        self._team[place] = team
        self._room[team] -= len(unit.members)
        self._foes[team] |= unit.apart
        self._counts.add(team, unit.members)

    def _take(self, place: int) -> None:
        unit, team = self._units[place], self._team[place]
        self._team[place] = -1
        self._room[team] += len(unit.members)
        self._foes[team] -= unit.apart
        self._counts.remove(team, unit.members)
