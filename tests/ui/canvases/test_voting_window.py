"""Voting beside the board: by key, by click, by badge, and by counting hands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from bootcamp_app.features.canvases.views import Gesture
from bootcamp_app.features.canvases.voting import NewRound
from bootcamp_app.ui.canvases.facilitation.counts_grid import ON_A_PAGE
from tests.ui.canvases.board_stand import StandingPage, stand

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.canvases.facilitation.voting_window import VotingWindow
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room

    Settle = Callable[[], None]

Key = Qt.Key


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> StandingPage:
    del day
    made = stand(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    settle()
    return made


def voting(page: StandingPage, settle: Settle) -> VotingWindow:
    QTest.mouseClick(page.facilitation.vote, Qt.MouseButton.LeftButton)
    settle()
    window = page.facilitation.voting
    assert window is not None
    return window


def opened(page: StandingPage, settle: Settle, kind: str = "person") -> VotingWindow:
    dots = 3 if kind == "person" else 0
    page.desk.app.votes.open(page.board_id, NewRound(kind, dots))
    settle()
    return voting(page, settle)


def type_name(window: VotingWindow, text: str, settle: Settle) -> None:
    window.ballot.field.setFocus()
    QTest.keyClicks(window.ballot.field, text)
    QTest.keyClick(window.ballot.field, Key.Key_Return)
    settle()


def test_a_round_is_opened_by_keys(page: StandingPage, settle: Settle) -> None:
    window = voting(page, settle)
    QTest.keyClicks(window.form.field("title"), "What first?")
    QTest.keyClick(window, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    held = page.desk.app.votes.newest(page.board_id)
    assert held is not None
    assert (held.title, held.kind, held.dots) == ("What first?", "person", 3)
    assert window.heading.plain == "What first?"


def test_who_is_chosen_by_badge_gives_dots_by_keys(
    page: StandingPage, settle: Settle, day: room.Desk
) -> None:
    window = opened(page, settle)
    person = day.people()[0]
    type_name(window, day.guest(person).badge, settle)
    for key in (Key.Key_1, Key.Key_3, Key.Key_1):
        QTest.keyClick(window.ballot.table, key)
    settle()
    full = window.ballot.dots_left.accessibleName()
    QTest.keyClick(window.ballot.table, Key.Key_2)
    settle()

    assert window.ballot.who.plain == person.name
    assert page.desk.app.votes.dots(page.board_id).keys() == {"n1", "n3"}
    assert full == "All dots are given"
    assert "All 3 dots are given" in window.banner.findChildren(type(window.heading))[0].plain


def test_enter_gives_a_dot_and_minus_takes_it_back(
    page: StandingPage, settle: Settle, day: room.Desk
) -> None:
    window = opened(page, settle)
    window.ballot.let_vote(day.people()[0])
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Return, Key.Key_Minus):
        QTest.keyClick(window.ballot.table, key)
    settle()

    counted = page.facilitation.ballots.now.dots
    assert counted == {"n2": 1}
    assert window.ballot.dots_left.accessibleName() == "2 dots left"


def test_a_click_on_a_note_of_the_board_gives_a_dot(
    page: StandingPage, settle: Settle, day: room.Desk
) -> None:
    window = opened(page, settle)
    window.ballot.let_vote(day.people()[0])
    view: Any = page.view
    note = next(one for one in view.contents.items if one.id == "n4")
    place = view.mapFromScene(note.x + note.width / 2, note.top + note.height / 2)
    for _each in range(2):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle()

    assert page.facilitation.ballots.now.dots == {"n4": 2}


def test_only_a_click_gives_dots(page: StandingPage, settle: Settle, day: room.Desk) -> None:
    window = opened(page, settle)
    window.ballot.let_vote(day.people()[0])
    view: Any = page.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_Tab)
    note = next(one for one in view.contents.items if one.id == "n4")
    start = view.mapFromScene(note.x + note.width / 2, note.top + note.height / 2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(12, 9))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(12, 9))
    view.select(["n2", "n3"])
    page.carry_out(Gesture(removed=("n2",)))
    settle()

    assert page.facilitation.ballots.now.dots == {}


def test_nothing_is_left_of_a_window_that_was_closed(page: StandingPage, settle: Settle) -> None:
    window = opened(page, settle)
    window.close()
    settle()
    assert not isValid(window)

    page.carry_out(Gesture(changed={"n1": {"text": "Written later"}}))
    settle()

    assert page.facilitation.voting is None


def test_ctrl_z_takes_back_the_last_dots(
    page: StandingPage, settle: Settle, day: room.Desk
) -> None:
    window = opened(page, settle)
    window.ballot.let_vote(day.people()[0])
    for key in (Key.Key_1, Key.Key_1, Key.Key_3):
        QTest.keyClick(window.ballot.table, key)
    for _each in range(2):
        QTest.keyClick(window.ballot.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    twice = page.facilitation.ballots.now.dots
    left = window.ballot.dots_left.accessibleName()
    for _each in range(2):
        QTest.keyClick(window.ballot.field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle()

    assert (twice, left) == ({"n1": 1}, "2 dots left")
    assert page.facilitation.ballots.now.dots == {}
    assert window.banner.isVisible()


def test_ctrl_z_takes_back_typing_first_and_then_counted_hands(
    page: StandingPage, settle: Settle
) -> None:
    window = opened(page, settle, "hands")
    first, second = (window.counts.fields[key, ""] for key in ("n1", "n2"))
    first.setFocus()
    first.selectAll()
    QTest.keyClicks(first, "12")
    QTest.keyClick(first, Key.Key_Tab)
    QTest.keyClicks(second, "3")
    settle()
    QTest.keyClick(second, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    typed = second.text()
    settle()
    QTest.keyClick(second, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert (typed, first.value()) == ("0", 0)
    assert page.facilitation.ballots.now.dots == {}


def test_a_number_being_typed_stays_while_notes_change_and_counts_at_the_end(
    page: StandingPage, settle: Settle
) -> None:
    window = opened(page, settle, "hands")
    field = window.counts.fields["n3", ""]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "17")
    assert page.contents is not None
    note = replace(page.contents.items[0], id="n0", text="Entered meanwhile")
    page.carry_out(Gesture((note,), {"n3": {"text": "Otherwise"}}, ("n2",)))
    settle()
    names = [name for name, _side in window.counts.fields]
    QTest.keyClick(window, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert names == ["n0", "n1", "n3", "n4", "n5", "n6"]
    assert window.ranking.list.item(0).text() == "1. Otherwise (17)"


def test_tab_leads_through_all_fields_also_those_that_came_later(
    page: StandingPage, settle: Settle
) -> None:
    window = opened(page, settle, "hands")
    assert page.contents is not None
    first = page.contents.items[0]
    page.carry_out(Gesture(tuple(
        replace(first, id=f"m{at:02}", x=first.x + 0.01 * at) for at in range(50)
    )))  # fmt: skip
    settle()
    window.counts.begin()
    named: dict[object, str] = {
        field: name for (name, _side), field in window.counts.fields.items()
    }
    walked = []
    for _each in named:
        held = window.focusWidget()
        walked.append(named.get(held))
        QTest.keyClick(held, Key.Key_Tab)

    assert walked == list(named.values())
    assert len(walked) == ON_A_PAGE
    QTest.mouseClick(window.counts.later, Qt.MouseButton.LeftButton)
    assert next(iter(window.counts.fields)) == ("m39", "")
    assert window.focusWidget() is window.counts.fields["m39", ""]
    window.counts.take_keys("m01")
    assert window.focusWidget() is window.counts.fields["m01", ""]


def test_nobody_votes_who_is_not_there(page: StandingPage, settle: Settle) -> None:
    window = opened(page, settle)
    type_name(window, "Nobody at all", settle)

    assert window.banner.isVisible()
    assert window.ballot.who.plain == "Nobody votes yet."


def test_hands_are_typed_note_by_note_and_ranked_when_closed(
    page: StandingPage, settle: Settle
) -> None:
    window = opened(page, settle, "hands")
    for key, number in (("n1", "12"), ("n3", "12"), ("n5", "4")):
        field = window.counts.fields[key, ""]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, number)
        QTest.keyClick(field, Key.Key_Tab)
    settle()
    QTest.mouseClick(window.main, Qt.MouseButton.LeftButton)
    settle()

    lines = [window.ranking.list.item(at).text() for at in range(window.ranking.list.count())]
    assert lines == [
        "1. បុគ្គលិក ២ នាក់ ដឹកសំរាម (12, tied)",
        "1. Bins at the market (12, tied)",
        "3. យើងចាំផ្ទះរៀងខ្លួន (4)",
    ]


def test_hands_can_be_counted_by_side(page: StandingPage, settle: Settle) -> None:
    window = opened(page, settle, "hands")
    by_side = window.counts.ways.findChildren(QPushButton)[1]
    QTest.mouseClick(by_side, Qt.MouseButton.LeftButton)
    window.counts.fields["n2", "resident"].setValue(5)
    settle()

    assert page.facilitation.ballots.now.counted == {"n2": {"resident": 5}}


def test_a_closed_round_is_opened_again_or_followed_by_another(
    page: StandingPage, settle: Settle
) -> None:
    window = opened(page, settle, "side")
    QTest.mouseClick(window.main, Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(window.again, Qt.MouseButton.LeftButton)
    settle()
    is_open = page.facilitation.ballots.now.is_open
    QTest.mouseClick(window.main, Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(window.another, Qt.MouseButton.LeftButton)

    assert is_open
    assert window.form.isVisible()


def test_the_dots_show_on_the_board(page: StandingPage, settle: Settle) -> None:
    held = page.desk.app.votes.open(page.board_id, NewRound("hands"))
    page.desk.app.votes.vote(held, "n1", dots=3)
    settle()
    view: Any = page.view

    assert view._dots == {"n1": 3}
