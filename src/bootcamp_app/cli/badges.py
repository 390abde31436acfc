"""Commands about badges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.badges.sheets import print_sheets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk


@click.command(cls=Command, help=N_("Print badge sheets; every code is read back first."))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The PDF to write."))
@click.option("--layout", default="a4-8", help=N_("The layout of the sheet."))
@click.option("--only", multiple=True, metavar="REF", help=N_("Only this person."))
@click.option("--bootcamp", metavar="REF", help=N_("The bootcamp; the newest where not given."))
@click.pass_obj
def badges(desk: Desk, out: Path, layout: str, only: Sequence[str], bootcamp: str | None) -> None:
    """Print badge sheets."""
    chosen = desk.app.bootcamps.find(bootcamp)
    found = [desk.person(chosen, ref) for ref in only] or [
        one for one in desk.app.people.list(chosen) if one.is_expected
    ]
    with desk.progress(_("Printing")) as progress:
        printed = print_sheets(chosen, desk.app.badges.of(found), out, layout, progress)
    desk.give(
        {"file": str(out), "pages": printed.pages, "badges": printed.badges},
        _("Badges: {badges}. Pages: {pages}. {file}").format(
            badges=printed.badges, pages=printed.pages, file=out
        ),
    )
