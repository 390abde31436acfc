"""Commands that write boards as files and take files in as boards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.board_refs import board_of
from bootcamp_app.cli.boards import board_entry
from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.canvases.board_files import board_formats, read_board

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk


@click.command("export", cls=Command, help=N_("Write a board as a file."))
@click.argument("ref", metavar="REF")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(board_formats())),
    help=N_("The kind of file."),
)
@click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
@click.option("--without-personal-data", is_flag=True, help=N_("Leave out who wrote which note."))
@BOOTCAMP
@click.pass_obj
def export_board(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    ref: str,
    form: str | None,
    out: Path,
    bootcamp: str | None,
    *,
    without_personal_data: bool,
) -> None:
    """Write a board as a file of the kind that is asked for, or that its ending says."""
    board = board_of(desk, ref, bootcamp)
    wanted = form or _by_ending(out)
    with_names = not without_personal_data
    desk.app.board_files.export(board.id, wanted, out, with_names=with_names)
    desk.give(
        {"file": str(out), "format": wanted, "board": board.id},
        _("Written: {file}").format(file=out),
    )


@click.command("import", cls=Command, help=N_("Take a file in as a board, or onto one."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--board", metavar="REF", help=N_("The board to lay it on; a new one if not given."))
@BOOTCAMP
@click.pass_obj
def import_board(desk: Desk, file: Path, board: str | None, bootcamp: str | None) -> None:
    """Take a file in; one undo takes all of it back."""
    chosen = desk.app.bootcamps.find(bootcamp)
    onto = desk.app.boards.find(chosen, board).id if board else ""
    taken = read_board(file)
    made = desk.app.board_files.lay(chosen, taken, onto)
    said = ngettext(
        "{n} thing came to board {number}: {title}",
        "{n} things came to board {number}: {title}",
        len(taken.items),
    )
    desk.give(
        {**board_entry(made), "items": len(taken.items), "left_out": list(taken.left_out)},
        said.format(n=len(taken.items), number=made.number, title=made.title),
        *taken.left_out,
    )


def _by_ending(out: Path) -> str:
    ending = out.suffix.lower()
    known = {kind.ending: form for form, kind in board_formats().items()}
    return known.get(ending, ending.lstrip("."))
