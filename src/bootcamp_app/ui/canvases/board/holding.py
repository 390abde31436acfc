"""What a hand holds: items that move, a handle that is pulled, a line or an area it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QGraphicsView

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.canvases import gestures
from bootcamp_app.features.canvases.placing import zone_at
from bootcamp_app.features.canvases.snapping import Frame, Lines
from bootcamp_app.features.canvases.views import CONNECTOR, FRAME, PICTURE, Gesture, Item
from bootcamp_app.ui.canvases.board.connector_item import leaving
from bootcamp_app.ui.canvases.board.marks import MANY

if TYPE_CHECKING:
    from collections.abc import Collection

    from bootcamp_app.features.canvases.snapping import Guide
    from bootcamp_app.ui.canvases.board.board_item import BoardItem
    from bootcamp_app.ui.canvases.board.board_view import BoardView

Modifiers = Qt.KeyboardModifier
Updates = QGraphicsView.ViewportUpdateMode
_FREE = Modifiers.AltModifier | Modifiers.ControlModifier
_REACH = 6
"""Pixels from which something catches."""
_NEIGHBOURS = 300
_LEAST = 8.0
"""Millimetres below which nothing is made smaller."""
_FRAME = (90.0, 60.0)


class Holding:
    """Something in the hand; it shows at once and becomes a gesture when the hand lets go."""

    def __init__(self, view: BoardView, place: QPointF) -> None:
        self.view = view
        self.began = place

    def follow(self, place: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand to a place of the board."""

    def let_go(self) -> Gesture:
        """Give what was done."""
        return Gesture()

    def give_up(self) -> None:
        """Have everything as it was."""


