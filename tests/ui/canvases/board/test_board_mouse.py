"""The mouse on the board: choosing, moving, pulling, drawing; each movement is one gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bootcamp_app.features.canvases.views import NOTE_COLOURS, Gesture, Item
from tests.ui.canvases.board.boards import ALT, CONTROL, LEFT, NONE, SHIFT, board_of, note

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.canvases.board.boards import Touched


_INVERTED = False


def test_a_note_moves_with_the_hand_and_is_told_once(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 250, 200))

    touched.drag((39, 129), (200, 129), ALT, lets_go=False)
    told_while_moving = list(touched.gestures)
    QTest.mouseRelease(touched.view.viewport(), LEFT, ALT, touched.spot(200, 129))

    assert told_while_moving == []
    (gesture,) = touched.gestures
    change = gesture.changed["a"]
    assert change["x"] == pytest.approx(181, abs=0.6)
    assert change["zone"] == "where"
    assert set(change) <= {"x", "top", "zone"}
    assert touched.colour(183.5 + 20, 140).name() == NOTE_COLOURS["yellow"].lower()


def test_what_is_dragged_far_off_stays_beside_the_paper(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 250, 200))
    touched.view.select(["a", "b"])

    touched.drag(touched.middle("a"), (2000, 3000), ALT)
    (gesture,) = touched.gestures

    # Both go together, until the one that is further on lies at the end of the ground.
    first, second = gesture.changed["a"], gesture.changed["b"]
    assert second["x"] + 38 == pytest.approx(480, abs=0.6)
    assert second["top"] + 38 == pytest.approx(357, abs=0.6)
    assert second["x"] - first["x"] == pytest.approx(230, abs=0.1)


def test_what_lies_far_off_comes_back_by_hand(touched: Touched) -> None:
    touched.lay(note("a", 900, 110), note("b", 20, 110))
    touched.view.select(["a", "b"])

    touched.drag(touched.middle("b"), (-400, 129), ALT)

    assert touched.gestures[0].changed["a"]["x"] < 900


def test_nothing_is_told_where_nothing_became_different(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))

    touched.click(touched.middle("a"))
    touched.drag((39, 129), (120, 129), lets_go=False)
    touched.key(Qt.Key.Key_Escape)

    assert touched.gestures == []
    assert touched.middle("a") == (39, 129)


def test_the_template_cannot_be_moved(touched: Touched) -> None:
    touched.lay(note("a", 200, 200))
    before = touched.view.viewport().grab(touched.view.viewport().rect()).toImage()

    touched.drag((60, 52), (160, 152))
    touched.click((5, 5))

    assert touched.view.viewport().grab().toImage() == before
    assert touched.gestures == []


def test_clicks_choose_add_and_leave(touched: Touched) -> None:
    told: list[tuple[str, ...]] = []
    touched.lay(note("a", 20, 110), note("b", 70, 110), note("c", 120, 110))
    touched.view.selected.connect(told.append)

    touched.click(touched.middle("a"))
    touched.click(touched.middle("b"), SHIFT)
    touched.click(touched.middle("a"), CONTROL)
    touched.click((380, 280))

    assert told == [("a",), ("a", "b"), ("b",), ()]


def test_a_click_on_one_of_many_means_that_one_and_a_drag_takes_all(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 70, 110))
    touched.view.select(["a", "b"])

    touched.drag(touched.middle("a"), (39, 229), SHIFT | ALT)
    taken = touched.view.selection()
    touched.click(touched.middle("a"))

    assert set(touched.gestures[0].changed) == {"a", "b"}
    assert (set(taken), touched.view.selection()) == ({"a", "b"}, ("a",))


def test_an_area_chooses_what_it_touches(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 70, 110), note("c", 220, 210))

    touched.drag((12, 100), (90, 160))

    assert set(touched.view.selection()) == {"a", "b"}
    assert touched.gestures == []


def test_one_of_a_group_chooses_all_and_a_double_click_chooses_one(touched: Touched) -> None:
    touched.lay(
        note("a", 20, 110, group_id="g"), note("b", 70, 110, group_id="g"), note("c", 220, 210)
    )

    touched.click(touched.middle("a"))
    whole = touched.view.selection()
    touched.double_click(touched.middle("b"))
    one = touched.view.selection()
    touched.click((380, 280))
    touched.click(touched.middle("a"), ALT)

    assert (whole, one, touched.view.selection()) == (("a", "b"), ("b",), ("a",))


def test_a_group_moves_as_one_gesture(touched: Touched) -> None:
    touched.lay(note("a", 20, 110, group_id="g"), note("b", 70, 110, group_id="g"))

    touched.click(touched.middle("a"))
    touched.drag(touched.middle("a"), (139, 209), ALT)

    (gesture,) = touched.gestures
    assert set(gesture.changed) == {"a", "b"}
    assert gesture.changed["b"]["x"] - gesture.changed["a"]["x"] == pytest.approx(50)


def test_a_moved_note_catches_on_its_neighbour_unless_alt_is_held(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 100, 200))

    touched.drag(touched.middle("b"), (100 + 19, 131), lets_go=False)
    caught = touched.view.board.piece("b")
    assert caught is not None
    in_line = caught.frame.top
    guides = [one.isVisible() for one in touched.view._guides]
    touched.hover(touched.spot(100 + 19, 131), ALT)
    free = caught.frame.top
    QTest.mouseRelease(touched.view.viewport(), LEFT, ALT, touched.spot(119, 131))

    assert in_line == 110
    assert any(guides)
    assert free != 110
    assert not any(one.isVisible() for one in touched.view._guides)


def test_a_handle_makes_a_note_larger_and_shift_keeps_it_square(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.click(touched.middle("a"))

    touched.drag((58, 148), (98, 158), SHIFT | ALT)
    square = touched.item("a")
    touched.drag((square.x + square.width, square.top + square.height), (118, 150), ALT)

    assert square.width == pytest.approx(78, abs=0.6)
    assert square.height == pytest.approx(square.width, abs=0.01)
    assert touched.item("a").width == pytest.approx(98, abs=0.7)
    assert touched.item("a").height == pytest.approx(40, abs=0.7)
    assert len(touched.gestures) == 2


def test_a_picture_keeps_its_shape(touched: Touched) -> None:
    touched.lay(Item("p", "picture", "", 40, 110, 60, 30, picture="unknown"))
    touched.click((70, 125))

    touched.drag((100, 140), (160, 145), ALT)

    now = touched.item("p")
    assert now.width == pytest.approx(120, abs=1)
    assert now.width / now.height == pytest.approx(2, abs=0.01)
    assert touched.view.missing_pictures() == ("unknown",)


def test_a_plug_draws_a_connector_that_follows_both_ends(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 220, 210))
    touched.click(touched.middle("a"))
    plug = touched.view.marks._plugs()["right"]

    touched.drag((plug.x(), plug.y()), touched.middle("b"))
    (gesture,) = touched.gestures
    (link,) = gesture.added
    line = touched.view.board.piece(link.id)
    assert line is not None
    before = line.box
    touched.drag(touched.middle("b"), (339, 129), ALT, lets_go=False)

    assert (link.kind, link.source, link.target) == ("connector", "a", "b")
    assert line.box != before
    assert line.box.right() == pytest.approx(320, abs=2)


def test_the_connector_tool_joins_each_pair_once_and_nothing_with_itself(
    touched: Touched,
) -> None:
    touched.lay(note("a", 20, 110), note("b", 220, 210))
    touched.view.set_tool("connector")

    touched.drag(touched.middle("a"), touched.middle("b"))
    touched.drag(touched.middle("a"), touched.middle("b"))
    touched.drag(touched.middle("a"), (30, 120))
    touched.drag(touched.middle("a"), (380, 270))

    assert [len(one.added) for one in touched.gestures] == [1]


def test_a_connector_is_chosen_beside_notes_and_moves_only_with_them(touched: Touched) -> None:
    link = Item("link", "connector", source="a", target="b")
    touched.lay(note("a", 20, 110), note("b", 220, 110), note("between", 120, 110), link)

    touched.click((139, 129))
    on_note = touched.view.selection()
    touched.drag((90, 129), (90, 229), ALT)

    assert (on_note, touched.view.selection()) == (("between",), ("link",))
    assert touched.gestures == []


def test_a_frame_is_drawn_below_and_lets_what_is_inside_be_taken(touched: Touched) -> None:
    touched.lay(note("a", 40, 120))
    touched.view.set_tool("frame")

    touched.drag((20, 90), (140, 190))
    touched.view.writing.end()
    touched.click((380, 280))
    touched.click(touched.middle("a"))

    (gesture,) = touched.gestures
    (frame,) = gesture.added
    assert (frame.kind, frame.place < 0) == ("frame", True)
    assert frame.width == pytest.approx(120, abs=1)
    assert touched.view.selection() == ("a",)
    assert touched.view.item_at(QPointF(20, 150)) == frame.id


def test_the_space_bar_and_the_middle_button_pan(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.view.zoom.to(2.0)
    start = touched.spot(100, 100)

    QTest.keyPress(touched.view, Qt.Key.Key_Space)
    QTest.mousePress(touched.view.viewport(), LEFT, NONE, QPoint(300, 300))
    touched.hover(QPoint(340, 320))
    QTest.mouseRelease(touched.view.viewport(), LEFT, NONE, QPoint(340, 320))
    QTest.keyRelease(touched.view, Qt.Key.Key_Space)

    assert touched.spot(100, 100) - start == QPoint(40, 20)
    assert (touched.view.selection(), touched.gestures) == ((), [])


def test_the_wheel_zooms_where_the_mouse_is_and_within_bounds(touched: Touched) -> None:
    told: list[float] = []
    touched.lay(note("a", 20, 110))
    touched.view.zoomed.connect(told.append)
    at = touched.spot(100, 100)

    _turn(touched, at, 120)
    near = touched.spot(100, 100)
    for _ in range(40):
        _turn(touched, at, 120)
    most = touched.view.scale_of_view
    for _ in range(60):
        _turn(touched, at, -120)

    assert (near - at).manhattanLength() <= 2
    assert [most, touched.view.scale_of_view] == pytest.approx([8.0, 0.1])
    assert told[-1] == touched.view.scale_of_view


def test_two_fingers_scroll_and_pinch(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.view.zoom.to(2.0)
    at = touched.spot(100, 100)

    _turn(touched, at, 30, Qt.ScrollPhase.ScrollUpdate)
    scrolled = touched.spot(100, 100)
    _pinch(touched, scrolled, 0.5)

    assert scrolled - at == QPoint(0, 30)
    assert touched.view.scale_of_view == pytest.approx(3.0)
    assert (touched.spot(100, 100) - scrolled).manhattanLength() <= 2


def test_a_zone_and_the_whole_are_fitted(touched: Touched) -> None:
    touched.lay(note("far", 600, 110))

    touched.view.fit_zone("who")
    zone = touched.view.mapToScene(touched.view.viewport().rect()).boundingRect()
    touched.key(Qt.Key.Key_0, CONTROL)
    whole = touched.view.mapToScene(touched.view.viewport().rect()).boundingRect()

    assert zone.contains(76, 117)
    assert zone.width() < 220
    assert whole.contains(630, 130)
    assert whole.contains(1, 1)


def test_what_is_locked_can_be_looked_at_only(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.view.set_locked(True)

    touched.drag(touched.middle("a"), (239, 229))
    touched.double_click(touched.middle("a"))
    touched.key(Qt.Key.Key_Delete)
    touched.key(Qt.Key.Key_A, CONTROL)

    assert touched.gestures == []
    assert touched.view.writing.field is None
    assert touched.item("a").x == 20


def test_a_movement_outlasts_news_from_elsewhere(touched: Touched) -> None:
    touched.lay(note("a", 20, 110), note("b", 250, 200))
    touched.drag(touched.middle("a"), (239, 129), ALT, lets_go=False)

    touched.view.show_items(board_of(note("a", 20, 110, text="new"), note("b", 250, 240)))
    QTest.mouseRelease(touched.view.viewport(), LEFT, ALT, touched.spot(239, 129))

    assert touched.item("a").text == "new"
    assert touched.item("a").x == pytest.approx(220, abs=0.6)
    assert touched.item("b").top == 240
    assert set(touched.gestures[0].changed) == {"a"}


def test_the_board_scrolls_while_something_is_held_at_its_edge(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.view.zoom.to(2.0)
    touched.view.reveal_item("a")
    start, edge = touched.spot(39, 129), touched.view.viewport().width() - 2
    QTest.mousePress(touched.view.viewport(), LEFT, ALT, start)

    touched.hover(QPoint(edge, start.y()), ALT)
    before = touched.middle("a")[0]
    QTest.qWait(150)
    QTest.mouseRelease(touched.view.viewport(), LEFT, ALT, QPoint(edge, start.y()))
    after = touched.middle("a")[0]
    QTest.qWait(70)

    assert after > before + 5
    assert touched.spot(after, 129).x() == pytest.approx(edge, abs=2)
    assert touched.item("a").x + 19 == pytest.approx(after, abs=0.1)


def test_what_was_removed_elsewhere_while_it_was_held_is_let_go(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.drag(touched.middle("a"), (239, 129), ALT, lets_go=False)

    touched.view.show_items(board_of())
    QTest.mouseRelease(touched.view.viewport(), LEFT, ALT, touched.spot(239, 129))

    assert touched.gestures == []
    assert touched.view.board.piece("a") is None


def test_another_button_gives_up_a_movement(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))
    touched.drag(touched.middle("a"), (239, 129), ALT, lets_go=False)

    QTest.mousePress(touched.view.viewport(), Qt.MouseButton.RightButton, NONE, QPoint(300, 300))
    QTest.mouseRelease(touched.view.viewport(), LEFT, ALT, touched.spot(239, 129))

    assert (touched.gestures, touched.middle("a")) == ([], (39, 129))


def test_dropped_files_are_told_with_their_place(touched: Touched, tmp_path: Path) -> None:
    told: list[tuple[list[Path], QPointF]] = []
    touched.lay()
    touched.view.files_dropped.connect(lambda paths, at: told.append((paths, at)))
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    at = QPointF(touched.spot(100, 120))

    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at.toPoint(), copy, held, LEFT, NONE)
    QApplication.sendEvent(touched.view.viewport(), enter)
    QApplication.sendEvent(touched.view.viewport(), QDropEvent(at, copy, held, LEFT, NONE))

    ((paths, place),) = told
    assert paths == [tmp_path / "photo.jpg"]
    assert [place.x(), place.y()] == pytest.approx([100, 120], abs=0.6)


def test_a_gesture_of_the_page_shows_at_once(touched: Touched) -> None:
    touched.lay(note("a", 20, 110))

    touched.view.carry_out(Gesture(changed={"a": {"colour": "pink"}}))

    assert touched.colour(45, 140).name() == NOTE_COLOURS["pink"].lower()
    assert touched.gestures == [Gesture(changed={"a": {"colour": "pink"}})]


def _turn(
    touched: Touched,
    at: QPoint,
    notches: int,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
) -> None:
    above = QPointF(touched.view.viewport().mapToGlobal(at))
    wheel = QWheelEvent(
        QPointF(at), above, QPoint(), QPoint(0, notches), Qt.MouseButton.NoButton, NONE,
        phase, _INVERTED,
    )  # fmt: skip
    QApplication.sendEvent(touched.view.viewport(), wheel)


def _pinch(touched: Touched, at: QPoint, value: float) -> None:
    above = QPointF(touched.view.viewport().mapToGlobal(at))
    kind, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    pinch = QNativeGestureEvent(kind, device, 2, QPointF(at), QPointF(at), above, value, QPointF())
    QApplication.sendEvent(touched.view.viewport(), pinch)
