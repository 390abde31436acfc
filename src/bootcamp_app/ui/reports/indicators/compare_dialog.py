"""Frozen figures beside today's: what is different, who came into the count and who left it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.core.numbers import with_sign, written
from bootcamp_app.features.reports.indicator_views import MEASURES, Compared, Difference, Tally
from bootcamp_app.ui.kit.bar_chart import HIDDEN
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.indicator_views import Snapshot
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
    words: Callable[[str], str]
    came: Sequence[Participant]
    left: Sequence[Participant]


class CompareDialog(Dialog):
    """Shows then, now and the difference of every figure that is not the same."""

    person_wanted = Signal(object)
    share_of_window = 0.75

    def __init__(self, parent: QWidget | None, desk: Desk, snapshot: Snapshot) -> None:
        self._words: Callable[[str], str] = str
        self.told = Label(wraps=True)
        self.views = Segments(_VIEWS, N_("What is shown"))
        self.figures = Table(N_("Figures then and now"), self._figure_columns())
        self.came = Table(N_("Who came into the count"), _people_columns())
        self.left = Table(N_("Who left the count"), _people_columns())
        self._tables = {"figures": self.figures, "came": self.came, "left": self.left}
        self._nothing = Label(tone="muted", wraps=True)
        for table in self._tables.values():
            table.setMinimumHeight(theme.px(_HEIGHT))
        body = column(self.told, self.views, self._nothing, *self._tables.values(), 1, gap=12)
        super().__init__(
            parent, Sentence("“{title}” compared with today", title=snapshot.title),
            holding(body), N_("Close"),
        )  # fmt: skip
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        self.views.choose("figures")
        self.views.chosen.connect(self._view)
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
        shown = {"figures": read.compared.differences, "came": read.came, "left": read.left}
        self._counts = {name: len(rows) for name, rows in shown.items()}
        for name, rows in shown.items():
            self._tables[name].show_rows(rows)
        say(self.told, partial(_told, read.compared))
        if not read.compared.snapshot.is_intact:
            self.banner.show_text(
                N_("The frozen figures were changed after they were frozen: their checksum does "
                   "not fit. Do not rely on them; look for an untouched copy in a backup."), "bad"
            )  # fmt: skip
        self._view("figures")

    def _view(self, view: str) -> None:
        for name, table in self._tables.items():
            table.setVisible(name == view and self._counts[name] > 0)
        self._nothing.setVisible(not self._counts[view])
        say(self._nothing, _NOTHING[view])

    def _open(self, person: object) -> None:
        self.accept()
        self.person_wanted.emit(person)

    def _figure_columns(self) -> list[TableColumn]:
        return [
            TableColumn("group", N_("Group"), lambda one: self._words(one.key), 220, is_bold=True),
            *(
                TableColumn(name, title, partial(_then_and_now, name), 150)
                for name, title in MEASURES.items()
            ),
        ]


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


def _then_and_now(measure: str, one: Difference) -> str:
    then, now = (_number(tally, measure) for tally in (one.then, one.now))
    if then == now:
        return digits(then)
    changed = ""
    if one.then is not None and one.now is not None:
        changed = f" ({with_sign(getattr(one.now, measure) - getattr(one.then, measure))})"
    return digits(f"{then} → {now}{changed}")


def _number(tally: Tally | None, measure: str) -> str:
    return HIDDEN if tally is None else written(getattr(tally, measure))


def _people_columns() -> list[TableColumn]:
    return [
        TableColumn("name", N_("Name"), lambda one: one.name, 220, is_bold=True),
        TableColumn("organisation", N_("Organisation"), lambda one: one.organisation, 260),
    ]
