"""Orders over the items of a board: what they change, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.features.canvases import arranging
from bootcamp_app.features.canvases.placing import Frame, free_places, note_side, zone_of
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import Board, BoardContents, Gesture, Item

BOARD = Board(
    "board", "camp", "100000001", template("co-ownership"), "", "", "", "A1",
    datetime(2026, 12, 1, tzinfo=UTC),
)  # fmt: skip
LARGEST = max(BOARD.template.zones, key=lambda zone: zone.width * zone.height)


def note(name: str, x: float, top: float, **more: object) -> Item:
    item = Item(name, "note", x=x, top=top, width=20, height=20)
    item = replace(item, zone=zone_of(BOARD.template, item))
    return replace(item, **more)  # type: ignore[arg-type] # any field of an item


def on_board(*items: Item) -> BoardContents:
    return BoardContents(BOARD, items)


def after(contents: BoardContents, gesture: Gesture) -> dict[str, Item]:
    """Give what lies on a board after a gesture, by id."""
    kept = {one.id: one for one in contents.items if one.id not in gesture.removed}
    kept |= {key: replace(kept[key], **values) for key, values in gesture.changed.items()}
    return kept | {one.id: one for one in gesture.added}


THREE = on_board(note("a", 20, 80), note("b", 60, 95, width=30), note("c", 130, 110, height=10))
ALL = ("a", "b", "c")


@pytest.mark.parametrize(
    ("edge", "lines"),
    [
        ("left", [20, 20, 20]),
        ("centre", [75, 70, 75]),
        ("right", [130, 120, 130]),
        ("top", [80, 80, 80]),
        ("middle", [90, 90, 95]),
        ("bottom", [100, 100, 110]),
    ],
)
def test_items_are_put_on_one_line(edge: str, lines: list[float]) -> None:
    laid = after(THREE, arranging.align(THREE, ALL, edge))

    field = "x" if edge in ("left", "centre", "right") else "top"
    assert [getattr(laid[one], field) for one in ALL] == lines


def test_one_item_is_in_line_with_itself() -> None:
    assert not arranging.align(THREE, ["a"], "left")


def test_what_lies_right_already_is_not_written() -> None:
    gesture = arranging.align(THREE, ALL, "left")

    assert sorted(gesture.changed) == ["b", "c"]
    assert all("top" not in values for values in gesture.changed.values())


def test_gaps_are_made_equal_between_the_outermost() -> None:
    laid = after(THREE, arranging.distribute(THREE, ALL))

    gaps = (laid["b"].x - 40, laid["c"].x - laid["b"].x - 30)
    assert gaps == (30, 30)
    assert (laid["a"].x, laid["c"].x) == (20, 130)


def test_an_item_that_is_moved_knows_its_new_zone() -> None:
    there = LARGEST.x + LARGEST.width / 2 - 10, LARGEST.top + LARGEST.height / 2 - 10

    laid = after(THREE, arranging.moved(THREE, {"a": there}))

    assert laid["a"].zone == LARGEST.id
    assert arranging.moved(THREE, {"a": (-500, -500)}).changed["a"]["zone"] == ""


def test_a_tidied_zone_keeps_the_order_of_reading_and_no_note_lies_on_another() -> None:
    places = [(40, 60), (5, 58), (60, 30), (1, 28)]
    notes = [note(f"n{at}", LARGEST.x + x, LARGEST.top + y) for at, (x, y) in enumerate(places)]
    contents = on_board(*notes)
    assert {one.zone for one in notes} == {LARGEST.id}

    laid = after(contents, arranging.tidy(contents, LARGEST.id))

    assert [one.id for one in arranging.in_order(on_board(*laid.values()))] == [
        "n3", "n2", "n1", "n0"
    ]  # fmt: skip
    assert apart(list(laid.values()))


@settings(max_examples=25, deadline=None)
@given(count=st.integers(1, 60), at=st.integers(0, len(BOARD.template.zones) - 1))
def test_new_notes_lie_in_their_zone_and_each_is_to_be_seen(count: int, at: int) -> None:
    zone = BOARD.template.zones[at]
    laid: list[Item] = []
    for number in range(count):
        (frame,) = free_places(on_board(*laid), zone, note_side(BOARD), 1)
        laid.append(item_at(f"n{number}", frame))

    assert {one.zone for one in laid} == {zone.id}
    first = [(one.x, one.top) for one in laid[:2]]
    assert len(set(first)) == len(first)


def test_many_places_at_once_are_those_that_are_found_one_by_one() -> None:
    together = free_places(on_board(), LARGEST, 20, 4)
    laid: list[Item] = []
    for number in range(4):
        (frame,) = free_places(on_board(*laid), LARGEST, 20, 1)
        laid.append(item_at(f"n{number}", frame))

    assert together == [Frame(one.x, one.top, one.width, one.height) for one in laid]
    assert apart(laid)


def test_items_get_the_size_of_the_first_that_was_chosen() -> None:
    laid = after(THREE, arranging.same_size(THREE, ("b", "a", "c")))

    assert [(laid[one].width, laid[one].height) for one in ALL] == [(30, 20)] * 3


def test_a_group_goes_as_a_whole() -> None:
    group = on_board(*after(THREE, arranging.grouped(THREE, ("a", "b"))).values())

    assert len({one.group_id for one in group.items if one.id != "c"} - {""}) == 1
    assert sorted(arranging.ungrouped(group, ["b"]).changed) == ["a", "b"]


def test_items_come_to_the_front_in_the_order_in_which_they_lay() -> None:
    stack = on_board(*(note(name, 0, 0, place=at) for at, name in enumerate("abcd")))

    front = after(stack, arranging.in_front(stack, ("c", "a")))
    back = after(stack, arranging.in_front(stack, ("b", "d"), is_back=True))

    assert sorted(front, key=lambda one: front[one].place) == ["b", "d", "a", "c"]
    assert sorted(back, key=lambda one: back[one].place) == ["b", "d", "a", "c"]


LINKED = on_board(
    *THREE.items,
    Item("ab", "connector", source="a", target="b"),
    Item("bc", "connector", source="b", target="c"),
)


def test_with_an_item_its_connectors_go() -> None:
    assert arranging.removed(LINKED, ["a"]).removed == ("a", "ab")


def test_copies_are_connected_as_their_originals_were() -> None:
    gesture = arranging.duplicated(LINKED, ["a", "b", "ab", "bc"])

    first, second, line = gesture.added
    assert (line.kind, line.source, line.target) == ("connector", first.id, second.id)
    assert (first.x, first.top) == (26, 86)
    assert {one.id for one in gesture.added}.isdisjoint({one.id for one in LINKED.items})


def test_only_notes_have_a_side() -> None:
    mixed = on_board(note("a", 0, 0), Item("t", "text"), note("b", 0, 0, side="resident"))

    gesture = arranging.given(mixed, ["a", "t", "b"], side="resident")

    assert dict(gesture.changed) == {"a": {"side": "resident"}}
    assert arranging.alike(mixed, "side", "resident") == ("b",)


def item_at(name: str, frame: Frame) -> Item:
    one = Item(name, "note", x=frame.x, top=frame.top, width=frame.width, height=frame.height)
    return replace(one, zone=zone_of(BOARD.template, one))


def apart(items: list[Item]) -> bool:
    frames = [Frame(one.x, one.top, one.width, one.height) for one in items]
    return not any(one.meets(two) for at, one in enumerate(frames) for two in frames[at + 1 :])
