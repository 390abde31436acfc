"""The teams side by side, a page of them at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding, row
from bootcamp_app.ui.teams.team_card import RestCard, TeamCard
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from bootcamp_app.features.teams.roster import Roster
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.teams.member_list import MemberList

ON_A_PAGE = 24
"""So many teams are shown at once; a hall has hardly more tables."""


class TeamBoard(QWidget):
    """Shows cards, and passes on what somebody wants of them."""

    dropped = Signal(list, object)
    asked = Signal(list, object)
    wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._roster: Roster | None = None
        self._found: list[Team] = []
        self._search = ""
        self._first = 0
        self._may_change = True
        self.cards: list[TeamCard] = []
        self.rest: RestCard | None = None
        self._flow = Flow(gap=GAP)
        self._nobody = Label(N_("No team and nobody is called so."), tone="muted", wraps=True)
        self.earlier = button(
            N_("Earlier teams"), partial(self._turn, -1), icon_name="chevron-left"
        )
        self.later = button(N_("Later teams"), partial(self._turn, 1), icon_name="chevron-right")
        self._where = Label(tone="muted")
        self._pager = holding(row(self.earlier, self._where, self.later, 1))
        self.setLayout(column(self._nobody, holding(self._flow), self._pager, 1, gap=GAP))
        self._nobody.hide()
        self._pager.hide()

    def show_roster(self, roster: Roster, search: str, *, may_change: bool) -> None:
        """Show the teams that a search finds, by their names or by who is in them."""
        if search != self._search:
            self._first = 0
        self._roster, self._search, self._may_change = roster, search, may_change
        key = comparison_key(search)
        self._found = [team for team in roster.teams if not key or _is_meant(roster, team, key)]
        self._first = min(self._first, max(len(self._found) - 1, 0) // ON_A_PAGE * ON_A_PAGE)
        self._draw()

    def list_of(self, label: str) -> MemberList | None:
        """Give the list of a team that is shown."""
        return next((card.list for card in self.cards if card.team.label == label), None)

    def _turn(self, by: int) -> None:
        self._first += by * ON_A_PAGE
        self._draw()
        if self.cards:
            self.cards[0].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        roster = self._roster
        if roster is None:
            return
        while self._flow.takeAt(0) is not None:
            pass
        earlier, self.cards = {card.team.label: card for card in self.cards}, []
        if self.rest is not None:
            self.rest.hide()
            self.rest.deleteLater()
            self.rest = None
        key = comparison_key(self._search)
        without = [one for one in roster.without if key in roster.keys[one.id]]
        if without and self._may_change:
            self.rest = RestCard(without)
            self.rest.dropped.connect(self.dropped)
            self.rest.asked.connect(self.asked)
            self._flow.addWidget(self.rest)
        for team in self._found[self._first : self._first + ON_A_PAGE]:
            card = earlier.pop(team.label, None)
            if card is None or not card.shows(team, roster, may_change=self._may_change):
                if card is not None:
                    earlier[team.label] = card
                card = self._made(team, roster)
            self._flow.addWidget(card)
            card.show()
            self.cards.append(card)
        for gone in earlier.values():
            gone.hide()
            gone.deleteLater()
        number = len(self._found)
        self._nobody.setVisible(not number and not without)
        self._pager.setVisible(number > ON_A_PAGE)
        last = min(self._first + ON_A_PAGE, number)
        say(self._where, partial(_where, self._first + 1, last, number))
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(last < number)

    def _made(self, team: Team, roster: Roster) -> TeamCard:
        card = TeamCard(team, roster.of(team), roster.balance(team), may_change=self._may_change)
        card.dropped.connect(self.dropped)
        card.asked.connect(self.asked)
        card.wanted.connect(self.wanted)
        return card


def _where(first: int, last: int, number: int) -> str:
    said = _("Teams {first}–{last} of {number}")
    return said.format(first=digits(first), last=digits(last), number=digits(number))


def _is_meant(roster: Roster, team: Team, key: str) -> bool:
    names = (team.label, team.name_km, team.name_en)
    return any(key in comparison_key(name) for name in names) or any(
        key in roster.keys[one.id] for one in roster.of(team)
    )
