"""What a list would do: who is new, who is different, who is left. It only reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.core.ids import new_id
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.directory import Directory
from bootcamp_app.features.people.filling import (
    participation_changes,
    participation_values,
    person_changes,
    person_values,
)
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.known import Known, KnownPeople, compared
from bootcamp_app.features.people.views import PossibleDuplicate, RowOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.known import Compared
    from bootcamp_app.features.people.nominees import Nominee

    Columns = dict[str, Any]

LEAVE_OUT, AS_NEW = "leave_out", "as_new"
_STEP = 2_000


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
        planning = _Planning(session, wanted)
        planning.plan.directory.learn(nominees)
        for done, nominee in enumerate(nominees):
            if done % _STEP == 0:
                progress(done)
            planning.add(nominee)
    return planning.plan


class _Planning:
    def __init__(self, session: Session, wanted: Wanted) -> None:
        directory = Directory(session)
        self.plan = Plan(directory)
        self._wanted = wanted
        self._directory = directory
        self._known = KnownPeople(session, wanted.bootcamp_id, directory)
        self._keys: dict[str, frozenset[str]] = {}

    def add(self, nominee: Nominee) -> None:
        """Decide one row."""
        decision = self._wanted.decisions.get(nominee.row, "")
        if decision == LEAVE_OUT:
            self._note(nominee, "left_out", None)
            return
        sought = compared(nominee.fields)
        known = self._whom(nominee, sought, decision)
        if known is None:
            self._add_new(nominee, sought, is_decided=decision == AS_NEW)
        elif known.participation_id:
            self._change(nominee, known)
        else:
            self._join(nominee, known)

    def _whom(self, nominee: Nominee, sought: Compared, decision: str) -> Known | None:
        if decision == AS_NEW:
            return None
        if not decision:
            return self._known.take(nominee, sought)
        known = self._known.chosen(decision)
        if known is None:
            raise Refusal(
                "Row {row}: the person chosen for it is gone, or is another row of this list"
                " already. Check the list again.",
                row=nominee.row,
            )
        return known

    def _add_new(self, nominee: Nominee, sought: Compared, *, is_decided: bool) -> None:
        alike = [] if is_decided else self._known.like(sought)
        found = [PossibleDuplicate(nominee.row, key, why) for key, why in alike]
        self.plan.duplicates += found
        planned = Planned(
            new_id(),
            new_id(),
            new_person=person_values(nominee),
            new_participation=self._taking_part(nominee),
        )
        key = comparison_key(nominee.text("organisation"))
        self._known.remember(
            Known(
                planned.person_id,
                planned.participation_id,
                sought,
                self._keys.setdefault(key, frozenset({key} if key else ())),
                nominee.fields,
            )
        )
        before = (one for one in found if not self._known.is_of_this_file(one.person_id))
        known = next(before, None)
        first = known or next(iter(found), None)
        self._note(
            nominee,
            "possible" if found else "new",
            planned,
            person_id=known.person_id if known else None,
            why=first.why if first else None,
        )

    def _join(self, nominee: Nominee, known: Known) -> None:
        planned = Planned(
            known.person_id,
            new_id(),
            new_participation=self._taking_part(nominee),
            person=person_changes(nominee, known.values),
        )
        self._note(nominee, "known", planned, known=known)

    def _change(self, nominee: Nominee, known: Known) -> None:
        values = known.values
        bound = self._directory.binding(nominee, values["organisation_id"], values["sector"])
        planned = Planned(
            known.person_id,
            known.participation_id,
            person=person_changes(nominee, values),
            participation=participation_changes(nominee, values, bound),
        )
        is_same = not planned.person and not planned.participation
        kind = "same" if is_same else "changed"
        self._note(nominee, kind, None if is_same else planned, known=known)

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
        names = (nominee.text("name_km"), nominee.text("name_en"))
        whom = known.person_id if known else person_id
        self.plan.rows.append(planned)
        self.plan.outcomes.append(RowOutcome(nominee.row, kind, names, whom, changes, why))

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
