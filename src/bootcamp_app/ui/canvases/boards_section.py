"""Boards of the bootcamp in front: all of them, and the way to new ones."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import BoardChanged, BoardsChanged, OwnTemplatesChanged
from bootcamp_app.features.teams.views import TeamsChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.canvases.board_card import BoardCard, BoardTold
from bootcamp_app.ui.canvases.board_dialogs import ChangeBoardDialog
from bootcamp_app.ui.canvases.new_boards import ask_boards
from bootcamp_app.ui.canvases.section import Section
from bootcamp_app.ui.canvases.team_dot import TeamDot
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding, row
from bootcamp_app.ui.kit.search_field import SearchField
from bootcamp_app.ui.kit.segments import Segments
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QHBoxLayout

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.views import Board, Template
    from bootcamp_app.features.teams.views import Team
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.words import Text

_TEAM, _CANVAS = "team", "canvas"
_AT_ONCE = 8
_HEARS = (BoardsChanged, BoardChanged, OwnTemplatesChanged, TeamsChanged, RecordsUndone)


@dataclass(frozen=True)
class BoardsRead:
    """The boards of a bootcamp, its teams, and the canvases from which boards are made."""

    boards: tuple[BoardTold, ...]
    teams: tuple[Team, ...]
    templates: Mapping[str, Template] = field(default_factory=templates)


class BoardsSection(Section):
    """Shows a card for each board, by team or by canvas, and opens, makes and removes boards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._read = BoardsRead((), ())
        self._cards: dict[str, BoardCard] = {}
        self._wanted: list[tuple[str, str]] = []
        self._waiting: deque[tuple[Flow, BoardTold]] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._lay_some)
        self.new = button(N_("New board"), self.ask_new, kind="main", icon_name="plus")
        self.first = button(N_("New board"), self.ask_new, kind="main", icon_name="plus")
        self.search = SearchField(N_("Find a board"))
        self.by = Segments({_TEAM: N_("By team"), _CANVAS: N_("By canvas")}, N_("Order of boards"))
        self._by = _TEAM
        self._groups = column(gap=20)
        self._none_found = Label(N_("No board is called so."), tone="muted")
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def came_to_front(self) -> None:
        """Called each time the section is shown."""
        self._look()

    def card(self, board_id: str) -> BoardCard:
        """Give the card of a board."""
        return self._cards[board_id]

    @property
    def cards(self) -> list[BoardCard]:
        """The cards that are shown, in their order."""
        return [self._cards[key] for _by, key in self._wanted if key in self._cards]

    def ask_new(self) -> None:
        """Ask for which canvas and whom a board is to be made."""
        ask_boards(self, self._read.templates, self._read.teams)

    def _build(self) -> None:
        tools = row(self.search, self.by, self.new, gap=12)
        tools.setStretch(0, 1)
        listed = column(tools, self._none_found, self._groups, 1, gap=16)
        empty = EmptyState(
            "canvas",
            N_("No board yet"),
            N_(
                "A board is a canvas in work: what hangs on the wall, kept on this laptop. Make "
                "one for a team, or one for every team at once."
            ),
            self.first,
        )
        self._stack.addWidget(empty)
        self._stack.addWidget(holding(listed))
        self._none_found.hide()
        self.by.choose(self._by)
        self.setLayout(column(self._stack))

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._show())
        self.by.chosen.connect(self._order_by)
        self.desk.bootcamp_chosen.connect(lambda _bootcamp: self._look())
        self.desk.bridge.happened.connect(self._hear)

    def _hear(self, fact: object) -> None:
        if isinstance(fact, _HEARS) and self.isVisible():
            self._look()

    def _look(self) -> None:
        app, bootcamp = self.desk.app, self.desk.bootcamp
        if bootcamp is not None:
            # Boards for every team are many changes, and one look is enough for them.
            self.desk.tasks.read_behind(
                self, lambda: _read_boards(app, bootcamp), self._take, key="boards"
            )

    def _take(self, read: BoardsRead) -> None:
        self._read = read
        self._show()

    def _order_by(self, key: str) -> None:
        self._by = key
        self._show()

    def _show(self) -> None:
        boards = self._read.boards
        self._stack.setCurrentIndex(1 if boards else 0)
        key = comparison_key(self.search.text())
        found = [one for one in boards if not key or key in _words_of(one)]
        self._none_found.setVisible(bool(boards) and not found)
        self._show_groups(found)

    def _show_groups(self, found: Sequence[BoardTold]) -> None:
        groups = _grouped(found, self._by)
        wanted = [(self._by, one.board.id) for _heading, boards in groups for one in boards]
        self._forget_gone()
        if wanted == self._wanted:
            # The same cards in the same places: only what they say may be otherwise.
            for one in found:
                if (card := self._cards.get(one.board.id)) is not None and card.told != one:
                    card.show_board(one)
            return
        self._wanted = wanted
        self._clear_groups()
        for heading, boards in groups:
            cards = Flow(gap=GAP)
            head = _head(heading, boards[0] if self._by == _TEAM else None)
            self._groups.addWidget(holding(column(head, holding(cards), gap=10)))
            self._waiting.extend((cards, one) for one in boards)
        self._lay_some()

    def _lay_some(self) -> None:
        """Lay a few more cards: many at once would keep whoever waits from doing anything."""
        for _number in range(min(_AT_ONCE, len(self._waiting))):
            cards, told = self._waiting.popleft()
            card = self._cards.get(told.board.id) or self._made(told)
            self._cards[told.board.id] = card
            if card.told != told:
                card.show_board(told)
            card.show_team(is_shown=self._by != _TEAM)
            cards.addWidget(card)
            card.show()
        if self._waiting:
            self._next.start()

    def _forget_gone(self) -> None:
        known = {one.board.id for one in self._read.boards}
        for key in [key for key in self._cards if key not in known]:
            self._cards.pop(key).deleteLater()

    def _clear_groups(self) -> None:
        self._waiting.clear()
        for card in self._cards.values():
            card.hide()
            card.setParent(self)
        while (item := self._groups.takeAt(0)) is not None:
            if (group := item.widget()) is not None:
                group.hide()
                group.deleteLater()

    def _made(self, told: BoardTold) -> BoardCard:
        card = BoardCard(told)
        card.opened.connect(self.board_wanted)
        card.change_wanted.connect(self._change)
        card.removal_wanted.connect(self._remove)
        return card

    def _change(self, board: Board) -> None:
        dialog = ChangeBoardDialog(self, board, self._read.teams)
        boards = self.desk.app.boards

        def change(values: dict[str, str]) -> None:
            if values:
                boards.change(board, **values)

        dialog.changed.connect(
            lambda values: self.desk.tasks.write(
                self, partial(change, values), lambda _none: dialog.accept(), dialog.refuse
            )
        )
        dialog.open()

    def _remove(self, board: Board) -> None:
        boards = self.desk.app.boards

        def done(act: str) -> None:
            self.said.emit(Sentence("The board “{title}” was removed.", title=board.title), act)

        self.desk.tasks.write(self, lambda: boards.remove(board), done, self.refused.emit)


