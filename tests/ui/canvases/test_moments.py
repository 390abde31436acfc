"""Snapshots side by side, the gauge of ownership, and every dialog of facilitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QGraphicsPathItem

from bootcamp_app.features.canvases.views import Gesture
from bootcamp_app.features.canvases.voting import NewRound
from bootcamp_app.ui.canvases.facilitation.ownership_dialog import OwnershipDialog
from bootcamp_app.ui.canvases.facilitation.snapshots_dialog import SnapshotsDialog
from tests.ui.canvases.board_stand import StandingPage, stand
from tests.ui.looking import clipped, left_behind, name_of, outside, settle_window, tab_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from bootcamp_app.ui.canvases.facilitation.moment_view import MomentView
    from bootcamp_app.ui.choices import Choices
    from bootcamp_app.ui.desk import Desk
    from tests import desk as room
    from tests.clock import FakeClock

    Settle = Callable[[], None]


@pytest.fixture
def page(day: room.Desk, desk: Desk, qtbot: QtBot, settle: Settle) -> StandingPage:
    del day
    made = stand(desk)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    settle()
    return made


def snapshots(page: StandingPage, settle: Settle) -> SnapshotsDialog:
    QTest.mouseClick(page.facilitation.snapshots, Qt.MouseButton.LeftButton)
    settle()
    dialog = page.findChild(SnapshotsDialog)
    assert dialog is not None
    return dialog


def test_day_1_and_day_3_stand_side_by_side_and_are_told_apart(
    page: StandingPage, settle: Settle, clock: FakeClock
) -> None:
    dialog = snapshots(page, settle)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    moved = {"n2": {"text": "Budget 2028"}, "n3": {"zone": "cso"}}
    page.carry_out(Gesture(changed=moved, removed=("n6",)))
    clock.forward(minutes=48 * 60)
    settle()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog.after.choice.choose(dialog.after.choice.itemData(1))
    settle()

    lists = dialog.differences.list
    assert [one.title for one in page.desk.app.snapshots.all(page.board_id)] == ["Day 1", "Day 3"]
    assert dialog.differences.counts.plain == "1 gone · 1 changed · 1 in another zone"
    assert [lists.item(at).text() for at in range(lists.count())] == [
        "−  Gone: “Nobody said whose”",
        "~  Changed: “Budget 2028”  (before: “Budget line 2027”)",
        "→  In another zone: “Bins at the market”  "
        "(Local administration brings → Civil society brings)",
    ]
    assert [marks(one) for one in (dialog.before, dialog.after)] == [3, 2]


def marks(moment: MomentView) -> int:
    items = moment.view.scene().items()
    return sum(isinstance(one, QGraphicsPathItem) and one.zValue() > 1e6 for one in items)


def test_a_line_brings_its_note_into_sight(page: StandingPage, settle: Settle) -> None:
    page.desk.app.snapshots.keep(page.board_id)
    page.carry_out(Gesture(changed={"n4": {"text": "Every Saturday"}}))
    settle()
    dialog = snapshots(page, settle)
    dialog.differences.list.setFocus()
    QTest.keyClick(dialog.differences.list, Qt.Key.Key_Down)

    assert dialog.before.view.selection() == dialog.after.view.selection() == ("n4",)


def test_nothing_is_left_of_snapshots_that_were_closed(page: StandingPage, settle: Settle) -> None:
    dialog = snapshots(page, settle)
    dialog.close()
    settle()
    assert page.findChild(SnapshotsDialog) is None

    page.carry_out(Gesture(changed={"n1": {"text": "Written later"}}))
    settle()

    assert page.contents is not None
    assert page.contents.items[0].text == "Written later"


def test_a_removed_snapshot_is_told_with_a_way_back(page: StandingPage, settle: Settle) -> None:
    page.desk.app.snapshots.keep(page.board_id)
    said: list[str] = []
    page.said.connect(lambda _text, act: said.append(act))
    dialog = snapshots(page, settle)
    dialog.remove.click()
    settle()
    gone = page.desk.app.snapshots.all(page.board_id)
    page.desk.app.records.undo_act(said[0])

    assert gone == []
    assert len(page.desk.app.snapshots.all(page.board_id)) == 1


def test_the_gauge_says_the_sides_and_the_balance(page: StandingPage, settle: Settle) -> None:
    gauge = page.facilitation.gauge

    assert gauge.accessibleName() == (
        "Ownership. Government side 40% · Civil society side 40% · Residents 20% · not said: 1. "
        "Balance 80%. Both own it: government and citizens have a like part in it"
    )
    page.carry_out(Gesture(changed={"n6": {"side": "government"}}))
    settle()
    assert "Balance 100%" in gauge.accessibleName()


def test_the_gauge_opens_its_figures(page: StandingPage) -> None:
    QTest.keyClick(page.facilitation.gauge, Qt.Key.Key_Space)
    dialog = page.findChild(OwnershipDialog)

    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("language", "percent"), [("en", 100), ("km", 200)])
def test_every_word_can_be_read_and_every_control_has_a_name(
    page: StandingPage, settle: Settle, choices: Choices, language: str, percent: int
) -> None:
    page.desk.app.snapshots.keep(page.board_id)
    page.desk.app.votes.open(page.board_id, NewRound("hands"))
    settle()
    choices.change(language=language, text_percent=percent)
    facilitation = page.facilitation
    facilitation.open_voting()
    facilitation.open_snapshots()
    facilitation.open_ownership()
    facilitation.pill.ask()
    settle()

    dialogs = page.findChildren(QDialog)
    assert len(dialogs) == 4
    for dialog in dialogs:
        settle_window(dialog)
        assert [*clipped(dialog), *outside(dialog)] == []
        assert [type(one).__name__ for one in tab_order(dialog) if not name_of(one).strip()] == []
        assert left_behind(dialog, language) == []


def test_the_head_turns_with_the_language(
    page: StandingPage, settle: Settle, choices: Choices
) -> None:
    choices.change(language="km")
    settle()

    assert left_behind(page, "km") == []
