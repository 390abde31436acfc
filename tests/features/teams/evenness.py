"""How even teams are as a whole, in one number, for tests and measurements."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bootcamp_app.features.teams.measuring import WEIGHTS, balance_of, kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bootcamp_app.features.teams.measuring import Member


def imbalance(teams: Sequence[Sequence[Member]], traits: Iterable[str] = tuple(WEIGHTS)) -> float:
    """Give the mean square by which teams miss the ideal, over all kinds of these traits."""
    people = [one for team in teams for one in team]
    wanted = set(traits)
    everybody = Counter({key: n for key, n in kinds_of(people).items() if key[0] in wanted})
    missed = [
        (share.number - share.ideal) ** 2
        for team in teams
        for shares in balance_of(team, everybody, len(people)).values()
        for share in shares.values()
    ]
    return sum(missed) / len(missed) if missed else 0.0
