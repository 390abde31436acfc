"""The votes of the board in front: read beside the window, and again whenever somebody voted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.dots import choices, ranking, tally, totals
from bootcamp_app.features.canvases.views import BoardChanged, SolutionsChanged, VotesChanged
from bootcamp_app.storage.records import RecordsUndone

if TYPE_CHECKING:
    from collections.abc import Callable

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.canvases.dots import Ranked
    from bootcamp_app.features.canvases.ownership import Shares
    from bootcamp_app.features.canvases.views import Item, Round, Vote
    from bootcamp_app.features.canvases.voting import NewRound
    from bootcamp_app.ui.canvases.facilitation.asked_of_page import BoardPageLike


@dataclass(frozen=True)
class Standing:
    """How voting stands: the newest round, its votes, and whose the board is."""

    held: Round | None = None
    votes: tuple[Vote, ...] = ()
    shares: Shares | None = None

    @property
    def is_open(self) -> bool:
        """Whether a round is open."""
        return self.held is not None and self.held.closed_at is None

    @property
    def is_covered(self) -> bool:
        """Whether dots are not to be seen as yet."""
        return self.is_open and self.held is not None and self.held.is_secret

    @property
    def counted(self) -> dict[str, dict[str, int]]:
        """The dots by item and side that may be seen."""
        return {} if self.is_covered else tally(self.votes)

    @property
    def dots(self) -> dict[str, int]:
        """The dots by item that may be seen."""
        return totals(self.counted)

    @property
    def ranked(self) -> list[Ranked]:
        """What leads, as far as it may be seen."""
        return ranking(self.dots)


class Ballots(QObject):
    """Knows how voting stands on the board of a page, and carries out what is done about it."""

    another = Signal()
    """Another board is in front."""
    changed = Signal()
    """Voting or the shares of the board are told anew."""
    refused = Signal(object)
    """A Refusal of what was asked here. A signal: who asked may be closed by then."""

    def __init__(self, page: BoardPageLike, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page
        self.now = Standing()
        self._board = ""
        self._acts: list[str] = []
        page.desk.bridge.happened.connect(self._heard)
        page.shown.connect(self._look_where_another)

    def look(self) -> None:
        """Read how voting stands."""
        app, board = self.page.desk.app, self.page.board_id
        self._board = board
        if board:
            tasks = self.page.desk.tasks
            tasks.read(self, lambda: _standing(app, board), self._show, "ballots", _ignore)

    def items(self) -> list[Item]:
        """Give what may be voted on, in the order in which it is read."""
        contents, held = self.page.contents, self.now.held
        if contents is None or held is None:
            return []
        return choices(contents.items, held, contents.board.template)

    def open(self, wanted: NewRound, done: Callable[[], object]) -> None:
        """Open a round."""
        votes, board = self.page.desk.app.votes, self.page.board_id
        self._acts = []
        self._write(lambda: votes.open(board, wanted), done)

    def close(self) -> None:
        """Close the round that is open."""
        if (held := self.now.held) is not None:
            self._write(lambda: self.page.desk.app.votes.close(held))

    def reopen(self) -> None:
        """Open the last round again."""
        if (held := self.now.held) is not None:
            self._write(lambda: self.page.desk.app.votes.reopen(held))

    def vote(self, item_id: str, voter: str, dots: int) -> None:
        """Have a participation stand at so many dots on an item."""
        self._count(item_id, {"voter": voter}, dots)

    def count(self, item_id: str, side: str, dots: int) -> None:
        """Have a side, or all hands, stand at so many dots on an item."""
        self._count(item_id, {"side": side}, dots)

    def take_back(self, done: Callable[[], object]) -> None:
        """Take back the last vote of the open round that was given here."""
        acts, records = self._acts if self.now.is_open else [], self.page.desk.app.records

        def take_back() -> object:
            # Votes asked for before this are written by now, so that theirs are among the acts.
            if not acts:
                raise Refusal("No vote was given here that could be taken back.")
            return records.undo_act(acts.pop())

        self._write(take_back, done)

    def _count(self, item_id: str, who: dict[str, str], dots: int) -> None:
        held, votes, acts = self.now.held, self.page.desk.app.votes, self._acts
        if held is not None:
            self._write(lambda: acts.append(votes.vote(held, item_id, dots=dots, **who)))

    def _write(self, work: Callable[[], object], done: Callable[[], object] = lambda: None) -> None:
        self.page.desk.tasks.write(self, work, lambda _answer: done(), self.refused.emit)

    def _look_where_another(self) -> None:
        if self.page.board_id != self._board:
            self.now, self._acts = Standing(), []
            self.another.emit()
            self.look()

    def _heard(self, fact: object) -> None:
        is_ours = isinstance(fact, (VotesChanged, BoardChanged)) and (
            fact.board_id == self.page.board_id
        )
        if is_ours or isinstance(fact, (SolutionsChanged, RecordsUndone)):
            self.look()

    def _show(self, now: Standing) -> None:
        self.now = now
        self.page.view.show_dots(now.dots)
        self.changed.emit()


def _standing(app: App, board_id: str) -> Standing:
    held = app.votes.newest(board_id)
    votes = tuple(app.votes.votes(held)) if held else ()
    return Standing(held, votes, app.ownership.of(board_id))


def _ignore(_refusal: Refusal) -> None:
    """Where the board is no more, its page says so."""
