"""One sheet a session: who was there, when they came, and why others were not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.reports.columns import (
    HOW,
    WHO,
    columns,
    state_title,
    stood_values,
    values,
)
from bootcamp_app.features.reports.standing import STATES
from bootcamp_app.features.reports.views import Sheet

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.reports.standing import Standing
    from bootcamp_app.features.reports.views import Cell
    from bootcamp_app.features.teams.views import TeamNames

_NAMES = 3
_SHOWN = ("name_km", "name_en", "sex", "organisation", "position", "sector", "province", "phone",
          "role", "team", "is_walk_in")  # fmt: skip
_PLACES = tuple(WHO.index(name) for name in _SHOWN)


def session_sheets(standing: Standing, teams: TeamNames) -> list[Sheet]:
    """Give a sheet for each session, in their order, with whoever is counted there."""
    described = columns(("number", *_SHOWN, *HOW, "person_id"), teams)
    return [
        Sheet(
            session.title,
            described,
            _rows(standing, session),
            tally.total(),
            f"session-{number}",
            _NAMES,
            _totals(tally),
        )
        for number, (session, tally) in enumerate(
            zip(standing.sessions, standing.tallies, strict=True), 1
        )
    ]


def _rows(standing: Standing, session: Session) -> Iterator[tuple[Cell, ...]]:
    for number, (one, found) in enumerate(standing.at(session), 1):
        who = values(one)
        yield (number, *(who[at] for at in _PLACES), *stood_values(found), one.person_id)


def _totals(tally: Counter[str]) -> tuple[tuple[Cell, ...], ...]:
    before: list[Cell] = [None] * len(_SHOWN)
    after: list[Cell] = [None] * len(HOW)
    return tuple((state_title(one), *before, tally[one], *after) for one in STATES)