class Moving(Holding):
    """Items that follow the hand and catch on others, on zones and at equal gaps."""

    def __init__(self, view: BoardView, place: QPointF, ids: Collection[str]) -> None:
        super().__init__(view, place)
        self._ids = set(ids)
        self._pieces = [p for p in view.board.pieces(ids) if p.item.kind != CONNECTOR]
        self._from = [piece.frame for piece in self._pieces]
        self._whole = _around(self._from)
        if len(self._pieces) >= MANY:
            # Hundreds of small areas take longer to paint than one that holds them all.
            view.setViewportUpdateMode(Updates.BoundingRectViewportUpdate)
        self._lines = lines_about(view, self._ids, self._whole)

    def follow(self, place: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand; Alt or Ctrl keeps from catching, Shift keeps to one direction."""
        way = place - self.began
        dx, dy = way.x(), way.y()
        if modifiers & Modifiers.ShiftModifier:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        guides: tuple[Guide, ...] = ()
        if not modifiers & _FREE:
            reach = _REACH / self.view.transform().m11()
            caught = self._lines.catch(self._whole.moved(dx, dy), reach)
            dx, dy, guides = dx + caught.dx, dy + caught.dy, caught.guides
        self._lay(dx, dy)
        self.view.show_guides(guides)

    def let_go(self) -> Gesture:
        """Give where all lies now."""
        self._lay_down()
        contents = self.view.board.contents
        places = {one.item.id: (one.frame.x, one.frame.top) for one in self._pieces}
        return gestures.placed(contents, places) if contents else Gesture()

    def give_up(self) -> None:
        """Lay all back."""
        self._lay_down()
        self._lay(0.0, 0.0)

    def _lay_down(self) -> None:
        self.view.show_guides(())
        self.view.setViewportUpdateMode(Updates.MinimalViewportUpdate)

    def _lay(self, dx: float, dy: float) -> None:
        for piece, frame in zip(self._pieces, self._from, strict=True):
            piece.setPos(frame.x + dx, frame.top + dy)
        self.view.board.follow(self._ids)
        self.view.marks.renew()


class Pulling(Holding):
    """A handle of one item, by which it becomes larger or smaller."""

    def __init__(self, view: BoardView, place: QPointF, piece: BoardItem, handle: str) -> None:
        super().__init__(view, place)
        self._piece, self._handle = piece, handle
        self._from = piece.frame
        self._lines = lines_about(view, {piece.item.id}, self._from)

    def follow(self, place: QPointF, modifiers: Modifiers) -> None:
        """Follow the hand; pictures keep their shape, notes are square with Shift."""
        way = place - self.began
        may_catch = not modifiers & _FREE
        frame = self._pulled(way.x(), way.y(), may_catch=may_catch)
        if self._piece.item.kind == PICTURE:
            frame = self._kept(frame, self._from.width / max(self._from.height, 0.1))
        elif modifiers & Modifiers.ShiftModifier:
            frame = self._kept(frame, 1.0)
        self._lay(frame)

    def let_go(self) -> Gesture:
        """Give the size that it has now."""
        contents, item, frame = self.view.board.contents, self._piece.item, self._piece.frame
        if contents is None:
            return Gesture()
        values = {"x": frame.x, "top": frame.top, "width": frame.width, "height": frame.height}
        change = gestures.put(contents.board.template, item, **values)
        return Gesture(changed={item.id: change} if change else {})

    def give_up(self) -> None:
        """Give it its size back."""
        self._lay(self._from)

    def _pulled(self, dx: float, dy: float, *, may_catch: bool) -> Frame:
        """Move the edges that the handle holds."""
        start = self._from
        left, top, right, bottom = start.x, start.top, start.right, start.bottom
        reach = _REACH / self.view.transform().m11() if may_catch else 0.0
        if "left" in self._handle:
            at = self._lines.catch_edge(left + dx, reach, is_across=True)
            left = min(at, right - _LEAST)
        if "right" in self._handle:
            at = self._lines.catch_edge(right + dx, reach, is_across=True)
            right = max(at, left + _LEAST)
        if "top" in self._handle:
            at = self._lines.catch_edge(top + dy, reach, is_across=False)
            top = min(at, bottom - _LEAST)
        if "bottom" in self._handle:
            at = self._lines.catch_edge(bottom + dy, reach, is_across=False)
            bottom = max(at, top + _LEAST)
        return Frame(left, top, right - left, bottom - top)

    def _kept(self, frame: Frame, ratio: float) -> Frame:
        """Give a frame of this shape; the corner or edge opposite of the handle stays."""
        if self._handle in ("top", "bottom"):
            width, height = frame.height * ratio, frame.height
        elif self._handle in ("left", "right"):
            width, height = frame.width, frame.width / ratio
        else:
            width = max(frame.width, frame.height * ratio)
            height = width / ratio
        x = self._from.right - width if "left" in self._handle else self._from.x
        top = self._from.bottom - height if "top" in self._handle else self._from.top
        return Frame(x, top, width, height)

    def _lay(self, frame: Frame) -> None:
        self._piece.lay(frame)
        self.view.board.follow({self._piece.item.id})
        self.view.marks.renew()


class Banding(Holding):
    """An area that chooses what it touches."""

    def __init__(self, view: BoardView, place: QPointF, kept: tuple[str, ...]) -> None:
        super().__init__(view, place)
        self._kept, self._before = kept, view.board.chosen

    def follow(self, place: QPointF, modifiers: Modifiers) -> None:
        """Choose what lies in the area; Alt leaves groups aside."""
        area = QRectF(self.began, place).normalized()
        self.view.sketch.show_area(area, self.view.transform().m11())
        board = self.view.board
        found = [*self._kept, *(one.item.id for one in board.inside(area))]
        if board.contents is not None and not modifiers & Modifiers.AltModifier:
            found = list(gestures.whole_groups(board.contents, set(found)))
        board.choose(found)

    def let_go(self) -> Gesture:
        """Nothing on the board is different."""
        self.view.sketch.clear()
        return Gesture()

    def give_up(self) -> None:
        """Choose what was chosen before."""
        self.view.sketch.clear()
        self.view.board.choose(self._before)


class Connecting(Holding):
    """A line from an item to wherever the hand is, and to the item there."""

    def __init__(self, view: BoardView, place: QPointF, source: BoardItem) -> None:
        super().__init__(view, place)
        self._source = source
        self._target: BoardItem | None = None

    def follow(self, place: QPointF, modifiers: Modifiers) -> None:
        """Draw to the hand, or to the edge of the item below it."""
        del modifiers
        found = self.view.item_below(place)
        may_end = found is not None and found is not self._source and found.item.kind != CONNECTOR
        self._target = found if may_end else None
        ends = place
        if self._target is not None:
            ends = leaving(self._target.box, self._source.box.center())
        starts = leaving(self._source.box, self._target.box.center() if self._target else place)
        self.view.sketch.show_line(starts, ends, self.view.transform().m11())

    def let_go(self) -> Gesture:
        """Give the connector; there is none where the hand let go over nothing."""
        self.view.sketch.clear()
        contents, target = self.view.board.contents, self._target
        if contents is None or target is None:
            return Gesture()
        ends = (self._source.item.id, target.item.id)
        if any((one.source, one.target) == ends for one in contents.items):
            return Gesture()
        # Below the notes: a line that crosses one must not strike out its words.
        place = gestures.below_all(contents.items)
        style = {"ends": "arrow", "dash": False}
        made = Item(new_id(), CONNECTOR, place=place, source=ends[0], target=ends[1], style=style)
        return Gesture(added=(made,))

    def give_up(self) -> None:
        """Draw no line."""
        self.view.sketch.clear()


class Framing(Holding):
    """A frame that is drawn from corner to corner; a click gives one of a usual size."""

    def __init__(self, view: BoardView, place: QPointF) -> None:
        super().__init__(view, place)
        self._area = QRectF(place, place)

    def follow(self, place: QPointF, modifiers: Modifiers) -> None:
        """Draw to the hand."""
        del modifiers
        self._area = QRectF(self.began, place).normalized()
        self.view.sketch.show_area(self._area, self.view.transform().m11())

    def let_go(self) -> Gesture:
        """Give the frame, below everything."""
        self.view.sketch.clear()
        contents, area = self.view.board.contents, self._area
        if contents is None:
            return Gesture()
        if min(area.width(), area.height()) < _LEAST:
            area = QRectF(self.began.x(), self.began.y(), *_FRAME)
        x, top, width, height = (round(float(one), 2) for one in area.getRect())  # type: ignore[attr-defined]
        place = gestures.below_all(contents.items)
        zone = zone_at(contents.board.template, x + width / 2, top + height / 2)
        made = Item(new_id(), FRAME, zone, x, top, width, height, place)
        return Gesture(added=(made,))

    def give_up(self) -> None:
        """Draw no frame."""
        self.view.sketch.clear()


def lines_about(view: BoardView, ids: Collection[str], whole: Frame) -> Lines:
    """Give what is in sight and lies still; of very many the nearest."""
    contents = view.board.contents
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    others = [
        one.frame
        for one in view.board.inside(seen)
        if one.item.id not in ids and one.item.kind != CONNECTOR
    ]
    if len(others) > _NEIGHBOURS:
        x, y = whole.x + whole.width / 2, whole.top + whole.height / 2
        others.sort(key=lambda one: abs(one.x - x) + abs(one.top - y))
        del others[_NEIGHBOURS:]
    zones = contents.board.template.zones if contents else ()
    return Lines(others, [Frame(one.x, one.top, one.width, one.height) for one in zones])


def _around(frames: list[Frame]) -> Frame:
    if not frames:
        return Frame(0, 0, 0, 0)
    x, top = min(one.x for one in frames), min(one.top for one in frames)
    right, bottom = max(one.right for one in frames), max(one.bottom for one in frames)
    return Frame(x, top, right - x, bottom - top)
