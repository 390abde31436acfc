"""The last scans at the door, the newest first, and taking the last one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from bootcamp_app.core.i18n import N_, Sentence, _, ngettext
from bootcamp_app.ui.attendance.answers import REFUSED
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import Text, clock_time, digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.attendance.views import Kept

MOST = 8


class RecentCard(Card):
    """What happened last, with a pill each."""

    undo_wanted = Signal(object)
    """The Kept scan that the card names."""

    def __init__(self) -> None:
        self.lines = [RecentLine() for _place in range(MOST)]
        self._nothing = Label(N_("Nobody has come yet."), tone="muted", wraps=True)
        self.undo = Button(N_("Undo the last scan"), icon_name="undo")
        self.whom = Label(size="small", tone="muted", wraps=True)
        self._last: Kept | None = None
        held = holding(column(self._nothing, *self.lines, 1, gap=0))
        super().__init__(N_("Just now"), _as_far_as_there_is_room(held), self.whom, self.undo)
        self.body.setStretch(1, 1)
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self._last))
        self.show_scans([])

    def show_scans(self, scans: Sequence[Kept]) -> None:
        """Show these, the newest first."""
        self._nothing.setVisible(not scans)
        self._last = next((kept for kept in scans if may_be_undone(kept)), None)
        self.undo.setEnabled(self._last is not None)
        person = self._last.participant if self._last else None
        self.whom.setVisible(person is not None)
        if person is not None:

            def takes_back() -> str:
                return str(Sentence("Takes back: {name}", name=person.name))

            say(self.whom, takes_back)
            say(self.undo, takes_back, "setAccessibleDescription")
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(scans))
            if place < len(scans):
                line.show_scan(scans[place])


class RecentLine(QFrame):
    """One scan: who, and what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Label(wraps=True)
        self.pill = Pill()
        self.setProperty("line", "below")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = row(self.name, self.pill)
        line.setStretch(0, 1)
        self.setLayout(line)
        line.setContentsMargins(0, 5, 0, 5)

    def show_scan(self, kept: Kept) -> None:
        """Show a scan as it is kept."""
        person = kept.participant
        say(self.name, (lambda: person.name) if person else REFUSED.get(kept.result, ""))
        restyle(self.name, "tone", "muted" if kept.is_annulled or person is None else "")
        words, meaning, icon = _state(kept)
        self.pill.show_state(words, meaning, icon)


def _as_far_as_there_is_room(held: QWidget) -> QScrollArea:
    """Give the lines so that they are no reason for the page to be higher than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(held)
    return area


def may_be_undone(kept: Kept) -> bool:
    """Say whether a scan let somebody in or out and still counts."""
    return kept.result in ("recorded", "late") and not kept.is_annulled


def _state(kept: Kept) -> tuple[Text, str, str]:
    """Give the words, the meaning and the icon of a scan."""
    time = kept.at
    if kept.is_annulled:
        return N_("Taken back"), "", "undo"
    if kept.is_exit:
        return lambda: _("Left {time}").format(time=clock_time(time)), "good", "logout"
    if kept.result == "recorded":
        return lambda: clock_time(time), "good", "check"
    if kept.result == "late":
        return lambda: _minutes(kept.minutes_late), "warning", "clock"
    if kept.result == "duplicate":
        return lambda: _("Again {time}").format(time=clock_time(time)), "info", "duplicate"
    return N_("Refused"), "bad", "refuse"


def _minutes(late: int) -> str:
    return ngettext("{n} minute late", "{n} minutes late", late).format(n=digits(late))
