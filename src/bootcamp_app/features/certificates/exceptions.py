"""Exceptions from the rule: a certificate in spite of it, or none, and never without a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.tables import ExceptionRow
from bootcamp_app.features.certificates.views import ExceptionsChanged, Exempt

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

KINDS = ("given", "withheld")


class Exceptions:
    """Whom a bootcamp's rule does not decide about."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def make(
        self, bootcamp: Bootcamp, people: Sequence[Participant], kind: str, reason: str
    ) -> str:
        """Give these people a certificate in spite of the rule, or withhold it; gives the act.

        What was said of them before no longer holds.
        """
        if kind not in KINDS:
            raise ValueError(kind)
        if not reason.strip():
            raise Refusal("Say why the rule does not hold here; the reason is kept.")
        if gone := [one for one in people if not one.is_expected]:
            raise Refusal(
                "{name} has withdrawn. Open People and take them back in first.", name=gone[0].name
            )
        moment = self._clock.now()
        with self._database.write() as work:
            kept = {row.participation_id: row for row in _rows_of(work, people)}
            for one in people:
                row = kept.get(one.participation_id)
                if row is None:
                    row = ExceptionRow(
                        bootcamp_id=bootcamp.id, participation_id=one.participation_id
                    )
                    work.add(row)
                row.kind, row.reason, row.at = kind, " ".join(reason.split()), moment
            work.announce(ExceptionsChanged(bootcamp.id))
            return work.act

    def clear(self, bootcamp: Bootcamp, people: Sequence[Participant]) -> str:
        """Let the rule decide about these people again; gives the act."""
        with self._database.write() as work:
            rows = _rows_of(work, people)
            if not rows:
                raise Refusal("No exception is made here. The rule decides already.")
            for row in rows:
                work.delete(row)
            work.announce(ExceptionsChanged(bootcamp.id))
            return work.act


def exceptions(reading: Reading, bootcamp_id: str) -> dict[str, Exempt]:
    """Give who is excepted from a bootcamp's rule, by participation id.

    Where two laptops said so at once, the later word holds.
    """
    rows = reading.execute(
        select(ExceptionRow.participation_id, ExceptionRow.kind, ExceptionRow.reason,
               ExceptionRow.at)
        .where(ExceptionRow.bootcamp_id == bootcamp_id)
        .order_by(ExceptionRow.at, ExceptionRow.id)
    )  # fmt: skip
    return {key: Exempt(kind, reason, at) for key, kind, reason, at in rows}


def hand_over(work: Work, goes: str, stays: str) -> None:
    """Have an exception made for one participation hold for another, unless that has its own."""
    kept = _of(work, (stays,))
    for row in _of(work, (goes,)):
        if kept:
            work.delete(row)
        else:
            row.participation_id = stays


def _rows_of(work: Work, people: Sequence[Participant]) -> list[ExceptionRow]:
    return _of(work, [one.participation_id for one in people])


def _of(work: Work, participation_ids: Collection[str]) -> list[ExceptionRow]:
    query = select(ExceptionRow).where(ExceptionRow.participation_id.in_(participation_ids))
    return list(work.scalars(query.order_by(ExceptionRow.at, ExceptionRow.id)))
