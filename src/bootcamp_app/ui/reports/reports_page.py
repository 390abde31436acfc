"""Reports: attendance of every session in figures, and files for others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.features.attendance.views import ScanAnnulled, ScanRecorded
from bootcamp_app.features.people.views import (
    ManyChanged,
    PeopleImported,
    PersonAdded,
    PersonChanged,
)
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.page import Page
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.reports.counted import Counted, latest_attended, read_counted
from bootcamp_app.ui.reports.export_card import EXPORTS, ExportCard
from bootcamp_app.ui.reports.shares import SharesCard
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.ui.desk import Desk

_BESIDE, _CARDS_BESIDE, _TABLE_HEIGHT = 960, 900, 320
_OF_CONCERN = (
    ScanRecorded,
    ScanAnnulled,
    PeopleImported,
    PersonAdded,
    PersonChanged,
    ManyChanged,
    RecordsUndone,
)


class ReportsPage(Page):
    """Shows who was there, and writes what others ask for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Reports"))
        self._desk = desk
        self._counted: list[Counted] = []
        self._session_id = ""
        self._pace = Pace(self)
        self._saved_at = Path()
        self.table = Table(N_("Attendance of every session"), _columns())
        self.shares = SharesCard()
        self.cards = {export.subject: ExportCard(desk, export) for export in EXPORTS}
        self.saved = Banner()
        self.acts = {subject: card.ask for subject, card in self.cards.items()}
        self._build()
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the page is shown."""
        self.reload()

    def reload(self) -> None:
        """Count anew."""
        bootcamp, app = self._desk.bootcamp, self._desk.app
        if bootcamp is not None:
            self._desk.tasks.read(
                self, lambda: read_counted(app, bootcamp), self._show, key="counts"
            )

    def open_folder(self) -> None:
        """Show the folder of the file that was saved last."""
        folder = self._saved_at.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.saved.refuse(
                Refusal("The folder cannot be shown from here. It is {folder}.", folder=folder)
            )

    def _build(self) -> None:
        self.add_actions(
            button(N_("Export attendance"), self.acts["attendance"], kind="main",
                   icon_name="spreadsheet")
        )  # fmt: skip
        self.table.remember(self._desk.memory, "reports")
        self.saved.add_action(N_("Open folder"), self.open_folder)
        listed = Card(N_("Sessions"), self.table)
        listed.body.setContentsMargins(12, 20, 12, 12)
        sides = SideBySide(listed, self.shares, needed=_BESIDE)
        line = sides.layout()
        if isinstance(line, QBoxLayout):
            line.setStretch(0, 8)
            line.setStretch(1, 3)
        self._figures = sides
        self._nobody = EmptyState(
            "chart",
            N_("There is nothing to count yet"),
            N_("Figures come from the list of people and from the door. Begin with the list."),
            button(N_("Import a list"), lambda: self.wanted.emit("people.import"), kind="main"),
        )
        self._nobody.hide()
        exports = SideBySide(*self.cards.values(), needed=_CARDS_BESIDE)
        self.add(holding(column(self._nobody, self._figures, self.saved, exports, 1, gap=20)))
        self._scale()

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._choose)
        self.shares.door_wanted.connect(lambda: self.wanted.emit("attendance"))
        for card in self.cards.values():
            card.saved.connect(self._say_saved)
        self._desk.bootcamp_chosen.connect(self._turn_to)
        self._desk.bootcamp_changed.connect(self.reload)
        self._desk.bridge.happened.connect(self._hear)
        self._pace.due.connect(self._reload_if_seen)
        theme.changed.connect(self._scale)

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_TABLE_HEIGHT))

    def _show(self, counted: list[Counted]) -> None:
        self._counted = counted
        has_people = any(one.counts.registered for one in counted)
        self._nobody.setVisible(not has_people)
        self._figures.setVisible(has_people)
        self.say_below_title(self._summary)
        self.table.show_rows(counted)
        chosen = next((one for one in counted if one.session.id == self._session_id), None)
        shown = chosen or latest_attended(counted)
        if shown is not None:
            self.shares.show_session(shown)

    def _summary(self) -> str:
        count = len(self._counted)
        attended = sum(bool(one.counts.present) for one in self._counted)
        told = ngettext(
            "{n} session, {attended} attended so far",
            "{n} sessions, {attended} attended so far",
            count,
        )
        return told.format(n=digits(count), attended=digits(attended))

    def _choose(self, counted: object) -> None:
        if isinstance(counted, Counted):
            self._session_id = counted.session.id
            self.shares.show_session(counted)

    def _turn_to(self, _bootcamp: object) -> None:
        self._session_id = ""
        self.saved.hide()
        self.reload()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _OF_CONCERN):
            self._pace.ask()

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self.reload()

    def _say_saved(self, path: object) -> None:
        if isinstance(path, Path):
            self._saved_at = path
            self.saved.show_text(
                Sentence("“{name}” lies in {folder}.", name=path.name, folder=path.parent), "good"
            )
            self.said.emit(Sentence("Saved as “{name}”.", name=path.name), "")


def _columns() -> list[TableColumn]:
    numbers = (
        ("registered", N_("registered"), lambda counts: counts.registered),
        ("present", N_("present"), lambda counts: counts.present),
        ("late", N_("late"), lambda counts: counts.late),
        ("excused", N_("excused"), lambda counts: counts.excused),
        ("absent", N_("absent"), lambda counts: counts.absent),
        ("walk_ins", N_("walk-ins"), lambda counts: counts.walk_ins),
    )
    return [
        TableColumn("session", N_("Session"), lambda one: one.session.title, 160, is_bold=True),
        TableColumn("day", N_("Day"), lambda one: one.day, 176),
        *(
            TableColumn(name, _titled(title), _number(name, count), 76)
            for name, title, count in numbers
        ),
    ]


def _titled(word: str) -> Callable[[], str]:
    """Give a word as the head of a column."""
    return lambda: _(word).capitalize()


def _number(name: str, count: Callable[[Counts], int]) -> Callable[[Counted], str]:
    def said(one: Counted) -> str:
        is_known = one.has_opened or name != "absent"
        return digits(count(one.counts)) if is_known else "–"

    return said
