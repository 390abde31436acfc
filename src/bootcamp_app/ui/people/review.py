"""What taking in a list would do to each of its rows, and what somebody decided about them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bootcamp_app.features.people.columns import NAMES
from bootcamp_app.features.people.planning import AS_NEW, LEAVE_OUT
from bootcamp_app.features.people.texts import text_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.nominees import Nominee, Understood
    from bootcamp_app.features.people.views import Doubt, ImportResult, Rejected, RowOutcome
    from bootcamp_app.ui.people.lists import ReadList

SAME, UNDECIDED = "same", ""
GROUPS = ("all", "new", "changed", "possible", "to_check", "same", "rejected", "left_out")
_GROUP_OF = {"known": "new"}


@dataclass(frozen=True)
class Line:
    """One row of the list and what would become of it; of a rejected row, one of its faults."""

    id: str
    row: int
    kind: str
    name: str = ""
    person_id: str = ""
    changes: tuple[tuple[str, str, str], ...] = ()
    """(field, what is known, what the list says)."""
    why: Sentence | None = None
    fault: Rejected | None = None
    is_decided: bool = False
    to_check: tuple[Doubt, ...] = ()
    """What the list says of this person and nobody could read."""

    @property
    def is_rejected(self) -> bool:
        """Whether nothing but the file can be changed about it."""
        return self.kind == "rejected"


@dataclass
class Review:
    """A list as it was understood, a dry run of it, and the decisions that went into that run.

    `doubts` are the rows that may be somebody known, as they were before anything was decided.
    """

    read: ReadList
    understood: Understood
    result: ImportResult
    decisions: Mapping[int, str] = field(default_factory=dict)
    doubts: dict[int, RowOutcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pending: Mapping[int, str] = self.decisions
        """Decisions that the next dry run will know of."""
        self._outcomes = {one.row: one for one in self.result.outcomes}
        self._nominees = {one.row: one for one in self.understood.nominees}
        self._faults: dict[int, list[Rejected]] = defaultdict(list)
        for fault in self.result.rejected:
            self._faults[fault.row].append(fault)
        found = {one.row: one for one in self.result.outcomes if one.kind == "possible"}
        self.doubts = {**found, **self.doubts}
        self._cells = self.read.rows_by_number() if self._faults else {}
        self._to_check: dict[int, list[Doubt]] = defaultdict(list)
        for doubt in self.result.doubts:
            self._to_check[doubt.row].append(doubt)
        self._ids = self._grouped()

    def ids(self, group: str) -> list[str]:
        """Give the ids of the lines of a group, in the order of the list."""
        return self._ids[group]

    def count(self, group: str) -> int:
        """Give how many rows of the list are in a group."""
        if group == "all":
            return len(self._outcomes)
        return len(self._faults) if group == "rejected" else len(self._ids[group])

    @property
    def undecided(self) -> int:
        """How many rows may be somebody known, and nobody has said yet."""
        return sum(row not in self.pending for row in self.doubts)

    @property
    def taken(self) -> int:
        """How many people would be new or different afterwards."""
        return self.result.created + self.result.updated

    def line(self, line_id: str) -> Line:
        """Give one line of the table."""
        number, _, fault = line_id.partition("/")
        one = self._outcomes[int(number)]
        if fault:
            found = self._faults[one.row][int(fault)]
            name = self._name_in_cells(one.row)
            return Line(line_id, one.row, "rejected", name, why=found.reason, fault=found)
        decision = self.pending.get(one.row, UNDECIDED)
        doubt = self.doubts.get(one.row)
        person = one.person_id or (doubt.person_id if doubt else None) or ""
        kind = one.kind
        if decision != self.decisions.get(one.row, UNDECIDED):
            kind = {LEAVE_OUT: "left_out", AS_NEW: "new", UNDECIDED: kind}.get(decision, "decided")
        name = " · ".join(filter(None, one.names))
        why = doubt.why if doubt else one.why
        return Line(line_id, one.row, kind, name, person, one.changes, why,
                    is_decided=bool(decision),
                    to_check=tuple(self._to_check.get(one.row, ())))  # fmt: skip

    def nominee(self, row: int) -> Nominee | None:
        """Give what a row says, where it could be read."""
        return self._nominees.get(row)

    def decided(self, ids: Iterable[str], what: str) -> dict[int, str]:
        """Give all decisions once these lines are `same`, `as_new`, `leave_out` or undecided."""
        decisions = dict(self.pending)
        for line_id in ids:
            if "/" in line_id:
                continue
            row = int(line_id)
            decision = self._person_of(row) if what == SAME else what
            if decision == UNDECIDED or (what == AS_NEW and self._is_new_anyway(row)):
                if what != SAME:
                    decisions.pop(row, None)
            else:
                decisions[row] = decision
        return decisions

    def _person_of(self, row: int) -> str:
        """Give who a row may be; for a row that was found to be somebody, nothing to decide."""
        doubt = self.doubts.get(row)
        return (doubt.person_id if doubt else None) or UNDECIDED

    def _is_new_anyway(self, row: int) -> bool:
        is_free = row not in self.decisions and row not in self.doubts
        return is_free and self._outcomes[row].kind == "new"

    def _grouped(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {group: [] for group in GROUPS}
        for one in self.result.outcomes:
            names = [str(one.row)]
            if one.kind == "rejected":
                names = [f"{one.row}/{at}" for at in range(len(self._faults[one.row]))]
            ids["all"] += names
            if one.kind != "possible":
                ids[_GROUP_OF.get(one.kind, one.kind)] += names
            if one.row in self.doubts:
                ids["possible"] += names
            if one.row in self._to_check:
                ids["to_check"] += names
        return ids

    def _name_in_cells(self, row: int) -> str:
        mapping = self.understood.mapping
        cells = self._cells.get(row, [])
        places = (at for at, one in enumerate(self.read.headers) if mapping.get(one) in NAMES)
        return " ".join(filter(None, (text_at(cells, at) for at in places)))
