"""One team: its colour and names, its people, and how it stands beside the ideal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding, row
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.share_bar import ShareBar
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

_WIDTH, _STRIPE = 320, 6
_MOST = 200
"""So many people are shown in one list; more are found by searching."""


class TeamCard(Card):
    """Shows a team, and tells who was dropped on it and what somebody wants of it."""

    dropped = Signal(list, object)
    """Participation ids, and the Team into which they are to go."""
    asked = Signal(list, object)
    """Participation ids, and the list in which they are marked."""
    wanted = Signal(str, object)
    """`change`, `lists`, `signs` or `remove`, and the Team."""

    def __init__(
        self, team: Team, mates: Sequence[Mate], balance: Balance, *, may_change: bool = True
    ) -> None:
        self.team = team
        self._shown = (team, list(mates), balance, may_change)
        self.list = MemberList(may_change=may_change)
        self.menu = MenuButton(N_("More"), kind="quiet")
        self.pills: list[Pill] = []
        name = Label(lambda: str(team), size="heading", wraps=True)
        second = Label(lambda: team.second, size="small", tone="muted", wraps=True)
        count = Label(size="small", tone="muted")
        say(count, lambda: people_in_words(len(mates)))
        names = column(name, second, count, gap=0)
        head = row(_Stripe(team.shade), names, self.menu)
        head.setStretch(1, 1)
        head.setAlignment(self.menu, Qt.AlignmentFlag.AlignTop)
        super().__init__("", head, *self._bars(balance), self.list, 1, gap=10)
        self.body.setContentsMargins(14, 12, 14, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        say(self, lambda: _("Team {name}").format(name=str(team)), "setAccessibleName")
        say(self.list, partial(_people_of, team), "setAccessibleName")
        say(self.menu, Sentence("More about team {name}", name=team), "setAccessibleName")
        self.menu.setVisible(may_change)
        self.list.show_mates(mates[:_MOST])
        self._offer()
        self.list.dropped.connect(lambda ids: self.dropped.emit(ids, team))
        self.list.asked.connect(lambda ids: self.asked.emit(ids, self.list))
        theme.changed.connect(self._scale)
        self._scale()

    def sizeHint(self) -> QSize:
        """Called by Qt: as high as its words need at its width, and all its people."""
        width = theme.px(_WIDTH)
        return QSize(width, self.body.totalHeightForWidth(width))

    def shows(self, team: Team, roster: Roster, *, may_change: bool) -> bool:
        """Say whether it shows a team as it is now."""
        return self._shown == (team, roster.of(team), roster.balance(team), may_change)

    def _offer(self) -> None:
        wants = (
            ("change", N_("Name and colour…"), "edit"),
            ("lists", N_("Print the list"), "printer"),
            ("signs", N_("Print the table sign"), "printer"),
            ("remove", N_("Remove this team"), "trash"),
        )
        for key, text, icon_name in wants:
            self.menu.offer(key, text, partial(self.wanted.emit, key, self.team), icon_name)

    def _bars(self, balance: Balance) -> list[QWidget]:
        bars: list[QWidget] = []
        for trait, title in SHOWN.items():
            shares = balance.get(trait, {})
            if len(shares) < 2:
                continue
            bar = ShareBar(title)
            bar.show_parts(
                [(partial(value_in_words, trait, one), share.number)
                 for one, share in shares.items()],
                [share.ideal for share in shares.values()],
            )  # fmt: skip
            say(bar, partial(_beside_ideal, trait, shares), "setToolTip")
            bars.append(bar)
            self.pills += [Pill(said, "warning", "alert") for said in uneven(trait, shares)]
        if self.pills:
            bars.append(holding(Flow(*self.pills, gap=SMALL)))
        return bars

    def _scale(self) -> None:
        self.setFixedWidth(theme.px(_WIDTH))


class RestCard(Card):
    """Those who are in no team; whoever is dropped here leaves theirs."""

    dropped = Signal(list, object)
    asked = Signal(list, object)

    def __init__(self, mates: Sequence[Mate]) -> None:
        self.list = MemberList()
        told = Label(lambda: people_in_words(len(mates)), size="small", tone="muted")
        super().__init__(N_("In no team"), told, self.list, 1, gap=10)
        self.body.setContentsMargins(14, 12, 14, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        say(self.list, N_("People in no team"), "setAccessibleName")
        self.list.show_mates(mates[:_MOST])
        self.list.dropped.connect(lambda ids: self.dropped.emit(ids, None))
        self.list.asked.connect(lambda ids: self.asked.emit(ids, self.list))
        theme.changed.connect(self._scale)
        self._scale()

    def _scale(self) -> None:
        self.setFixedWidth(theme.px(_WIDTH))


class _Stripe(QWidget):
    """The colour of a team, which is the same in every theme."""

    def __init__(self, shade: str) -> None:
        super().__init__()
        self._shade = QColor(shade)
        theme.changed.connect(self._scale)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt to draw the stripe."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shade)
        radius = self.width() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)

    def _scale(self) -> None:
        self.setFixedWidth(theme.px(_STRIPE))


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
