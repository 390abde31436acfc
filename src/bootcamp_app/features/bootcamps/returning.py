"""Sessions that were removed on one laptop while somebody was recorded at them on another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.features.bootcamps.tables import BootcampRow, SessionRow
from bootcamp_app.features.bootcamps.views import Recorded, SessionsChanged, in_words
from bootcamp_app.storage.facts import ALIVE, SEEN, Fact
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.merging import facts_of
from bootcamp_app.storage.undoing import bring_back

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.facts import Vector

    RecordedAt = Callable[[Reading, Sequence[str]], Mapping[str, Recorded]]
    FactsAt = Callable[[Reading, Sequence[str]], Mapping[str, Sequence[Fact]]]

_NOTHING = Recorded()


@dataclass(frozen=True)
class Removed:
    """A session that is no more, and what counts of what was recorded at it."""

    id: str
    bootcamp_id: str
    title_en: str
    title_km: str
    removal: Fact
    recorded: Recorded = _NOTHING

    @property
    def title(self) -> str:
        """The title in the language in use, or in the other where that one is missing."""
        return in_words(self.title_en, self.title_km)

    @property
    def who(self) -> str:
        """Who removed it."""
        return self.removal.who

    def was_known(self, fact: Fact) -> bool:
        """Say whether the laptop that removed it knew of a fact by then."""
        if fact.device == self.removal.device:
            return True
        seen: Vector | None = self.removal.changes.get(SEEN, (None, None))[1]
        if seen is None:
            # An earlier version did not say; what it had heard of, its clock is past.
            return fact.clock < self.removal.clock
        return fact.seq <= seen.get(fact.device, 0)


class RemovedSessions:
    """What became of people who were recorded at sessions that are gone.

    `recorded` says what counts at sessions, by their ids, and `facts` gives the facts of that.
    """

    def __init__(self, database: Database, recorded: RecordedAt, facts: FactsAt) -> None:
        self._database = database
        self._recorded = recorded
        self._facts = facts

    def with_records(self) -> list[Removed]:
        """Give those at which somebody is recorded, who counts nowhere as long as they are gone."""
        with self._database.read() as reader:
            gone = list(_removed(reader))
            recorded = self._recorded(reader, [one.id for one in gone])
        return [replace(one, recorded=recorded[one.id]) for one in gone if one.id in recorded]

    def settle(self) -> list[Removed]:
        """Bring those back at which somebody is recorded whom nobody knew of who removed them.

        To be called whenever facts of other laptops were taken in; gives what was brought back.
        """
        with self._database.write() as work:
            gone = [one for one in _removed(work) if work.get(BootcampRow, one.bootcamp_id)]
            facts = self._facts(work, [one.id for one in gone])
            back = [one for one in gone if not all(map(one.was_known, facts.get(one.id, ())))]
            for one in back:
                bring_back(work, SessionRow, one.id)
                work.announce(SessionsChanged(one.bootcamp_id))
            work.flush()
            recorded = self._recorded(work, [one.id for one in back])
        return [replace(one, recorded=recorded.get(one.id, _NOTHING)) for one in back]


def _removed(reading: Reading) -> Iterator[Removed]:
    name = SessionRow.__tablename__
    gone = (
        select(JournalRow.row_id)
        .where(JournalRow.table_name == name, JournalRow.row_id.not_in(select(SessionRow.id)))
        .distinct()
    )
    for session_id in reading.scalars(gone.order_by(JournalRow.row_id)).all():
        said: dict[str, Any] = {}
        removal: Fact | None = None
        for fact in facts_of(reading.connection(), name, [session_id]):
            said.update({field: values[1] for field, values in fact.changes.items()})
            if ALIVE in fact.changes:
                removal = None if fact.changes[ALIVE][1] else fact
        # Facts of a session whose beginning did not come as yet speak of no removal.
        if removal is not None:
            yield Removed(
                id=session_id,
                bootcamp_id=said.get("bootcamp_id", ""),
                title_en=said.get("title_en", ""),
                title_km=said.get("title_km", ""),
                removal=removal,
            )
