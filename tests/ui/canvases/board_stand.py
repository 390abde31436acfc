"""A page of a board with nothing round it but what facilitation puts there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.features.canvases.views import (
    BoardChanged,
    BoardContents,
    Gesture,
    Item,
    NewBoard,
)
from bootcamp_app.ui.canvases.facilitation.asked_of_page import new_view
from bootcamp_app.ui.canvases.facilitation.parts import below, facilitation, header_parts
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding

if TYPE_CHECKING:
    from bootcamp_app.ui.canvases.board.board_view import BoardView
    from bootcamp_app.ui.canvases.facilitation.parts import Facilitation
    from bootcamp_app.ui.desk import Desk

NOTES = (
    ("n1", "gov", "government", "បុគ្គលិក ២ នាក់ ដឹកសំរាម", "yellow"),
    ("n2", "gov", "government", "Budget line 2027", "yellow"),
    ("n3", "gov", "civil_society", "Bins at the market", "blue"),
    ("n4", "cso", "civil_society", "Volunteers every Sunday", "green"),
    ("n5", "cso", "resident", "យើងចាំផ្ទះរៀងខ្លួន", "pink"),
    ("n6", "cso", "", "Nobody said whose", "orange"),
)


class StandingPage(QWidget):
    """Has what `BoardPageLike` asks for; its board is read again when it changes."""

    shown = Signal(object)
    said = Signal(object, str)
    refused = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, board_id: str) -> None:
        super().__init__()
        self.desk = desk
        self.board_id = board_id
        self.contents: BoardContents | None = desk.app.boards.contents(board_id)
        self._view = new_view()
        self._view.set_locked(False)
        self._view.show_board(self.contents, {})
        self.facilitation: Facilitation = facilitation(self)
        head = holding(Flow(Label("A board", size="title"), *header_parts(self)))
        whole = column(head, self._view, below(self), margin=24)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        desk.bridge.happened.connect(self._heard)

    @property
    def view(self) -> BoardView:
        """The view on the page."""
        return self._view

    def carry_out(self, gesture: Gesture) -> None:
        """Do a gesture."""
        board = self.board_id
        self.desk.tasks.write(self, lambda: self.desk.app.boards.apply(board, gesture), str)

    def _heard(self, fact: object) -> None:
        if isinstance(fact, BoardChanged) and fact.board_id == self.board_id:
            self.contents = self.desk.app.boards.contents(self.board_id)
            self._view.show_items(self.contents)
            self.shown.emit(self.contents)


def stand(desk: Desk, *, team: str = "") -> StandingPage:
    """Make a board with six notes of three sides, and its page."""
    assert desk.bootcamp is not None
    board = desk.app.boards.make(desk.bootcamp, NewBoard("co-ownership", team=team))
    zones = {zone.id: zone for zone in board.template.zones}
    items, used = [], dict.fromkeys(zones, 0)
    for key, zone_id, side, text, colour in NOTES:
        zone, at = zones[zone_id], used[zone_id]
        used[zone_id] += 1
        note = Item(key, "note", zone_id, zone.x + 6 + 42 * at, zone.top + 30, 38, 38)
        items.append(replace(note, text=text, side=side, colour=colour))
    desk.app.boards.apply(board.id, Gesture(added=tuple(items)))
    return StandingPage(desk, board.id)
