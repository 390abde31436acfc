"""Everything that can leave as a file: each kind of report, and the workspace as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.reports.service import report_kinds

if TYPE_CHECKING:
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.panel import Panel

DATABASE, COPY = "database", "copy"
_OF_A_KIND = "report_panel:ReportPanel"
_WITHIN = "bootcamp_app.ui.reports.files"


@dataclass(frozen=True)
class Offered:
    """One kind of file: what it is called, what is in it, and where it is chosen."""

    id: str
    title: str
    about: str
    icon: str
    place: str = _OF_A_KIND

    @property
    def is_report(self) -> bool:
        """Whether it reports something, or is the workspace itself."""
        return self.place == _OF_A_KIND

    def make(self, desk: Desk) -> Panel:
        """Import the panel's module and make the panel."""
        module, _colon, name = self.place.partition(":")
        made: Panel = getattr(import_module(f"{_WITHIN}.{module}"), name)(desk, self)
        return made


_WHOLE = (
    Offered(
        DATABASE,
        N_("Whole database"),
        N_("Everything of all bootcamps, as a plain SQLite file for other programs."),
        "database",
        "database_panel:DatabasePanel",
    ),
    Offered(
        COPY,
        N_("Copy of the workspace"),
        N_("A verified copy that opens in this program, on another laptop as well."),
        "backup",
        "copy_panel:CopyPanel",
    ),
)


def offered() -> list[Offered]:
    """Give what can be made, in the order in which people see it."""
    kinds = report_kinds().values()
    return [*(Offered(one.id, one.title, one.about, one.icon) for one in kinds), *_WHOLE]
