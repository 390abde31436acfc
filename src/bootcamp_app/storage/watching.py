"""Whether anybody has written to some tables since they were looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.storage.journal import JournalRow, SeenRow, vector

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bootcamp_app.storage.base import Mergeable


class Watched:
    """Some tables as one reader saw them.

    Only facts are counted, so asking costs next to nothing, however long the tables are.
    """

    def __init__(self, session: Session, *kinds: type[Mergeable]) -> None:
        self._tables = [kind.__tablename__ for kind in kinds]
        self._seen = vector(session.connection())
        # Facts that came before those that they follow lie beyond what is seen without a gap.
        self._known = self._later(session)

    def were_written(self, session: Session) -> bool:
        """Say whether any of them was written to since, here or by facts of another device."""
        return self._later(session) != self._known

    def _later(self, session: Session) -> int:
        devices = session.scalars(select(SeenRow.device)).all()
        return sum(self._later_of(session, device) for device in devices)

    def _later_of(self, session: Session, device: str) -> int:
        count = select(func.count()).select_from(JournalRow)
        is_later = JournalRow.seq > self._seen.get(device, 0)
        about = JournalRow.table_name.in_(self._tables)
        return session.scalar(count.where(JournalRow.device == device, is_later, about)) or 0
