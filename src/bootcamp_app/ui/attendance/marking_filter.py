"""Which people are meant when many are marked at once: by organisation, province, role or team."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.places import province_name
from bootcamp_app.ui.team_names import team_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.ui.attendance.who import Standing

BY_ROWS, ALL_MISSING = "rows", "missing"
_READ: dict[str, Callable[[Participant], str]] = {
    "organisation": lambda one: one.organisation,
    "province": lambda one: province_name(one.province) if one.province else "",
    "role": lambda one: one.role,
    "team": lambda one: team_name(one.team),
}
WAYS = {
    BY_ROWS: N_("Rows of a printed list"),
    ALL_MISSING: N_("All who are missing"),
    "organisation": N_("Those of one organisation"),
    "province": N_("Those of one province"),
    "role": N_("Those with one role"),
    "team": N_("Those of one team"),
}


def values_of(way: str, people: Sequence[Standing]) -> list[tuple[str, int]]:
    """Give what may be chosen for a way, with how many people have it, by name."""
    counted = Counter(_READ[way](one.person) for one in people)
    return sorted((value, number) for value, number in counted.items() if value)


def meant_by(way: str, value: str, people: Sequence[Standing]) -> list[str]:
    """Give the participation ids of those who are meant."""
    if way == ALL_MISSING:
        return [one.id for one in people if one.is_in("missing")]
    return [one.id for one in people if _READ[way](one.person) == value]
