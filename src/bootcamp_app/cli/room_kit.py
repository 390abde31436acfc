"""The command that prints what a room needs from the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.bootcamps import DAY
from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases.drawing import TILES
from bootcamp_app.features.canvases.kit_parts import KitWish
from bootcamp_app.features.canvases.views import SCALES

if TYPE_CHECKING:
    from datetime import date, datetime

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.bootcamps.views import Bootcamp


@click.command(
    "kit",
    cls=Command,
    help=N_("Print what a room needs: the canvases of the agenda for every team."),
)
@BOOTCAMP
@click.option("--day", type=DAY, help=N_("Only the sessions of this day."))
@click.option("--session", metavar="REF", help=N_("Only this session."))
@click.option("--size", type=click.Choice(list(SCALES)), default="A1", help=N_("The paper."))
@click.option("--tile", type=click.Choice(TILES), help=N_("Spread over sheets of this."))
@click.option("--copies", type=int, default=1, metavar="N",
              help=N_("How many of each canvas where there are no teams."))  # fmt: skip
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@click.pass_obj
def kit(desk: Desk, /, **asked: Any) -> None:  # noqa: ANN401 - as click gives them
    """Print what a room needs."""
    home = desk.app.bootcamps.find(asked["bootcamp"])
    wish = KitWish(
        _day(asked["day"]),
        _session(desk, home, asked["session"]),
        asked["size"],
        asked["tile"],
        asked["copies"],
    )
    with desk.progress(_("Printing")) as step:
        pages = desk.app.room_kits.print(home, wish, asked["out"], step)
    sheets = sum(part.sheets for part in desk.app.room_kits.parts(home, wish))
    desk.give(
        {"file": str(asked["out"]), "pages": pages, "canvases": sheets},
        _("Ready to print: {file}").format(file=asked["out"]),
    )


def _day(chosen: datetime | None) -> date | None:
    return chosen.date() if chosen else None


def _session(desk: Desk, home: Bootcamp, ref: str | None) -> str:
    if ref is None:
        return ""
    owner, found = desk.app.bootcamps.find_session(ref)
    if owner.id != home.id:
        raise Refusal(
            "“{title}” is a session of another bootcamp. Name that one.", title=found.title
        )
    return found.id
