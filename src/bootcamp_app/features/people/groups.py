"""The groups by which people of a bootcamp may be expected somewhere: roles and teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.people.tables import ParticipationRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def groups_of(session: Session, bootcamp_id: str) -> dict[str, list[str]]:
    """Give the names of the roles and of the teams that people of a bootcamp have, in order."""
    columns = {"role": ParticipationRow.role, "team": ParticipationRow.team}
    return {
        kind: sorted(
            name
            for name in session.scalars(
                select(column).where(ParticipationRow.bootcamp_id == bootcamp_id).distinct()
            )
            if name
        )
        for kind, column in columns.items()
    }
