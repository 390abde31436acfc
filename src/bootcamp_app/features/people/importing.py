"""Taking in a list of nominees: each row is somebody known, somebody changed or somebody new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.planning import Wanted, plan_for
from bootcamp_app.features.people.tables import (
    KnownHeadersRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
)
from bootcamp_app.features.people.views import ImportResult, PeopleImported, RowOutcome
from bootcamp_app.storage.watching import Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.nominees import Understood
    from bootcamp_app.features.people.planning import Plan, Planned
    from bootcamp_app.features.people.service import Enrolled
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]

_STEP = 500


@dataclass(frozen=True)
class Choices:
    """What a person decided about a list.

    `decisions` are by row number: "leave_out", "as_new", or the id of the person who the row is.
    Where `remembers`, what the columns hold is kept for the next list with the same headers.
    """

    decisions: Mapping[int, str]
    remembers: bool = False


NOTHING_CHOSEN = Choices({})


class Importing:
    """Takes lists into a bootcamp, as a whole or not at all."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        enrolled: Enrolled,
        before: Callable[[], None] = lambda: None,
    ) -> None:
        """Take in lists; `before` is called first where a list will change anything."""
        self._database = database
        self._clock = clock
        self._enrolled = enrolled
        self._before = before

    def take_in(
        self,
        bootcamp: Bootcamp,
        understood: Understood,
        *,
        choices: Choices = NOTHING_CHOSEN,
        is_dry_run: bool = False,
        progress: Progress = lambda done, of: None,  # noqa: ARG005
    ) -> ImportResult:
        """Add who is new, change who is different, leave the rest; one act for undo.

        A dry run gives the same answer and only reads. Others are kept from writing only while
        this writes: what is to be written is decided before, and again where they wrote meanwhile.
        """
        wanted = Wanted(bootcamp.id, self._clock.now(), choices.decisions)
        nominees = understood.nominees
        if is_dry_run:
            with self._database.read() as reader:
                plan = plan_for(
                    reader, wanted, nominees, lambda done: progress(done, len(nominees))
                )
                progress(len(nominees), len(nominees))
            return _result(understood, plan)
        with self._database.read() as reader:
            planned_on = Watched(reader, PersonRow, ParticipationRow, OrganisationRow)
            plan = plan_for(reader, wanted, nominees, lambda _: progress(0, len(nominees)))
        if plan.count("new", "possible", "known", "changed"):
            self._before()
        with nothing_collected(), self._database.write() as work:
            if planned_on.were_written(work):
                plan = plan_for(work, wanted, nominees, lambda _: progress(0, len(nominees)))
            plan.directory.write(work)
            self._write(work, wanted, plan, progress)
            if choices.remembers:
                _remember(work, understood.mapping)
            added = [one.participation_id for one in plan.rows if one and one.new_participation]
            work.announce(PeopleImported(bootcamp.id, added))
        return _result(understood, plan)

    def remembered(self, headers: Iterable[str]) -> dict[str, str | None] | None:
        """Give what was decided for a list with these headers; None where there was none."""
        with self._database.read() as reader:
            row = _known_headers(reader, _key(headers))
            return dict(row.fields) if row else None

    def _write(self, work: Work, wanted: Wanted, plan: Plan, progress: Progress) -> None:
        for start in range(0, len(plan.rows), _STEP):
            if start:
                progress(start, len(plan.rows))
            step = [one for one in plan.rows[start : start + _STEP] if one is not None]
            added = _add(work, wanted.bootcamp_id, step)
            self._enrolled(work, added)
            _change(work, step)
        progress(len(plan.rows), len(plan.rows))


def _add(work: Work, bootcamp_id: str, step: Sequence[Planned]) -> list[str]:
    people = [{"id": one.person_id, **one.new_person} for one in step if one.new_person is not None]
    rows: list[dict[str, Any]] = [
        {
            "id": one.participation_id,
            "person_id": one.person_id,
            "bootcamp_id": bootcamp_id,
            **one.new_participation,
        }
        for one in step
        if one.new_participation is not None
    ]
    work.add_in_bulk(PersonRow, people)
    return work.add_in_bulk(ParticipationRow, rows)


def _change(work: Work, step: Sequence[Planned]) -> None:
    person = {one.person_id: one.person for one in step if one.person}
    taking_part = {one.participation_id: one.participation for one in step if one.participation}
    of_person = select(PersonRow).where(PersonRow.id.in_(person))
    of_taking_part = select(ParticipationRow).where(ParticipationRow.id.in_(taking_part))
    for row in work.scalars(of_person) if person else ():
        _set_all(row, person[row.id])
    for part in work.scalars(of_taking_part) if taking_part else ():
        _set_all(part, taking_part[part.id])


def _set_all(row: PersonRow | ParticipationRow, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _result(understood: Understood, plan: Plan) -> ImportResult:
    reasons = {fault.row: fault.reason for fault in reversed(understood.rejected)}
    rejected = [RowOutcome(row, "rejected", why=why) for row, why in reasons.items()]
    return ImportResult(
        rows=len(understood.nominees) + len(reasons),
        created=plan.count("new", "possible", "known"),
        updated=plan.count("changed"),
        unchanged=plan.count("same", "left_out"),
        possible_duplicates=plan.duplicates,
        rejected=understood.rejected,
        mapping=understood.mapping,
        outcomes=sorted([*plan.outcomes, *rejected], key=lambda one: one.row),
        doubts=understood.doubts,
    )


def _remember(work: Work, mapping: Mapping[str, str | None]) -> None:
    key = _key(mapping)
    row = _known_headers(work, key)
    if row is None:
        work.add(KnownHeadersRow(headers=key, fields=dict(mapping)))
    elif row.fields != mapping:
        row.fields = dict(mapping)


def _known_headers(session: Session, key: str) -> KnownHeadersRow | None:
    query = select(KnownHeadersRow).where(KnownHeadersRow.headers == key)
    return session.scalars(query.order_by(KnownHeadersRow.id.desc())).first()


def _key(headers: Iterable[str]) -> str:
    keys = (comparison_key(header) for header in headers)
    return "\n".join(dict.fromkeys(key for key in keys if key))
