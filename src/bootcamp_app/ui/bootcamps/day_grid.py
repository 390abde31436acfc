"""The days of an agenda side by side, as many as there is room for; the keys go through them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from bootcamp_app.features.bootcamps import agenda
from bootcamp_app.ui.bootcamps.day_card import DayCard
from bootcamp_app.ui.kit.layouts import GAP
from bootcamp_app.ui.kit.scrolling import bring_into_view
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.bootcamps.session_card import SessionCard, Shown

_WIDTH = 300


class DayGrid(QWidget):
    """A card for each day; of all sessions one is on the way of the Tab key."""

    chosen = Signal(object)
    """The Session that was pressed."""
    removal_wanted = Signal(object)
    addition_wanted = Signal(object)
    """The day on which a session is to be added."""

    def __init__(self) -> None:
        super().__init__()
        self.days: list[DayCard] = []
        self._shown: tuple[Bootcamp, list[Shown]] | None = None
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setLayout(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._arrange)

    @property
    def cards(self) -> list[SessionCard]:
        """Every session, in the order of time."""
        return [card for day in self.days for card in day.cards]

    def show_days(self, bootcamp: Bootcamp, sessions: Sequence[Shown]) -> None:
        """Show the days of a bootcamp and these sessions on them."""
        shown = (bootcamp, list(sessions))
        if shown == self._shown:
            return
        self._shown = shown
        tab = Qt.FocusPolicy.TabFocus
        held = next((card for card in self.cards if card.focusPolicy() & tab), None)
        place = self.cards.index(held) if held else 0
        # The window need not be the active one: a dialog over it may just be closing.
        is_focused = held is not None and self.window().focusWidget() is held
        for day in self.days:
            self._grid.removeWidget(day)
            day.hide()
            day.deleteLater()
        plain = [one.session for one in sessions]
        self.days = [
            DayCard(
                day,
                (day - bootcamp.starts_on).days + 1,
                [one for one in sessions if one.session.starts_at.date() == day],
                is_outside=agenda.is_outside(day, bootcamp),
            )
            for day in agenda.days_of(bootcamp, plain)
        ]
        self._connect()
        self._columns = 0
        self._arrange()
        if held is not None:
            ids = [card.shown.session.id for card in self.cards]
            known = held.shown.session.id
            self._hold(ids.index(known) if known in ids else place, is_focused=is_focused)
        else:
            self._hold(0)

    def take_focus(self) -> bool:
        """Put the keys on the session that Tab would reach; say whether there is one."""
        for place, card in enumerate(self.cards):
            if card.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self._hold(place, is_focused=True)
                return True
        return False

    def hold(self, session_id: str) -> None:
        """Put the keys on one session."""
        ids = [card.shown.session.id for card in self.cards]
        if session_id in ids:
            self._hold(ids.index(session_id), is_focused=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there may be room for more days side by side, or for fewer."""
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        for number, day in enumerate(self.days):
            day.addition_wanted.connect(self.addition_wanted)
            for card in day.cards:
                session = card.shown.session
                card.clicked.connect(partial(self.chosen.emit, session))
                card.removal_wanted.connect(partial(self.removal_wanted.emit, session))
                card.step_wanted.connect(partial(self._step, card))
                card.day_wanted.connect(partial(self._go_to_day, number, card))

    def _step(self, card: SessionCard, by: int) -> None:
        cards = self.cards
        self._hold(max(0, min(cards.index(card) + by, len(cards) - 1)), is_focused=True)

    def _go_to_day(self, number: int, card: SessionCard, by: int) -> None:
        row = self.days[number].cards.index(card)
        rest = self.days[number + 1 :] if by > 0 else self.days[:number][::-1]
        there = next((day.cards for day in rest if day.cards), None)
        if there is not None:
            wanted = there[min(row, len(there) - 1)]
            self._hold(self.cards.index(wanted), is_focused=True)

    def _hold(self, place: int, *, is_focused: bool = False) -> None:
        cards = self.cards
        for number, card in enumerate(cards):
            is_held = number == min(place, len(cards) - 1)
            policy = Qt.FocusPolicy.StrongFocus if is_held else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(policy)
            if is_held and is_focused:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                bring_into_view(card, theme.px(24))

    def _arrange(self) -> None:
        columns = max(1, min(self.width() // theme.px(_WIDTH), len(self.days)))
        if columns == self._columns or not self.days:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, day in enumerate(self.days):
            self._grid.addWidget(day, number // columns, number % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        rows = (len(self.days) - 1) // columns + 1
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        self._grid.setRowStretch(rows, 1)
        follow_layouts(self)
