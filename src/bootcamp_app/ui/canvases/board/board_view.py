"""The board as it is seen and touched: paper, notes and all that lies on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.canvases import arranging, gestures
from bootcamp_app.features.canvases.views import Gesture
from bootcamp_app.ui.canvases.board.hand import Hand
from bootcamp_app.ui.canvases.board.marks import GuideLine, Marks, Sketch
from bootcamp_app.ui.canvases.board.scene import PAGE, BoardScene
from bootcamp_app.ui.canvases.board.telling import told
from bootcamp_app.ui.canvases.board.texts import Writing
from bootcamp_app.ui.canvases.board.touched_view import TouchedView
from bootcamp_app.ui.canvases.board.walking import Walk
from bootcamp_app.ui.canvases.board.zooming import Zoom
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import say, tongue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bootcamp_app.features.canvases.snapping import Guide
    from bootcamp_app.features.canvases.views import BoardContents, Item, Picture
    from bootcamp_app.ui.canvases.board.board_item import BoardItem

TOOLS = ("select", "note", "text", "connector", "frame", "pan")
_REACH = 3
"""Pixels about the mouse that still mean a thin line."""
_AIR = 24


class BoardView(TouchedView):
    """Shows a board; every movement of a hand on it becomes one gesture."""

    gestured = Signal(object)
    """A Gesture that shows already and is to be kept."""
    selected = Signal(tuple)
    """The ids of what is chosen now."""
    clicked = Signal(str)
    """The id of an item that the mouse pressed and let go where it lay."""
    tool_changed = Signal(str)
    files_dropped = Signal(list, QPointF)
    """Paths, and where on the board."""
    zoomed = Signal(float)
    """How large the board is shown; 1 is 100 %."""

    def __init__(self) -> None:
        super().__init__()
        self.board = BoardScene(self)
        self.marks, self.sketch = Marks(), Sketch()
        self._guides: list[GuideLine] = []
        self.zoom = Zoom(self, self._scale)
        self.hand = Hand(self)
        self.walk = Walk(self)
        self.writing = Writing(self)
        self.colour, self.side, self.author = "yellow", "", ""
        self.is_locked = False
        self._waiting: BoardContents | None = None
        self._dots: Mapping[str, int] = {}
        self._had_chosen = False
        self.setScene(self.board)
        self.board.addItem(self.marks)
        self.board.addItem(self.sketch)
        self.listen()
        self._connect()
        self._colour_ground()

    @property
    def contents(self) -> BoardContents | None:
        """The board as it is shown, with what was just done to it."""
        return self.board.contents

    @property
    def scale_of_view(self) -> float:
        """How large the board is shown; 1 is 100 %, as large as on A3."""
        return self.zoom.scale

    def show_board(self, contents: BoardContents, pictures: Mapping[str, Picture]) -> None:
        """Show a board, all of it at first."""
        self.writing.end()
        self.hand.give_up()
        self._waiting, self._dots = None, {}
        self.board.show_board(contents, pictures)
        say(self, lambda: str(Sentence("Board “{title}”", title=contents.board.title)),
            "setAccessibleName")  # fmt: skip
        self.fit_whole()
        self._tell()

    def show_items(
        self, contents: BoardContents, pictures: Mapping[str, Picture] | None = None
    ) -> None:
        """Show the same board as it is now; what is chosen, held or written stays."""
        self.board.pictures.know(pictures or {})
        if self.hand.is_holding:
            self._waiting = contents
            return
        self.board.take(self.writing.kept_in(contents))
        self.marks.renew()
        self.writing.lay()

    def missing_pictures(self) -> tuple[str, ...]:
        """Give the ids of pictures that lie on the board and were not handed over as yet."""
        items = self.contents.items if self.contents else ()
        return self.board.pictures.missing(one.picture for one in items)

    def show_dots(self, dots: Mapping[str, int]) -> None:
        """Show so many votes on each note."""
        self._dots = dots
        self.board.show_dots(dots)

    def selection(self) -> tuple[str, ...]:
        """Give the ids of what is chosen."""
        return self.board.chosen

    def select(self, ids: Iterable[str]) -> None:
        """Choose these items and no others."""
        self.board.choose(one for one in ids if self.board.piece(one))

    def set_tool(self, tool: str) -> None:
        """Have another tool of TOOLS in the hand."""
        if tool not in TOOLS or tool == self.hand.tool:
            return
        self.writing.end()
        self.hand.give_up()
        self.hand.tool = tool
        self.hand.show_cursor()
        self._mark()
        self.tool_changed.emit(tool)

    def set_colour(self, colour: str) -> None:
        """Have new notes in a colour of NOTE_COLOURS."""
        self.colour = colour

    def set_side(self, side: str) -> None:
        """Have new notes say whose word they are; empty says nothing."""
        self.side = side

    def set_author(self, author: str) -> None:
        """Have new notes be a participant's; empty is nobody's."""
        self.author = author

    def set_locked(self, locked: bool) -> None:
        """Have nothing changed from here: the board is presented."""
        self.writing.end()
        self.hand.give_up()
        self.is_locked = locked
        self._mark()

    def zoom_by(self, factor: float) -> None:
        """Come nearer or go back about the middle."""
        self.zoom.by(factor)

    def fit_whole(self) -> None:
        """Show the page and all that lies beside it."""
        self.zoom.fit(self.board.extent(), is_whole=True)

    def fit_zone(self, zone_id: str) -> None:
        """Show one zone as large as there is room for."""
        zone = self.contents.board.template.zone(zone_id) if self.contents else None
        area = QRectF(zone.x, zone.top, zone.width, zone.height) if zone else PAGE
        self.zoom.fit(area)

    def reveal_item(self, item_id: str) -> None:
        """Scroll until an item is in sight."""
        piece = self.board.piece(item_id)
        if piece is not None:
            self.ensureVisible(piece.box, _AIR, _AIR)

    def edit(self, item_id: str) -> None:
        """Have the text of an item written in place."""
        piece = self.board.piece(item_id)
        if piece is not None and not self.is_locked:
            self.reveal_item(item_id)
            self.writing.begin(piece.item)

    def write_new(self, item: Item) -> None:
        """Lay a new item down and have it written; it vanishes again if nothing is."""
        self.board.do(Gesture(added=(item,)))
        self.select([item.id])
        self.writing.begin(item, is_new=True)

    def item_at(self, place: QPointF) -> str:
        """Give the id of the topmost item at a place of the board, or nothing."""
        piece = self.item_below(place)
        return piece.item.id if piece else ""

    def item_below(self, place: QPointF) -> BoardItem | None:
        """Give the topmost item at a place of the board."""
        return self.board.at(place, _REACH / self.transform().m11())

    def carry_out(self, gesture: Gesture) -> None:
        """Show at once what a gesture does, and say that it is to be kept."""
        touched = {*gesture.changed, *gesture.removed}
        if self.writing.is_new and self.writing.item_id in touched:
            # Nobody else knows of it before it is written.
            self.writing.end()
        self.take_waiting()
        if self.contents is not None:
            gesture = gestures.possible(self.contents, gesture)
        if gesture:
            self.board.do(gesture)
            self.gestured.emit(gesture)
        self.marks.renew()

    def take_waiting(self) -> None:
        """Show what came from elsewhere while a hand held something."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_items(waiting)

    def remove_chosen(self) -> None:
        """Take away what is chosen."""
        if self.contents is not None and self.selection():
            self.carry_out(arranging.removed(self.contents, self.selection()))

    def raise_chosen(self) -> None:
        """Lay what is chosen above all others."""
        if self.contents is not None:
            self.carry_out(arranging.in_front(self.contents, self.selection()))

    def lower_chosen(self) -> None:
        """Lay what is chosen below all others."""
        if self.contents is not None:
            self.carry_out(arranging.in_front(self.contents, self.selection(), is_back=True))

    def show_guides(self, guides: Sequence[Guide]) -> None:
        """Show on what something caught."""
        while len(self._guides) < len(guides):
            self._guides.append(GuideLine())
            self.board.addItem(self._guides[-1])
        for number, line in enumerate(self._guides):
            line.show_guide(guides[number] if number < len(guides) else None)

    def went(self) -> None:
        """Called when the board is shown nearer, farther or elsewhere."""
        self._mark()
        if self.stands_alone():
            self.viewport().update()
        self.writing.lay()

    def select_none(self) -> None:
        """Have nothing chosen."""
        self.board.choose(())

    def stands_alone(self) -> bool:
        """Say whether nothing on the board is chosen, so that it shows the keyboard itself."""
        return not self.board.chosen

    def _scale(self) -> None:
        self.went()
        self.zoomed.emit(self.zoom.scale)

    def _connect(self) -> None:
        self.board.chosen_changed.connect(self._choose)
        theme.changed.connect(self._colour_ground)
        tongue.turned.connect(self._turn)

    def _choose(self) -> None:
        self._mark()
        if bool(self.board.chosen) != self._had_chosen:
            self._had_chosen = bool(self.board.chosen)
            self.viewport().update()
        self._tell()
        self.selected.emit(self.board.chosen)

    def _mark(self) -> None:
        """Show what is chosen; while presenting nothing is."""
        chosen = [] if self.is_locked else self.board.pieces(self.board.chosen)
        self.marks.show_chosen(
            chosen,
            self.transform().m11(),
            has_handles=self.hand.tool == "select",
            has_focus=self.hasFocus(),
        )

    def _tell(self) -> None:
        """Tell readers of the screen what is chosen."""
        if self.contents is None:
            return
        chosen = self.selection()
        dots = self._dots.get(chosen[0], 0) if len(chosen) == 1 else 0
        words = told(self.contents, self.walk.order, chosen, dots)
        self.setAccessibleDescription(words)
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _turn(self) -> None:
        self.board.paint_anew()
        self._tell()

    def _colour_ground(self) -> None:
        self.setBackgroundBrush(theme.around_paper())
        self.board.paint_anew()
        self._mark()
