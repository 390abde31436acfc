"""Facilitation on the page of a board: by clicks and the palette, and left with the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.canvases.views import Gesture
from bootcamp_app.features.canvases.voting import NewRound
from bootcamp_app.ui.canvases.around.acts import ON_BOARD
from bootcamp_app.ui.canvases.facilitation.parts import facilitation
from bootcamp_app.ui.canvases.facilitation.snapshots_dialog import SnapshotsDialog
from bootcamp_app.ui.kit.code_field import code_field
from tests.ui.canvases.board_work import BoardWork

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]


@pytest.fixture
def work(day: room.Desk, desk: Desk, qtbot: QtBot) -> BoardWork:
    """A board with two notes, typed as a facilitator does."""
    del day
    made = BoardWork(desk)
    qtbot.addWidget(made.page)
    for line in ("2 Bins at the market", "3 Volunteers"):
        QTest.keyClicks(made.page.entry.field, line)
        QTest.keyClick(made.page.entry.field, Qt.Key.Key_Return)
    made.settle()
    return made


def test_a_click_on_the_board_gives_a_dot_which_it_shows(work: BoardWork, day: room.Desk) -> None:
    page, hand = work.page, facilitation(work.page)
    work.desk.app.votes.open(page.board_id, NewRound("person"))
    ON_BOARD["vote"](page)
    work.settle()
    assert hand.voting is not None
    hand.voting.ballot.let_vote(day.people()[0])
    assert page.contents is not None
    note = page.contents.items[0]
    middle = page.view.mapFromScene(note.x + note.width / 2, note.top + note.height / 2)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    work.settle()

    assert work.desk.app.votes.dots(page.board_id).keys() == {note.id}


def test_a_digit_of_a_khmer_keyboard_votes_too(work: BoardWork, day: room.Desk) -> None:
    page, hand = work.page, facilitation(work.page)
    work.desk.app.votes.open(page.board_id, NewRound("person"))
    hand.open_voting()
    work.settle()
    assert hand.voting is not None
    hand.voting.ballot.let_vote(day.people()[0])
    table = hand.voting.ballot.table
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(table, QKeyEvent(QKeyEvent.Type.KeyPress, 0x17E2, none, "២"))
    work.settle()

    assert hand.ballots.now.dots == {hand.ballots.items()[1].id: 1}


def test_a_badge_is_for_the_vote_while_single_people_vote(work: BoardWork, day: room.Desk) -> None:
    page, hand = work.page, facilitation(work.page)
    hand.open_voting()
    work.settle()
    assert hand.voting is not None
    before = code_field()
    work.desk.app.votes.open(page.board_id, NewRound("person"))
    work.settle()
    page.activateWindow()
    page.view.setFocus()
    work.settle()
    field = code_field()
    assert field is hand.voting.ballot.field
    person = day.people()[0]
    field.setText(day.guest(person).badge)
    field.textEdited.emit(field.text())
    work.settle()

    assert before is None
    assert hand.voting.ballot.who.plain == person.name


def test_the_next_name_is_typed_over_the_notes(work: BoardWork, day: room.Desk) -> None:
    page, hand = work.page, facilitation(work.page)
    work.desk.app.votes.open(page.board_id, NewRound("person"))
    hand.open_voting()
    work.settle()
    assert hand.voting is not None
    hand.voting.ballot.let_vote(day.people()[0])
    QTest.keyClicks(hand.voting.ballot.table, "C")

    assert hand.voting.ballot.field.text().casefold() == "c"


def test_a_board_that_is_left_takes_its_windows_along(work: BoardWork) -> None:
    page, hand = work.page, facilitation(work.page)
    hand.present.action("window").trigger()
    hand.open_voting()
    work.settle()
    shown = hand.present.projector is not None, hand.voting is not None
    page.close_board()
    page.hide()
    work.settle()

    assert shown == (True, True)
    assert (hand.present.projector, hand.strip.isVisible()) == (None, False)


def test_another_board_is_shown_from_its_beginning(work: BoardWork) -> None:
    hand = facilitation(work.page)
    hand.present.action("window").trigger()
    hand.showing.go(3)
    work.open_new()
    window = hand.present.projector

    assert window is not None
    assert window.heading.plain == "Shared ownership agreement"
    assert window.view.contents is not None
    assert window.view.contents.items == ()


def test_the_gauge_follows_what_is_done_to_the_board(work: BoardWork) -> None:
    page, hand = work.page, facilitation(work.page)
    assert page.contents is not None
    ids = [one.id for one in page.contents.items]
    sides = ("government", "resident")
    page.carry_out(
        Gesture(changed={key: {"side": side} for key, side in zip(ids, sides, strict=True)})
    )
    work.settle()

    assert hand.gauge.accessibleName().startswith("Ownership. Government side 50% · Residents 50%")


def test_the_palette_keeps_a_snapshot_and_asks_for_the_time(work: BoardWork) -> None:
    ON_BOARD["snapshots"](work.page)
    work.settle()
    dialog = work.page.findChild(SnapshotsDialog)
    assert dialog is not None
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    work.settle()

    assert [one.title for one in work.desk.app.snapshots.all(work.page.board_id)] == ["Day 1"]
