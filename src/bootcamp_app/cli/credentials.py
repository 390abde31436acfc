"""The command for digital badges, in the group of certificates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.options import BOOTCAMP
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.cli.desk import Desk


@click.command(
    "credentials",
    cls=Command,
    help=N_("Make digital badges (Open Badges 3.0): one picture a certificate, for those who ask."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help=N_("The folder for the pictures, each called by its serial."),
)
@click.option("--only", multiple=True, metavar="REF", help=N_("Only this person."))
@BOOTCAMP
@click.option(
    "--jwt", "with_tokens", is_flag=True, help=N_("Each credential also alone, as a .jwt file.")
)
@click.pass_obj
def credentials(
    desk: Desk, out: Path, only: Sequence[str], bootcamp: str | None, *, with_tokens: bool
) -> None:
    """Make digital badges."""
    chosen = desk.app.bootcamps.find(bootcamp)
    meant = [desk.person(chosen, ref).participation_id for ref in only]
    with desk.progress(_("Making digital badges")) as progress:
        made = desk.app.credentials.write_all(
            chosen, out, meant, with_tokens=with_tokens, progress=progress
        )
    desk.give(
        {
            "folder": str(out),
            "files": [str(one) for one in made.files],
            "made": len(made.files) - made.kept,
            "kept": made.kept,
        },
        _("Digital badges: {count}, of which {kept} were there already. {folder}").format(
            count=len(made.files), kept=made.kept, folder=out
        ),
    )
