"""The command that prints a blank canvas or a board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.blank import SIZES, print_blank
from bootcamp_app.features.canvases.drawing import TILES, print_board

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.views import Board, Template


@click.command(
    "print",
    cls=Command,
    help=N_("Print a blank canvas at true size, or a board with all that lies on it."),
)
@click.argument("name", metavar="TEMPLATE|BOARD")
@click.option("--size", type=click.Choice(list(SIZES)), help=N_("The paper; A1 where not given."))
@click.option("--tile", type=click.Choice(TILES), help=N_("Spread over sheets of this."))
@BOOTCAMP
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@click.pass_obj
def print_canvas(desk: Desk, /, **typed: Any) -> None:  # noqa: ANN401 - as click gives them
    """Print a blank canvas or a board."""
    asked = _Asked(**typed)
    blank, board = _meant(desk, asked)
    with desk.progress(_("Printing")) as step:
        if blank is not None:
            pages = print_blank(blank, asked.size or "A1", asked.out, asked.tile, step)
        elif board is not None:
            handed = desk.app.board_files.handed(board.id)
            size = asked.size or board.paper
            pages = print_board(handed, size, asked.out, asked.tile, step)
    told = {"file": str(asked.out), "pages": pages}
    desk.give(told, _("Ready to print: {file}").format(file=asked.out))


@dataclass(frozen=True)
class _Asked:
    """What was typed."""

    name: str
    size: str | None
    tile: str | None
    bootcamp: str | None
    out: Path


def _meant(desk: Desk, asked: _Asked) -> tuple[Template | None, Board | None]:
    """Give the canvas or the board that is meant: canvases first, for boards share their titles."""
    try:
        return desk.app.templates.find(asked.name), None
    except Refusal:
        boards = _boards(desk, asked.bootcamp)
        if boards is None:
            raise
    return None, desk.app.boards.find(boards, asked.name)


def _boards(desk: Desk, ref: str | None) -> Bootcamp | None:
    """Give the bootcamp in which to look for boards, where it has any."""
    try:
        chosen = desk.app.bootcamps.find(ref)
    except Refusal:
        if ref is not None:
            raise
        return None
    return chosen if desk.app.boards.all(chosen) else None
