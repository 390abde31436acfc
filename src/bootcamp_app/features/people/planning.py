"""What a list would do: who is new, who is different, who is left. It only reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.compared import compared
from bootcamp_app.features.people.directory import Directory
from bootcamp_app.features.people.filling import (
    participation_changes,
    participation_values,
    person_changes,
    person_values,
)
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.known import known_people
from bootcamp_app.features.people.likeness import STRONG
from bootcamp_app.features.people.recognising import Recognising, Sought
from bootcamp_app.features.people.resembling import Resembling, Somebody
from bootcamp_app.features.people.views import PossibleDuplicate, RowOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.known import Known, KnownPeople
    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.features.people.recognising import Recognised

    Columns = dict[str, Any]

LEAVE_OUT, AS_NEW = "leave_out", "as_new"
_STEP = 2_000
_TOLD = ("same", "changed", "known", "new")
"""Rows that may tell what else is different: of one in doubt, the doubt is told."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be written for one row: rows to add, and columns to write of rows that are."""

    person_id: str
    participation_id: str
    new_person: Columns | None = None
    new_participation: Columns | None = None
    person: Columns = field(default_factory=dict)
    participation: Columns = field(default_factory=dict)


@dataclass
class Plan:
    """What becomes of each row, and of the organisations that they name."""

    directory: Directory
    rows: list[Planned | None] = field(default_factory=list)
    outcomes: list[RowOutcome] = field(default_factory=list)
    duplicates: list[PossibleDuplicate] = field(default_factory=list)

    def count(self, *kinds: str) -> int:
        """Give how many rows become one of these."""
        return sum(one.kind in kinds for one in self.outcomes)


@dataclass(frozen=True)
class Wanted:
    """Into which bootcamp, when, and what a person decided of single rows.

    A decision is "leave_out", "as_new", or the id of the person who this row is.
    """

    bootcamp_id: str
    now: datetime
    decisions: Mapping[int, str] = field(default_factory=dict)


def plan_for(
    session: Session,
    wanted: Wanted,
    nominees: Sequence[Nominee],
    progress: Callable[[int], None],
) -> Plan:
    """Decide for each row what is to be written; `progress` hears from time to time."""
    with nothing_collected():
        progress(0)
        planning = _Planning(session, wanted, nominees)
        for done, nominee in enumerate(nominees):
            if done and done % _STEP == 0:
                progress(done)
            planning.add(nominee)
    return planning.plan


