"""Boards made as a dialog asked: one is opened, of many it is said how many they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import ngettext
from bootcamp_app.ui.canvases.board_dialogs import NewBoardDialog
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.canvases.views import Board, NewBoard, Template
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.canvases.section import Section


def ask_boards(
    section: Section,
    templates: Mapping[str, Template],
    teams: Sequence[Team],
    template: str = "",
    paper: str = "A1",
) -> None:
    """Ask for whom boards are to be made and of which canvas, and make them."""
    dialog = NewBoardDialog(section, templates, teams, template, paper)
    dialog.wanted.connect(lambda wanted: _make(section, wanted, dialog))
    dialog.open()


def _make(section: Section, wanted: list[NewBoard], dialog: NewBoardDialog) -> None:
    bootcamp, boards = section.desk.bootcamp, section.desk.app.boards
    if bootcamp is None:
        return

    def make() -> list[Board]:
        return [boards.make(bootcamp, one) for one in wanted]

    def done(made: list[Board]) -> None:
        dialog.accept()
        if len(made) == 1:
            section.board_wanted.emit(made[0].id)
        else:
            section.said.emit(partial(_made_many, len(made)), "")

    section.desk.tasks.write(section, make, done, dialog.refuse)


def _made_many(count: int) -> str:
    return ngettext("{n} board was made.", "{n} boards were made.", count).format(n=digits(count))
