"""Dot voting in numbers: who has how many dots left, what came together, and which notes lead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.views import NOTE, PICTURE, SIDES, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bootcamp_app.features.canvases.views import Item, Round, Template, Vote

PERSON, TEAM, SIDE, HANDS = "person", "team", "side", "hands"
ROUND_KINDS = {
    PERSON: N_("Everybody of the bootcamp"),
    TEAM: N_("The members of the team"),
    SIDE: N_("Each side"),
    HANDS: N_("A show of hands"),
}
"""Who votes in a round, and what that is called."""
MOST_DOTS, MOST_COUNTED = 9, 999
VOTED_ON = (NOTE, TEXT, PICTURE)


@dataclass(frozen=True)
class Ranked:
    """One note as a round ended: its place, and whether others share it."""

    place: int
    item_id: str
    dots: int
    is_tied: bool


def is_of_people(kind: str) -> bool:
    """Say whether single people have dots in such a round."""
    return kind in (PERSON, TEAM)


def vote_id(round_id: str, item_id: str, who: str) -> str:
    """Give the id of a vote: the same on every laptop, so that none counts twice after merging."""
    return str(uuid5(NAMESPACE_OID, f"vote {round_id} {item_id} {who}"))


def may_be_voted_on(item: Item, held: Round) -> bool:
    """Say whether an item may get dots in a round."""
    return item.kind in VOTED_ON and (not held.zones or item.zone in held.zones)


def choices(items: Iterable[Item], held: Round, template: Template) -> list[Item]:
    """Give what may be voted on, in the order in which it is read: by zone, top and place."""
    order = {zone.id: at for at, zone in enumerate(template.zones)}
    chosen = [one for one in items if may_be_voted_on(one, held)]
    return sorted(chosen, key=lambda one: (order.get(one.zone, len(order)), one.top, one.x, one.id))


def given(votes: Iterable[Vote], voter: str) -> dict[str, int]:
    """Give the dots of one voter, or of one side that votes as a whole, by item."""
    return {one.item_id: one.dots for one in votes if (one.voter or one.side) == voter}


def left(held: Round, votes: Iterable[Vote], voter: str) -> int | None:
    """Give how many dots a voter has left; None where as many are counted as were given."""
    return held.dots - sum(given(votes, voter).values()) if held.dots else None


def refuse_dots(held: Round, votes: Sequence[Vote], vote: Vote) -> None:
    """Raise a Refusal where a voter may not have these dots on an item."""
    who = vote.voter or vote.side
    if held.kind == SIDE and vote.side not in SIDES:
        raise Refusal("Choose which side votes: government, civil society or residents.")
    if not 0 <= vote.dots <= MOST_COUNTED:
        raise Refusal(
            "{n} dots cannot be given. Write a number from 0 to {most}.",
            n=vote.dots,
            most=MOST_COUNTED,
        )
    others = sum(n for item, n in given(votes, who).items() if item != vote.item_id)
    if held.dots and others + vote.dots > held.dots:
        raise Refusal("All {n} dots are given. Take one back from another note first.", n=held.dots)


def tally(votes: Iterable[Vote]) -> dict[str, dict[str, int]]:
    """Give the dots of each item by side; those of nobody's side stand under the empty one."""
    counted: dict[str, dict[str, int]] = {}
    for one in votes:
        if one.dots:
            of_item = counted.setdefault(one.item_id, {})
            of_item[one.side] = of_item.get(one.side, 0) + one.dots
    return counted


def ranking(totals: Mapping[str, int]) -> list[Ranked]:
    """Give what has dots, the most first; equal ones share a place, and the next one is left out.

    So two first ones are followed by a third. Equal ones stay in the order in which they came.
    """
    shared = Counter(totals.values())
    return [
        Ranked(1 + sum(more > n for more in totals.values()), item, n, shared[n] > 1)
        for item, n in sorted(totals.items(), key=lambda pair: -pair[1])
        if n
    ]


def totals(counted: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Give the dots of each item, whoever gave them."""
    return {item: sum(sides.values()) for item, sides in counted.items()}


def over(held: Round, votes: Sequence[Vote]) -> list[str]:
    """Give who has more dots than the round gives, as after two laptops were brought together."""
    if not held.dots:
        return []
    used = Counter[str]()
    for one in votes:
        used[one.voter or one.side] += one.dots
    return sorted(who for who, n in used.items() if n > held.dots)
