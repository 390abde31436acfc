"""Frozen figures beside today's: what is different, who came into the count and who left it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.numbers import with_sign, written
from bootcamp_app.features.reports.indicator_views import MEASURES, Compared, Difference, Tally
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.reports.indicators.said import in_chosen_digits
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.indicator_views import Snapshot
    from bootcamp_app.features.reports.indicator_words import Wording
    from bootcamp_app.ui.desk import Desk

    Pairs = Sequence[tuple[str, str]]

_HEIGHT = 240
_VIEWS: dict[str, Text] = {
    "figures": N_("Figures"),
    "came": N_("Came into the count"),
    "left": N_("Left the count"),
}


@dataclass(frozen=True)
class Read:
    """What is compared, with the names of those who came and left."""

    compared: Compared
    words: Wording
    came: Sequence[Participant]
    left: Sequence[Participant]


class CompareDialog(Dialog):
    """Shows then, now and the difference of every figure that is not the same."""

    person_wanted = Signal(object)
    share_of_window = 0.75

    def __init__(self, parent: QWidget | None, desk: Desk, snapshot: Snapshot) -> None:
        self._words: Wording | None = None
        self.told = Label(wraps=True)
        self._measure, self._shown = "people", "figures"
        self._differences: tuple[Difference, ...] = ()
        self.views = Segments(_VIEWS, N_("What is shown"))
        self.measures = Segments(dict(MEASURES), N_("What is compared"))
        self.figures = Table(N_("Figures then and now"), self._figure_columns())
        self.came = Table(N_("Who came into the count"), _people_columns())
        self.left = Table(N_("Who left the count"), _people_columns())
        self._tables = {"figures": self.figures, "came": self.came, "left": self.left}
        self._nothing = Label(tone="muted", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for table in self._tables.values():
            table.setMinimumHeight(theme.px(_HEIGHT))
        shown = (self._nothing, *self._tables.values())
        body = column(self.told, self.views, self.measures, *shown, gap=12)
        for part in shown:
            body.setStretchFactor(part, 1)
        super().__init__(
            parent, Sentence("“{title}” compared with today", title=snapshot.title),
            holding(body), N_("Close"),
        )  # fmt: skip
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        self.views.choose("figures")
        self.views.chosen.connect(self._view)
        self.measures.choose(self._measure)
        self.measures.chosen.connect(self._measure_by)
        for table in (self.came, self.left):
            table.row_activated.connect(self._open)
        self._counts = dict.fromkeys(self._tables, 0)
        self._view("figures")
        desk.tasks.read(
            self, lambda: read_compared(desk.app, snapshot), self._show, key="compare",
            failed=self.refuse,
        )  # fmt: skip

    def _show(self, read: Read) -> None:
        self._words = read.words
        self._differences = read.compared.differences
        for name, people in (("came", read.came), ("left", read.left)):
            self._counts[name] = len(people)
            self._tables[name].show_rows(people)
        say(self.told, partial(_told, read.compared))
        if not read.compared.snapshot.is_intact:
            self.banner.show_text(
                N_("The frozen figures were changed after they were frozen: their checksum does "
                   "not fit. Do not rely on them; look for an untouched copy in a backup."), "bad"
            )  # fmt: skip
        self._measure_by(self._measure)

    def _measure_by(self, measure: str) -> None:
        self._measure = measure
        differs = [one for one in self._differences if _differs(one, measure)]
        self._counts["figures"] = len(differs)
        self.figures.show_rows(differs)
        self._view(self._shown)

    def _view(self, view: str) -> None:
        self._shown = view
        self.measures.setVisible(view == "figures")
        for name, table in self._tables.items():
            table.setVisible(name == view and self._counts[name] > 0)
        self._nothing.setVisible(not self._counts[view])
        say(self._nothing, _NOTHING[view])

    def _open(self, person: object) -> None:
        self.accept()
        self.person_wanted.emit(person)

    def _figure_columns(self) -> list[TableColumn]:
        return [
            TableColumn("group", N_("Group"), lambda one: self._group(one.key), 290, is_bold=True),
            TableColumn("then", N_("Then"), lambda one: self._number(one.then), 100),
            TableColumn("now", N_("Today"), lambda one: self._number(one.now), 100),
            TableColumn("difference", N_("Difference"), self._difference, 100),
        ]

    def _group(self, key: str) -> str:
        return in_chosen_digits(key, self._words.with_titles(key)) if self._words else ""

    def _number(self, tally: Tally | None) -> str:
        return digits("–" if tally is None else written(getattr(tally, self._measure)))

    def _difference(self, one: Difference) -> str:
        if one.then is None or one.now is None:
            return "–"
        return digits(with_sign(getattr(one.now, self._measure) - getattr(one.then, self._measure)))


_NOTHING = {
    "figures": N_("Every figure is the same today."),
    "came": N_("Nobody came into the count since then."),
    "left": N_("Nobody left the count since then."),
}


def read_compared(app: App, snapshot: Snapshot) -> Read:
    """Compare frozen figures with today's, and read the names of who came and left."""
    compared = app.frozen_figures.compare(snapshot)
    came, left = (_people(app, pairs) for pairs in (compared.came, compared.left))
    return Read(compared, app.indicators.words(), came, left)


def _people(app: App, pairs: Pairs) -> list[Participant]:
    return app.people.some([participation for _person, participation in pairs])


def _told(compared: Compared) -> str:
    told = Sentence(
        "{then} unique people then, {now} today: {came} participations came into the count, "
        "{left} left it.",
        then=written(compared.snapshot.indicators.total.people),
        now=written(compared.now.total.people),
        came=written(len(compared.came)),
        left=written(len(compared.left)),
    )
    return digits(str(told))


def _differs(one: Difference, measure: str) -> bool:
    if one.then is None or one.now is None:
        return one.then is not one.now
    return bool(getattr(one.then, measure) != getattr(one.now, measure))


def _people_columns() -> list[TableColumn]:
    return [
        TableColumn("name", N_("Name"), lambda one: one.name, 220, is_bold=True),
        TableColumn("organisation", N_("Organisation"), lambda one: one.organisation, 260),
    ]
