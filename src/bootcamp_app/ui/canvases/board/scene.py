"""The board as a scene in millimetres of A3: every item of its contents, and which are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from bootcamp_app.features.canvases.gestures import done
from bootcamp_app.features.canvases.note_rules import floor_at, in_layers
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PICTURE,
    SCALES,
)
from bootcamp_app.ui.canvases.board.connector_item import ConnectorItem
from bootcamp_app.ui.canvases.board.laying import LayingOut
from bootcamp_app.ui.canvases.board.note_item import FrameItem, NoteItem, TextItem
from bootcamp_app.ui.canvases.board.picture_item import PictureItem, Pictures
from bootcamp_app.ui.canvases.board.template_ground import TemplateGround

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from bootcamp_app.features.canvases.views import BoardContents, Gesture, Item, Picture
    from bootcamp_app.ui.canvases.board.board_item import BoardItem

PAGE = QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT)
_ROOM = 400.0
"""Millimetres of ground about all that lies there, so that any corner can be looked at."""


class BoardScene(QGraphicsScene):
    """Shows the contents of a board and keeps what is chosen of them."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.contents: BoardContents | None = None
        self.chosen: tuple[str, ...] = ()
        self.pictures = Pictures(self)
        self._pieces: dict[str, BoardItem] = {}
        self._links: dict[str, set[str]] = {}
        self._dots: Mapping[str, int] = {}
        self._laying = LayingOut(self)
        self._floor = floor_at(1.0)
        self._ground = TemplateGround()
        self.addItem(self._ground)
        self._ground.setZValue(-1)
        self.pictures.refined.connect(self._show_finer)
        self.setSceneRect(PAGE.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))

    def show_board(self, contents: BoardContents, pictures: Mapping[str, Picture]) -> None:
        """Show another board."""
        for piece in self._pieces.values():
            self.removeItem(piece)
        self._pieces.clear()
        self._links.clear()
        self._dots = {}
        self.setSceneRect(PAGE.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.pictures.forget()
        self.pictures.know(pictures)
        self.choose(())
        self._ground.show_board(contents.board)
        self.take(contents)

    def take(self, contents: BoardContents) -> None:
        """Show the same board as it is now; only what is different is touched."""
        self.contents = contents
        self._ground.show_board(contents.board)
        here = {one.id for one in contents.items}
        for gone in [key for key in self._pieces if key not in here]:
            self.removeItem(self._pieces.pop(gone))
        self._know_paper(contents.board.paper)
        touched, above = [], -1.0
        for item in in_layers(contents.items):
            piece = self._pieces.get(item.id)
            if piece is None or piece.item.kind != item.kind:
                piece = self._made(item)
                touched.append(piece)
            elif piece.item is not item and piece.item != item:
                piece.show_item(item)
                touched.append(piece)
            # What lies in its order already keeps its height: to give all another takes long.
            above = above + 1 if piece.zValue() <= above else piece.zValue()
            piece.setZValue(above)
        self._link(contents.items)
        self._make_room(touched)
        self.choose(one for one in self.chosen if one in self._pieces)

    def do(self, gesture: Gesture) -> None:
        """Show at once what a gesture does."""
        if self.contents is not None:
            self.take(done(self.contents, gesture))

    def show_dots(self, dots: Mapping[str, int]) -> None:
        """Show so many votes on each note."""
        self._dots = dict(dots)
        for key, piece in self._pieces.items():
            if isinstance(piece, NoteItem):
                piece.show_dots(self._dots.get(key, 0))

    def choose(self, ids: Iterable[str]) -> None:
        """Have these items chosen, and no others."""
        chosen = tuple(dict.fromkeys(ids))
        if chosen != self.chosen:
            self.chosen = chosen
            self.chosen_changed.emit()

    def piece(self, item_id: str) -> BoardItem | None:
        """Give an item as it is shown."""
        return self._pieces.get(item_id)

    def pieces(self, ids: Iterable[str]) -> list[BoardItem]:
        """Give items as they are shown; what is not there is left out."""
        return [piece for one in ids if (piece := self._pieces.get(one))]

    def everything(self) -> Collection[BoardItem]:
        """Give every item as it is shown."""
        return self._pieces.values()

    def at(self, place: QPointF, reach: float) -> BoardItem | None:
        """Give the topmost item at a place, `reach` millimetres about.

        A connector is meant only where nothing else is: it is thin, and others lie below it.
        """
        near = QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach)
        line: BoardItem | None = None
        for one in self.items(near):
            piece = self._own(one)
            if piece is not None and piece.is_hit(place, reach):
                if piece.item.kind != CONNECTOR:
                    return piece
                line = line or piece
        return line

    def inside(self, area: QRectF) -> list[BoardItem]:
        """Give the items that touch an area; of frames only those that lie in it whole."""
        found = [piece for one in self.items(area) if (piece := self._own(one))]
        return [
            one
            for one in found
            if one.box.intersects(area)
            if one.item.kind not in (FRAME, CONNECTOR) or area.contains(one.box)
        ]

    def follow(self, ids: Iterable[str]) -> None:
        """Have the connectors of these items follow to where they lie now."""
        for link_id in {link for one in ids for link in self._links.get(one, ())}:
            link = self._pieces.get(link_id)
            if isinstance(link, ConnectorItem):
                source = self._pieces.get(link.item.source)
                target = self._pieces.get(link.item.target)
                link.setVisible(source is not None and target is not None)
                if source is not None and target is not None:
                    link.follow(source.box, target.box)

    def extent(self) -> QRectF:
        """Give the page with all that lies beside it."""
        area = QRectF(PAGE)
        for piece in self._pieces.values():
            area = area.united(piece.box)
        return area

    def show_team(self, team: Callable[[], str]) -> None:
        """Show on the paper whose board it is."""
        self._ground.show_team(team)

    def begin_repaint(self) -> None:
        """Called where a repaint begins."""
        self._laying.begin()

    def paint_anew(self) -> None:
        """Paint all in the colours and the language in use."""
        self._ground.forget()
        self.update()

    def _own(self, one: object) -> BoardItem | None:
        # The scene also holds the ground, and what shows a selection.
        item_id = getattr(getattr(one, "item", None), "id", "")
        return self._pieces.get(item_id) if item_id else None

    def _made(self, item: Item) -> BoardItem:
        old = self._pieces.pop(item.id, None)
        if old is not None:
            self.removeItem(old)
        piece: BoardItem
        if item.kind == NOTE:
            piece = NoteItem(item, self._laying, self._floor)
            piece.show_dots(self._dots.get(item.id, 0))
        elif item.kind == PICTURE:
            piece = PictureItem(item, self.pictures)
        elif item.kind == CONNECTOR:
            piece = ConnectorItem(item)
        else:
            piece = FrameItem(item) if item.kind == FRAME else TextItem(item, self._floor)
        self._pieces[item.id] = piece
        self.addItem(piece)
        return piece

    def _know_paper(self, paper: str) -> None:
        """Have letters as small as they may be on the paper of the board."""
        floor = floor_at(SCALES.get(paper, 1.0))
        if floor != self._floor:
            self._floor = floor
            for piece in self._pieces.values():
                if isinstance(piece, (NoteItem, TextItem)):
                    piece.floor = floor
                    piece.forget()
                    piece.update()

    def _link(self, items: Iterable[Item]) -> None:
        self._links = {}
        for one in items:
            if one.kind == CONNECTOR:
                self._links.setdefault(one.source, set()).add(one.id)
                self._links.setdefault(one.target, set()).add(one.id)
        self.follow(list(self._links))

    def _make_room(self, touched: Iterable[BoardItem]) -> None:
        now = self.sceneRect()
        wanted = QRectF(now)
        for piece in touched:
            wanted = wanted.united(piece.box.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        if wanted != now:
            self.setSceneRect(wanted)

    def _show_finer(self) -> None:
        for piece in self._pieces.values():
            if isinstance(piece, PictureItem):
                piece.update()
