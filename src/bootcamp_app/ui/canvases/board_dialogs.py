"""Asking for a new board, and for what a board is called, whose it is and on which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.canvases.views import SCALES, NewBoard
from bootcamp_app.ui.canvases.around.board_head import team_of
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.words import Text, digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.canvases.views import Board, Template
    from bootcamp_app.features.teams.views import Team

_EVERY = "*"
_PAPERS: list[tuple[str, Text]] = [(name, name) for name in SCALES]


class NewBoardDialog(Dialog):
    """Takes a canvas, a team or every one, and the paper that hangs on the wall."""

    wanted = Signal(list)
    """NewBoards that are to be made."""

    def __init__(
        self,
        parent: QWidget,
        templates: Mapping[str, Template],
        teams: Sequence[Team],
        template: str = "",
        paper: str = "A1",
    ) -> None:
        self._teams = teams
        self.form = Form()
        canvases = [(name, _titled(one)) for name, one in templates.items()]
        self.form.add_choice("template", N_("Canvas"), canvases, template)
        choices = _team_choices(teams)
        if teams:
            choices.append((_EVERY, _every(len(teams))))
        self.form.add_choice("team", N_("Team"), choices, _EVERY if len(teams) > 1 else "")
        with self.form.one_line():
            self.form.add_text("title_km", N_("Name in Khmer"))
            self.form.add_text("title_en", N_("Name in English"))
        self.form.add_choice("paper", N_("Paper on the wall"), _PAPERS, paper)
        super().__init__(parent, N_("New board"), self.form, N_("Make the board"))
        self._is_taken = False
        self.confirmed.connect(self._take)

    def _take(self) -> None:
        if self._is_taken:
            return
        self._is_taken = True
        values = self.form.values()
        team = values.pop("team")
        labels = [one.label for one in self._teams] if team == _EVERY else [team]
        self.wanted.emit([NewBoard(team=label, **values) for label in labels])


class ChangeBoardDialog(Dialog):
    """Takes another name, team or paper of a board; empty names mean that of its canvas."""

    changed = Signal(dict)

    def __init__(self, parent: QWidget, board: Board, teams: Sequence[Team]) -> None:
        self._board = board
        self.form = Form()
        with self.form.one_line():
            self.form.add_text("title_km", N_("Name in Khmer"), board.title_km)
            self.form.add_text("title_en", N_("Name in English"), board.title_en)
        choices = _team_choices(teams)
        if board.team and board.team not in {one.label for one in teams}:
            choices.append((board.team, board.team))
        self.form.add_choice("team", N_("Team"), choices, board.team)
        self.form.add_choice("paper", N_("Paper on the wall"), _PAPERS, board.paper)
        super().__init__(parent, N_("Name, team and paper"), self.form, N_("Keep it so"))
        self.confirmed.connect(self._take)

    def _take(self) -> None:
        values = {
            name: value
            for name, value in self.form.values().items()
            if value != getattr(self._board, name)
        }
        self.changed.emit(values)


def _team_choices(teams: Sequence[Team]) -> list[tuple[str, Text]]:
    none: list[tuple[str, Text]] = [("", N_("No team"))]
    return none + [(one.label, _called(one)) for one in teams]


def _called(team: Team) -> Text:
    return lambda: team_of(team.label, team)


def _titled(template: Template) -> Text:
    return lambda: str(template.title)


def _every(count: int) -> Text:
    return lambda: ngettext("One for the only team", "One for each of the {n} teams", count).format(
        n=digits(count)
    )
