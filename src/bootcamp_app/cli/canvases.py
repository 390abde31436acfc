"""Commands about canvases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.room_kit import kit
from bootcamp_app.cli.templates import capacity_sentence, entry, own
from bootcamp_app.cli.translated import Group
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.capacity import capacities
from bootcamp_app.features.canvases.views import SCALES

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.canvases.views import Template


_OF_BOARDS = (
    "print=canvas_printing:print_canvas",
    "new=boards:new",
    "list=boards:list_boards",
    "show=boards:show",
    "note=boards:note",
    "export=board_files:export_board",
    "import=board_files:import_board",
    "votes=votes:votes",
    "vote=votes:vote",
    "snapshot=votes:snapshot",
    "snapshots=votes:snapshots",
    "ownership=votes:ownership",
    "pack=packs:pack",
)


@click.group(cls=Group, lazy=_OF_BOARDS, help=N_("Canvases for the wall and on the screen."))
def canvases() -> None:
    """Canvases for the wall and on the screen."""


canvases.add_command(own)
canvases.add_command(kit)


@canvases.command("templates", help=N_("List the canvases that there are."))
@click.option("--size", type=click.Choice(list(SCALES)),
              help=N_("Say how many notes of 76 mm each zone holds at this size."))  # fmt: skip
@click.pass_obj
def list_templates(desk: Desk, size: str | None) -> None:
    """List the canvases that there are."""
    found = desk.app.templates.all().values()
    if size is None:
        desk.give_table([entry(one) for one in found], "")
        return
    rows = [{**entry(one), "notes": capacities(one, size)} for one in found]
    desk.give(rows, *(line for one in found for line in _held(one, size)))


def _held(one: Template, size: str) -> list[str]:
    """Say of each zone that takes notes how many it holds."""
    held = capacities(one, size)
    lines = [
        f"  {capacity_sentence(number, held[zone.id], size)} · {zone.title}"
        for number, zone in enumerate(one.zones, 1)
        if zone.id in held
    ]
    return [f"{one.title} ({one.id})", *lines]
