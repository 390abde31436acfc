"""Commands about programmes: what a donor pays for in several bootcamps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.translated import Group
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.programmes import ProgrammeWish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Programme

    Said = Callable[..., Any]

_SAYS = (
    click.option("--title-km", help=N_("The title in Khmer.")),
    click.option("--code", help=N_("The code under which the donor knows it.")),
    click.option("--donor", "donors", multiple=True, help=N_("A donor; once for each.")),
)


def _says(command: Said) -> Said:
    for say in reversed(_SAYS):
        command = say(command)
    return command


@click.group(cls=Group, help=N_("Programmes of donors: list, new, change, give, take-out, remove."))
def programmes() -> None:
    """Work with programmes."""


@programmes.command("list", help=N_("List the programmes."))
@click.pass_obj
def list_all(desk: Desk) -> None:
    """List the programmes."""
    counts = desk.app.programmes.bootcamps()
    rows = [_entry(one, counts.get(one.id, 0)) for one in desk.app.programmes.all()]
    desk.give_table(rows, _("There is no programme yet. One is made with the first bootcamp."))


@programmes.command(help=N_("Make a programme."))
@click.argument("title")
@_says
@click.pass_obj
def new(desk: Desk, /, title: str, **said: Any) -> None:  # noqa: ANN401 - as click gives them
    """Make a programme."""
    _tell(desk, desk.app.programmes.make(_wish(ProgrammeWish(title_en=title), said)))


@programmes.command(help=N_('Change a programme; what is not named stays, and "" empties.'))
@click.argument("ref")
@click.option("--title", "title_en", help=N_("The title in English."))
@_says
@click.pass_obj
def change(desk: Desk, /, ref: str, **said: Any) -> None:  # noqa: ANN401 - as click gives them
    """Change a programme."""
    found = desk.app.programmes.find(ref)
    before = ProgrammeWish(found.title_en, found.title_km, found.code, found.donors)
    _tell(desk, desk.app.programmes.change(found, _wish(before, said)))


@programmes.command(help=N_("Have bootcamps belong to a programme."))
@click.argument("ref")
@click.argument("bootcamps", nargs=-1, required=True, metavar="BOOTCAMP…")
@click.pass_obj
def give(desk: Desk, ref: str, bootcamps: Sequence[str]) -> None:
    """Give bootcamps to a programme."""
    found = desk.app.programmes.find(ref)
    desk.app.programmes.give(found, [desk.app.bootcamps.find(one) for one in bootcamps])
    _tell(desk, found)


@programmes.command("take-out", help=N_("Have bootcamps belong to no programme."))
@click.argument("bootcamps", nargs=-1, required=True, metavar="BOOTCAMP…")
@click.pass_obj
def take_out(desk: Desk, bootcamps: Sequence[str]) -> None:
    """Take bootcamps out of their programme."""
    found = [desk.app.bootcamps.find(one) for one in bootcamps]
    desk.app.programmes.take_out(found)
    desk.give({"bootcamps": [one.id for one in found]}, _("Saved."))


@programmes.command(help=N_("Remove a programme that has no bootcamp."))
@click.argument("ref")
@click.pass_obj
def remove(desk: Desk, ref: str) -> None:
    """Remove a programme."""
    found = desk.app.programmes.find(ref)
    desk.app.programmes.remove(found)
    desk.give({"id": found.id}, _("Removed."))


def _wish(before: ProgrammeWish, said: dict[str, Any]) -> ProgrammeWish:
    return replace(
        before, **{name: value for name, value in said.items() if value not in {None, ()}}
    )


def _tell(desk: Desk, one: Programme) -> None:
    number = desk.app.programmes.bootcamps().get(one.id, 0)
    desk.give(_entry(one, number), _("Saved."))


def _entry(one: Programme, bootcamps: int) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "title_km": one.title_km,
        "code": one.code,
        "donors": list(one.donors),
        "bootcamps": bootcamps,
    }
