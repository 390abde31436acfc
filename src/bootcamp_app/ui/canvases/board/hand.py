"""The mouse on the board: what it presses, what it holds, and what comes of it."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.canvases import gestures
from bootcamp_app.features.canvases.placing import zone_at
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    NOTE,
    NOTE_SIDE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SCALES,
    TEXT,
    Item,
)
from bootcamp_app.ui.canvases.board.edging import EdgeScroll
from bootcamp_app.ui.canvases.board.holding import (
    Banding,
    Connecting,
    Framing,
    Holding,
    Moving,
    Pulling,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from bootcamp_app.ui.canvases.board.board_item import BoardItem
    from bootcamp_app.ui.canvases.board.board_view import BoardView

Modifiers = Qt.KeyboardModifier
_STILL = 4
"""Pixels by which a hand may tremble before anything moves."""
_TEXT = (80.0, 12.0)
_BESIDE = 60.0
_GROUND = QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT).adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)
"""The paper and what lies beside it in sight: nothing is carried further away."""
_CURSORS = {
    "left": Qt.CursorShape.SizeHorCursor, "right": Qt.CursorShape.SizeHorCursor,
    "top": Qt.CursorShape.SizeVerCursor, "bottom": Qt.CursorShape.SizeVerCursor,
    "top left": Qt.CursorShape.SizeFDiagCursor, "bottom right": Qt.CursorShape.SizeFDiagCursor,
    "top right": Qt.CursorShape.SizeBDiagCursor, "bottom left": Qt.CursorShape.SizeBDiagCursor,
}  # fmt: skip
_OF_TOOLS = {
    "select": Qt.CursorShape.ArrowCursor,
    "pan": Qt.CursorShape.OpenHandCursor,
}


class Hand:
    """Turns presses, movements and releases into gestures, as the chosen tool has it."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.tool = "select"
        self.pans = False
        """Whether the space bar is held, with which any tool pans."""
        self._holding: Holding | None = None
        self._offered: Holding | None = None
        self._pressed: QPoint | None = None
        self._panned: QPoint | None = None
        self._edge = EdgeScroll(view, self._follow)
        self._last = (QPointF(), Modifiers.NoModifier)
        self._box = QRectF()
        """Where what may be moved lay when it was pressed."""
        self._after: tuple[str, ...] | None = None
        """What is chosen once it is sure that this was a click and no movement."""

    @property
    def is_holding(self) -> bool:
        """Whether something is held, or pressed and perhaps held next."""
        return self._holding is not None or self._offered is not None

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what is pressed; another button gives up what is held."""
        self._view.writing.end()
        if self.give_up():
            return
        at = event.position()
        is_left = event.button() == Qt.MouseButton.LeftButton
        pans = self.pans or self.tool == "pan" or self._view.is_locked
        if event.button() == Qt.MouseButton.MiddleButton or (is_left and pans):
            self._panned = at.toPoint()
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._view.is_locked:
            return
        elif is_left:
            self._pressed = at.toPoint()
            self._offered = self._offer(self._view.zoom.place(at), event.modifiers())
        elif event.button() == Qt.MouseButton.RightButton:
            self._mean(self._view.item_below(self._view.zoom.place(at)))

    def move(self, event: QMouseEvent) -> None:
        """Have what is held follow."""
        at = event.position()
        if self._panned is not None:
            self._pan(at.toPoint())
            return
        if self._pressed is not None and self._offered is not None and self._holding is None:
            if (at.toPoint() - self._pressed).manhattanLength() < _STILL:
                return
            self._holding = self._offered
        if self._holding is not None:
            self._last = (at, event.modifiers())
            self._follow()
            self._edge.watch(at.toPoint())
        else:
            self._hover(self._view.zoom.place(at))

    def release(self, event: QMouseEvent) -> None:
        """Let go, and do what was shown."""
        if self._panned is not None:
            self._panned = None
            self.show_cursor()
            return
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._edge.stop()
        holding, offered = self._holding, self._offered
        self._holding = self._offered = self._pressed = None
        if holding is not None:
            self._finish(holding)
        elif isinstance(offered, Framing):
            self._finish(offered)
        elif self.tool in ("note", "text"):
            self._place(self._view.zoom.place(event.position()))
        else:
            if self._after is not None:
                self._view.select(self._after)
            self._tell_clicked(self._view.zoom.place(event.position()))
        self._after = None
        self._view.take_waiting()

    def double(self, event: QMouseEvent) -> None:
        """Mean one of a group, or write in what is meant already."""
        if event.button() != Qt.MouseButton.LeftButton or self._view.is_locked:
            return
        piece = self._view.item_below(self._view.zoom.place(event.position()))
        if piece is None or self.tool != "select":
            self.press(event)
            return
        self.give_up()
        if self._view.board.chosen == (piece.item.id,):
            self._view.edit(piece.item.id)
        else:
            self._view.select([piece.item.id])
            self._view.clicked.emit(piece.item.id)

    def give_up(self) -> bool:
        """Have what is held as it was; say whether there was anything."""
        self._edge.stop()
        holding = self._holding
        self._holding = self._offered = self._pressed = None
        self._after = None
        if holding is not None:
            holding.give_up()
        self._view.take_waiting()
        return holding is not None

    def show_cursor(self) -> None:
        """Show what a press would do."""
        if self.pans:
            cursor = Qt.CursorShape.OpenHandCursor
        else:
            cursor = _OF_TOOLS.get(self.tool, Qt.CursorShape.CrossCursor)
        self._view.viewport().setCursor(cursor)

    def _follow(self) -> None:
        """Have what is held be where the mouse was last, also where the board scrolled since."""
        at, modifiers = self._last
        if self._holding is not None:
            self._holding.follow(self._on_ground(self._view.zoom.place(at)), modifiers)

    def _on_ground(self, place: QPointF) -> QPointF:
        """Give a place as far as what is held may follow: it stays in sight of the paper."""
        holding = self._holding
        if isinstance(holding, Moving):
            way = place - holding.began
            box = self._box
            dx = _kept(way.x(), _GROUND.left() - box.left(), _GROUND.right() - box.right())
            dy = _kept(way.y(), _GROUND.top() - box.top(), _GROUND.bottom() - box.bottom())
            return holding.began + QPointF(dx, dy)
        if isinstance(holding, Framing | Pulling):
            # An item that lies further away, as those of foreign files may, can be pulled still.
            reach = _GROUND.united(QRectF(holding.began, QSizeF(1, 1)))
            x = min(max(place.x(), reach.left()), reach.right())
            return QPointF(x, min(max(place.y(), reach.top()), reach.bottom()))
        return place

    def _offer(self, place: QPointF, modifiers: Modifiers) -> Holding | None:
        """Give what would be held if the hand moved now."""
        view = self._view
        if self.tool in ("note", "text"):
            return None
        if self.tool == "frame":
            return Framing(view, place)
        piece = view.item_below(place)
        if self.tool == "connector":
            may_begin = piece is not None and piece.item.kind != CONNECTOR
            return Connecting(view, place, piece) if piece and may_begin else None
        chosen = view.board.pieces(view.board.chosen)
        if plug := view.marks.plug_at(place):
            del plug
            return Connecting(view, place, chosen[0])
        if handle := view.marks.handle_at(place):
            return Pulling(view, place, chosen[0], handle)
        return self._offer_items(place, modifiers, piece)

    def _offer_items(
        self, place: QPointF, modifiers: Modifiers, piece: BoardItem | None
    ) -> Holding | None:
        view, chosen = self._view, self._view.board.chosen
        adds = bool(modifiers & (Modifiers.ShiftModifier | Modifiers.ControlModifier))
        if piece is None:
            if not adds:
                view.board.choose(())
            return Banding(view, place, chosen if adds else ())
        meant = self._group(piece, modifiers)
        if adds:
            rest = tuple(one for one in chosen if one not in meant)
            if piece.item.id in chosen:
                self._after = rest
            else:
                view.board.choose([*rest, *meant])
        elif piece.item.id not in chosen:
            view.board.choose(meant)
        elif len(chosen) > len(meant) == 1:
            # A click on one of many means that one; a movement takes all along.
            self._after = meant
        moved = [p.box for p in view.board.pieces(view.board.chosen) if p.item.kind != CONNECTOR]
        self._box = reduce(QRectF.united, moved, QRectF())
        return Moving(view, place, view.board.chosen) if moved else None

    def _group(self, piece: BoardItem, modifiers: Modifiers) -> tuple[str, ...]:
        contents = self._view.board.contents
        if contents is None or modifiers & Modifiers.AltModifier:
            return (piece.item.id,)
        return gestures.whole_groups(contents, {piece.item.id})

    def _mean(self, piece: BoardItem | None) -> None:
        """Choose what a menu will be about."""
        board = self._view.board
        if piece is None:
            board.choose(())
        elif piece.item.id not in board.chosen:
            board.choose(self._group(piece, Modifiers.NoModifier))

    def _tell_clicked(self, place: QPointF) -> None:
        piece = self._view.item_below(place) if self.tool == "select" else None
        if piece is not None:
            self._view.clicked.emit(piece.item.id)

    def _finish(self, holding: Holding) -> None:
        gesture = holding.let_go()
        self._view.carry_out(gesture)
        if gesture.added:
            self._view.select([one.id for one in gesture.added])
        if isinstance(holding, Framing):
            self._view.set_tool("select")
            if gesture.added:
                self._view.edit(gesture.added[0].id)

    def _place(self, place: QPointF) -> None:
        """Lay a new note or text down and write in it."""
        view, contents = self._view, self._view.board.contents
        kind = self.tool
        view.set_tool("select")
        if contents is None:
            return
        side = NOTE_SIDE / SCALES.get(contents.board.paper, 1.0)
        width, height = (side, side) if kind == NOTE else _TEXT
        x, top = place.x() - (width / 2 if kind == NOTE else 0), place.y() - height / 2
        zone = zone_at(contents.board.template, x + width / 2, top + height / 2)
        view.write_new(
            Item(
                new_id(),
                NOTE if kind == NOTE else TEXT,
                zone,
                round(x, 2),
                round(top, 2),
                round(width, 2),
                round(height, 2),
                gestures.above_all(contents.items),
                colour=view.colour if kind == NOTE else "",
                side=view.side,
                author=view.author,
            )
        )

    def _pan(self, at: QPoint) -> None:
        way = at - (self._panned or at)
        self._panned = at
        self._view.scroll_by(way.x(), way.y())

    def _hover(self, place: QPointF) -> None:
        if self.pans or self.tool != "select" or self._view.is_locked:
            return
        marks = self._view.marks
        if handle := marks.handle_at(place):
            self._view.viewport().setCursor(_CURSORS[handle])
        elif marks.plug_at(place):
            self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.show_cursor()


def _kept(way: float, first: float, last: float) -> float:
    """Give as much of a way as lies between two ends; none, and the way back, are always free."""
    return min(max(way, min(0.0, first, last)), max(0.0, first, last))
