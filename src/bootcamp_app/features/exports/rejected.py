"""The rows of a list that were not taken in, as a spreadsheet to mend and take in again."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import LANGUAGES, N_, Words, _
from bootcamp_app.features.exports.service import export_formats
from bootcamp_app.features.reports.views import Column, Report, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from bootcamp_app.features.people.views import Rejected
    from bootcamp_app.features.reports.views import Cell, Progress

REASON = N_("Why this row was not taken in")
_FORM = "xlsx"


def write_rejected(
    headers: Sequence[str],
    rows: Mapping[int, Sequence[object]],
    rejected: Iterable[Rejected],
    target: Path,
    progress: Progress = lambda done, of: None,  # noqa: ARG005
) -> int:
    """Write the rejected rows under the headers of their list, each with its reasons.

    `rows` are the cells by row number. Gives the number of rows; whole or not at all.
    """
    sheet = rejected_sheet(headers, rows, rejected)
    with whole_file(target) as part:
        return export_formats()[_FORM].write(Report.of(sheet).telling(progress), part)


def rejected_sheet(
    headers: Sequence[str], rows: Mapping[int, Sequence[object]], rejected: Iterable[Rejected]
) -> Sheet:
    """Give the rejected rows as they stood, and a last column that says why."""
    reasons: dict[int, list[str]] = {}
    for fault in rejected:
        reasons.setdefault(fault.row, []).append(_said(fault))
    # A list that was mended before has the reasons of then, which are over.
    kept = [at for at, header in enumerate(headers) if not is_reason(header)]
    columns = [*_columns([headers[at] for at in kept]), Column("reason", _(REASON))]
    cells = (
        (*(_cell(rows[n][at]) if at < len(rows[n]) else None for at in kept), " ".join(reasons[n]))
        for n in reasons
    )
    return Sheet(_("Rows not taken in"), tuple(columns), cells, len(reasons))


def is_reason(header: str) -> bool:
    """Say whether a header is that of the reasons, in any language."""
    return header in _reasons()


def _columns(headers: Sequence[str]) -> list[Column]:
    return [Column(f"column {n}", header, is_personal=True) for n, header in enumerate(headers)]


def _said(fault: Rejected) -> str:
    return f"{fault.column}: {fault.reason}" if fault.column else str(fault.reason)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (str, int, float, date, datetime)):
        return value
    return str(value)


@cache
def _reasons() -> frozenset[str]:
    said = set()
    for language in LANGUAGES:
        spoken = Words()
        spoken.use(language)
        said.add(spoken.catalogue.gettext(REASON))
    return frozenset(said)
