"""Any record of the workspace: its history, taking its last change back, and its soundness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.storage import health
from bootcamp_app.storage.devices import this_device
from bootcamp_app.storage.history import history, latest_act, written
from bootcamp_app.storage.journal import JournalRow
from bootcamp_app.storage.undoing import NOTHING_LEFT, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.history import Entry
    from bootcamp_app.storage.undoing import Kept, Undone
    from bootcamp_app.storage.work import Work

    Step = Callable[[int, int], None]


@dataclass(frozen=True)
class RecordsUndone:
    """An act was taken back, which may itself have been an undo."""

    act: str
    """The act that was taken back; the announcement carries the act that did it."""
    rows: tuple[tuple[str, str], ...]
    """(table, row id) of what was put back."""
    is_whole: bool = True
    """Whether all of the act was meant, and not only some of its records."""
    kept: tuple[Kept, ...] = ()
    """What stays as it is because of what was done since."""


class Records:
    """What is common to all records, whatever room they belong to."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def history(self, ref: str) -> list[Entry]:
        """Give all facts about the record meant by an id or the beginning of one, oldest first."""
        with self._database.read() as reader:
            return history(reader, _meant(reader, ref))

    def written(self, table: str, acts: Sequence[str]) -> list[Entry]:
        """Give all facts that these acts wrote to a table, oldest first."""
        with self._database.read() as reader:
            return written(reader, table, acts)

    def this_device(self) -> str:
        """Give the name under which this copy of the workspace writes its facts."""
        with self._database.read() as reader:
            return this_device(reader)

    def undo(
        self,
        ref: str | None = None,
        step: Step = lambda done, of: None,  # noqa: ARG005
    ) -> Undone:
        """Take back this laptop's last change of a record, or its last change at all.

        Of a record only its own change is taken back, not what the same act did to others.
        """
        with self._database.read() as reader:
            only = [_meant(reader, ref)] if ref else None
            act = latest_act(reader, only)
        with self._database.write() as work:
            return self._undo(work, act or "", only, step)

    def undo_act(
        self,
        act: str,
        only: Sequence[str] | None = None,
        step: Step = lambda done, of: None,  # noqa: ARG005
    ) -> Undone:
        """Take back everything that one act wrote, or what it wrote to these records.

        Of an undo, that is doing it again. What was used or changed since stays and is named.
        """
        with self._database.write() as work:
            return self._undo(work, act, only, step)

    def size(self, act: str) -> int:
        """Give how much an act wrote, so that taking much back may show how far it is."""
        counted = select(func.count()).select_from(JournalRow).where(JournalRow.act == act)
        with self._database.read() as reader:
            return reader.scalar(counted) or 0

    def touched(self, act: str) -> set[tuple[str, str]]:
        """Give (table, row id) of everything that one act wrote."""
        about = select(JournalRow.table_name, JournalRow.row_id).where(JournalRow.act == act)
        with self._database.read() as reader:
            return {(table, row_id) for table, row_id in reader.execute(about)}

    def faults(self) -> list[Sentence]:
        """Say what is wrong with the workspace; nothing means sound."""
        pages = list(health.page_faults(self._database.path)) if self._database.path else []
        if pages:
            return pages
        with self._database.read() as reader:
            return list(health.row_faults(reader.connection()))

    def _undo(self, work: Work, act: str, only: Sequence[str] | None, step: Step) -> Undone:
        done = undo(work, act, self._clock.now(), only=only, step=step)
        if work.pen.has_written:
            work.announce(RecordsUndone(act, done.touched, only is None, done.kept))
        elif not done.kept:
            raise Refusal(NOTHING_LEFT)
        return done


def _meant(session: Session, ref: str) -> str:
    ref = ref.lower()
    begins = JournalRow.row_id.startswith(ref, autoescape=True)
    ids = session.scalars(select(JournalRow.row_id).where(begins).distinct().limit(2)).all()
    if not ids:
        raise Refusal("There is no record “{ref}”. Use an id that a list shows.", ref=ref)
    if len(ids) > 1 and ref not in ids:
        raise Refusal("“{ref}” means several records. Write more of the id.", ref=ref)
    return ref if ref in ids else ids[0]
