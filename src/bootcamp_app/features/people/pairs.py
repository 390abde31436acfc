"""Which people may be one, of many. No database: what is known of each in, pairs out.

Only those who share something are compared, so that a hundred thousand people take seconds: a
name in any order, the consonants of one, part of one and the organisation, a phone, an e-mail
address, a date of birth.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from bootcamp_app.features.people.likeness import Likeness, likeness, likeness_score

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from bootcamp_app.features.people.likeness import Traits

    Step = Callable[[int, int], None]
    Pair = tuple[str, str]
    Found = tuple[str, str, Likeness]

_CROWD = 12
"""What more people share than this says nothing by itself."""
_PLACE_BITS = 24
_HASH = (1 << 40) - 1
_EVERY = 4096
_VOWELS = re.compile(r"[aeiouyhw'\u17b6-\u17d3]+")
_TWICE = re.compile(r"(.)\1+")


def likely_pairs(
    people: Sequence[Traits], wanted: Collection[str], apart: Collection[Pair], step: Step
) -> list[tuple[int, str, str]]:
    """Give score and ids of the pairs who may be one, at least one wanted, the likeliest first.

    `apart` holds the pairs that somebody told apart, each as its two ids in order.
    `step(done, of)` is told how far the work is and may raise to stop it.
    """
    is_wanted = [one.id in wanted for one in people]
    scores: dict[int, int] = {}
    for group in _groups(people, step):
        if not any(is_wanted[place] for place in group):
            continue
        for first, second in combinations(group, 2):
            key = first << _PLACE_BITS | second
            if key in scores or not (is_wanted[first] or is_wanted[second]):
                continue
            if score := likeness_score(people[first], people[second]):
                scores[key] = score
    mask = (1 << _PLACE_BITS) - 1
    found = (
        (score, *in_order(people[key >> _PLACE_BITS].id, people[key & mask].id))
        for key, score in scores.items()
    )
    return sorted(
        (one for one in found if one[1:] not in apart), key=lambda one: (-one[0], *one[1:])
    )


def in_order(first: str, second: str) -> tuple[str, str]:
    """Give two ids in the order in which a pair of them is kept."""
    return (first, second) if first <= second else (second, first)


def told(people: Sequence[Traits], pairs: Sequence[tuple[int, str, str]]) -> list[Found]:
    """Give the pairs with the reasons why."""
    by_id = {one.id: one for one in people}
    judged = ((first, second, likeness(by_id[first], by_id[second])) for _, first, second in pairs)
    return [(first, second, one) for first, second, one in judged if one is not None]


def _groups(people: Sequence[Traits], step: Step) -> Iterator[list[int]]:
    """Give those to be compared with each other, by their places, in ascending order."""
    # What is shared and who shares it are one number: a million of them sort in a second and
    # take little room. Two things with one number cost a comparison and nothing else.
    shared = sorted(
        (hash(key) & _HASH) << _PLACE_BITS | place
        for place, one in enumerate(people)
        for key in _keys(one)
    )
    mask, done = (1 << _PLACE_BITS) - 1, 0
    for _, entries in groupby(shared, key=lambda entry: entry >> _PLACE_BITS):
        group = [entry & mask for entry in entries]
        if done % _EVERY + len(group) >= _EVERY or not done:
            step(done, len(shared))
        done += len(group)
        if 1 < len(group) <= _CROWD:
            yield group
        elif len(group) > _CROWD:
            yield from _parted(people, group)
    step(len(shared), len(shared))


def _keys(one: Traits) -> set[Pair]:
    keys: set[Pair] = set()
    for name in (*one.km, *one.en):
        keys |= {("name", name.sorted), ("sound", " ".join(map(_sound, name.parts)))}
        keys |= {(office, part) for office in one.organisations for part in name.parts}
    if one.phone:
        keys.add(("phone", one.phone))
    if one.email:
        keys.add(("email", one.email))
    if one.birth_date:
        keys.add(("born", one.birth_date.isoformat()))
    return keys


def _parted(people: Sequence[Traits], crowd: Sequence[int]) -> Iterator[list[int]]:
    """Give those of a crowd who share something more: the organisation or the year of birth."""
    by_more: dict[object, list[int]] = defaultdict(list)
    for place in crowd:
        one = people[place]
        for more in (*one.organisations, one.birth_year):
            by_more[more].append(place)
    by_more.pop(None, None)
    for group in by_more.values():
        if 1 < len(group) <= _CROWD:
            yield group


def _sound(part: str) -> str:
    """Give the consonants of a name, which survive most slips and ways to romanise it."""
    return part[:1] + _TWICE.sub(r"\1", _VOWELS.sub("", part[1:]))
