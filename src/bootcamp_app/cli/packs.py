"""The command that makes what a bootcamp is told of: a booklet and a gallery."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import make_folder
from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk

_BOOKLET, _GALLERY = "booklet.pdf", "gallery.html"


@click.command(cls=Command, help=N_("Make a booklet and a gallery of all solutions and boards."))
@click.option("--out", type=click.Path(path_type=Path), help=N_("A folder for both files."))
@click.option("--booklet", type=FileToWrite(), help=N_("The PDF to write."))
@click.option("--gallery", type=FileToWrite(), help=N_("The HTML file to write."))
@click.option(
    "--with-personal-data/--without-personal-data",
    "with_names",
    default=False,
    help=N_("Whether owners, authors and members of teams are named; without where not given."),
)
@BOOTCAMP
@click.pass_obj
def pack(  # noqa: PLR0913 - the options of one command
    desk: Desk,
    out: Path | None,
    booklet: Path | None,
    gallery: Path | None,
    bootcamp: str | None,
    *,
    with_names: bool,
) -> None:
    """Make a booklet and a gallery."""
    if out is not None:
        booklet, gallery = booklet or out / _BOOKLET, gallery or out / _GALLERY
    if booklet is None and gallery is None:
        raise Refusal("Say where it should lie: --out with a folder, --booklet or --gallery.")
    if out is not None:
        make_folder(out)
    gathered = desk.app.packs.gathered(desk.app.bootcamps.find(bootcamp), with_names=with_names)
    told: dict[str, object] = {"solutions": len(gathered.entries), "boards": len(gathered.boards)}
    lines = []
    if booklet is not None:
        from bootcamp_app.features.canvases.pack.booklet import (  # noqa: PLC0415 - heavy: paper
            print_booklet,
        )

        with desk.progress(_("Pages")) as step:
            told |= {"booklet": str(booklet), "pages": print_booklet(gathered, booklet, step)}
        lines.append(_("Ready to print: {file}").format(file=booklet))
    if gallery is not None:
        from bootcamp_app.features.canvases.pack.gallery import (  # noqa: PLC0415 - heavy: fonts
            write_gallery,
        )

        with desk.progress(_("Pictures")) as step:
            told |= {"gallery": str(gallery), "bytes": write_gallery(gathered, gallery, step)}
        lines.append(_("Opens in any browser: {file}").format(file=gallery))
    desk.give(told, *lines)
