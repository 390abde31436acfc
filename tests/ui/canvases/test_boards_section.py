"""All boards of the bootcamp: made, found, called otherwise, removed, and opened over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from bootcamp_app.features.canvases.views import Gesture, Item, NewBoard
from bootcamp_app.features.teams.tables import TeamRow
from bootcamp_app.ui.canvases.board_dialogs import ChangeBoardDialog, NewBoardDialog
from bootcamp_app.ui.canvases.boards_section import BoardsSection
from bootcamp_app.ui.canvases.canvases_page import CanvasesPage
from bootcamp_app.ui.help.panel import HelpPanel
from bootcamp_app.ui.help.topics import BOARD, TOPICS
from bootcamp_app.ui.kit.label import Label
from tests.ui.canvases.board_work import write
from tests.ui.looking import (
    clipped,
    left_behind,
    name_of,
    outside,
    overlapping,
    settle_window,
    tab_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.features.canvases.views import Board
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.ui.program import Running

    Settle = Callable[[], None]

LEFT = Qt.MouseButton.LeftButton
TEAMS = (("1", "ឈូក", "Lotus", "pink"), ("2", "ម្លិះ", "Jasmine", "green"))


def add_teams(desk: Desk) -> None:
    bootcamp = desk.bootcamp
    assert bootcamp is not None
    with desk.app.database.write() as work:
        for place, (label, km, en, colour) in enumerate(TEAMS):
            work.add(
                TeamRow(bootcamp_id=bootcamp.id, label=label, name_km=km, name_en=en,
                        colour=colour, place=place)
            )  # fmt: skip


@pytest.fixture
def section(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> BoardsSection:
    del day
    add_teams(desk)
    made = BoardsSection(desk)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.came_to_front()
    settle()
    return made


def make(section: BoardsSection, settle: Settle, *teams: str, template: str = "co-ownership",
         ) -> list[Board]:  # fmt: skip
    bootcamp = section.desk.bootcamp
    assert bootcamp is not None
    boards = section.desk.app.boards
    made = [boards.make(bootcamp, NewBoard(template, team)) for team in teams]
    settle()
    return made


def names(section: BoardsSection) -> list[str]:
    return [card.open.accessibleName() for card in section.cards]


def dialog_of(section: BoardsSection, kind: type[Any]) -> Any:  # noqa: ANN401 - a dialog
    return section.findChildren(kind)[-1]


def test_without_a_board_it_is_said_what_one_is(section: BoardsSection) -> None:
    assert section.first.isVisible()
    assert not section.search.isVisible()


def test_one_press_makes_a_board_for_every_team(section: BoardsSection, settle: Settle) -> None:
    told: list[str] = []
    section.said.connect(lambda text, _act: told.append(text()))

    QTest.mouseClick(section.first, LEFT)
    QTest.mouseClick(dialog_of(section, NewBoardDialog).main, LEFT)
    settle()

    assert [name.split(", ")[1] for name in names(section)] == ["Lotus", "Jasmine"]
    assert told == ["2 boards were made."]


def test_a_board_for_one_team_is_opened_at_once(section: BoardsSection, settle: Settle) -> None:
    opened: list[str] = []
    section.board_wanted.connect(opened.append)
    section.ask_new()
    dialog = dialog_of(section, NewBoardDialog)
    dialog.form.field("team").choose("2")

    QTest.mouseClick(dialog.main, LEFT)
    settle()

    assert opened == [section.cards[0].told.board.id]
    assert section.cards[0].told.board.team == "2"


def test_a_card_says_whose_it_is_how_full_and_when_it_changed(
    section: BoardsSection, settle: Settle
) -> None:
    (board,) = make(section, settle, "1")
    before = section.card(board.id).grab().toImage()

    note = Item("n1", "note", "", 100, 100, 38, 38, text="one", colour="pink")
    section.desk.app.boards.apply(board.id, Gesture((note,)))
    settle()

    assert names(section) == ["Shared ownership agreement, Lotus, A1 · 1 note · 08:00"]
    assert section.card(board.id).grab().toImage() != before


def test_boards_stand_by_team_or_by_canvas_and_are_found(
    section: BoardsSection, settle: Settle
) -> None:
    make(section, settle, "2", "", "1")
    make(section, settle, "1", template="problem-definition")
    by_team = [card.told.board.team for card in section.cards]

    QTest.mouseClick(section.by.findChildren(QPushButton)[1], LEFT)
    by_canvas = [card.told.board.template.id for card in section.cards]
    write(section.search, "ឈូក")
    QTest.keyClick(section.search, Qt.Key.Key_Return)
    found = [card.told.board.team for card in section.cards]

    assert by_team == ["1", "1", "2", ""]
    assert by_canvas == ["co-ownership"] * 3 + ["problem-definition"]
    assert found == ["1", "1"]
    QTest.keyClicks(section.search, "xyz")
    QTest.keyClick(section.search, Qt.Key.Key_Return)
    assert section.cards == []


def test_a_board_gets_another_name_team_and_paper(section: BoardsSection, settle: Settle) -> None:
    (board,) = make(section, settle, "1")
    section.card(board.id).menu.action("change").trigger()
    dialog = dialog_of(section, ChangeBoardDialog)
    dialog.form.field("title_en").setText("Bins")
    dialog.form.field("team").choose("2")
    dialog.form.field("paper").choose("A3")

    QTest.mouseClick(dialog.main, LEFT)
    settle()

    assert names(section) == ["Bins, Jasmine, A3 · 0 notes · 08:00"]


def test_a_removed_board_comes_back_by_its_toast(section: BoardsSection, settle: Settle) -> None:
    acts: list[str] = []
    (board,) = make(section, settle, "1")
    section.said.connect(lambda _text, act: acts.append(act))

    section.card(board.id).menu.action("remove").trigger()
    settle()
    gone = names(section)
    section.desk.app.records.undo_act(acts[0])
    settle()

    assert (gone, len(section.cards)) == ([], 1)


def test_sixty_boards_are_shown_and_every_card_can_be_pressed(
    section: BoardsSection, settle: Settle, qtbot: QtBot
) -> None:
    make(section, settle, *(["1"] * 60))
    qtbot.waitUntil(lambda: len(section.cards) == 60)
    settle()

    places = {card.mapTo(section, card.rect().topLeft()).toTuple() for card in section.cards}
    assert len(places) == 60
    assert all(card.isVisible() for card in section.cards)


def test_a_board_lies_over_the_whole_page_and_escape_leads_back(running: Running) -> None:
    day = running.fill()
    add_teams(running.desk)
    board = running.desk.app.boards.make(day.bootcamp, NewBoard("co-ownership", "1"))
    window = running.show("canvases")
    window.activateWindow()
    page = window.page("canvases")
    assert isinstance(page, CanvasesPage)
    page.show_section("boards")
    running.settle()
    section = page.section("boards")
    assert isinstance(section, BoardsSection)
    window.help_wanted.emit()
    (help_panel,) = window.findChildren(HelpPanel)

    QTest.mouseClick(section.card(board.id).open, LEFT)
    running.settle()

    assert TOPICS[BOARD].purpose in told(help_panel)
    assert page.board is not None
    assert page.board.head.title.plain == "Lotus · Shared ownership agreement"
    assert not page.sections.isVisible()
    entry = page.board.entry.field
    entry.setFocus()
    QTest.keyClicks(entry, "2 one")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    running.settle()
    QTest.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()
    assert running.desk.app.boards.contents(board.id).items == ()
    page.board.view.setFocus()
    QTest.keyClick(page.board.view, Qt.Key.Key_Escape)
    running.settle()
    assert page.sections.isVisible()
    assert section.card(board.id).isVisible()
    assert TOPICS["canvases"].purpose in told(help_panel)


def told(panel: HelpPanel) -> list[str]:
    return [label.plain for label in panel.findChildren(Label) if label.isVisibleTo(panel)]


@pytest.fixture
def opened(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> CanvasesPage:
    """The page with a board over it, as large as the smallest window leaves it."""
    add_teams(desk)
    board = desk.app.boards.make(day.bootcamp, NewBoard("co-ownership", "1"))
    note = Item("n1", "note", "", 100, 100, 38, 38, text="one")
    desk.app.boards.apply(board.id, Gesture((note,)))
    page = CanvasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1126, 692)
    page.show()
    page.open_board(board.id)
    settle()
    return page


def test_the_board_can_be_read_whole_and_every_control_has_a_name(
    opened: CanvasesPage, choices: Choices
) -> None:
    assert faults(opened, choices, [("km", 150)]) == []


def test_a_section_is_as_high_as_it_needs_whatever_was_opened_before(
    desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page = CanvasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1126, 692)
    page.show()
    settle()
    gallery = page.section("gallery").height()

    page.show_section("solutions")
    settle()

    assert page.section("solutions").isVisible()
    assert not page.section("gallery").isVisible()
    assert page.section("solutions").height() < gallery / 2


@pytest.mark.slow
def test_at_every_size_and_in_both_languages_the_board_can_be_read_whole(
    opened: CanvasesPage, choices: Choices
) -> None:
    assert faults(opened, choices, [("en", 100), ("en", 150), ("km", 100), ("km", 200)]) == []


def faults(page: CanvasesPage, choices: Choices, sizes: list[tuple[str, int]]) -> list[str]:
    """Give what of a board cannot be read, or has no name, on the paper and in the list."""
    wrong: list[str] = []
    for language, percent in sizes:
        choices.change(language=language, text_percent=percent)
        for look in (_paper, _chosen, _list):
            look(page)
            settle_window(page)
            seen = (*clipped(page), *overlapping(page), *outside(page))
            wrong += [f"{language} {percent} {look.__name__}: {fault}" for fault in seen]
            wrong += [f"{language}: {text}" for text in left_behind(page, language)]
            wrong += [
                f"nameless {type(one).__name__} in {type(one.parentWidget()).__name__}"
                for one in tab_order(page)
                if not name_of(one).strip()
            ]
    return sorted(set(wrong))


def _paper(page: CanvasesPage) -> None:
    assert page.board is not None
    page.board.show_list(is_shown=False)
    page.board.choose(())


def _chosen(page: CanvasesPage) -> None:
    assert page.board is not None
    page.board.choose(("n1",))


def _list(page: CanvasesPage) -> None:
    assert page.board is not None
    page.board.show_list(is_shown=True)
