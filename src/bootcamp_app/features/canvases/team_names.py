"""What teams are called in both languages, by the label that people and boards carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.i18n import N_, in_language
from bootcamp_app.core.khmer import khmer_digits
from bootcamp_app.features.canvases.tables import BoardRow, SolutionRow
from bootcamp_app.features.canvases.views import Words
from bootcamp_app.features.teams.tables import TeamRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session as Reading

TEAM = N_("Team")


def team_names(reading: Reading, bootcamp_id: str, labels: Iterable[str]) -> dict[str, Words]:
    """Give the names of teams by their labels; one that has none is called by its label."""
    rows = reading.scalars(select(TeamRow).where(TeamRow.bootcamp_id == bootcamp_id)).all()
    known = {row.label: row for row in rows}
    named = {}
    for label in set(labels) - {""}:
        row = known.get(label)
        km, en = (row.name_km, row.name_en) if row else ("", "")
        named[label] = Words(en or km or f"{TEAM} {label}", km or en or _in_khmer(label))
    return named


def teams_in_use(reading: Reading, bootcamp_id: str) -> set[str]:
    """Give the labels of teams, there or no more, that boards and solutions are of."""
    return {
        label
        for kind in (BoardRow, SolutionRow)
        for label in reading.scalars(select(kind.team).where(kind.bootcamp_id == bootcamp_id))
        if label
    }


def _in_khmer(label: str) -> str:
    return f"{in_language(TEAM, 'km')} {khmer_digits(label)}"
