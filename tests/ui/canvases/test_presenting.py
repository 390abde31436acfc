"""The board for the room: zone by zone, notes uncovered, and nobody's name in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsPathItem

from bootcamp_app.features.canvases import revealing
from bootcamp_app.features.canvases.views import Gesture
from bootcamp_app.features.canvases.voting import NewRound
from tests.ui.canvases.board_stand import StandingPage, stand
from tests.ui.looking import clipped, outside, overlapping, settle_window, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.canvases.facilitation.projector import Projector
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock

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


def present(page: StandingPage, settle: Settle) -> Projector:
    page.facilitation.present.action("window").trigger()
    settle()
    shown = page.facilitation.present.projector
    assert shown is not None
    return shown


def seen(window: Projector) -> tuple[str, str]:
    return window.heading.plain, window.prompt.plain


def dimmed(window: Projector) -> list[QGraphicsPathItem]:
    return [
        one
        for one in window.view.scene().items()
        if isinstance(one, QGraphicsPathItem) and one.zValue() > 1e6
    ]


def test_the_keys_of_a_remote_lead_from_zone_to_zone(page: StandingPage, settle: Settle) -> None:
    window = present(page, settle)
    told = []
    for key in (Key.Key_PageDown, Key.Key_Right, Key.Key_Space, Key.Key_PageUp, Key.Key_Left):
        QTest.keyClick(window, key)
        told.append((window.heading.plain[:1], len(dimmed(window))))
    QTest.keyClick(window, Key.Key_End)
    last = window.heading.plain[:1]
    QTest.keyClick(window, Key.Key_Right)

    assert told == [("1", 1), ("2", 1), ("3", 1), ("2", 1), ("1", 1)]
    assert last == "9"
    assert (window.heading.plain, dimmed(window)) == ("Shared ownership agreement", [])


def test_a_zone_is_shown_as_large_as_it_fits_with_its_title_and_prompt(
    page: StandingPage, settle: Settle
) -> None:
    window = present(page, settle)
    view: Any = window.view
    before = view.transform().m11()
    QTest.keyClick(window, Key.Key_2)
    settle()

    assert seen(window) == (
        "2 · Local administration brings",
        "Mandate, staff, space, data, budget line.",
    )
    assert view.transform().m11() > 1.5 * before


def test_space_uncovers_note_after_note_and_then_goes_on(
    page: StandingPage, settle: Settle
) -> None:
    assert page.contents is not None
    page.carry_out(revealing.covering(page.contents))
    settle()
    window = present(page, settle)
    QTest.keyClick(window, Key.Key_2)
    left = []
    for _each in range(4):
        QTest.keyClick(window, Key.Key_Space)
        settle()
        left.append((window.heading.plain[:1], len(revealing.hidden(page.contents))))
    QTest.keyClick(window, Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    settle()

    assert left == [("2", 5), ("2", 4), ("2", 3), ("3", 3)]
    assert revealing.hidden(page.contents) == []


def test_nothing_in_the_window_says_who_wrote_or_voted(
    page: StandingPage, settle: Settle, day: room.Desk
) -> None:
    person = day.people()[0]
    page.carry_out(Gesture(changed={"n1": {"author": person.participation_id}}))
    votes = page.desk.app.votes
    held = votes.open(page.board_id, NewRound("person"))
    votes.vote(held, "n1", voter=person.participation_id)
    settle()
    window = present(page, settle)
    view: Any = window.view

    texts = " ".join(texts_of(window))
    assert "(1)" in texts
    assert [one.author for one in view.contents.items] == [""] * 6
    assert [name for name in (person.name_en, person.name_km) if name in texts] == []


def test_a_secret_round_shows_nothing_before_it_is_closed(
    page: StandingPage, settle: Settle
) -> None:
    votes = page.desk.app.votes
    held = votes.open(page.board_id, NewRound("side", 0, "What first?", is_secret=True))
    votes.vote(held, "n1", side="resident", dots=7)
    window = present(page, settle)
    before = window.results.title.plain, window.results.first.plain
    votes.close(held)
    settle()

    assert before == ("What first? · the dots are shown when the round is closed", "")
    assert window.results.first.plain == "1. បុគ្គលិក ២ នាក់ ដឹកសំរាម (7)"


def test_what_is_covered_is_not_read_from_the_result(page: StandingPage, settle: Settle) -> None:
    held = page.desk.app.votes.open(page.board_id, NewRound("hands"))
    page.desk.app.votes.vote(held, "n3", dots=2)
    page.carry_out(Gesture(changed={"n3": {"is_hidden": True}}))
    settle()
    window = present(page, settle)
    before = window.results.first.plain
    page.facilitation.showing.reveal_all()
    settle()

    assert (before, window.results.first.plain) == ("1. (covered) (2)", "1. Bins at the market (2)")


def test_the_time_is_large_in_it(page: StandingPage, settle: Settle, clock: FakeClock) -> None:
    window = present(page, settle)
    hidden = window.time.isVisible()
    page.facilitation.timer.start(45)
    clock.forward(minutes=44)
    page.facilitation.timer.look()

    assert (hidden, window.time.face.plain, window.time.word.plain) == (
        False,
        "01:00",
        "almost over",
    )
    assert window.time.face.font().pixelSize() > 3 * page.font().pixelSize()


def test_it_can_be_dark_and_escape_closes_it(page: StandingPage, settle: Settle) -> None:
    window = present(page, settle)
    QTest.keyClick(window, Key.Key_B)
    dark = window._cover.isVisible()
    QTest.keyClick(window, Key.Key_Right)
    light = window._cover.isVisible()
    strip = page.facilitation.strip
    shown = strip.isVisible()
    QTest.keyClick(window, Key.Key_Escape)
    settle()

    assert (dark, light, shown, strip.isVisible()) == (True, False, True, False)
    assert page.facilitation.present.projector is None


def test_the_laptop_leads_as_well(page: StandingPage, settle: Settle) -> None:
    window = present(page, settle)
    strip = page.facilitation.strip
    QTest.keyClick(strip.forward, Key.Key_Right)
    QTest.mouseClick(strip.forward, Qt.MouseButton.LeftButton)
    strip.cover.trigger()
    settle()

    assert window.heading.plain[:1] == "2"
    assert (strip.where.plain, strip.covered.plain) == (
        "2/9 · Local administration brings",
        "3 notes are covered.",
    )


@pytest.mark.parametrize("width", [1200, 480])
def test_the_strip_is_never_higher_than_two_lines(
    page: StandingPage, settle: Settle, choices: Choices, width: int
) -> None:
    present(page, settle)
    choices.change(language="km", text_percent=150)
    strip = page.facilitation.strip
    strip.setParent(None)
    strip.setFixedWidth(width)
    strip.show()
    page.facilitation.showing.go(2)
    settle_window(strip)

    parts = (strip.back, strip.forward, strip.reveal, strip.more, strip.end)
    assert len({one.mapTo(strip, one.rect().center()).y() // 8 for one in parts}) <= 2
    assert [*clipped(strip), *overlapping(strip), *outside(strip)] == []
    assert strip.reveal.accessibleName()


def test_what_changes_on_the_board_is_seen_at_once(page: StandingPage, settle: Settle) -> None:
    window = present(page, settle)
    page.carry_out(Gesture(removed=("n1",)))
    settle()
    view: Any = window.view

    assert len(view.contents.items) == 5
