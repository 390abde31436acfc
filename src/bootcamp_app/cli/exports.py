"""The command that writes files for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.service import DATABASE_FORMAT
from bootcamp_app.features.reports.service import report_kinds
from bootcamp_app.features.reports.views import Choice

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk


DATABASE = "database"


@click.command(
    cls=Command,
    help=N_("Write attendance, people, notes of boards or the database as a file."),
)
@click.argument("subject", type=click.Choice([*report_kinds(), DATABASE]))
@click.option("--format", "form", metavar="xlsx|csv|json|sqlite", help=N_("The kind of file."))
@click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
@click.option(
    "--without-personal-data", is_flag=True, help=N_("Leave out names, phones and addresses.")
)
@click.option("--bootcamp", metavar="REF", help=N_("The bootcamp; the newest where not given."))
@click.pass_obj
def export(  # noqa: PLR0913 - the options of the command
    desk: Desk,
    subject: str,
    form: str | None,
    out: Path,
    bootcamp: str | None,
    *,
    without_personal_data: bool,
) -> None:
    """Write a file for others."""
    wanted = form or out.suffix.lstrip(".")
    personal = not without_personal_data
    if subject == DATABASE:
        if wanted not in {DATABASE_FORMAT, "db"}:
            raise Refusal("The database is written as sqlite. Say --format sqlite.")
        rows = desk.app.exports.write_database(out, with_personal_data=personal)
    else:
        chosen = desk.app.bootcamps.find(bootcamp)
        choice = Choice(bootcamps=(chosen.id,), with_personal_data=personal)
        rows = desk.app.exports.write(subject, choice, out, wanted)
    desk.give(
        {"file": str(out), "rows": rows},
        _("Rows: {rows}. {file}").format(rows=rows, file=out),
    )
