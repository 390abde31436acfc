"""Teams: which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.teams.tables import TeamRow
from bootcamp_app.features.teams.views import Team

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database


class Teams:
    """The teams of every bootcamp."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, bootcamp: Bootcamp) -> list[Team]:
        """Give the teams of a bootcamp in their order."""
        query = select(TeamRow).where(TeamRow.bootcamp_id == bootcamp.id)
        with self._database.read() as reader:
            rows = reader.scalars(query.order_by(TeamRow.place, TeamRow.id))
            return [team_view(row) for row in rows]


def team_view(row: TeamRow) -> Team:
    """Give a team as others see it."""
    return Team(row.id, row.label, row.name_km, row.name_en, row.colour, row.place)
