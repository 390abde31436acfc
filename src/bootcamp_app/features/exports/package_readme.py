"""The page that lies in a data package for whoever opens it without a program for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.reports.views import Report

_ABOUT = (
    N_("This is a Frictionless Data Package; datapackage.json says what each column means."),
    N_("The tables are CSV in UTF-8: a first line of names, then a row a line; an empty cell is "
       "not known."),
    N_("Days are written as 2026-12-01; moments carry the time zone of the bootcamp."),
    N_("A text that a spreadsheet would run as a formula has an apostrophe before it."),
)  # fmt: skip


def readme(report: Report, paths: Sequence[str]) -> str:
    """Give the page as Markdown, in the language in use."""
    facts = [f"- {one.title}: {_on_one_line(one.said)}" for one in report.facts]
    files = [
        f"- `{path}`: {_on_one_line(sheet.title)}"
        for path, sheet in zip(paths, report.sheets, strict=True)
    ]
    notes = [_on_one_line(note) for note in report.notes]
    parts = [[f"# {_on_one_line(report.title)}"], facts, files, list(map(_, _ABOUT)), notes]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _on_one_line(value: object) -> str:
    return " ".join(str("" if value is None else value).split())
