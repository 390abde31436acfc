"""People who bear one name: whoever hands papers out must know that they are two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import comparison_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bootcamp_app.features.people.views import Participant


def same_names(people: Iterable[Participant], now: Collection[str]) -> list[list[Participant]]:
    """Give people who bear one name in Khmer or in Latin letters, where one gets it now.

    `now` are the participation ids of those who get a certificate.
    """
    everybody = list(people)
    leader = {one.participation_id: one.participation_id for one in everybody}
    first: dict[tuple[str, str], str] = {}
    for one in everybody:
        for script, name in (("km", one.name_km), ("en", one.name_en)):
            if key := comparison_key(name):
                known = first.setdefault((script, key), one.participation_id)
                leader[_led(leader, one.participation_id)] = _led(leader, known)
    groups: dict[str, list[Participant]] = defaultdict(list)
    for one in everybody:
        groups[_led(leader, one.participation_id)].append(one)
    return [
        group
        for group in groups.values()
        if len(group) > 1 and any(one.participation_id in now for one in group)
    ]


def _led(leader: Mapping[str, str], key: str) -> str:
    """Give who stands for all of one name."""
    while leader[key] != key:
        key = leader[key]
    return key
