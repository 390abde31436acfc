"""Zones are moved and pulled on a grid of 5 mm, inside the margins, and never onto each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.checking import checked
from bootcamp_app.features.canvases.template_editing import (
    added,
    is_free,
    moved,
    removed,
    resized,
    with_zone,
)
from bootcamp_app.features.canvases.templates import document_from, templates
from bootcamp_app.features.canvases.views import Words

CANVAS = templates()["persona"]
ZONE = replace(CANVAS.zones[0], x=110, top=102, width=100, height=60)
away = st.floats(-500, 500)


def test_a_zone_lies_on_the_nearest_line_of_the_grid() -> None:
    assert moved(ZONE, 3, -8) == replace(ZONE, x=115, top=92)
    assert resized(ZONE, "right bottom", 12, -12) == replace(ZONE, width=110, height=50)
    assert resized(ZONE, "left top", -4, 4) == replace(ZONE, x=105, width=105, top=107, height=55)


def test_what_is_not_moved_that_way_stays_where_it_is() -> None:
    zone = replace(ZONE, x=143.3)

    assert moved(zone, 0, 5).x == 143.3


@given(away, away, st.sampled_from(["", "left", "right top", "bottom", "left bottom"]))
def test_no_zone_leaves_the_margins_or_becomes_too_small(dx: float, dy: float, edges: str) -> None:
    zone = replace(ZONE, title=Words("A", "ក"), prompt=Words("", ""))
    after = resized(zone, edges, dx, dy) if edges else moved(zone, dx, dy)

    assert checked(document_from(replace(CANVAS, zones=(after,))))


def test_the_lower_margin_is_reached_though_it_is_no_line_of_the_grid() -> None:
    after = resized(ZONE, "bottom", 0, 500)

    assert after.top + after.height == 283


def test_a_new_zone_lies_where_there_is_room() -> None:
    emptier = removed(CANVAS, CANVAS.zones[1].id)

    after, zone = added(emptier)

    assert is_free(after, zone)
    assert checked(document_from(after)).zones[-1] == zone


def test_where_there_is_no_room_and_where_one_is_left_it_is_refused() -> None:
    with pytest.raises(Refusal, match="no room for another zone"):
        added(templates()["journey"])
    with pytest.raises(Refusal, match="at least one zone"):
        removed(replace(CANVAS, zones=CANVAS.zones[:1]), CANVAS.zones[0].id)


def test_a_zone_on_another_is_not_free() -> None:
    one, other = CANVAS.zones[:2]

    assert not is_free(with_zone(CANVAS, replace(one, width=one.width + 10)), replace(other, x=105))
