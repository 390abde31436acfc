"""Reports: figures of every session, indicators, and files for others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.page_of_sections import PageOfSections
from bootcamp_app.ui.reports.files.offered import offered
from bootcamp_app.ui.reports.overview_section import OverviewSection

if TYPE_CHECKING:
    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.files_section import FilesSection
    from bootcamp_app.ui.reports.section import Section

_FIRST, FILES, INDICATORS = "overview", "files", "figures"
SECTIONS = {
    _FIRST: (N_("Overview"), "reports.overview_section:OverviewSection"),
    INDICATORS: (N_("Indicators"), "reports.indicators.section:IndicatorsSection"),
    FILES: (N_("Files for others"), "reports.files.files_section:FilesSection"),
}


class ReportsPage(PageOfSections["Section"]):
    """Shows one section at a time; the workbook of attendance is offered beside the overview."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Reports"), desk, SECTIONS, _FIRST)
        self._export = button(
            N_("Attendance workbook"), partial(self.open_report, "workbook"), kind="main",
            icon_name="download",
        )  # fmt: skip
        self.add_actions(self._export)
        self.acts = {
            INDICATORS: partial(self.show_section, INDICATORS),
            FILES: partial(self.show_section, FILES),
            **{one.id: partial(self.open_report, one.id) for one in offered()},
        }
        self.show_section(_FIRST)

    @property
    def overview(self) -> OverviewSection:
        """The section of the sessions."""
        return cast("OverviewSection", self.section(_FIRST))

    @property
    def files(self) -> FilesSection:
        """The section of the files."""
        return cast("FilesSection", self.section(FILES))

    def listen_to(self, made: Section) -> None:
        """Go where a section leads, and tell what the overview counted."""
        made.wanted.connect(self.wanted)
        made.report_wanted.connect(self.open_report)
        if isinstance(made, OverviewSection):
            made.counted.connect(self._tell)
        made.all_wanted.connect(self._give_all)

    def turned_to(self, key: str) -> None:
        """Offer in the head what belongs to the section, and give it the room that it wants."""
        self._export.setVisible(key == _FIRST)
        self._give_all(is_all=key == FILES and self.files.shown is not None)
        self._tell()

    def open_report(self, report_id: str, choice: Choice | None = None) -> None:
        """Show what is to be chosen for one file, and in it what was chosen already."""
        self.show_section(FILES)
        self.files.open(report_id, choice)

    def _give_all(self, is_all: bool) -> None:
        self.give_all(is_all=is_all)

    def _tell(self) -> None:
        shown = self.section(self._shown)
        self.say_below_title(shown.summary if isinstance(shown, OverviewSection) else "")