class _Planning:
    def __init__(self, session: Session, wanted: Wanted, nominees: Sequence[Nominee]) -> None:
        self._wanted = wanted
        self._directory = Directory(session)
        self.plan = Plan(self._directory)
        taken = [one for one in nominees if wanted.decisions.get(one.row) != LEAVE_OUT]
        self._directory.learn(taken)
        people = known_people(session, wanted.bootcamp_id, self._directory)
        self._sought = {one.row: self._seen(one) for one in taken}
        self._found = self._recognised(people)
        self._before, self._in_list = Resembling(), Resembling(is_one_list=True)
        self._told_kinds: set[str] = set()
        self._has_new = len(self._found) < len(taken)
        if self._has_new:
            self._remember(people)

    def add(self, nominee: Nominee) -> None:
        """Decide one row."""
        found = self._found.get(nominee.row)
        if nominee.row not in self._sought:
            self._note(nominee, "left_out", None)
        elif found is None:
            self._add_new(nominee)
        elif found.is_again:
            self._note(nominee, "same", None, known=found.known)
        elif found.known.participation_id:
            self._change(nominee, found.known)
        else:
            self._join(nominee, found.known)
        if found is not None and self._has_new:
            self._in_list.add(self._somebody(nominee, found.known.person_id))

    def _seen(self, nominee: Nominee) -> Sought:
        organisation = comparison_key(nominee.text("organisation"))
        return Sought(nominee, compared(nominee.fields), organisation)

    def _recognised(self, people: KnownPeople) -> dict[int, Recognised]:
        recognising = Recognising(people, self._says_nothing_new)
        undecided = []
        for row, sought in self._sought.items():
            decision = self._wanted.decisions.get(row)
            if not decision:
                undecided.append(sought)
            elif decision != AS_NEW and not recognising.choose(row, decision):
                raise Refusal(
                    "Row {row}: the person chosen for it is gone, or is another row of this list"
                    " already. Check the list again.",
                    row=row,
                )
        recognising.recognise(undecided)
        return recognising.found

    def _says_nothing_new(self, nominee: Nominee, known: Known) -> bool:
        return not any(self._differences(nominee, known))

    def _remember(self, people: KnownPeople) -> None:
        """Have those be found whom a new row may be, and whom no other row is."""
        taken = {one.known.person_id for one in self._found.values()}
        for known in (*people.here, *people.also, *people.elsewhere):
            if known.person_id not in taken:
                offices = known.offices
                self._before.add(Somebody(known.person_id, known.compared, offices, known.values))

    def _somebody(self, nominee: Nominee, person_id: str) -> Somebody:
        sought = self._sought[nominee.row]
        entry = self._directory.called(sought.organisation)
        offices = frozenset({entry.id} if entry else ())
        return Somebody(person_id, sought.compared, offices, nominee.fields)

    def _add_new(self, nominee: Nominee) -> None:
        planned = Planned(
            new_id(),
            new_id(),
            new_person=person_values(nominee),
            new_participation=self._taking_part(nominee),
        )
        somebody = self._somebody(nominee, planned.person_id)
        is_decided = bool(self._wanted.decisions.get(nominee.row))
        before = [] if is_decided else self._before.like(somebody)
        is_likely = is_decided or (before and before[0].score >= STRONG)
        found = before if is_likely else [*before, *self._in_list.like(somebody)]
        self._in_list.add(somebody)
        row = nominee.row
        self.plan.duplicates += [PossibleDuplicate(row, one.person_id, one.why) for one in found]
        person_id = before[0].person_id if before else None
        kind = "possible" if found else "new"
        why = found[0].why if found else None
        self._note(nominee, kind, planned, person_id=person_id, why=why)

    def _join(self, nominee: Nominee, known: Known) -> None:
        planned = Planned(
            known.person_id,
            new_id(),
            new_participation=self._taking_part(nominee),
            person=person_changes(nominee, known.values),
        )
        self._note(nominee, "known", planned, known=known)

    def _change(self, nominee: Nominee, known: Known) -> None:
        person, participation = self._differences(nominee, known)
        planned = Planned(
            known.person_id,
            known.participation_id,
            person=person,
            participation=participation,
        )
        is_same = not planned.person and not planned.participation
        kind = "same" if is_same else "changed"
        self._note(nominee, kind, None if is_same else planned, known=known)

    def _differences(self, nominee: Nominee, known: Known) -> tuple[Columns, Columns]:
        """Give what a row says otherwise of a person and of their participation."""
        values = known.values
        bound = self._directory.binding(nominee, values["organisation_id"], values["sector"])
        return person_changes(nominee, values), participation_changes(nominee, values, bound)

    def _taking_part(self, nominee: Nominee) -> Columns:
        values = participation_values(nominee, self._wanted.now)
        return {**values, **self._directory.binding(nominee)}

    def _note(  # noqa: PLR0913 - what an outcome says
        self,
        nominee: Nominee,
        kind: str,
        planned: Planned | None,
        *,
        known: Known | None = None,
        person_id: str | None = None,
        why: Sentence | None = None,
    ) -> None:
        changes = self._told(known, planned) if known and planned else ()
        if kind in _TOLD and (changed := self._other_kind(nominee)):
            changes, kind = (*changes, changed), "changed" if kind == "same" else kind
        names = (nominee.text("name_km"), nominee.text("name_en"))
        whom = known.person_id if known else person_id
        self.plan.rows.append(planned)
        self.plan.outcomes.append(RowOutcome(nominee.row, kind, names, whom, changes, why))

    def _other_kind(self, nominee: Nominee) -> tuple[str, str, str] | None:
        """Give what becomes of the kind of a row's organisation, at the first row that says so."""
        if not (kind := nominee.text("organisation_kind")):
            return None
        entry = self._directory.called(self._sought[nominee.row].organisation)
        if entry is None or not entry.is_other_kind or entry.id in self._told_kinds:
            return None
        self._told_kinds.add(entry.id)
        return "organisation_kind", entry.kept_kind or "", kind

    def _told(self, known: Known, planned: Planned) -> tuple[tuple[str, str, str], ...]:
        told: list[tuple[str, str, str]] = []
        for name, value in {**planned.person, **planned.participation}.items():
            old = known.values[name]
            if name == "organisation_id":
                told.append(("organisation", self._name(old), self._name(value)))
            elif name == "answers":
                told += [
                    (f"{CUSTOM}{key}", _text(old.get(key)), _text(answer))
                    for key, answer in value.items()
                    if old.get(key) != answer
                ]
            else:
                told.append((name, _text(old), _text(value)))
        return tuple(told)

    def _name(self, organisation_id: str | None) -> str:
        entry = self._directory.by_id(organisation_id)
        return entry.name if entry else ""


def _text(value: object) -> str:
    return "" if value is None else str(value)
