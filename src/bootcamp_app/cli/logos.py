"""Commands about the logos of those who pay for a bootcamp and carry it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp, Logo


@click.group(cls=Group, help=N_("Logos of partners, for badges: add, list, order, remove."))
def logos() -> None:
    """Work with the logos of a bootcamp."""


@logos.command(help=N_("Add the logo in a PNG or JPEG file, behind those that are there."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", default="", help=N_("Whose logo it is; the file's name where not given."))
@BOOTCAMP
@click.pass_obj
def add(desk: Desk, file: Path, title: str, bootcamp: str | None) -> None:
    """Add a logo."""
    chosen = desk.app.bootcamps.find(bootcamp)
    logo = desk.app.logos.add_file(chosen, file, title)
    _tell(desk, chosen, logo, _("The logo “{title}” was added.").format(title=logo.title))


@logos.command("list", help=N_("List the logos in the order in which they are printed."))
@BOOTCAMP
@click.pass_obj
def list_all(desk: Desk, bootcamp: str | None) -> None:
    """List the logos."""
    found = desk.app.logos.of(desk.app.bootcamps.find(bootcamp))
    rows = [_entry(place, one) for place, one in enumerate(found, 1)]
    desk.give_table(rows, _("It has no logos."))


@logos.command(help=N_("Say otherwise whose logo it is."))
@click.argument("ref")
@click.argument("title")
@BOOTCAMP
@click.pass_obj
def rename(desk: Desk, ref: str, title: str, bootcamp: str | None) -> None:
    """Rename a logo."""
    chosen = desk.app.bootcamps.find(bootcamp)
    logo = desk.app.logos.rename(desk.app.logos.find(chosen, ref), title)
    _tell(desk, chosen, logo, _("The logo is called “{title}” now.").format(title=logo.title))


@logos.command(help=N_("Put a logo at a place, counted from 1."))
@click.argument("ref")
@click.argument("place", type=click.IntRange(1))
@BOOTCAMP
@click.pass_obj
def move(desk: Desk, ref: str, place: int, bootcamp: str | None) -> None:
    """Put a logo elsewhere in the order."""
    chosen = desk.app.bootcamps.find(bootcamp)
    logo = desk.app.logos.find(chosen, ref)
    desk.app.logos.move(logo, place - _place(desk, chosen, logo))
    _tell(desk, chosen, logo, _("The logo “{title}” was moved.").format(title=logo.title))


@logos.command(help=N_("Remove a logo; badges to come are printed without it."))
@click.argument("ref")
@BOOTCAMP
@click.pass_obj
def remove(desk: Desk, ref: str, bootcamp: str | None) -> None:
    """Remove a logo."""
    logo = desk.app.logos.find(desk.app.bootcamps.find(bootcamp), ref)
    desk.app.logos.remove(logo)
    desk.give(
        {"id": logo.id, "title": logo.title},
        _("The logo “{title}” was removed.").format(title=logo.title),
    )


def _tell(desk: Desk, bootcamp: Bootcamp, logo: Logo, sentence: str) -> None:
    desk.give(_entry(_place(desk, bootcamp, logo), logo), sentence)


def _place(desk: Desk, bootcamp: Bootcamp, logo: Logo) -> int:
    return [one.id for one in desk.app.logos.of(bootcamp)].index(logo.id) + 1


def _entry(place: int, logo: Logo) -> dict[str, Any]:
    return {"id": logo.id, "place": place, "title": logo.title, "bytes": len(logo.png)}
