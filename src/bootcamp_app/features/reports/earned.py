"""Who has earned a certificate and why not, a few at a time: of 5,000 people it would be much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.service import Certificates
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.standing import Standing
    from bootcamp_app.features.reports.views import Progress

_AT_ONCE = 200
"""Of so many and no more only their own events are read."""


class Earned(NamedTuple):
    """Whether somebody has earned a certificate, and in words why not."""

    is_entitled: bool
    why_not: str
    is_exception: bool
    """Whether somebody decided so in spite of the rule, and wrote why."""


def earned(
    certificates: Certificates, bootcamp: Bootcamp, standing: Standing, heard: Progress
) -> dict[str, Earned]:
    """Say it of everybody who stands there, by participation id; `heard` may raise Cancelled.

    Who is in the list twice has earned it where it was earned as one of both.
    """
    people = [part for one in standing.people for part in standing.participations(one)]
    by_participation = _earned(certificates, bootcamp, people, heard)
    found = {}
    for one in standing.people:
        ids = [one.participation_id, *(p.participation_id for p in standing.participations(one))]
        judged = [by_participation[key] for key in ids if key in by_participation]
        if judged:
            found[one.participation_id] = max(judged, key=lambda each: each.is_entitled)
    return found


def _earned(
    certificates: Certificates, bootcamp: Bootcamp, people: Sequence[Participant], heard: Progress
) -> dict[str, Earned]:
    found = {}
    for start in range(0, len(people), _AT_ONCE):
        heard(0, len(people))
        some = [one.participation_id for one in people[start : start + _AT_ONCE]]
        for one in certificates.entitlements(bootcamp, some):
            why = str(one.why) if one.why is not None else ""
            found[one.participant.participation_id] = Earned(
                one.is_entitled, why, one.exception is not None
            )
    return found
