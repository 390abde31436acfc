"""The day's sessions: when they are, how they stand, and how many came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.today.turnout_bar import TurnoutBar
from bootcamp_app.ui.words import clock_time, digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.ui.today.day import AgendaItem

_STATES = {
    "over": (N_("over"), "", "check"),
    "now": (N_("now"), "good", "play"),
    "next": (N_("up next"), "info", "clock"),
    "later": (N_("later"), "", "clock"),
}


class AgendaCard(Card):
    """A line for each session of the day."""

    edit_wanted = Signal()

    def __init__(self) -> None:
        self._lines: QVBoxLayout = column(gap=0)
        self._nothing = Label(N_("This bootcamp has no sessions."), tone="muted", wraps=True)
        self.edit = Button(N_("Edit the agenda"), kind="link", icon_name="edit")
        super().__init__(N_("Agenda"), self._nothing, self._lines, 1, row(self.edit, 1), gap=4)
        self.edit.clicked.connect(self.edit_wanted)
        self._shown: list[AgendaItem] = []

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show these sessions."""
        self._nothing.setVisible(not items)
        if list(items) == self._shown:
            return
        self._shown = list(items)
        while (item := self._lines.takeAt(0)) is not None:
            if (made := item.widget()) is not None:
                made.hide()
                made.deleteLater()
        for one in items:
            self._lines.addWidget(_line(one))


def _line(item: AgendaItem) -> QWidget:
    session = item.session
    title, hours, came = Label(wraps=True), Label(size="small", tone="muted"), Label(size="small")
    say(title, lambda: session.title)
    say(hours, lambda: f"{clock_time(session.starts_at)}–{clock_time(session.ends_at)}")
    text, meaning, icon = _STATES[item.state]
    say(came, lambda: _came(item) if item.came or item.state in ("over", "now") else "")
    line = QFrame()
    line.setProperty("line", "below")
    line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    right = column(Pill(text, meaning, icon), came, gap=2)
    right.setAlignment(Qt.AlignmentFlag.AlignRight)
    came.setAlignment(Qt.AlignmentFlag.AlignRight)
    head = row(column(title, hours, gap=0), right, gap=12)
    parts = column(head, gap=6)
    if item.state in ("over", "now"):
        parts.addWidget(TurnoutBar(item.counts))
    parts.setContentsMargins(0, 8, 0, 8)
    line.setLayout(parts)
    return line


def _came(item: AgendaItem) -> str:
    of = item.counts.registered
    said = _("{n} of {all}").format(n=digits(item.came), all=digits(of))
    closed = _("closed")
    return f"{said} · {closed}" if item.session.is_locked else said
