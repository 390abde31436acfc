"""What a hand does to a board, as gestures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bootcamp_app.features.canvases import arranging, gestures
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import Board, BoardContents, Gesture, Item


def contents(*items: Item) -> BoardContents:
    board = Board(
        "board", "camp", "100000001", template("problem-definition"), "", "", "", "A1",
        datetime(2026, 12, 1, tzinfo=UTC),
    )  # fmt: skip
    return BoardContents(board, items)


def note(item_id: str, x: float = 0, top: float = 0, place: float = 0) -> Item:
    return Item(item_id, "note", "", x, top, 38, 38, place)


def test_a_moved_item_gets_the_zone_of_its_middle() -> None:
    gesture = gestures.moved(contents(note("a")), {"a"}, 20, 100)

    assert gesture.changed == {"a": {"x": 20.0, "top": 100.0, "zone": "who"}}


def test_what_stays_in_its_zone_says_nothing_of_it_and_hundredths_are_enough() -> None:
    here = replace(note("a", 20, 100), zone="who")

    assert gestures.moved(contents(here), {"a"}, 1.23456, 0).changed == {"a": {"x": 21.23}}


@pytest.mark.parametrize("way", [0, 0.001])
def test_no_way_is_no_gesture(way: float) -> None:
    here = replace(note("a", 20, 100), zone="who")

    assert not gestures.moved(contents(here), {"a"}, way, 0)


def test_raised_items_keep_their_order() -> None:
    board = contents(note("a", place=1), note("b", place=2), note("c", place=3))

    after = gestures.done(board, arranging.in_front(board, {"a", "b"}))
    below = gestures.done(after, arranging.in_front(after, {"b", "a"}, is_back=True))

    assert [one.id for one in after.items] == ["c", "a", "b"]
    assert [one.id for one in below.items] == ["a", "b", "c"]
    assert not arranging.in_front(after, {"a", "b"})


def test_items_of_one_place_are_raised_as_well() -> None:
    board = contents(note("a"), note("b"))

    after = gestures.done(board, arranging.in_front(board, {"a"}))

    assert [one.id for one in after.items] == ["b", "a"]


def test_a_connector_goes_with_either_end() -> None:
    link = Item("link", "connector", source="a", target="b")

    gesture = arranging.removed(contents(note("a"), note("b"), link), {"b"})

    assert set(gesture.removed) == {"b", "link"}


def test_a_copied_connector_needs_both_ends() -> None:
    link = Item("link", "connector", source="a", target="b")

    gesture = arranging.duplicated(contents(note("a"), note("b"), link), {"a", "link"})

    assert [one.kind for one in gesture.added] == ["note"]


def test_reading_goes_by_zone_then_top_then_left() -> None:
    items = (
        replace(note("outside", 500, 10)),
        replace(note("where", 200, 80), zone="where"),
        replace(note("right", 60, 100), zone="who"),
        replace(note("left", 20, 100), zone="who"),
        Item("link", "connector", source="left", target="right"),
    )

    order = [one.id for one in arranging.in_reading_order(contents(*items))]

    assert order == ["left", "right", "where", "outside", "link"]


def test_a_gesture_on_what_is_gone_changes_nothing_else() -> None:
    board = contents(note("a"))

    after = gestures.done(board, Gesture(changed={"b": {"x": 9.0}}, removed=("c",)))

    assert after == board


def test_groups_are_whole() -> None:
    grouped = [replace(note(one), group_id="g") for one in "ab"]

    assert gestures.whole_groups(contents(*grouped, note("c")), {"b"}) == ("a", "b")


def test_what_is_gone_is_left_out_of_a_gesture() -> None:
    gesture = Gesture(changed={"a": {"x": 1.0}, "b": {"x": 1.0}}, removed=("c",))

    left = gestures.possible(contents(note("a")), gesture)

    assert left == Gesture(changed={"a": {"x": 1.0}})


def test_the_list_and_the_keyboard_go_through_a_row_alike_though_it_is_crooked() -> None:
    row = [replace(note(one, 20 + 40 * n, 102 - n), zone="who") for n, one in enumerate("abc")]
    board = contents(*row[::-1])

    assert [one.id for one in arranging.in_reading_order(board)] == ["a", "b", "c"]
    assert arranging.in_order(board) == arranging.in_reading_order(board)
