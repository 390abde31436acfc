"""The command that makes the page with which others verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.certificates.verify_page import verify_page

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk


@click.command(
    cls=Command,
    help=N_("Write the page that verifies certificates in any browser, without the internet."),
)
@click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
@click.pass_obj
def page(desk: Desk, out: Path) -> None:
    """Write the verification page."""
    html = verify_page(desk.app.trust.file())
    with whole_file(out) as part:
        part.write_text(html, "utf-8", newline="\n")
    desk.give(
        {"file": str(out), "bytes": len(html.encode())},
        _("The verification page: {file}").format(file=out),
        _("Hand it over yourself. Nobody should trust a page from an unknown hand."),
    )
