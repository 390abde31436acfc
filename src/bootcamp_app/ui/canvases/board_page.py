"""One board over the whole page: the paper, and everything that is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bootcamp_app.features.canvases.entering import in_zone_colour
from bootcamp_app.features.canvases.gestures import done
from bootcamp_app.features.canvases.views import (
    BoardChanged,
    BoardContents,
    BoardsChanged,
    Gesture,
    VotesChanged,
)
from bootcamp_app.features.teams.views import TeamsChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.canvases.around.board_head import BOARD, team_of
from bootcamp_app.ui.canvases.around.board_menu import BoardMenu
from bootcamp_app.ui.canvases.around.board_parts import BoardParts, facilitation
from bootcamp_app.ui.canvases.around.board_read import BoardRead, read_board
from bootcamp_app.ui.canvases.around.clipboard import Clipboard
from bootcamp_app.ui.canvases.around.commands import Commands
from bootcamp_app.ui.canvases.around.kept import Kept
from bootcamp_app.ui.canvases.around.keys import Keys
from bootcamp_app.ui.canvases.around.note_work import NoteWork
from bootcamp_app.ui.canvases.around.people_here import PeopleHere
from bootcamp_app.ui.canvases.around.pictures import Pictures
from bootcamp_app.ui.canvases.around.steps import Steps
from bootcamp_app.ui.theme.current import theme

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.canvases.views import Picture
    from bootcamp_app.ui.desk import Desk

_MAY_BE_OTHERWISE = (BoardsChanged, TeamsChanged, VotesChanged, RecordsUndone)


class BoardPage(QWidget):
    """Shows one board, carries gestures out, and stays in step with what others do to it."""

    shown = Signal(object)
    """The BoardContents that are shown now."""
    said = Signal(object, str)
    """(Text, act) for a toast; an act that may be undone, or empty."""
    refused = Signal(object)
    left = Signal()
    help_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.board_id = ""
        self.contents: BoardContents | None = None
        self.people = PeopleHere()
        self._read: BoardRead | None = None
        self._pictures: dict[str, Picture] = {}
        self._zone = ""
        self._is_stale = False
        self._parts = BoardParts(desk)
        self.head, self.view, self.list = self._parts.head, self._parts.view, self._parts.list
        self.rail, self.entry, self.panel = self._parts.rail, self._parts.entry, self._parts.panel
        self.paper = self._parts.paper
        self.steps = Steps(desk, self)
        self.kept = Kept(desk, self)
        self.pictures = Pictures(self)
        self.clipboard = Clipboard(self)
        self.commands = Commands(self)
        self.keys = Keys(self)
        self.menu = BoardMenu(self)
        self.notes = NoteWork(self)
        header, below = facilitation(self)
        self.head.add(*header, self.menu)
        self.setLayout(self._parts.lay_out(below))
        self._connect()

    def open(self, board_id: str) -> None:
        """Show another board; the paper gets the keys."""
        self.keep_words()
        self.board_id, self.contents, self._read = board_id, None, None
        self._pictures.clear()
        self.show_paper(is_shown=False)
        self.steps.follow(board_id)
        self.reload()
        self.view.setFocus()

    def close_board(self) -> None:
        """Show none any more; what was being written is kept."""
        self.keep_words()
        self.view.set_tool("select")
        self.paper.leave()
        self.board_id, self.contents = "", None

    def keep_words(self) -> None:
        """Have what is being written count, on the paper and in the panel."""
        self.view.writing.end()
        self.panel.inspector.keep()

    def reload(self) -> None:
        """Show the board as it is now; what is chosen or written stays so."""
        board, bootcamp, app = self.board_id, self.desk.bootcamp, self.desk.app
        known, turns = set(self._pictures), self.kept.turns
        if board:
            self.desk.tasks.read(
                self,
                lambda: read_board(app, bootcamp, board, known),
                lambda read: self._take(read, turns),
                key="board",
                failed=self._leave_gone,
            )

    def carry_out(self, gesture: Gesture) -> None:
        """Show at once what a gesture does, and keep it."""
        if self.contents is not None and gesture:
            self._follow(gesture)
            self.view.show_items(self.contents)

    def chosen(self) -> tuple[str, ...]:
        """Give the ids of what is chosen, the first one first."""
        return self.view.selection()

    def choose(self, ids: Sequence[str]) -> None:
        """Choose items, on the paper and in the list."""
        self.view.select(ids)
        self.list.mark(tuple(ids))

    def zone_in_hand(self) -> str:
        """Give the zone of what is chosen, or the one that was worked in last."""
        if self.contents is None:
            return ""
        chosen = set(self.chosen())
        zones = self.contents.board.template.zones
        of_chosen = next((one.zone for one in self.contents.items if one.id in chosen), "")
        return of_chosen or self._zone or (zones[0].id if zones else "")

    def look(self) -> tuple[str, str]:
        """Give the side and the colour that new notes have; an empty colour is their zone's."""
        return self.rail.side.key, self.rail.colour.key

    def work_in(self, zone_id: str) -> None:
        """Know the zone that somebody works in now."""
        self._zone = zone_id

    def show_zone(self, number: int) -> None:
        """Show a zone large; the whole paper where there is none of that number."""
        zones = self.contents.board.template.zones if self.contents is not None else ()
        if 1 <= number <= len(zones):
            self._zone = zones[number - 1].id
            self.view.fit_zone(self._zone)

    def show_picture(self, picture: Picture) -> None:
        """Know a picture that an item will show next."""
        self._pictures[picture.id] = picture
        if self.contents is not None:
            self.view.show_items(self.contents, {picture.id: picture})

    def show_paper(self, *, is_shown: bool) -> None:
        """Show the board as it prints, or to be worked on."""
        self._parts.whole.setCurrentIndex(1 if is_shown else 0)
        for one in (self.head.print, self.menu):
            one.setVisible(not is_shown)
        if is_shown:
            self.paper.show_board(self.board_id, self.head.title.plain)
        else:
            self.paper.leave()
            self.view.setFocus()

    def show_list(self, *, is_shown: bool) -> None:
        """Show the notes as a list, or on the paper."""
        self.head.looks.choose("list" if is_shown else BOARD)
        self._parts.middle.setCurrentIndex(1 if is_shown else 0)
        # Tools are for the paper, and the list says all that the panel would.
        self._parts.show_sides(is_list=is_shown)
        self._show_list()
        (self.list.table if is_shown else self.view).setFocus()

    def heightForWidth(self, width: int) -> int:
        """Called by Qt: no higher than it must be, for the paper takes whatever there is."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: there may be room now, or no more."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Called by Qt: no more than it needs, so that the window holds all of it."""
        return self.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything: what means the board here does not mean the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.keys.claims(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with keys that no part of it took."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Called by Qt: what was being typed is kept, also when the window is closed."""
        super().hideEvent(event)
        self.keep_words()

    def _fit(self) -> None:
        self._parts.fit(self.window().height())

    def _connect(self) -> None:
        self._parts.connect(self)
        theme.changed.connect(self._fit)
        self.view.gestured.connect(self._gestured)
        self.view.selected.connect(self._selected)
        self.view.files_dropped.connect(self._dropped)
        self.rail.tool_chosen.connect(self._take_tool)
        self.steps.said.connect(self.said)
        self.kept.kept.connect(self._kept)
        self.kept.refused.connect(self._not_kept)
        self.desk.bridge.happened.connect(self._hear)

    def _take(self, read: BoardRead, turns: int) -> None:
        if read.contents.board.id != self.board_id:
            return
        if self.kept.is_busy:
            # What was done since is not in it as yet.
            self._is_stale = True
            return
        if self.kept.turns != turns:
            # Something was done and kept since it was asked for, and may not be in it either.
            self.reload()
            return
        is_first = self._read is None
        self._read, self.people = read, read.people
        self._pictures.update(read.pictures)
        self.contents = read.contents
        if is_first:
            self.view.show_board(read.contents, self._pictures)
            self.entry.show_template(read.contents.board.template)
        else:
            self.view.show_items(read.contents, read.pictures)
        self.view.show_dots(read.dots)
        self._show()
        self.notes.write_again()

    def _show(self) -> None:
        if self.contents is None or self._read is None:
            return
        label, team = self.contents.board.team, self._read.team
        self.view.board.show_team(lambda: team_of(label, team))
        self.head.show_board(self.contents, team)
        self.panel.show_contents(self.contents, self.chosen(), self.people)
        self._show_list()
        self.shown.emit(self.contents)

    def _show_list(self) -> None:
        if (
            self.contents is not None
            and self._read is not None
            and self._parts.middle.currentIndex()
        ):
            self.list.show_notes(self.contents, self.people.names, self._read.dots)
            self.list.mark(self.chosen())

    def _follow(self, gesture: Gesture) -> None:
        if self.contents is not None:
            self.contents = done(self.contents, gesture)
            self.kept.write(self.board_id, gesture)
            self._show()

    def _gestured(self, gesture: Gesture) -> None:
        if self.contents is None:
            return
        # Where no colour was chosen for new notes, they have that of their zone.
        coloured = gesture if self.rail.colour.key else in_zone_colour(self.contents, gesture)
        self._follow(coloured)
        if coloured is not gesture:
            self.view.show_items(self.contents)

    def _selected(self, ids: tuple[str, ...]) -> None:
        if self.contents is not None:
            self.panel.show_contents(self.contents, ids, self.people)
            if not self.list.isVisible():
                self.list.mark(ids)

    def _dropped(self, paths: list[Path], at: QPointF) -> None:
        boards = [one for one in paths if self.menu.is_board(one)]
        for path in boards:
            self.menu.take_in(path)
        self.pictures.bring_files([one for one in paths if one not in boards], at)

    def _take_tool(self, name: str) -> None:
        self.view.set_tool(name)
        self.view.setFocus()

    def _escape(self) -> None:
        if self.chosen():
            self.choose(())
            self.view.setFocus()
        else:
            self.left.emit()

    def _kept(self) -> None:
        self.steps.look()
        if self._is_stale:
            self._is_stale = False
            self.reload()

    def _not_kept(self, refusal: Refusal, board_id: str, gesture: Gesture) -> None:
        self._is_stale = True
        if board_id != self.board_id or not self.notes.give_back(refusal, gesture):
            self.refused.emit(refusal)

    def _leave_gone(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
        self.left.emit()

    def _hear(self, fact: object) -> None:
        if not self.board_id:
            return
        if isinstance(fact, BoardChanged):
            if fact.board_id == self.board_id and not self.kept.is_own(fact):
                self.reload()
        elif isinstance(fact, _MAY_BE_OTHERWISE):
            self.reload()
