"""The list of solutions with what can be done with all of them, or how to begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.canvases.solution_card import Shown, SolutionCard
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.empty import EmptyState
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import GAP, Flow, column, holding
from bootcamp_app.ui.kit.menu_button import MenuButton
from bootcamp_app.ui.kit.tab_order import follow_layouts
from bootcamp_app.ui.people.clearing import clear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.readiness import Owner, Standing
    from bootcamp_app.features.canvases.views import Board, Solution
    from bootcamp_app.ui.words import Text


@dataclass(frozen=True)
class Read:
    """The solutions of a bootcamp, with what is told of them and offered for them."""

    solutions: tuple[Solution, ...]
    standings: Mapping[str, Standing]
    owners: Mapping[str, Owner]
    teams: Mapping[str, Text]
    boards: tuple[Board, ...]

    @property
    def board_choices(self) -> list[tuple[str, Text]]:
        """Every board by its id, with what it is called."""
        return [(one.id, partial(self._called, one)) for one in self.boards]

    def team_choices(self, besides: str) -> list[tuple[str, Text]]:
        """Every team by its label, and this one, too."""
        labels = dict(self.teams)
        for label in (besides, *(one.team for one in self.boards)):
            labels.setdefault(label, partial(str, label))
        labels.pop("", None)
        return list(labels.items())

    def team(self, label: str) -> str:
        """What a team is called."""
        called = self.teams.get(label, label)
        return called() if callable(called) else str(called)

    def _called(self, board: Board) -> str:
        return " · ".join(filter(None, (board.title, self.team(board.team), board.number)))


def read_solutions(app: App, bootcamp: Bootcamp) -> Read:
    """Give what the list shows of a bootcamp."""
    solutions = app.solutions.all(bootcamp)
    return Read(
        tuple(solutions),
        app.solutions.standings(bootcamp),
        app.solutions.owners(solutions),
        {one.label: partial(str, one) for one in app.teams.all(bootcamp)},
        tuple(app.boards.all(bootcamp)),
    )


class BoardMenu(MenuButton):
    """Offers the boards to begin a solution from."""

    board_chosen = Signal(str)
    """The id of a board."""

    def __init__(self) -> None:
        super().__init__(N_("From a board"), "canvas")
        self._shown = 0

    def show_boards(self, boards: Sequence[tuple[str, Text]]) -> None:
        """Offer these, by id."""
        for number, (board_id, called) in enumerate(boards):
            self.offer(str(number), called, partial(self.board_chosen.emit, board_id))
        for number in range(len(boards), self._shown):
            self.action(str(number)).setVisible(False)
        self._shown = max(self._shown, len(boards))
        self.setEnabled(bool(boards))


class SolutionList(QWidget):
    """A card for each solution; where there is none, what to do first."""

    wanted = Signal(str, object)
    """(act, Solution) that somebody asked for on a card."""

    def __init__(self) -> None:
        super().__init__()
        self.read: Read | None = None
        self.cards: list[SolutionCard] = []
        self.from_board = BoardMenu()
        self.print_all = Button(N_("Print all to sign"), icon_name="printer")
        self.pack = Button(N_("Make the pack…"), icon_name="download")
        self.write = Button(N_("Write a solution"), kind="main", icon_name="plus")
        self.first = Button(N_("Write a solution"), kind="main", icon_name="plus")
        self.first_from_board = BoardMenu()
        self._build()

    def show_read(self, read: Read | None) -> None:
        """Show these solutions; the keyboard stays on the act that it was on."""
        held = self._held()
        self.read = read
        clear(self._lines)
        solutions = read.solutions if read else ()
        self.cards = [
            self._card(read, one, place) for place, one in enumerate(solutions) if read is not None
        ]
        for card in self.cards:
            self._lines.addWidget(card)
        self._nothing.setVisible(not self.cards)
        self._whole.setVisible(bool(self.cards))
        self.first.setEnabled(read is not None)
        for menu in (self.from_board, self.first_from_board):
            menu.show_boards(read.board_choices if read else [])
        follow_layouts(self)
        if held is not None:
            self._hold(*held)

    def take_focus(self) -> None:
        """Put the keys on the act that was used last, or on what begins."""
        if self.cards:
            self.write.setFocus()
        else:
            self.first.setFocus()

    def _build(self) -> None:
        about = Label(
            N_(
                "What the teams' boards end in: each solution has an owner on the government side "
                "and one on the civil-society side, and a first step with a date."
            ),
            tone="muted",
            wraps=True,
        )
        self._lines = column(gap=GAP)
        buttons = holding(Flow(self.from_board, self.print_all, self.pack, self.write))
        self._whole = holding(column(about, buttons, self._lines, 1))
        self._nothing = EmptyState(
            "sparkles",
            N_("No solutions yet"),
            N_(
                "A solution is what a board ends in. Begin from a team's board, whose notes fill "
                "in what they tell, or write one yourself."
            ),
            self.first_from_board,
            self.first,
        )
        self._whole.hide()
        whole = column(self._whole, self._nothing)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _card(self, read: Read, one: Solution, place: int) -> SolutionCard:
        card = SolutionCard(
            Shown(
                one,
                read.standings[one.id],
                read.owners,
                read.team(one.team),
                has_board=any(board.id == one.board_id for board in read.boards),
                is_first=place == 0,
                is_last=place == len(read.solutions) - 1,
            )
        )
        card.wanted.connect(lambda act: self.wanted.emit(act, one))
        return card

    def _held(self) -> tuple[str, str] | None:
        return next(
            (
                (card.solution.id, name)
                for card in self.cards
                for name, act in card.acts.items()
                if act.hasFocus()
            ),
            None,
        )

    def _hold(self, solution_id: str, name: str) -> None:
        for card in self.cards:
            if card.solution.id == solution_id:
                act = card.acts[name]
                (act if act.isEnabled() else card.acts["edit"]).setFocus()
                return
        self.take_focus()
