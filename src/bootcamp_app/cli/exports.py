"""The command that writes files for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bootcamp_app.cli.files import FileToWrite
from bootcamp_app.cli.handing_over import HANDED_OVER, Closing, closing_options, hand_over
from bootcamp_app.cli.report_choices import Chosen, choice_options
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.service import PAPER, export_formats, forms_of
from bootcamp_app.features.reports.service import report_kinds

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.cli.desk import Desk


@click.command(
    cls=Command,
    help=N_("Write a report or the database as a file; “reports” lists what there is."),
)
@click.argument("subject", type=click.Choice([*report_kinds(), *HANDED_OVER]))
@click.option(
    "--format", "form", metavar="xlsx|csv|json|package|pdf|sqlite",
    help=N_("The kind of file; that of its ending where not given."),
)  # fmt: skip
@click.option("--out", type=FileToWrite(), required=True, help=N_("The file to write."))
@click.option(
    "--without-personal-data",
    is_flag=True,
    help=N_("Leave out names, phones and addresses. A title may still name who is in no list."),
)
@choice_options
@closing_options
@click.pass_obj
def export(
    desk: Desk,
    /,
    subject: str,
    form: str | None,
    out: Path,
    *,
    without_personal_data: bool,
    **chosen: Any,  # noqa: ANN401 - the options of Closing and Chosen
) -> None:
    """Write a file for others."""
    personal = not without_personal_data
    closing = Closing.out_of(chosen)
    if subject in HANDED_OVER:
        hand_over(desk, subject, out, form, closing, with_personal_data=personal)
        return
    closing.refuse_for_reports()
    wanted = form or form_at(out)
    if wanted not in forms_of(subject):
        raise Refusal(
            "“{subject}” cannot be written as {form}. Choose one of: {forms}.",
            subject=subject,
            form=wanted or "–",
            forms=", ".join(forms_of(subject)),
        )
    choice = Chosen(**chosen).choice(desk.app, subject, with_personal_data=personal)
    with desk.progress(_(report_kinds()[subject].title)) as progress:
        count = desk.app.exports.write(subject, choice, out, wanted, progress)
    if wanted == PAPER:
        told = _("Pages: {pages}. {file}").format(pages=count, file=out)
        desk.give({"file": str(out), "pages": count}, told)
        return
    desk.give(
        {"file": str(out), "rows": count},
        _("Rows: {rows}. {file}").format(rows=count, file=out),
    )


def form_at(out: Path) -> str:
    """Give the kind of file that an ending means."""
    ending = out.suffix.lower()
    forms = {form.suffix: form.id for form in export_formats().values()}
    return forms.get(ending, ending.lstrip("."))