def _read_boards(app: App, bootcamp: Bootcamp) -> BoardsRead:
    teams = tuple(app.teams.all(bootcamp))
    by_label = {one.label: one for one in teams}
    boards, counts = app.boards.all(bootcamp), app.boards.counts(bootcamp)
    today = app.clock.now().astimezone(bootcamp.zone).date()
    told = []
    for board in boards:
        try:
            items = app.boards.contents(board.id).items
            count = counts[board.id]
        except (KeyError, Refusal):
            continue  # somebody removed it meanwhile, and says so next
        changed = count.changed_at.astimezone(bootcamp.zone)
        told.append(
            BoardTold(
                board,
                items,
                count.notes,
                changed,
                changed.date() == today,
                by_label.get(board.team),
            )
        )
    return BoardsRead(tuple(told), teams, app.templates.all())


def _grouped(found: Iterable[BoardTold], by: str) -> list[tuple[Text, list[BoardTold]]]:
    """Give the boards under the words of their team, or of their canvas."""
    groups: dict[str, list[BoardTold]] = {}
    for one in found:
        key = one.board.team if by == _TEAM else one.board.template.id
        groups.setdefault(key, []).append(one)
    if by == _TEAM:
        places = {one.board.team: one.team.place if one.team else 9999 for one in found}
        ordered = sorted(groups.items(), key=lambda group: (not group[0], places[group[0]]))
        return [(_team_heading(boards[0]), boards) for _key, boards in ordered]
    return [(_canvas_heading(boards[0]), boards) for boards in groups.values()]


def _head(heading: Text, of_team: BoardTold | None) -> QHBoxLayout:
    title = Label(size="heading", wraps=True)
    say(title, heading)
    head = row(title, gap=10)
    if of_team is not None and of_team.board.team:
        dot = TeamDot()
        dot.show_team(of_team.team)
        head.insertWidget(0, dot)
    head.setStretch(head.count() - 1, 1)
    return head


def _team_heading(told: BoardTold) -> Text:
    return lambda: told.team_name or _("No team")


def _canvas_heading(told: BoardTold) -> Text:
    return lambda: str(told.board.template.title)


def _words_of(told: BoardTold) -> str:
    board, team = told.board, told.team
    title = board.template.title
    words = (board.title_km, board.title_en, title.km, title.en, board.team, board.number)
    names = (team.name_km, team.name_en) if team is not None else ()
    return comparison_key(" ".join((*words, *names, told.team_name)))
