"""Reports: figures of every session, indicators, and files for others."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.reports.files.offered import offered
from bootcamp_app.ui.reports.overview_section import OverviewSection

if TYPE_CHECKING:
    from bootcamp_app.features.reports.views import Choice
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.files_section import FilesSection
    from bootcamp_app.ui.reports.section import Section

_FIRST, FILES, INDICATORS = "overview", "files", "figures"
SECTIONS = {
    _FIRST: (N_("Overview"), "overview_section:OverviewSection"),
    INDICATORS: (N_("Indicators"), "indicators.section:IndicatorsSection"),
    FILES: (N_("Files for others"), "files.files_section:FilesSection"),
}
_WITHIN = "bootcamp_app.ui.reports"


class ReportsPage(Page):
    """Shows one section at a time, each made when it is first wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Reports"))
        self._desk = desk
        self._made: dict[str, Section] = {}
        self._shown = _FIRST
        self.sections = Segments(
            {key: words for key, (words, _place) in SECTIONS.items()},
            N_("Part of the page"),
        )
        # Not a stack of Qt's, which is as high as the highest section that was ever opened.
        self._layout = column()
        stack = QWidget()
        stack.setLayout(self._layout)
        self.sections.chosen.connect(self.show_section)
        self.add(self.sections)
        self.add(stack, 1)
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

    def section(self, key: str) -> Section:
        """Give a section, made where it is not as yet."""
        if key not in self._made:
            module, _colon, name = SECTIONS[key][1].partition(":")
            made: Section = getattr(import_module(f"{_WITHIN}.{module}"), name)(self._desk)
            made.said.connect(self.said)
            made.refused.connect(self.refuse)
            made.wanted.connect(self.wanted)
            made.section_wanted.connect(self.show_section)
            made.report_wanted.connect(self.open_report)
            if isinstance(made, OverviewSection):
                made.counted.connect(self._tell)
            made.all_wanted.connect(self._give_all)
            made.hide()
            self._layout.addWidget(made)
            self._made[key] = made
        return self._made[key]

    def show_section(self, key: str) -> None:
        """Put one section in front."""
        self._shown = key
        self.sections.choose(key)
        shown = self.section(key)
        for other in self._made.values():
            if other is not shown:
                other.hide()
        shown.show()
        self._export.setVisible(key == _FIRST)
        self._give_all(is_all=key == FILES and self.files.shown is not None)
        self._tell()
        if self.isVisible():
            shown.came_to_front()

    def open_report(self, report_id: str, choice: Choice | None = None) -> None:
        """Show what is to be chosen for one file, and in it what was chosen already."""
        self.show_section(FILES)
        self.files.open(report_id, choice)

    def came_to_front(self) -> None:
        """Called each time the page is shown."""
        self.section(self._shown).came_to_front()

    def return_home(self) -> None:
        """Called when the page is asked for while it is shown."""
        self.section(self._shown).return_home()

    def _give_all(self, is_all: bool) -> None:
        self.give_all(is_all=is_all)

    def _tell(self) -> None:
        shown = self.section(self._shown)
        self.say_below_title(shown.summary if isinstance(shown, OverviewSection) else "")
