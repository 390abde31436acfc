"""Changing a layout: documents in, documents out."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from bootcamp_app.features.certificates.accepting import accepted
from bootcamp_app.features.certificates.editing import (
    ADDABLE,
    added,
    changed,
    duplicated,
    handles,
    may_move,
    moved,
    part_of,
    resized,
    shifted,
    without,
)
from bootcamp_app.features.certificates.layouts import layout, layouts

PAGE = (297.0, 210.0)
BOX = {"id": "b", "kind": "box", "x": 20, "top": 30, "width": 40, "height": 10, "fill": "#FFFFFF"}
TEXT = {"id": "t", "kind": "text", "x": 20, "baseline": 30, "width": 40, "text": "a"}
RULE = {"id": "r", "kind": "rule", "x1": 20, "y1": 30, "x2": 60, "y2": 30}


def document(*parts: dict[str, Any]) -> dict[str, Any]:
    title = {"en": "", "km": ""}
    return {"version": 1, "title": title, "page": "A4-landscape", "parts": list(parts)}


def ids(held: dict[str, Any]) -> list[str]:
    return [part["id"] for part in held["parts"]]


def test_a_document_is_never_changed_in_place() -> None:
    before = document(BOX, TEXT, RULE)
    as_it_was = deepcopy(before)

    changed(before, "b", x=1)
    without(before, "b")
    shifted(before, "b", 1)
    duplicated(before, "b")
    added(before, "text", PAGE)
    moved(BOX, 1, 1)
    resized(BOX, "left", 1, 1)

    assert before == as_it_was


def test_moving_takes_every_coordinate_along() -> None:
    assert moved(BOX, 1.5, -2) == {**BOX, "x": 21.5, "top": 28}
    assert moved(TEXT, 1, 1) == {**TEXT, "x": 21, "baseline": 31}
    assert moved(RULE, 0.1, 0) == {**RULE, "x1": 20.1, "x2": 60.1}


@pytest.mark.parametrize(
    ("handle", "after"),
    [
        ("left", {"x": 25, "width": 35}),
        ("right", {"width": 45}),
        ("top", {"top": 32, "height": 8}),
        ("bottom", {"height": 12}),
        ("top left", {"x": 25, "width": 35, "top": 32, "height": 8}),
    ],
)
def test_resizing_leaves_the_other_edges(handle: str, after: dict[str, float]) -> None:
    assert resized(BOX, handle, 5, 2) == {**BOX, **after}


def test_nothing_is_made_smaller_than_can_be_seen() -> None:
    assert resized(BOX, "left", 500, 0)["width"] == 2
    assert resized(BOX, "bottom", 0, -500)["height"] == 2
    assert resized(TEXT, "right", -500, 0)["width"] == 5


def test_a_line_that_lies_level_stays_level() -> None:
    assert resized(RULE, "right", 5, 7) == {**RULE, "x2": 65}
    assert resized(RULE, "left", -5, 7) == {**RULE, "x1": 15}


def test_a_border_follows_the_page_and_what_is_locked_stays() -> None:
    border = {"id": "f", "kind": "border", "margin": 8}

    assert [may_move(one) for one in (BOX, border, {**BOX, "locked": True})] == [True, False, False]
    assert handles(border) == ()


@pytest.mark.parametrize("kind", ADDABLE)
def test_what_is_added_is_a_part_as_a_layout_has_them(kind: str) -> None:
    held, part_id = added(layout("official"), kind, PAGE)

    part = part_of(accepted(held), part_id)
    assert part is not None
    assert part["kind"] == kind


def test_what_lies_behind_is_added_behind() -> None:
    assert ids(added(document(TEXT), "ground", PAGE)[0]) == ["ground-1", "t"]
    assert ids(added(document(BOX, TEXT), "box", PAGE)[0]) == ["b", "box-1", "t"]


def test_a_copy_lies_beside_in_front_of_its_original() -> None:
    held, copy = duplicated(document(BOX, TEXT), "b")

    assert ids(held) == ["b", copy, "t"]
    assert part_of(held, copy) == {**BOX, "id": copy, "x": 25, "top": 35}


def test_parts_go_in_front_of_others_and_behind_them() -> None:
    held = document(BOX, TEXT, RULE)

    assert ids(shifted(held, "b", 1)) == ["t", "b", "r"]
    assert ids(shifted(held, "r", -9)) == ["r", "b", "t"]


@pytest.mark.parametrize("name", layouts())
def test_every_layout_that_is_offered_is_one_when_looked_at(name: str) -> None:
    held = accepted(layout(name))

    assert held["parts"] == layout(name)["parts"]


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {"page": "A4-landscape"},
        document(),
        {**document(BOX), "page": "A9"},
        document({**BOX, "kind": "animation"}),
        document({**BOX, "x": "20"}),
        document({**BOX, "x": float("nan")}),
        document({**BOX, "x": True}),
        document({**BOX, "x": 1e9}),
        document({**BOX, "width": 0}),
        document({**BOX, "fill": "red"}),
        document({key: value for key, value in BOX.items() if key != "top"}),
        document({**BOX, "id": "../x"}),
        document(BOX, BOX),
        document({**TEXT, "text": "a" * 3000}),
        document({**TEXT, "align": "justify"}),
        document({**BOX, "kind": "image", "strength": 7}),
        document({**TEXT, "font": "/etc/passwd"}),
        document(*({**BOX, "id": f"b{n}"} for n in range(300))),
    ],
)
def test_what_is_no_layout_is_refused_in_words(wrong: object) -> None:
    with pytest.raises(Exception, match=r"layout|Layout") as caught:
        accepted(wrong)

    assert type(caught.value).__name__ == "Refusal"


def test_what_is_no_business_of_a_layout_is_left_out() -> None:
    held = accepted({**document(BOX), "script": "run"})

    assert held == document(BOX)
