"""The command that lists what can be reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bootcamp_app.cli.handing_over import DATABASE, WORKSPACE
from bootcamp_app.cli.translated import Command
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.service import DATABASE_FORMAT, forms_of
from bootcamp_app.features.reports.service import report_kinds

if TYPE_CHECKING:
    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.reports.kind_views import ReportKind

_HANDED_OVER = {
    f"{DATABASE}  ({DATABASE_FORMAT})": N_("Whole database"),
    f"{WORKSPACE}  (bootcamp)": N_("Copy of the workspace"),
}
"""What `export` writes besides the reports."""


@click.command(
    cls=Command, help=N_("List every report that “export” writes, as what, and what it asks.")
)
@click.pass_obj
def reports(desk: Desk) -> None:
    """List every kind of report; no workspace is needed for it."""
    kinds = report_kinds().values()
    besides = (f"{name}\n    {_(title)}" for name, title in _HANDED_OVER.items())
    desk.give([_document(one) for one in kinds], *(_lines(one) for one in kinds), *besides)


def _document(kind: ReportKind) -> dict[str, object]:
    return {
        "id": kind.id,
        "title": _(kind.title),
        "about": _(kind.about),
        "scope": kind.scope,
        "formats": forms_of(kind.id),
        "has_personal_data": bool(kind.left_out),
        "options": [
            {
                "name": option.name,
                "title": _(option.title),
                "values": {value: _(title) for value, title in option.values},
            }
            for option in kind.options
        ],
    }


def _lines(kind: ReportKind) -> str:
    options = (
        f"    --option {option.name}={'|'.join(value for value, _title in option.values)}"
        f"  {_(option.title)}"
        for option in kind.options
    )
    return "\n".join(
        [f"{kind.id}  ({', '.join(forms_of(kind.id))})", f"    {_(kind.title)}", *options]
    )
