"""Solutions: written, changed and signed, with what both sides promise, each change one act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases import sdg
from bootcamp_app.features.canvases.boards import contents_of
from bootcamp_app.features.canvases.drafting import drafted
from bootcamp_app.features.canvases.readiness import OWNER_SIDES, Owner, Standing, standing_of
from bootcamp_app.features.canvases.tables import BoardRow, CommitmentRow, SolutionRow
from bootcamp_app.features.canvases.views import SIDES, Commitment, Solution, SolutionsChanged
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.teams.rules import side_of
from bootcamp_app.storage import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

_LINES = (
    "title_km",
    "title_en",
    "government_owner_name",
    "civil_society_owner_name",
)
_TEXTS = ("problem", "idea", "first_step")
_PLAIN = (
    "board_id",
    "team",
    "government_owner",
    "civil_society_owner",
    "due_on",
    "agreed_on",
)
_FIELDS = (*_LINES, *_TEXTS, *_PLAIN, "targets")
_PROMISE = ("side", "who", "what", "due_on", "place")
LONGEST_LINE, LONGEST_TEXT, MOST_PROMISES = 200, 2_000, 30


class Solutions:
    """The solutions of every bootcamp."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, bootcamp: Bootcamp) -> list[Solution]:
        """Give the solutions of a bootcamp in their order."""
        with self._database.read() as reader:
            return solutions_of(reader, bootcamp.id)

    def find(self, bootcamp: Bootcamp, ref: str) -> Solution:
        """Give the one solution meant by an id, the beginning of one, or a title."""
        known, key = self.all(bootcamp), comparison_key(ref)
        meant = [
            one
            for one in known
            if ref == one.id or (key and key in map(comparison_key, (one.title_km, one.title_en)))
        ]
        meant = meant or [one for one in known if ref and one.id.startswith(ref.lower())]
        if not meant:
            raise Refusal(
                "There is no solution “{ref}”. List the solutions, then use its id.", ref=ref
            )
        if len(meant) > 1:
            raise Refusal("“{ref}” means {count} solutions. Use the id.", ref=ref, count=len(meant))
        return meant[0]

    def drafted(self, board_id: str) -> Solution:
        """Give a solution as a board tells it, and what it leaves open as its team's others do.

        Nothing is written as yet; raises a Refusal where the board is no more.
        """
        with self._database.read() as reader:
            first = contents_of(reader, board_id)
            others: Sequence[str] = ()
            if first.board.team:
                query = select(BoardRow.id).where(
                    BoardRow.bootcamp_id == first.board.bootcamp_id,
                    BoardRow.team == first.board.team,
                    BoardRow.id != board_id,
                )
                others = reader.scalars(query.order_by(BoardRow.made_at.desc())).all()
            return drafted([first, *(contents_of(reader, one) for one in others)])

    def write(self, solution: Solution) -> Solution:
        """Write a new solution behind the others; its id is given."""
        wanted = tidied(solution)
        self._may_be_agreed(wanted)
        with self._database.write() as work:
            place = ordered.behind(ordered.in_order(work, SolutionRow, wanted.bootcamp_id))
            row = SolutionRow(bootcamp_id=wanted.bootcamp_id, place=place, **_values(wanted))
            work.add(row)
            work.flush()
            _put_promises(work, row.id, (), wanted.commitments)
            work.announce(SolutionsChanged(row.bootcamp_id))
            work.flush()
            return _one(work, row)

    def change(self, before: Solution, after: Solution) -> Solution:
        """Write what is otherwise in the one than in the other; the rest stays as it is now."""
        wanted = tidied(after, known=before.targets)
        if wanted.agreed_on != before.agreed_on:
            self._may_be_agreed(wanted)
        old, new = _values(before), _values(wanted)
        with self._database.write() as work:
            row = _row(work, before)
            for name, value in new.items():
                if value != old[name] and getattr(row, name) != value:
                    setattr(row, name, value)
            if wanted.commitments != before.commitments:
                _put_promises(work, row.id, before.commitments, wanted.commitments)
            work.announce(SolutionsChanged(row.bootcamp_id))
            work.flush()
            return _one(work, row)

    def move(self, solution: Solution, places: int) -> None:
        """Put it so many places further back, or to the front where negative."""
        with self._database.write() as work:
            row = _row(work, solution)
            ordered.move(ordered.in_order(work, SolutionRow, row.bootcamp_id), row.id, places)
            work.announce(SolutionsChanged(solution.bootcamp_id))

    def remove(self, solution: Solution) -> None:
        """Have it no more; undo brings it back with all that was promised."""
        with self._database.write() as work:
            row = _row(work, solution)
            for one in _promise_rows(work, [row.id]):
                work.delete(one)
            work.delete(row)
            work.announce(SolutionsChanged(row.bootcamp_id))

    def owners(self, solutions: Iterable[Solution]) -> dict[str, Owner]:
        """Give who owns these solutions and takes part, by participation."""
        with self._database.read() as reader:
            return owners_of(reader, solutions)

    def standings(self, bootcamp: Bootcamp) -> dict[str, Standing]:
        """Say how far each solution of a bootcamp is, by its id."""
        with self._database.read() as reader:
            known = solutions_of(reader, bootcamp.id)
            owners = owners_of(reader, known)
        return {one.id: standing_of(one, owners, bootcamp.starts_on) for one in known}

    def standing(self, solution: Solution, first_day: date) -> Standing:
        """Say how far a solution is, written or not."""
        return standing_of(solution, self.owners([solution]), first_day)

    def _may_be_agreed(self, solution: Solution) -> None:
        if solution.agreed_on is None:
            return
        missing = self.standing(solution, solution.agreed_on).missing
        if missing:
            raise Refusal(
                "It cannot be agreed as yet: {missing} Fill that in, then enter the day again.",
                missing=" ".join(map(str, missing)),
            )


