"""Figures that were frozen: when, by whom, whether they are intact, and how it is today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.core.numbers import written
from bootcamp_app.features.reports.indicator_paper import draw_indicators
from bootcamp_app.features.reports.indicator_told import told_of_frozen
from bootcamp_app.features.reports.indicator_views import Snapshot
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.endings import file_name, with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.reports.indicators.compare_dialog import CompareDialog
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import clock_time, digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from bootcamp_app.ui.desk import Desk

    Progress = Callable[[int, int], None]

_ROW, _MOST = 44, 6


class FrozenCard(Card):
    """Lists frozen figures, the latest first."""

    person_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Frozen figures"))
        self._desk = desk
        self._nothing = Label(
            N_("Nothing is frozen yet. Freeze the figures that you hand to a donor: later you can "
               "show whom they were counted from, and compare them with today."),
            tone="muted", wraps=True,
        )  # fmt: skip
        self.table = Table(N_("Frozen figures"), _columns(self._local))
        self.compare = button(N_("Compare with today"), self._compare_current, icon_name="history")
        self.save = button(N_("Save as PDF…"), self._ask_where, icon_name="save")
        self.banner = Banner()
        self._acts = (self.compare, self.save)
        self.table.row_activated.connect(self._compare)
        self.table.row_chosen.connect(self._offer_acts)
        self._offer_acts(None)
        for part in (self._nothing, self.table, self.banner):
            self.body.addWidget(part)
        self.body.addWidget(holding(Flow(*self._acts, gap=12)))
        self._show([])

    def reload(self) -> None:
        """Read what was frozen."""
        figures = self._desk.app.frozen_figures
        self._desk.tasks.read(self, figures.all, self._show, key="frozen")

    def _show(self, frozen: Sequence[Snapshot]) -> None:
        latest_first = sorted(frozen, key=lambda one: one.made_at, reverse=True)
        self._nothing.setVisible(not frozen)
        self.table.setVisible(bool(frozen))
        for act in self._acts:
            act.setVisible(bool(frozen))
        self.table.show_rows(latest_first)
        if latest_first and self.table.current() is None:
            self.table.mark_ids({latest_first[0].id})
        self.table.setFixedHeight(theme.px(_ROW) * (min(len(frozen), _MOST) + 1))

    def save_to(self, one: Snapshot, chosen: Path) -> None:
        """Draw frozen figures as they were, with their checksum, beside the window."""
        app = self._desk.app

        def work(step: Progress) -> Path:
            target = with_ending(chosen, ".pdf")
            known = app.programmes.all(), app.bootcamps.all()
            told = told_of_frozen(one, app.indicators.words(), known)
            draw_indicators(one.indicators, told, target, step)
            return target

        self.banner.hide()
        job = Job(work, self._say_saved, self.banner.refuse, N_("Drawing the frozen figures"))
        self._desk.tasks.long(self, job)

    def _ask_where(self) -> None:
        one = self.table.current()
        if isinstance(one, Snapshot):
            name = file_name(_("Indicators"), f"{one.made_at:%Y-%m-%d}", ending=".pdf")
            ask_save(self, N_("Save as"), name, partial(self.save_to, one))

    def _say_saved(self, path: Path) -> None:
        told = Sentence("“{name}” lies in {folder}.", name=path.name, folder=path.parent)
        self.banner.show_text(told, "good")

    def _offer_acts(self, one: object) -> None:
        for act in self._acts:
            act.setEnabled(one is not None)

    def _compare_current(self) -> None:
        self._compare(self.table.current())

    def _compare(self, one: object) -> None:
        if isinstance(one, Snapshot):
            shown = CompareDialog(self, self._desk, one)
            shown.person_wanted.connect(self.person_wanted)
            shown.open()

    def _local(self, moment: datetime) -> datetime:
        zone = self._desk.bootcamp.zone if self._desk.bootcamp is not None else None
        return moment.astimezone(zone)


def _columns(local: Callable[[datetime], datetime]) -> list[TableColumn]:
    def when(one: Snapshot) -> str:
        at = local(one.made_at)
        return f"{days_in_words(at.date())}, {clock_time(at)}"

    return [
        TableColumn("title", N_("Title"), lambda one: one.title, 240, is_bold=True),
        TableColumn("when", N_("Frozen on"), when, 190),
        TableColumn("who", N_("By whom"), lambda one: one.who or "–", 120),
        TableColumn("people", N_("Unique people"),
                    lambda one: digits(written(one.indicators.total.people)), 110),
        TableColumn("intact", N_("Checksum"), _intact, 130,
                    lambda one: "good" if one.is_intact else "bad"),
    ]  # fmt: skip


def _intact(one: Snapshot) -> str:
    return _("intact") if one.is_intact else _("was changed")
