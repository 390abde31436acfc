"""Whose a board is, as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.canvases.boards import contents_of
from bootcamp_app.features.canvases.ownership import Shares, shares
from bootcamp_app.features.canvases.tables import CommitmentRow, SolutionRow
from bootcamp_app.features.canvases.views import Commitment
from bootcamp_app.features.canvases.voting import votes_shown

if TYPE_CHECKING:
    from bootcamp_app.storage.database import Database


class Ownership:
    """The shares of every board."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, board_id: str) -> Shares:
        """Give the shares of a board: notes, newest votes, and what its solutions promise."""
        solutions = select(SolutionRow.id).where(SolutionRow.board_id == board_id)
        with self._database.read() as reader:
            items = contents_of(reader, board_id).items
            rows = reader.scalars(
                select(CommitmentRow).where(CommitmentRow.solution_id.in_(solutions))
            )
            promised = [
                Commitment(row.id, row.side, row.who, row.what, row.due_on, row.place)
                for row in rows
            ]
            return shares(items, votes_shown(reader, board_id), promised)