def solutions_of(reading: Reading, bootcamp_id: str) -> list[Solution]:
    """Give the solutions of a bootcamp in their order, with what was promised."""
    rows = ordered.in_order(reading, SolutionRow, bootcamp_id)
    promises: dict[str, list[Commitment]] = {row.id: [] for row in rows}
    for one in _promise_rows(reading, list(promises)):
        promises[one.solution_id].append(_promise_view(one))
    return [_view(row, promises[row.id]) for row in rows]


def owners_of(reading: Reading, solutions: Iterable[Solution]) -> dict[str, Owner]:
    """Give who owns these solutions and takes part, by participation."""
    ids = {getattr(one, f"{side}_owner") for one in solutions for side in OWNER_SIDES} - {""}
    return {one.participation_id: owner_from(one) for one in participants(reading, sorted(ids))}


def owner_from(person: Participant) -> Owner:
    """Give somebody who takes part as an owner."""
    return Owner(
        person.participation_id,
        person.name_km,
        person.name_en,
        person.organisation_km,
        person.organisation_en,
        person.position,
        side_of(person.sector, person.organisation_kind),
    )


def tidied(solution: Solution, known: Sequence[str] = ()) -> Solution:
    """Give it without blanks around its texts; refuses what is too long, too much or unknown.

    Known targets are those that it has already: a newer version may have written others.
    """
    changes: dict[str, Any] = {name: " ".join(getattr(solution, name).split()) for name in _LINES}
    changes |= {name: _tidy(getattr(solution, name)) for name in _TEXTS}
    for side in OWNER_SIDES:
        # Whoever takes part is called as the list calls them.
        if getattr(solution, f"{side}_owner"):
            changes[f"{side}_owner_name"] = ""
    promises = [one for one in map(_tidy_promise, solution.commitments) if one.what or one.who]
    if any(len(changes[name]) > LONGEST_LINE for name in _LINES):
        raise Refusal(
            "A title or an office is longer than {most} letters. Make it shorter.",
            most=LONGEST_LINE,
        )
    texts = [*(changes[name] for name in _TEXTS), *(one.what for one in promises)]
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise Refusal(
            "A text is longer than {most} letters. Make it shorter: it stands on one page.",
            most=LONGEST_TEXT,
        )
    if len(promises) > MOST_PROMISES:
        raise Refusal("There is room for {most} commitments. Join some.", most=MOST_PROMISES)
    foreign = [one for one in solution.targets if one in known and one not in sdg.targets()]
    ours = sdg.numbers_of(one for one in solution.targets if one not in foreign)
    changes["targets"] = (*ours, *foreign)
    changes["commitments"] = tuple(replace(one, place=place) for place, one in enumerate(promises))
    return replace(solution, **changes)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def _tidy_promise(one: Commitment) -> Commitment:
    if one.side not in SIDES:
        raise Refusal("A commitment is of the government, of civil society or of residents.")
    return replace(one, who=" ".join(one.who.split())[:LONGEST_LINE], what=_tidy(one.what))


def _values(solution: Solution) -> dict[str, Any]:
    values = {name: getattr(solution, name) for name in _FIELDS}
    return {**values, "targets": list(solution.targets)}


def _promise_rows(reading: Reading, solution_ids: Sequence[str]) -> Sequence[CommitmentRow]:
    query = select(CommitmentRow).where(CommitmentRow.solution_id.in_(solution_ids))
    return reading.scalars(query.order_by(CommitmentRow.place, CommitmentRow.id)).all()


def _row(work: Work, solution: Solution) -> SolutionRow:
    row = work.get(SolutionRow, solution.id)
    if row is None:
        raise Refusal("This solution was removed. Look at the list again.")
    return row


def _put_promises(
    work: Work, solution_id: str, before: Sequence[Commitment], wanted: Sequence[Commitment]
) -> None:
    """Write what is otherwise than before; what came from another laptop since stays as it is."""
    rows = {row.id: row for row in _promise_rows(work, [solution_id])}
    known = {one.id: one for one in before}
    for gone in known.keys() & rows.keys() - {one.id for one in wanted}:
        work.delete(rows[gone])
    for one in wanted:
        values = {name: getattr(one, name) for name in _PROMISE}
        row, old = rows.get(one.id), known.get(one.id)
        if row is None:
            # What another laptop removed stays so, unless it was written anew here.
            if old is None or one != replace(old, place=one.place):
                work.add(CommitmentRow(solution_id=solution_id, **values))
            continue
        for name, value in values.items():
            is_new = old is None or getattr(old, name) != value
            if is_new and getattr(row, name) != value:
                setattr(row, name, value)


def _one(reading: Reading, row: SolutionRow) -> Solution:
    return _view(row, [_promise_view(one) for one in _promise_rows(reading, [row.id])])


def _view(row: SolutionRow, promises: Sequence[Commitment]) -> Solution:
    values = {name: getattr(row, name) for name in _FIELDS}
    values["targets"] = tuple(row.targets)
    return Solution(
        id=row.id,
        bootcamp_id=row.bootcamp_id,
        place=row.place,
        commitments=tuple(promises),
        **values,
    )


def _promise_view(row: CommitmentRow) -> Commitment:
    return Commitment(row.id, row.side, row.who, row.what, row.due_on, row.place)
