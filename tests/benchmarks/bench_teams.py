"""Balanced teams: how much more alike they are than teams drawn by lot, and how long it takes.

Imbalance is the mean square by which the teams miss the ideal number of each kind of people. The
teams heed five wishes: two groups that stay together, two that are kept apart, and a fixed place.
"""

from __future__ import annotations

from random import Random
from time import perf_counter

import click

from bootcamp_app.features.teams.balancing import Task, built, number_of_teams
from bootcamp_app.features.teams.measuring import WEIGHTS, balance_of, kinds_of
from bootcamp_app.features.teams.wish_rules import Wishes
from tests.features.teams.crowds import crowd
from tests.features.teams.evenness import imbalance

_SIZE, _LOTS = 8, 20
_STRICT = ("side", "sector", "sex")


def main() -> None:
    """Print a table of both, for crowds of several sizes."""
    click.echo(" people  teams  seconds  imbalance:   built  by lot ratio")
    for people in (30, 340, 2000):
        _measure(people)


def _measure(people: int) -> None:
    members = crowd(people)
    ids = [one.id for one in members]
    wishes = Wishes(
        together=[ids[:3], ids[10:12]],
        apart=[ids[3:7], [ids[8], ids[13]]],
        fixed={ids[20]: 1},
    )
    teams = number_of_teams(people, _SIZE)
    began = perf_counter()
    places = built(Task(members, teams), wishes)
    took = perf_counter() - began
    made = [[one for one in members if places[one.id] == team] for team in range(teams)]
    random = Random(1)
    by_lot = 0.0
    for _lot in range(_LOTS):
        drawn = random.sample(members, people)
        by_lot += imbalance([drawn[team::teams] for team in range(teams)]) / _LOTS
    mine = imbalance(made)
    figures = f"{mine:>7.3f} {by_lot:>7.3f} {mine / by_lot:.2f}"
    click.echo(f"{people:>7} {teams:>6} {took:>8.2f}  {'':10} {figures}")
    everybody = kinds_of(members)
    for trait in WEIGHTS:
        worst = max(
            abs(share.number - share.ideal)
            for team in made
            for share in balance_of(team, everybody, people).get(trait, {}).values()
        )
        drawn_apart = imbalance([drawn[team::teams] for team in range(teams)], [trait])
        ratio = imbalance(made, [trait]) / drawn_apart if drawn_apart else 0
        bound = " (must be at most 1)" if trait in _STRICT else ""
        click.echo(f"{'':8}{trait:<13} furthest from ideal {worst:.2f}, ratio {ratio:.2f}{bound}")


if __name__ == "__main__":
    main()
