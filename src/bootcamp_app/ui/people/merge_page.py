"""Who is who: people who may be one, side by side; a person decides, never the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.people.views import PeopleMerged, PeopleToldApart
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.kit.table import Table, TableColumn
from bootcamp_app.ui.people.acts import Acts
from bootcamp_app.ui.people.merge_card import MEANINGS, STRENGTHS, MergeCard, why_of
from bootcamp_app.ui.people.merge_fields import NAMELESS
from bootcamp_app.ui.people.working import Working
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.comparing import Comparison, Named, Pair
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Progress

_NEEDED, _LIST_HEIGHT = 980, 220


class MergeView(QWidget):
    """Shows who may be one, and two of them side by side; or only the two that were chosen."""

    left = Signal()
    """Somebody wants back to the list of people."""
    said = Signal(object, str)

    def __init__(
        self, desk: Desk, bootcamp: Bootcamp, chosen: tuple[str, str] | None = None
    ) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._chosen = chosen
        self._done = Acts(desk)
        self.pairs: list[Pair] = []
        """Those that still wait for somebody to decide."""
        self.comparison: Comparison | None = None
        self.banner = Banner()
        self.working = Working()
        self.counts = Label(tone="muted", wraps=True)
        self.table = Table(N_("People who may be one"), _columns())
        self.card = MergeCard()
        self.back = button(N_("Back"), self.leave, icon_name="chevron-left")
        self._build()
        self._connect()
        self.look_again()

    def look_again(self) -> None:
        """Look who may be one, or look at the two who were chosen."""
        self._show_only(None)
        if self._chosen is not None:
            self._compare(*self._chosen)
            return
        twins, bootcamp = self._desk.app.twins, self._bootcamp

        def work(step: Progress) -> list[Pair]:
            return twins.candidates(bootcamp, step)

        title = N_("Looking for people who may be one")
        job = Job(work, self._go_on, self._refuse, title)
        self.working.follow(self._desk.tasks.long(self, job), title)

    def merge(self) -> None:
        """Make one person of the two, as was chosen."""
        shown, chosen = self.comparison, self.card.fields.chosen()
        if shown is None:
            return
        twins, keep, other = self._desk.app.twins, shown.keep.person, shown.other.person
        self._write(
            lambda: twins.merge(keep.person_id, other.person_id, chosen),
            lambda: self._was_merged(other),
        )

    def tell_apart(self) -> None:
        """Keep in mind that the two are two."""
        if self.comparison is not None:
            twins, (first, second) = self._desk.app.twins, _ids(self.comparison)
            self._write(
                lambda: twins.not_the_same(first, second),
                lambda: self._were_told_apart({first, second}),
            )

    def decide_later(self) -> None:
        """Leave the two for later and go on with the next."""
        shown = set(_ids(self.comparison)) if self.comparison else set()
        later = [pair for pair in self.pairs if _members(pair) == shown]
        self._go_on([pair for pair in self.pairs if pair not in later] + later)

    def leave(self) -> None:
        """Stop what is under way and go back to the people."""
        self.working.cancel()
        self.left.emit()

    def _write(self, work: Callable[[], object], done: Callable[[], object]) -> None:
        self.card.wait(is_waiting=True)
        self.banner.hide()
        self._desk.tasks.write(self, work, lambda _answer: done(), self._refuse)

    def _was_merged(self, other: Named) -> None:
        self.said.emit(N_("They are one person now."), self._done.latest(PeopleMerged))
        self._go_on([pair for pair in self.pairs if other.person_id not in _members(pair)])

    def _were_told_apart(self, ids: set[str]) -> None:
        told = N_("They stay two people. You will not be asked again.")
        self.said.emit(told, self._done.latest(PeopleToldApart))
        self._go_on([pair for pair in self.pairs if _members(pair) != ids])

    def _go_on(self, pairs: list[Pair]) -> None:
        """Show the pairs that are left, the first of them in full."""
        if self._chosen is not None:
            self.leave()
            return
        self.pairs = pairs
        self.comparison = None
        self.table.show_rows(pairs)
        say(self.counts, lambda: _counted(len(pairs)))
        self._show_only(self.sides if pairs else self.empty)
        if pairs:
            self.table.selectRow(0)
            self._choose(pairs[0])
            self.table.setFocus()
        else:
            self.back.setFocus()

    def _choose(self, pair: Pair | None) -> None:
        if pair is not None:
            self._compare(pair.first.person_id, pair.second.person_id)

    def _compare(self, first: str, second: str) -> None:
        twins = self._desk.app.twins
        self.card.wait(is_waiting=True)
        task = self._desk.tasks.read(
            self, lambda: twins.compare(first, second), self._show, key="compare"
        )
        task.refused.connect(lambda _who, refusal: self._refuse(refusal))

    def _show(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.card.show_comparison(comparison)
        if comparison.obstacle is not None:
            self.banner.show_text(comparison.obstacle, "warning")
        else:
            self.banner.hide()
        if self._chosen is not None:
            self._show_only(self.sides)
            self.card.merge.setFocus()

    def _refuse(self, refusal: Refusal) -> None:
        self.card.wait(is_waiting=False)
        if isinstance(refusal, Cancelled):
            self._show_only(self.stopped)
        else:
            self.banner.refuse(refusal)

    def _hear(self, fact: object) -> None:
        # What was merged or told apart here was taken off the list already.
        if isinstance(fact, RecordsUndone) and not self.working.is_busy:
            self.look_again()

    def _build(self) -> None:
        self.list = Card("", self.table)
        self.list.body.setContentsMargins(1, 1, 1, 1)
        self.sides = SideBySide(
            self.list, holding(column(self.card, 1)), needed=_NEEDED, shares=(2, 3)
        )
        if self._chosen is not None:
            self.list.hide()
        self.empty = EmptyState(
            "check-circle",
            N_("Nobody seems to be listed twice"),
            N_("You can still mark any two people in the list and compare them."),
        )
        self.stopped = EmptyState(
            "search",
            N_("The search was stopped"),
            N_("Nothing was changed."),
            button(N_("Look again"), self.look_again),
        )
        head = row(self.back, self.counts, 1)
        head.setStretch(1, 1000)
        parts = (self.sides, self.empty, self.stopped)
        whole = column(head, self.banner, self.working, *parts, 1, gap=12)
        whole.setStretch(3, 1000)
        self.setLayout(whole)
        theme.changed.connect(self._scale)
        self._scale()

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._choose)
        self.card.merge_wanted.connect(self.merge)
        self.card.apart_wanted.connect(self.tell_apart)
        self.card.later_wanted.connect(self.decide_later)
        self._desk.bridge.happened.connect(self._hear)

    def _show_only(self, shown: QWidget | None) -> None:
        for part in (self.sides, self.empty, self.stopped):
            part.setVisible(part is shown)
        self.counts.setVisible(shown is self.sides and self._chosen is None)

    def _scale(self) -> None:
        self.table.setMinimumHeight(theme.px(_LIST_HEIGHT))


def _ids(comparison: Comparison) -> tuple[str, str]:
    return comparison.keep.person.person_id, comparison.other.person.person_id


def _members(pair: Pair) -> set[str]:
    return {pair.first.person_id, pair.second.person_id}


def _columns() -> list[TableColumn]:
    return [
        TableColumn("who", N_("Two people"), _two_names, 215, is_bold=True),
        TableColumn(
            "strength",
            N_("One person?"),
            lambda pair: _(STRENGTHS[pair.likeness.strength]),
            140,
            meaning=lambda pair: MEANINGS[pair.likeness.strength],
        ),
        TableColumn("why", N_("Why"), lambda pair: why_of(pair.likeness), 260),
    ]


def _two_names(pair: Pair) -> str:
    names = (one.name or _(NAMELESS) for one in (pair.first, pair.second))
    return " / ".join(dict.fromkeys(names))


def _counted(pairs: int) -> str:
    return ngettext(
        "{n} pair of people who may be one", "{n} pairs of people who may be one", pairs
    ).format(n=digits(pairs))
