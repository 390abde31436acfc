"""Where somebody who comes late balances best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.teams.measuring import WEIGHTS
from bootcamp_app.features.teams.views import FIXED, TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Team, Wish


def best_teams(roster: Roster, mate: Mate) -> list[Team]:
    """Give all teams for somebody, the best first: by wishes, then room, then balance."""
    against = _wishes_against(roster, mate)
    return sorted(
        roster.teams,
        key=lambda team: (
            against(team),
            sum(one.id != mate.id for one in roster.of(team)),
            _cost(roster, mate, team),
            team.place,
        ),
    )


def _wishes_against(roster: Roster, mate: Mate) -> Callable[[Team], int]:
    """Give what counts how many wishes it would break to have somebody in a team."""
    wishes = [wish for wish in roster.wishes if mate.id in wish.people]
    others = {
        wish.id: {
            roster.by_id[key].team for key in wish.people if key != mate.id and key in roster.by_id
        }
        - {""}
        for wish in wishes
    }

    def against(team: Team) -> int:
        return sum(_is_broken(wish, team.label, others[wish.id]) for wish in wishes)

    return against


def _is_broken(wish: Wish, label: str, others: set[str]) -> bool:
    """Say whether a wish would be broken, the others whom it names being in these teams."""
    if wish.kind == FIXED:
        return wish.team != label
    if wish.kind == TOGETHER:
        return bool(others) and label not in others
    return label in others


def _cost(roster: Roster, mate: Mate, team: Team) -> float:
    """Give how many of what somebody is the team has above the ideal, by what counts most."""
    inside = roster.of(team)
    cost = 0.0
    for trait, value in mate.member.traits.items():
        number = sum(one.member.traits.get(trait) == value for one in inside)
        cost += WEIGHTS[trait] * (number - roster.ideal(trait, value, len(inside)))
    return cost
