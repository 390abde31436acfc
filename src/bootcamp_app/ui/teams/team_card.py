"""One team: its colour and names, its people, and how it stands beside the ideal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.share_bar import ShareBar
from bootcamp_app.ui.people.clearing import clear
from bootcamp_app.ui.teams.member_list import MemberList
from bootcamp_app.ui.teams.words import SHOWN, people_in_words, uneven, value_in_words
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from bootcamp_app.features.teams.measuring import Balance, Share
    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.words import Text

_WIDTH, _STRIPE = 320, 6
_MOST = 200
"""So many people are shown in one list; more are found by searching."""


class _PeopleCard(Card):
    """A card with a list of people, which says how many of them are not shown."""

    dropped = Signal(list, object)
    """Participation ids, and the Team into which they are to go; None takes them out of theirs."""
    asked = Signal(list, object)
    """Participation ids, and the list in which they are marked."""

    def __init__(self, heading: Text, *parts: QWidget) -> None:
        self.team: Team | None = None
        self.list = MemberList()
        self.more = Label(size="small", tone="muted", wraps=True)
        super().__init__(heading, *parts, self.list, self.more, 1, gap=10)
        self.body.setContentsMargins(14, 12, 14, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.list.dropped.connect(lambda ids: self.dropped.emit(ids, self.team))
        self.list.asked.connect(lambda ids: self.asked.emit(ids, self.list))
        theme.changed.connect(self._scale)
        self._scale()

    def show_people(self, mates: Sequence[Mate]) -> None:
        """Show people, as many as can be looked over."""
        self.list.show_mates(mates[:_MOST])
        rest = len(mates) - _MOST
        self.more.setVisible(rest > 0)
        say(self.more, partial(_more, rest) if rest > 0 else "")

    def _scale(self) -> None:
        self.setFixedWidth(theme.px(_WIDTH))


class TeamCard(_PeopleCard):
    """Shows a team, and tells who was dropped on it and what somebody wants of it.

    It stays the same card while people come and go, so that the keys and marks stay where they are.
    """

    wanted = Signal(str, object)
    """`change`, `lists`, `signs` or `remove`, and the Team."""

    def __init__(self, team: Team) -> None:
        self._shown: tuple[Team, list[Mate], Balance, bool] | None = None
        self._said: list[Sentence] = []
        self.menu = MenuButton(N_("More"), kind="quiet")
        self.pills: list[Pill] = []
        self._name = Label(size="heading", wraps=True)
        self._second = Label(size="small", tone="muted", wraps=True)
        self._count = Label(size="small", tone="muted")
        self._stripe = _Stripe()
        self._bars = {trait: ShareBar(title) for trait, title in SHOWN.items()}
        self._uneven = Flow(gap=SMALL)
        self._warnings = holding(self._uneven)
        names = column(self._name, self._second, self._count, gap=0)
        head = row(self._stripe, names, self.menu)
        head.setStretch(1, 1)
        head.setAlignment(self.menu, Qt.AlignmentFlag.AlignTop)
        super().__init__("", holding(head), *self._bars.values(), self._warnings)
        self.team: Team = team
        self._offer()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as its words need at its width, and all its people."""
        width = theme.px(_WIDTH)
        return QSize(width, self.body.totalHeightForWidth(width))

    def show_team(self, team: Team, roster: Roster, *, may_change: bool) -> None:
        """Show a team as it is now."""
        mates, balance = roster.of(team), roster.balance(team)
        if self._shown == (team, mates, balance, may_change):
            return
        self._shown = (team, mates, balance, may_change)
        self.team = team
        say(self._name, lambda: str(team))
        say(self._second, lambda: team.second)
        say(self._count, lambda: people_in_words(len(mates)))
        say(self, lambda: _("Team {name}").format(name=str(team)), "setAccessibleName")
        say(self.list, partial(_people_of, team), "setAccessibleName")
        say(self.menu, Sentence("More about team {name}", name=team), "setAccessibleName")
        self._stripe.show_shade(team.shade)
        self.menu.setVisible(may_change)
        self.list.let_change(may_change=may_change)
        self._show_balance(balance)
        self.show_people(mates)

    def _offer(self) -> None:
        wants = (
            ("change", N_("Name and colour…"), "edit"),
            ("lists", N_("Print the list"), "printer"),
            ("signs", N_("Print the table sign"), "printer"),
            ("remove", N_("Remove this team"), "trash"),
        )
        for key, text, icon_name in wants:
            self.menu.offer(key, text, partial(self._want, key), icon_name)

    def _want(self, what: str) -> None:
        self.wanted.emit(what, self.team)

    def _show_balance(self, balance: Balance) -> None:
        said: list[Sentence] = []
        for trait, bar in self._bars.items():
            shares = balance.get(trait, {})
            bar.setVisible(len(shares) > 1)
            if len(shares) < 2:
                continue
            bar.show_parts(
                [(partial(value_in_words, trait, one), share.number)
                 for one, share in shares.items()],
                [share.ideal for share in shares.values()],
            )  # fmt: skip
            say(bar, partial(_beside_ideal, trait, shares), "setToolTip")
            said += uneven(trait, shares)
        if said != self._said:
            self._said = said
            clear(self._uneven)
            self.pills = [Pill(one, "warning", "alert") for one in said]
            for pill in self.pills:
                self._uneven.addWidget(pill)
        self._warnings.setVisible(bool(said))


class RestCard(_PeopleCard):
    """Those who are in no team; whoever is dropped here leaves theirs."""

    def __init__(self) -> None:
        self._told = Label(size="small", tone="muted")
        super().__init__(N_("In no team"), self._told)
        say(self.list, N_("People in no team"), "setAccessibleName")

    def show_people(self, mates: Sequence[Mate]) -> None:
        """Show those who are in no team."""
        say(self._told, lambda: people_in_words(len(mates)))
        super().show_people(mates)


class _Stripe(QWidget):
    """The colour of a team, which is the same in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._shade = QColor()
        theme.changed.connect(self._scale)
        self._scale()

    def show_shade(self, shade: str) -> None:
        """Show the colour of a team."""
        self._shade = QColor(shade)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt to draw the stripe."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._shade)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        if theme.is_dark:
            # Deep colours would be lost on a dark ground without an edge.
            painter.setPen(QPen(theme.colour("muted"), 1))
            box.adjust(0.5, 0.5, -0.5, -0.5)
        radius = box.width() / 2
        painter.drawRoundedRect(box, radius, radius)

    def _scale(self) -> None:
        self.setFixedWidth(theme.px(_STRIPE))


def _more(rest: int) -> str:
    return str(Sentence("… and {n} more; search for them.", n=digits(rest)))


def _people_of(team: Team) -> str:
    return _("People in team {name}").format(name=str(team))


def _beside_ideal(trait: str, shares: Mapping[str, Share]) -> str:
    lines = [
        _("{what}: {number}, ideally {ideal}").format(
            what=value_in_words(trait, value),
            number=digits(share.number),
            ideal=digits(f"{share.ideal:.1f}"),
        )
        for value, share in shares.items()
    ]
    return "\n".join(lines)
