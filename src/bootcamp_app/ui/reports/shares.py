"""Who was at a session: by sex, sector and province."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.chart import ShareBar
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.reports.counted import in_group
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.ui.reports.counted import Counted
    from bootcamp_app.ui.words import Text

_GROUPS = {"sex": N_("Sex"), "sector": N_("Sector"), "province": N_("Province")}
_MOST = 5


class SharesCard(Card):
    """Shows the people who were present at one session."""

    door_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(N_("Who was there"))
        self._session = Label(tone="muted", wraps=True)
        self.bars = {group: ShareBar(title) for group, title in _GROUPS.items()}
        self._shares = holding(column(*self.bars.values()))
        self._nobody = holding(
            column(
                Label(N_("Nobody has checked in to this session yet."), wraps=True),
                row(button(N_("Open the door"), self.door_wanted.emit, icon_name="door"), 1),
                gap=12,
            )
        )
        for part in (self._session, self._shares, self._nobody):
            self.body.addWidget(part)
        self.body.addStretch()
        self._nobody.hide()

    def show_session(self, counted: Counted) -> None:
        """Show another session."""
        say(self._session, lambda: f"{counted.session.title} · {counted.day}")
        is_empty = not counted.counts.present
        self._nobody.setVisible(is_empty)
        self._shares.setVisible(not is_empty)
        for group, bar in self.bars.items():
            bar.show_parts(_parts(group, counted.counts.by[group]))


def _parts(group: str, counts: Mapping[str, int]) -> list[tuple[Text, int]]:
    """Give the largest parts, and the others as one."""
    ordered = sorted(counts.items(), key=lambda part: (part[0] == "not_stated", -part[1]))
    shown = ordered if len(ordered) <= _MOST else ordered[: _MOST - 1]
    parts: list[tuple[Text, int]] = [(_said(group, value), count) for value, count in shown]
    if rest := sum(count for _value, count in ordered[len(shown) :]):
        parts.append((N_("all others"), rest))
    return parts


def _said(group: str, value: str) -> Text:
    return lambda: in_group(group, value)
