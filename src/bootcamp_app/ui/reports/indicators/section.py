"""The indicators of a bootcamp, a programme or everything: drawn, opened, frozen and compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.bootcamps.views import BootcampChanged, BootcampMade, SessionsChanged
from bootcamp_app.features.people.views import PeopleMerged
from bootcamp_app.features.reports.indicator_views import FiguresFrozen
from bootcamp_app.features.reports.views import Choice
from bootcamp_app.ui.attendance.who_is_there import WHO_IS_THERE
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.pace import Pace
from bootcamp_app.ui.reports.indicators.behind_dialog import BehindDialog
from bootcamp_app.ui.reports.indicators.big_figures import BigFigures
from bootcamp_app.ui.reports.indicators.breakdowns import Breakdowns
from bootcamp_app.ui.reports.indicators.freeze_dialog import FreezeDialog
from bootcamp_app.ui.reports.indicators.frozen_card import FrozenCard
from bootcamp_app.ui.reports.indicators.said import Said
from bootcamp_app.ui.reports.indicators.scope_card import ScopeCard
from bootcamp_app.ui.reports.section import Section
from bootcamp_app.ui.words import clock_time, say

if TYPE_CHECKING:
    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp, Programme
    from bootcamp_app.features.reports.indicator_views import Indicators
    from bootcamp_app.ui.desk import Desk

    Found = tuple[list[Bootcamp], list[Programme]]

_ACTS_BESIDE = 820
_OF_CONCERN = (*WHO_IS_THERE, PeopleMerged, BootcampMade, BootcampChanged, SessionsChanged)


class IndicatorsSection(Section):
    """Counts what is asked beside the window and shows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pace = Pace(self)
        self._counted: Indicators | None = None
        self.scope = ScopeCard(desk.app.clock.now().date())
        self.figures = BigFigures()
        self.breakdowns = Breakdowns()
        self.frozen = FrozenCard(desk)
        self.banner, self.problem = Banner(), Banner(may_close=False)
        self._counted_at = Label(size="small", tone="muted", wraps=True)
        self._build()
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the section is shown."""
        self.reload()

    def reload(self) -> None:
        """Read what can be counted, and count anew."""
        app = self.desk.app
        self.desk.tasks.read(
            self, lambda: (app.bootcamps.all(), app.programmes.all()), self._offer, key="known"
        )
        self.frozen.reload()

    def count(self) -> None:
        """Count what is chosen."""
        app, scope, is_public = self.desk.app, self.scope.scope, self.scope.is_public

        def work() -> Said:
            return Said(app.indicators.count(scope, is_public=is_public), app.indicators.words())

        self.desk.tasks.read(self, work, self._show, key="indicators", failed=self._refuse)

    def open_figure(self, key: str) -> None:
        """Show whom a figure was counted from, and by which rule."""
        if self._counted is None:
            return
        if self._is_hidden(key):
            self.banner.show_text(
                N_("This group is hidden in the public version. Leave the public version to see "
                   "who is in it.")
            )  # fmt: skip
            return
        shown = BehindDialog(self, self.desk, self._counted.scope, key)
        shown.person_wanted.connect(self.desk.person_wanted)
        shown.open()

    def freeze(self) -> None:
        """Keep these figures as they are now, under a title."""
        if self._counted is not None:
            shown = FreezeDialog(
                self, self.desk, self._counted.scope, is_public=self._counted.is_public
            )
            shown.frozen.connect(self._say_frozen)
            shown.open()

    def show_frozen(self) -> None:
        """Bring the frozen figures into view."""
        bring_into_view(self.frozen)
        self.frozen.table.setFocus()

    def _build(self) -> None:
        frozen = button(N_("Frozen figures"), self.show_frozen, kind="link")
        freeze = button(N_("Freeze figures…"), self.freeze, icon_name="lock")
        files = button(N_("Files of the indicators"), self._open_files, icon_name="download")
        acts = holding(Flow(frozen, files, freeze, gap=12, is_right=True))
        self._acts = SideBySide(self._counted_at, acts, needed=_ACTS_BESIDE, shares=(1, 2))
        self._nobody = EmptyState(
            "chart",
            N_("Nobody has been counted here yet"),
            N_("Figures come from attendance: who was present or late at a session counts. Choose "
               "other days or another bootcamp above, or open the door."),
            button(N_("Open the door"), lambda: self.wanted.emit("attendance"), icon_name="door"),
        )  # fmt: skip
        self._nobody.hide()
        self._shown = holding(column(self.figures, self.breakdowns, gap=20))
        self._shown.hide()
        self.setLayout(
            column(self.scope, self.banner, self.problem, self._acts, self._nobody, self._shown,
                   self.frozen, 1, gap=16)
        )  # fmt: skip

    def _connect(self) -> None:
        self.scope.changed.connect(self.count)
        self.figures.opened.connect(lambda: self.open_figure("all"))
        self.breakdowns.opened.connect(self.open_figure)
        self.frozen.person_wanted.connect(self.desk.person_wanted)
        self.desk.bootcamps_changed.connect(self._pace.ask)
        self.desk.bootcamp_chosen.connect(lambda _bootcamp: self._reload_if_seen())
        self.desk.bridge.happened.connect(self._hear)
        self._pace.due.connect(self._reload_if_seen)

    def _offer(self, found: Found) -> None:
        self.scope.offer(*found)
        self.scope.follow(self.desk.bootcamp)
        self.count()

    def _show(self, said: Said) -> None:
        self._counted = said.figures
        self.problem.hide()
        has_people = bool(said.figures.total.participations)
        self._nobody.setVisible(not has_people)
        self._shown.setVisible(has_people)
        self._acts.setVisible(has_people)
        say(self._counted_at, partial(_counted_at, self.desk, said.figures))
        self.figures.show_total(said.figures.total)
        self.breakdowns.show_figures(said)

    def _open_files(self) -> None:
        scope, is_public = self.scope.scope, self.scope.is_public
        choice = Choice(
            scope.bootcamps,
            programme=scope.programme,
            first=scope.first,
            last=scope.last,
            with_personal_data=not is_public,
            options={"public": "yes" if is_public else "no"},
        )
        self.report_wanted.emit("indicators", choice)

    def _refuse(self, refusal: Refusal) -> None:
        self._counted = None
        for part in (self._nobody, self._shown, self._acts):
            part.hide()
        self.problem.refuse(refusal)

    def _is_hidden(self, key: str) -> bool:
        assert self._counted is not None
        return any(
            figure.key == key and figure.tally is None
            for breakdown in self._counted.breakdowns
            for figure in breakdown.figures
        )

    def _say_frozen(self, title: str) -> None:
        self.banner.show_text(Sentence("“{title}” is frozen. It stands in the list below.",
                                       title=title), "good")  # fmt: skip

    def _hear(self, fact: object) -> None:
        if isinstance(fact, FiguresFrozen):
            self.frozen.reload()
        elif isinstance(fact, _OF_CONCERN):
            self._pace.ask()

    def _reload_if_seen(self) -> None:
        if self.isVisible():
            self.reload()


def _counted_at(desk: Desk, figures: Indicators) -> str:
    """Say when it was counted, in the time of the place."""
    zone = desk.bootcamp.zone if desk.bootcamp is not None else None
    at = figures.counted_at.astimezone(zone)
    told = f"{days_in_words(at.date())}, {clock_time(at)}"
    return str(Sentence("Counted on {when}.", when=told))
