"""Whose a board is, in full: by notes, votes and commitments, and by zone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.ownership import COMMITMENTS, NOTES, READINGS, SAID, VOTES
from bootcamp_app.features.canvases.views import SIDES
from bootcamp_app.ui.canvases.facilitation.ownership_gauge import sides_in_words
from bootcamp_app.ui.canvases.facilitation.side_bar import SideBar
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.words import Text, digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.ownership import Counted, Shares
    from bootcamp_app.features.canvases.views import Template

_KINDS = {
    NOTES: N_("Notes"),
    VOTES: N_("Votes"),
    COMMITMENTS: N_("Commitments"),
}
_HOW = N_(
    "Notes, votes and commitments weigh the same. The balance is 100% where half comes from the "
    "government and half from citizens: civil society and residents together. What nobody said a "
    "side of is told and counted for none."
)


class OwnershipDialog(Dialog):
    """Shows the figures behind the gauge."""

    def __init__(self, parent: QWidget | None, shares: Shares, template: Template) -> None:
        by_kind = [(words, shares.of[kind]) for kind, words in _KINDS.items()]
        titles = {zone.id: zone.title for zone in template.zones}
        order = [*titles, *(one for one in shares.zones if one not in titles)]
        by_zone: list[tuple[Text, Counted]] = [
            (partial(_zone_title, titles.get(zone)), shares.zones[zone])
            for zone in order
            if zone in shares.zones
        ]
        reading = Label(READINGS[shares.reading], size="heading", wraps=True)
        bar = SideBar(14)
        bar.show_parts(shares.sides)
        self.table = _grid([*by_kind], by_zone)
        body = holding(
            column(
                reading,
                bar,
                Label(partial(sides_in_words, shares), wraps=True),
                self.table,
                Label(_HOW, size="small", tone="muted", wraps=True),
                1,
            )
        )
        super().__init__(parent, N_("Whose board is it?"), body, N_("Close"))
        self.cancel.hide()
        self.confirmed.connect(self.accept)


def _grid(
    by_kind: Sequence[tuple[Text, Counted]], by_zone: Sequence[tuple[Text, Counted]]
) -> QWidget:
    """Give a table of words and numbers: a line for each kind and zone, a column for each side."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    keys = (*SIDES, "")
    for at, side in enumerate(keys, 1):
        grid.addWidget(Label(SAID[side], size="small", tone="muted", wraps=True), 0, at)
    line = 1
    for heading, rows in ((N_("All of it"), by_kind), (N_("Notes by zone"), by_zone)):
        if rows:
            title = Label(heading)
            title.setProperty("weight", "bold")
            grid.addWidget(title, line, 0, 1, len(keys) + 1)
            line += 1
        for words, counted in rows:
            grid.addWidget(Label(words, wraps=True), line, 0)
            for at, side in enumerate(keys, 1):
                grid.addWidget(_number(counted, side), line, at)
            line += 1
    return holding(grid)


def _number(counted: Counted, side: str) -> Label:
    number = Label()
    say(number, lambda: digits(counted.by_side.get(side, 0) or "–"))
    say(
        number,
        lambda: str(Sentence("{side}: {n}", side=_(SAID[side]), n=counted.by_side.get(side, 0))),
        "setAccessibleName",
    )
    return number


def _zone_title(title: object) -> str:
    return str(title) if title else _("Outside of all zones")
