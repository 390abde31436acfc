"""The fields of a solution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.readiness import OWNER_SIDES, standing_of
from bootcamp_app.ui.canvases.optional_day import OptionalDay
from bootcamp_app.ui.canvases.owner_field import OWNER_WORDS, OwnerField, completion_of
from bootcamp_app.ui.canvases.promises_field import PromisesField
from bootcamp_app.ui.canvases.solution_state import state_of
from bootcamp_app.ui.canvases.targets_field import TargetsField
from bootcamp_app.ui.canvases.text_area import TextArea
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.readiness import Owner
    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_NO_DAY = N_("Write the day as day/month/year, or leave it empty.")


@dataclass(frozen=True)
class Around:
    """A solution with what its form offers: owners by participation, teams and boards."""

    solution: Solution
    owners: Mapping[str, Owner]
    teams: Sequence[tuple[str, Text]] = ()
    boards: Sequence[tuple[str, Text]] = ()
    note: Text = ""
    """What is to be said before anything is filled in."""


class SolutionForm(Form):
    """Shows a solution and gives it as it was filled in."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp, around: Around) -> None:
        super().__init__()
        solution = self._solution = around.solution
        self._first_day = bootcamp.starts_on
        self.state = Pill()
        self.lacks = Label(size="small", tone="muted", wraps=True)
        self.note = Label(around.note, wraps=True)
        self.note.setVisible(bool(around.note))
        state = holding(column(row(self.state, 1), self.note, self.lacks, gap=4))
        self.add_own("state", "", state, lambda: None)
        with self.one_line():
            self.add_text("title_km", N_("Title of the solution, in Khmer"), solution.title_km)
            self.add_text("title_en", N_("Title of the solution, in English"), solution.title_en)
        self.problem = self._area("problem", N_("Problem"), solution.problem)
        self.idea = self._area("idea", N_("Idea"), solution.idea)
        self.targets = TargetsField(desk.tasks, solution.targets)
        self.add_own(
            "targets",
            N_("Sustainable Development Goals"),
            self.targets,
            lambda: self.targets.numbers,
        )
        self.owners = {side: self._owner(desk, bootcamp, side, around) for side in OWNER_SIDES}
        self.first_step = self._area("first_step", N_("First step"), solution.first_step, lines=2)
        with self.one_line():
            self.due_on = self._day("due_on", N_("Day of the first step"), solution.due_on)
            self.agreed_on = self._day("agreed_on", N_("Signed by both on"), solution.agreed_on)
        self.promises = PromisesField(solution.commitments)
        self.add_own(
            "commitments",
            N_("What each side promises"),
            self.promises,
            lambda: self.promises.promises,
        )
        with self.one_line():
            teams = [("", N_("No team")), *around.teams]
            self.add_choice("team", N_("Team"), teams, solution.team)
            boards = [("", N_("No board")), *around.boards]
            self.add_choice("board_id", N_("Board"), boards, solution.board_id)
        for part in (self.targets, self.promises):
            part.changed.connect(self.changed)
        self.targets.refused.connect(lambda refusal: self.refuse("targets", refusal.sentence))
        self.changed.connect(self._tell)
        self._tell()

    def understood(self) -> Solution | None:
        """Give the solution as it is filled in, or say what cannot be read and give none."""
        is_right = self.targets.settle()
        for name, field in (("due_on", self.due_on), ("agreed_on", self.agreed_on)):
            if not field.is_readable:
                self.refuse(name, _NO_DAY)
                is_right = False
        if not self.promises.is_readable:
            self.refuse("commitments", _NO_DAY)
            is_right = False
        return self.solution() if is_right else None

    def solution(self) -> Solution:
        """Give the solution as far as it can be read."""
        values: dict[str, Any] = self.values()
        del values["state"]
        for side, field in self.owners.items():
            owner = field.owner
            values[f"{side}_owner"] = owner.participation_id if owner else ""
            values[f"{side}_owner_name"] = field.office
        return replace(self._solution, **values)

    def _tell(self) -> None:
        """Say at once what is missing before it can be signed, and what looks odd."""
        owners = {
            one.owner.participation_id: one.owner for one in self.owners.values() if one.owner
        }
        standing = standing_of(self.solution(), owners, self._first_day)
        self.state.show_state(*state_of(standing))
        lacks = (*standing.missing, *standing.odd)
        say(self.lacks, lambda: " ".join(map(str, lacks)))
        self.lacks.setVisible(bool(lacks))

    def _area(self, name: str, label: Text, text: str, lines: int = 3) -> TextArea:
        area = TextArea(text, lines)
        self.add_own(name, label, area, lambda: area.text)
        area.changed.connect(lambda: self._told(name))
        return area

    def _day(self, name: str, label: Text, day: Any) -> OptionalDay:  # noqa: ANN401 - a date or none
        field = OptionalDay(day)
        self.add_own(name, label, field, lambda: field.day)
        field.textChanged.connect(lambda _text: self._told(name))
        return field

    def _owner(self, desk: Desk, bootcamp: Bootcamp, side: str, around: Around) -> OwnerField:
        field = OwnerField(desk, bootcamp, side)
        known = around.owners.get(getattr(self._solution, f"{side}_owner"))
        if known is not None:
            field.show_taken(completion_of(known))
        else:
            field.setText(getattr(self._solution, f"{side}_owner_name"))
        name = f"{side}_owner"
        hint = N_("A name on the list is offered. Otherwise write the office, not a name.")
        self.add_own(name, OWNER_WORDS[side], field, lambda: (field.owner, field.office), hint)
        field.textChanged.connect(lambda _text: self._told(name))
        field.taken.connect(lambda _one: self._told(name))
        return field

    def _told(self, name: str) -> None:
        self.clear_refusal(name)
        self.changed.emit()
