"""The canvases that there are, by phase, searched as one types."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.canvases.catalogue import is_meant
from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.ui.canvases.canvas_pictures import CanvasPictures
from bootcamp_app.ui.canvases.template_card import TemplateCard
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, SMALL, Flow, column
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.ui.tasks import Tasks
    from bootcamp_app.ui.words import Text

_MINUTES = (20, 30, 45)
_SEARCH, _CHOICE = 300, 190


class GalleryList(QWidget):
    """Shows a card for each canvas under the heading of its phase, and one's own below."""

    opened = Signal(object)
    """The TemplateCard that was pressed."""
    kit_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._pictures = CanvasPictures(tasks, self)
        self.search = SearchField(N_("Search canvases"))
        self.minutes = ChoiceField(
            [("0", N_("However long")), *((str(one), partial(_up_to, one)) for one in _MINUTES)]
        )
        self.kit = button(N_("Room kit…"), self.kit_wanted.emit, icon_name="printer")
        self.take_in = button(
            N_("From a file…"), self.file_wanted.emit, kind="quiet", icon_name="import"
        )
        self._none = Label(
            N_("No canvas is meant. Search for another word, or allow more minutes."),
            tone="muted",
            wraps=True,
        )
        by_phase = groupby(templates().values(), key=lambda one: one.phase)
        self._phases = [
            _Part(partial(_phase, key), [self._card(one) for one in found])
            for key, found in by_phase
        ]
        self._own = _Part(N_("Ours"), [])
        self._build()
        self._find()

    @property
    def cards(self) -> list[TemplateCard]:
        """The card of each canvas, one's own last."""
        return [card for part in (*self._phases, self._own) for card in part.cards]

    def show_own(self, own: Iterable[Template]) -> None:
        """Show these canvases as those that somebody made here."""
        found = list(own)
        if [card.template for card in self._own.cards] != found:
            self._own.show_cards([self._card(one) for one in found])
        self._find()

    def card_of(self, name: str) -> TemplateCard | None:
        """Give the card of a canvas by its id."""
        return next((card for card in self.cards if card.template.id == name), None)

    def _card(self, template: Template) -> TemplateCard:
        card = TemplateCard(template, self._pictures)
        card.clicked.connect(lambda _on=False: self.opened.emit(card))
        return card

    def _build(self) -> None:
        teams = Label(
            N_(
                "Each team writes its name on its canvas. Print one canvas a team, as large as "
                "the wall allows; A1 suits eight people standing."
            ),
            tone="muted",
            wraps=True,
        )
        say(self.minutes, N_("How long it takes"), "setAccessibleName")
        doing = Flow(self.search, self.minutes, self.kit, self.take_in, gap=SMALL)
        self.setLayout(column(teams, doing, self._none, *self._phases, self._own, 1, gap=GAP))
        self.search.searched.connect(lambda _text: self._find())
        self.minutes.changed.connect(self._find)
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.search.setMinimumWidth(theme.px(_SEARCH))
        self.minutes.setMinimumWidth(theme.px(_CHOICE))

    def _find(self) -> None:
        text, most = self.search.text(), int(self.minutes.key)
        parts = (*self._phases, self._own)
        found = [part.show_found(text, most) for part in parts]
        self._none.setVisible(not any(found))


class _Part(QWidget):
    """A heading, and the cards below it."""

    def __init__(self, heading: Text, cards: list[TemplateCard]) -> None:
        super().__init__()
        self.cards: list[TemplateCard] = []
        self._flow = Flow(gap=GAP)
        self.setLayout(column(Label(heading, size="heading"), self._flow, gap=SMALL))
        self.show_cards(cards)

    def show_cards(self, cards: list[TemplateCard]) -> None:
        """Show these cards in place of the others."""
        for card in self.cards:
            self._flow.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        for card in cards:
            self._flow.addWidget(card)

    def show_found(self, text: str, most: int) -> bool:
        """Show those that are meant, and say whether any is."""
        for card in self.cards:
            card.setVisible(is_meant(card.template, text, most))
        is_any = any(not card.isHidden() for card in self.cards)
        self.setVisible(is_any)
        return is_any


def _phase(key: str) -> str:
    return str(PHASES[key])


def _up_to(minutes: int) -> str:
    told = ngettext("Up to {n} minute", "Up to {n} minutes", minutes)
    return told.format(n=digits(minutes))
