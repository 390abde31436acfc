"""Commands about templates of one's own: copied, handed on, taken in, removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.canvases.own_templates import write_template
from bootcamp_app.features.canvases.views import Words

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.canvases.views import Template

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("template", cls=Group, help=N_("Canvases of one's own."))
def own() -> None:
    """Work with templates of one's own."""


@own.command("copy", help=N_("Make a canvas of one's own from another."))
@click.argument("ref", metavar="TEMPLATE")
@click.option("--title", default="", help=N_("The title in English."))
@click.option("--title-km", default="", help=N_("The title in Khmer."))
@click.pass_obj
def copy_template(desk: Desk, ref: str, title: str, title_km: str) -> None:
    """Make a canvas of one's own."""
    named = Words(title, title_km) if title or title_km else None
    made = desk.app.own_templates.copy(desk.app.templates.find(ref).id, named)
    desk.give(entry(made), _("“{title}” is yours now.").format(title=made.title))


@own.command("export", help=N_("Write a canvas into a file for another laptop."))
@click.argument("ref", metavar="TEMPLATE")
@click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
@click.pass_obj
def export_template(desk: Desk, ref: str, out: Path) -> None:
    """Write a canvas into a file."""
    chosen = desk.app.templates.find(ref)
    write_template(chosen, out)
    desk.give({"file": str(out), "id": chosen.id}, _("Saved as “{name}”.").format(name=out.name))


@own.command("import", help=N_("Take in a canvas from a file."))
@click.argument("file", type=_FILE)
@click.pass_obj
def import_template(desk: Desk, file: Path) -> None:
    """Take in a canvas from a file."""
    made = desk.app.own_templates.take_in(file)
    desk.give(entry(made), _("“{title}” is yours now.").format(title=made.title))


@own.command("remove", help=N_("Remove a canvas of one's own; boards made from it stay."))
@click.argument("ref", metavar="TEMPLATE")
@click.pass_obj
def remove_template(desk: Desk, ref: str) -> None:
    """Remove a canvas of one's own."""
    chosen = desk.app.templates.find(ref)
    if not chosen.is_own:
        raise Refusal(
            "“{title}” came with the program and stays. Only canvases of your own can be removed.",
            title=chosen.title,
        )
    desk.app.own_templates.remove(chosen)
    told = _("“{title}” was removed. “bootcamp undo” brings it back.")
    desk.give(entry(chosen), told.format(title=chosen.title))


def entry(one: Template) -> dict[str, Any]:
    """Give a template as the command line lists it."""
    return {
        "id": one.id,
        "title": str(one.title),
        "purpose": str(one.purpose),
        "minutes": one.minutes,
        "phase": one.phase,
        "own": one.is_own,
    }


def capacity_sentence(number: int, notes: int, size: str) -> str:
    """Say how many notes a zone holds at a size of paper."""
    told = ngettext(
        "Zone {zone} holds {n} note at {size}", "Zone {zone} holds {n} notes at {size}", notes
    )
    return told.format(zone=number, n=notes, size=size)
