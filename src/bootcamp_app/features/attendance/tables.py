"""Rows of attendance: events that are only ever added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.views import RESULTS
from bootcamp_app.features.bootcamps.tables import SessionRow
from bootcamp_app.storage.base import Mergeable, Reference, not_annulled
from bootcamp_app.storage.holding import parts
from bootcamp_app.storage.journal import JournalRow, root_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bootcamp_app.storage.effects import Effect


class AttendanceEventRow(Mergeable):
    """Something that happened at the door: an entry, exit, state, annulment or refused scan.

    Also the closing and reopening of a session, which concern nobody in particular.
    """

    __tablename__ = "attendance_events"
    __table_args__ = (Index(None, "session_id", "participation_id"),)
    is_append_only: ClassVar[bool] = True
    refers: ClassVar[Sequence[Reference]] = (
        Reference(
            "participation_id", "participations", N_("was checked in or marked"), is_part=True
        ),
        # A session that was added stays once somebody was recorded at it.
        Reference("session_id", "sessions", N_("somebody was recorded there")),
    )

    kind: Mapped[str]
    session_id: Mapped[str | None]
    participation_id: Mapped[str | None] = mapped_column(index=True)
    at: Mapped[datetime]
    result: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    method: Mapped[str] = mapped_column(default="code")
    state: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    minutes_late: Mapped[int] = mapped_column(default=0)
    annuls: Mapped[str | None]

    def inverse(self, moment: datetime) -> AttendanceEventRow | None:
        """Give the annulment of this event, which for an annulment is the event again."""
        if self.kind == "refusal":
            return None
        return AttendanceEventRow(
            kind="annulment",
            session_id=self.session_id,
            participation_id=self.participation_id,
            at=moment,
            annuls=self.id,
        )

    def changes_nothing(self) -> bool:
        """Say whether it is a refused scan."""
        return self.kind == "refusal"

    @classmethod
    def refuse_undo_of(cls, session: Session, act: str, effects: Mapping[str, Effect]) -> None:
        """Raise a Refusal where it happened at a session that is locked, unless that locked it."""
        closed: set[str] = set()
        for part in parts(effects):
            query = select(SessionRow.id).join(cls, cls.session_id == SessionRow.id)
            is_meant = cls.id.in_(part) & (cls.kind != "refusal") & SessionRow.is_locked
            closed |= set(session.scalars(query.where(is_meant)))
        if any(not act or not _is_closed_by(session, act, one) for one in closed):
            raise Refusal(RESULTS["locked"])

    @classmethod
    def in_force(cls, rows: Sequence[Mergeable]) -> Sequence[Mergeable]:
        """Give what counts; a refused scan changes nothing."""
        return [
            row
            for row in not_annulled(rows)
            if isinstance(row, AttendanceEventRow) and row.kind != "refusal"
        ]


def _is_closed_by(session: Session, act: str, session_id: str) -> bool:
    """Say whether a session is locked by this act, or by what it takes back or does again."""
    events = session.scalars(
        select(AttendanceEventRow).where(
            AttendanceEventRow.session_id == session_id,
            AttendanceEventRow.participation_id.is_(None),
        )
    )
    counting = [one for one in not_annulled(list(events)) if one.kind == "closing"]
    if not counting:
        return False
    last = max(counting, key=lambda one: (one.at, one.id))
    wrote = select(JournalRow.act).where(
        JournalRow.table_name == AttendanceEventRow.__tablename__, JournalRow.row_id == last.id
    )
    return root_of(act) in set(map(root_of, session.scalars(wrote)))


class AttendanceSheetRow(Mergeable):
    """A list that was put on paper to be signed: who stands in which row, whatever comes later."""

    __tablename__ = "attendance_sheets"
    is_append_only: ClassVar[bool] = True

    session_id: Mapped[str] = mapped_column(index=True)
    code: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    people: Mapped[list[str]]
    """The participation ids, from row 1 on."""

    def changes_nothing(self) -> bool:
        """Say that a list on paper changes nobody: undo looks past it."""
        return True
