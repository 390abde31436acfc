"""Attendance of every session in figures, and who was there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.ui.attendance.who_is_there import WHO_IS_THERE
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.layouts import column
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.reports.counted import Counted, latest_attended, read_counted
from bootcamp_app.ui.reports.section import Section
from bootcamp_app.ui.reports.shares import SharesCard
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.features.attendance.views import Counts
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_BESIDE, _TABLE_HEIGHT = 960, 400


class OverviewSection(Section):
    """Shows who was there, session by session."""

    counted = Signal()
    """The figures were counted anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._counted: list[Counted] = []
        self._session_id = ""
        self._pace = Pace(self)
        self.table = Table(N_("Attendance of every session"), _columns())
        self.shares = SharesCard()
        self._build()
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the section is shown."""
        self.reload()

    def reload(self) -> None:
        """Count anew."""
        bootcamp, app = self.desk.bootcamp, self.desk.app
        if bootcamp is not None:
            self.desk.tasks.read(
                self, lambda: read_counted(app, bootcamp), self._show, key="counts"
            )

    @property
    def summary(self) -> Text:
        """How many sessions there are and were attended, in a line; empty before it is known."""
        return self._summary if self._counted else ""

    def _build(self) -> None:
        self.table.remember(self.desk.memory, "reports")
        listed = Card(N_("Sessions"), self.table)
        listed.body.setContentsMargins(12, 20, 12, 12)
        self._figures = SideBySide(listed, self.shares, needed=_BESIDE, shares=(7, 2))
        self._nobody = EmptyState(
            "chart",
            N_("There is nothing to count yet"),
            N_("Figures come from the list of people and from the door. Begin with the list."),
            button(N_("Import a list"), lambda: self.wanted.emit("people.import"), kind="main"),
        )
        self._nobody.hide()
        self.setLayout(column(self._nobody, self._figures, 1))
        self._scale()

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._choose)
        self.shares.door_wanted.connect(lambda: self.wanted.emit("attendance"))
        self.desk.bootcamp_chosen.connect(self._turn_to)
        self.desk.bootcamp_changed.connect(self.reload)
        self.desk.bridge.happened.connect(self._hear)
        self._pace.due.connect(self._reload_if_seen)
        theme.changed.connect(self._scale)

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_TABLE_HEIGHT))

    def _show(self, counted: list[Counted]) -> None:
        self._counted = counted
        has_people = any(one.counts.registered for one in counted)
        self._nobody.setVisible(not has_people)
        self._figures.setVisible(has_people)
        self.counted.emit()
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
        self.reload()

    def _hear(self, fact: object) -> None:
        if isinstance(fact, WHO_IS_THERE):
            self._pace.ask()

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self.reload()


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
        TableColumn("session", N_("Session"), lambda one: one.session.title, 130, is_bold=True),
        TableColumn("day", N_("Day"), lambda one: one.short_day, 96),
        *(
            TableColumn(name, _titled(title), _number(name, count), 48, is_number=True)
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
