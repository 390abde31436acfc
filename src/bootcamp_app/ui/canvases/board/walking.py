"""The keyboard on the board: from item to item, moving, writing, removing, zooming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bootcamp_app.features.canvases import arranging, gestures
from bootcamp_app.features.canvases.views import CONNECTOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.features.canvases.views import Item
    from bootcamp_app.ui.canvases.board.board_view import BoardView

Key, Modifiers = Qt.Key, Qt.KeyboardModifier
_ARROWS = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
_STEP, _LARGE = 1.0, 10.0
"""Millimetres of A3 an arrow key moves, and with Shift."""
_PAN = 60
"""Pixels an arrow key scrolls where nothing is chosen."""
_WITH_CONTROL = {
    Key.Key_A: "all", Key.Key_D: "duplicate", Key.Key_0: "whole", Key.Key_Plus: "nearer",
    Key.Key_Equal: "nearer", Key.Key_Minus: "farther", Key.Key_BracketRight: "raise",
    Key.Key_BracketLeft: "lower",
}  # fmt: skip
_PLAIN = {
    Key.Key_Return: "write", Key.Key_Enter: "write", Key.Key_F2: "write",
    Key.Key_Delete: "remove", Key.Key_Backspace: "remove", Key.Key_Plus: "nearer",
    Key.Key_Equal: "nearer", Key.Key_Minus: "farther", Key.Key_Escape: "leave",
    Key.Key_Home: "first", Key.Key_End: "last",
}  # fmt: skip


class Walk:
    """Does what keys ask for, while the board has the keyboard."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._before: dict[str, tuple[float, float]] | None = None
        self._goes_on = False
        self._acts: dict[str, Callable[[], object]] = {
            "all": lambda: view.select([one.id for one in self.order]),
            "duplicate": self._duplicate,
            "whole": view.fit_whole,
            "nearer": lambda: view.zoom.step(nearer=True),
            "farther": lambda: view.zoom.step(nearer=False),
            "raise": view.raise_chosen,
            "lower": view.lower_chosen,
            "write": lambda: view.edit(view.board.chosen[-1]) if view.board.chosen else None,
            "remove": view.remove_chosen,
            "leave": self._leave,
            "first": lambda: self._stand_at(0),
            "last": lambda: self._stand_at(-1),
        }

    @property
    def order(self) -> list[Item]:
        """The items as they are walked through."""
        contents = self._view.board.contents
        return arranging.in_reading_order(contents) if contents else []

    def wants(self, event: QKeyEvent) -> bool:
        """Say whether a key means the board, also where it is a shortcut of the window."""
        return bool(self._act_of(event)) or event.key() in _ARROWS

    def begin(self) -> None:
        """Called where the keyboard comes to the board."""
        self._goes_on = False

    def step(self, *, forward: bool) -> bool:
        """Choose the item after or before; say no at the ends, where the keyboard goes on.

        After Escape it goes on as well: nobody has to walk past hundreds of notes.
        """
        order = [one.id for one in self.order]
        chosen = self._view.board.chosen
        goes_on, self._goes_on = self._goes_on, False
        if self._view.is_locked or not order or (goes_on and not chosen):
            return False
        if not chosen or chosen[-1] not in order:
            following = 0 if forward else len(order) - 1
        else:
            following = order.index(chosen[-1]) + (1 if forward else -1)
        if not 0 <= following < len(order):
            return False
        self._stand(order[following])
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; say whether it asked for anything."""
        if self._view.hand.is_holding and event.key() != Key.Key_Escape:
            return True
        self._view.writing.end()
        if event.key() in _ARROWS and not event.modifiers() & Modifiers.ControlModifier:
            self._arrow(event)
            return True
        act = self._act_of(event)
        if not act or (act == "leave" and self._is_at_rest):
            # With nothing to leave on the board, Escape leaves the board.
            return False
        self.finish()
        self._acts[act]()
        return True

    def finish(self) -> None:
        """Do what the arrow keys moved, as one gesture."""
        before, self._before = self._before, None
        contents = self._view.board.contents
        if before is None or contents is None:
            return
        pieces = self._view.board.pieces(before)
        places = {one.item.id: (one.frame.x, one.frame.top) for one in pieces}
        self._view.carry_out(gestures.placed(contents, places))

    def _act_of(self, event: QKeyEvent) -> str:
        held = event.modifiers() & ~Modifiers.KeypadModifier
        if held == Modifiers.ControlModifier or (
            held == Modifiers.ControlModifier | Modifiers.ShiftModifier
            and event.key() in (Key.Key_Plus, Key.Key_Equal)
        ):
            act = _WITH_CONTROL.get(Key(event.key()), "")
        elif held in (Modifiers.NoModifier, Modifiers.ShiftModifier):
            act = _PLAIN.get(Key(event.key()), "")
        else:
            act = ""
        views = ("whole", "nearer", "farther")
        return act if act in views or not self._view.is_locked else ""

    def _arrow(self, event: QKeyEvent) -> None:
        view = self._view
        across, down = _ARROWS[Key(event.key())]
        pieces = [p for p in view.board.pieces(view.board.chosen) if p.item.kind != CONNECTOR]
        if not pieces or view.is_locked:
            view.scroll_by(-across * _PAN, -down * _PAN)
            return
        if self._before is None:
            self._before = {one.item.id: (one.frame.x, one.frame.top) for one in pieces}
        step = _LARGE if event.modifiers() & Modifiers.ShiftModifier else _STEP
        for piece in pieces:
            piece.moveBy(across * step, down * step)
        view.board.follow(self._before)
        view.marks.renew()
        view.ensureVisible(pieces[-1].box, 20, 20)

    def _stand(self, item_id: str) -> None:
        self._view.select([item_id])
        self._view.reveal_item(item_id)

    def _stand_at(self, place: int) -> None:
        if order := self.order:
            self._stand(order[place].id)

    def _duplicate(self) -> None:
        contents, chosen = self._view.board.contents, self._view.board.chosen
        if contents is not None and chosen:
            gesture = arranging.duplicated(contents, chosen)
            self._view.carry_out(gesture)
            self._view.select([one.id for one in gesture.added])

    @property
    def _is_at_rest(self) -> bool:
        hand = self._view.hand
        return not self._view.selection() and hand.tool == "select" and not hand.is_holding

    def _leave(self) -> None:
        if self._view.hand.give_up():
            return
        if self._view.hand.tool != "select":
            self._view.set_tool("select")
        else:
            self._goes_on = True
            self._view.select(())
