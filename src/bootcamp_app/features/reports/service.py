"""Everything that can be reported, made for what was chosen."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bootcamp_app.core.catalogue import entries
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.reports import kinds
from bootcamp_app.features.reports.views import silent

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.reports.kind_views import ReportKind
    from bootcamp_app.features.reports.sources import Sources
    from bootcamp_app.features.reports.views import Choice, Progress, Report


@cache
def report_kinds() -> dict[str, ReportKind]:
    """Give every kind of report by its id, in the order in which people see them."""
    found: list[ReportKind] = list(entries(kinds).values())
    return {one.id: one for one in sorted(found, key=lambda one: (one.place, one.id))}


class Reports:
    """What can be told of this workspace."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def make(self, kind_id: str, choice: Choice, progress: Progress = silent) -> Report:
        """Give the tables of a report, without personal data where that was chosen."""
        kind = _known(kind_id)
        if kind.tables is None:
            raise Refusal("“{kind}” is made for paper only. Choose PDF.", kind=kind_id)
        report = kind.tables(self._sources, choice, progress)
        return report if choice.with_personal_data else report.without_personal_data()

    def draw(self, kind_id: str, choice: Choice, target: Path, progress: Progress = silent) -> int:
        """Draw the paper of a report as PDF and give its pages.

        The caller sees to it that the file is whole or gone.
        """
        kind = _known(kind_id)
        if kind.paper is None:
            raise Refusal("“{kind}” is made of tables only. Choose another kind of file.",
                          kind=kind_id)  # fmt: skip
        return kind.paper(self._sources, choice, target, progress)


def _known(kind_id: str) -> ReportKind:
    known = report_kinds()
    if kind_id not in known:
        raise Refusal("There is no report “{kind}”. Choose one of: {kinds}.",
                      kind=kind_id, kinds=", ".join(known))  # fmt: skip
    return known[kind_id]
