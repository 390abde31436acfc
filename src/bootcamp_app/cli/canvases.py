"""Commands about canvases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.blank import SIZES, print_blank
from bootcamp_app.features.canvases.templates import template, templates

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk


@click.group(cls=Group, lazy=("pack=packs:pack",), help=N_("Canvases for the wall."))
def canvases() -> None:
    """Canvases for the wall."""


@canvases.command("templates", help=N_("List the canvases that there are."))
@click.pass_obj
def list_templates(desk: Desk) -> None:
    """List the canvases that there are."""
    rows = [
        {
            "id": one.id,
            "title": str(one.title),
            "purpose": str(one.purpose),
            "minutes": one.minutes,
        }
        for one in templates().values()
    ]
    desk.give_table(rows, "")


@canvases.command("print", help=N_("Print a blank canvas at true size."))
@click.argument("name", metavar="TEMPLATE")
@click.option("--size", type=click.Choice(list(SIZES)), default="A1", help=N_("The paper."))
@click.option("--tile", type=click.Choice(["A3", "A4"]), help=N_("Spread over sheets of this."))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@click.pass_obj
def print_canvas(desk: Desk, name: str, size: str, tile: str | None, out: Path) -> None:
    """Print a blank canvas."""
    pages = print_blank(template(name), size, out, tile)
    desk.give({"file": str(out), "pages": pages}, _("Ready to print: {file}").format(file=out))
