"""All breakdowns: the measure that is drawn, bars or tables, and a card for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.people.views import SEXES, WORDS
from bootcamp_app.features.reports.indicator_views import MEASURES, TITLES
from bootcamp_app.features.reports.indicator_words import title_of
from bootcamp_app.ui.kit.bar_key import BarKey
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.reports.indicators.breakdown_card import BreakdownCard
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.features.reports.indicator_views import Breakdown
    from bootcamp_app.ui.reports.indicators.said import Said
    from bootcamp_app.ui.words import Text

_BESIDE, _NEVER = 820, 100_000
_HIDDEN = N_("“<5” stands for a group of fewer than 5 people, “hidden” for one without which a "
             "small group could be worked out.")  # fmt: skip
_HINT = N_("Press a bar or a row, or Enter on it, to see who was counted and by which rule.")
_VIEWS: dict[str, Text] = {"bars": N_("Bars"), "table": N_("Table")}


class Breakdowns(QWidget):
    """Shows every breakdown of some figures; two things at once as tables only."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._said: Said | None = None
        self._measure, self._view, self._shown = "people", "bars", ""
        self.measures = Segments(dict(MEASURES), N_("What the bars count"))
        self.views = Segments(_VIEWS, N_("Bars or table"))
        self.key = BarKey([WORDS[sex] for sex in SEXES])
        self.cards = {name: self._card(name) for name in TITLES}
        self._blank = QWidget()
        self._blank.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._pairs = self._paired()
        self._held: tuple[str, ...] = tuple(self.cards)
        self._crossed = column()
        self._body = holding(column(*self._pairs, self._crossed))
        self._hidden = Label(lambda: digits(_(_HIDDEN)), size="small", tone="muted", wraps=True)
        self._build()

    def show_figures(self, said: Said) -> None:
        """Show these figures."""
        self._said = said
        self._hidden.setVisible(said.figures.is_public)
        self._show()

    def show_view(self, view: str) -> None:
        """Show bars or tables."""
        self._view = view
        self._show()

    def _build(self) -> None:
        self.measures.choose(self._measure)
        self.views.choose(self._view)
        self.measures.chosen.connect(self._measure_by)
        self.views.chosen.connect(self.show_view)
        choices = holding(Flow(self.views, self.measures, gap=12))
        hint = Label(_HINT, size="small", tone="muted", wraps=True)
        head = column(choices, self.key, hint, self._hidden, gap=8)
        self.setLayout(column(head, self._body))

    def _paired(self) -> list[SideBySide]:
        cards = list(self.cards.values())
        return [SideBySide(*cards[at : at + 2], needed=_BESIDE) for at in range(0, len(cards), 2)]

    def _card(self, name: str) -> BreakdownCard:
        made = BreakdownCard(TITLES[name] if name in TITLES else partial(title_of, name))
        made.opened.connect(self.opened)
        return made

    def _measure_by(self, measure: str) -> None:
        self._measure = measure
        self._show()

    def _show(self) -> None:
        if self._said is None:
            return
        is_table = self._view == "table"
        self.key.setVisible(not is_table)
        self.measures.setVisible(not is_table)
        known = {one.id: one for one in self._said.figures.breakdowns}
        if self._view != self._shown:
            # Where what is around a card is seen, each one shown or hidden has all laid out anew.
            self._body.hide()
            self._shown = self._view
        for pair in self._pairs:
            pair.need(_NEVER if is_table else _BESIDE)
        for name, card in self.cards.items():
            self._show_card(card, known.get(name))
        self._pair(tuple(name for name in TITLES if not self.cards[name].isHidden()))
        self._body.show()
        self._add_crossed()

    def _pair(self, shown: tuple[str, ...]) -> None:
        """Have those that are shown side by side; one that is left over is no wider than they."""
        if shown == self._held:
            return
        self._held = shown
        hidden = [self.cards[name] for name in TITLES if name not in shown]
        cards: list[QWidget] = [self.cards[name] for name in shown]
        cards += [*([self._blank] if len(cards) % 2 else []), *hidden]
        for at, pair in enumerate(self._pairs):
            held = cards[2 * at : 2 * at + 2]
            pair.hold(*held)
            pair.setVisible(any(not one.isHidden() for one in held))

    def _show_card(self, card: BreakdownCard, breakdown: Breakdown | None) -> None:
        is_table = self._view == "table"
        is_shown = breakdown is not None and _says_something(breakdown, is_table=is_table)
        card.setVisible(is_shown)
        if not is_shown or breakdown is None or self._said is None:
            return
        if is_table:
            card.show_table(breakdown, self._said)
        else:
            card.show_breakdown(breakdown, self._said, self._measure)

    def _add_crossed(self) -> None:
        """Make the next card of two things at once, where tables are looked at.

        One at a time, and what a person does meanwhile in between: there are many.
        """
        if self._view != "table" or self._said is None:
            return
        for breakdown in self._said.figures.breakdowns:
            if breakdown.id not in self.cards:
                made = self.cards[breakdown.id] = self._card(breakdown.id)
                self._crossed.addWidget(made)
                self._show_card(made, breakdown)
                QTimer.singleShot(0, self, self._add_crossed)
                return


def _says_something(breakdown: Breakdown, *, is_table: bool) -> bool:
    """Say whether a breakdown has more than one group, as one programme alone would not."""
    if "&" in breakdown.id and not is_table:
        return False
    return len(breakdown.figures) > (1 if breakdown.id == "programme" else 0)
