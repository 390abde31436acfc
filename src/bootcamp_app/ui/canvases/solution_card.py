"""One solution in the list: what it is, how far it is, what it lacks, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.views import in_words as chosen
from bootcamp_app.features.canvases.readiness import OWNER_SIDES
from bootcamp_app.features.canvases.sdg import targets
from bootcamp_app.features.teams.views import SIDE_WORDS
from bootcamp_app.ui.canvases.solution_state import state_of
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.button import Button, IconButton
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.readiness import Owner, Standing
    from bootcamp_app.features.canvases.views import Solution


@dataclass(frozen=True)
class Shown:
    """A solution as its card shows it."""

    solution: Solution
    standing: Standing
    owners: Mapping[str, Owner]
    team: str
    """What its team is called."""
    has_board: bool
    is_first: bool
    is_last: bool


class SolutionCard(Card):
    """A solution with its acts."""

    wanted = Signal(str)
    """One of `edit`, `print`, `board`, `up`, `down`, `remove`."""

    def __init__(self, shown: Shown) -> None:
        self.solution = solution = shown.solution
        self._has_board = shown.has_board
        standing, owners, team = shown.standing, shown.owners, shown.team
        self.acts: dict[str, Button | IconButton] = {}
        title = Label(lambda: solution.title or _("Without a title"), size="heading", wraps=True)
        self.state = Pill(*state_of(standing))
        pills = [self.state, *([Pill(lambda: team, "", "teams")] if team else [])]
        known = [one for one in solution.targets if one in targets()]
        pills += [Pill(partial(digits, one), "", "globe") for one in known]
        head = row(title, *self._moves((shown.is_first, shown.is_last)), gap=4)
        head.setStretch(0, 1)
        lines = [
            Label(partial(_owned, solution, side, owners), size="small", wraps=True)
            for side in OWNER_SIDES
        ]
        if solution.idea:
            lines.insert(0, Label(lambda: solution.idea, wraps=True))
        if solution.first_step or solution.due_on:
            lines.append(Label(partial(_due, solution), size="small", wraps=True))
        lacks = (*standing.missing, *standing.odd)
        if lacks:
            lines.append(
                Label(lambda: " ".join(map(str, lacks)), size="small", tone="muted", wraps=True)
            )
        super().__init__(
            "",
            column(head, holding(Flow(*pills)), gap=6),
            column(*lines, gap=2),
            holding(Flow(*self._buttons(), gap=16)),
        )
        say(self, lambda: solution.title or _("Without a title"), "setAccessibleName")

    def _moves(self, ends: tuple[bool, bool]) -> list[IconButton]:
        made = []
        for act, words, icon_name, is_end in (
            ("up", N_("Earlier in the list"), "chevron-up", ends[0]),
            ("down", N_("Later in the list"), "chevron-down", ends[1]),
        ):
            button = IconButton(words, icon_name)
            button.setEnabled(not is_end)
            self._offer(act, button, words)
            made.append(button)
        return made

    def _buttons(self) -> list[Button]:
        made = []
        for act, words, icon_name in (
            ("edit", N_("Change…"), "edit"),
            ("print", N_("Print to sign"), "printer"),
            ("board", N_("Open its board"), "canvas"),
            ("remove", N_("Remove"), "trash"),
        ):
            if act == "board" and not self._has_board:
                continue
            button = Button(words, kind="link", icon_name=icon_name)
            self._offer(act, button, words)
            made.append(button)
        return made

    def _offer(self, act: str, button: Button | IconButton, words: str) -> None:
        self.acts[act] = button
        say(button, lambda: _named(words, self.solution), "setAccessibleName")
        button.clicked.connect(lambda _on=False: self.wanted.emit(act))


def _named(words: str, solution: Solution) -> str:
    return f"{_(words)} – {solution.title or _('Without a title')}"


def _owned(solution: Solution, side: str, owners: Mapping[str, Owner]) -> str:
    owner = owners.get(getattr(solution, f"{side}_owner"))
    told = getattr(solution, f"{side}_owner_name")
    if owner is not None:
        name = chosen(owner.name_en, owner.name_km)
        office = chosen(owner.office_en, owner.office_km)
        told = " · ".join(filter(None, (name, office)))
    return f"{_(SIDE_WORDS[side])}: {told or _('nobody yet')}"


def _due(solution: Solution) -> str:
    day = days_in_words(solution.due_on) if solution.due_on else ""
    step = solution.first_step.partition("\n")[0]
    return f"{_('First step')}: {' · '.join(filter(None, (step, day)))}"
