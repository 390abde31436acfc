"""The teams side by side, a page of them at a time."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding, row
from bootcamp_app.ui.teams.team_card import RestCard, TeamCard
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.teams.roster import Roster
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.teams.member_list import MemberList

_AT_ONCE = 3
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
        self._known: dict[str, TeamCard] = {}
        self._waiting: deque[Team] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._lay_some)
        self.rest = RestCard()
        self._flow = Flow(self.rest, gap=GAP)
        self._nobody = Label(N_("No team and nobody is called so."), tone="muted", wraps=True)
        self.earlier = button(
            N_("Earlier teams"), partial(self._turn, -1), icon_name="chevron-left"
        )
        self.later = button(N_("Later teams"), partial(self._turn, 1), icon_name="chevron-right")
        self._where = Label(tone="muted")
        self._pager = holding(row(self.earlier, self._where, self.later, 1))
        self.setLayout(column(self._nobody, holding(self._flow), self._pager, 1, gap=GAP))
        for part in (self._nobody, self._pager, self.rest):
            part.hide()
        self.rest.dropped.connect(self.dropped)
        self.rest.asked.connect(self.asked)

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
        key = comparison_key(self._search)
        without = [one for one in roster.without if key in roster.keys[one.id]]
        has_rest = bool(without) and self._may_change
        if has_rest:
            self.rest.show_people(without)
        self.rest.setVisible(has_rest)
        self._forget_gone(roster)
        number = len(self._found)
        last = min(self._first + ON_A_PAGE, number)
        self._lay(self._found[self._first : last])
        self._nobody.setVisible(not number and not without)
        self._pager.setVisible(number > ON_A_PAGE)
        say(self._where, partial(_where, self._first + 1, last, number))
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(last < number)

    def _forget_gone(self, roster: Roster) -> None:
        there = {team.label for team in roster.teams}
        for label in [label for label in self._known if label not in there]:
            gone = self._known.pop(label)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _lay(self, teams: Sequence[Team]) -> None:
        """Have cards for these teams in their order; others only hide, for they are soon wanted."""
        shown = {team.label for team in teams}
        for label, card in self._known.items():
            if label not in shown:
                card.hide()
        self.cards = []
        self._waiting = deque(teams)
        self._lay_some()

    def _lay_some(self) -> None:
        """Lay a few new cards, and all that are there: many new ones at once take too long."""
        roster, rest = self._roster, _AT_ONCE
        while roster is not None and self._waiting:
            team = self._waiting[0]
            card = self._known.get(team.label)
            if card is None and not rest:
                self._next.start()
                return
            if card is None:
                rest -= 1
                card = self._known[team.label] = self._made(team)
            self._waiting.popleft()
            # What has its place already is dressed once and not again.
            self._put(card)
            card.show_team(team, roster, may_change=self._may_change)
            card.show()

    def _put(self, card: TeamCard) -> None:
        at = len(self.cards) + 1
        self.cards.append(card)
        there = self._flow.itemAt(at)
        if there is None or there.widget() is not card:
            self._flow.put(at, card)
            # Tab follows the cards as they lie.
            before = self.cards[-2] if at > 1 else self.rest
            QWidget.setTabOrder(before.list, card.menu)
            QWidget.setTabOrder(card.menu, card.list)

    def _made(self, team: Team) -> TeamCard:
        card = TeamCard(team)
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
