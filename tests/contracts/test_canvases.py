"""What holds for every canvas in resources/canvases, also for the next one."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.canvases.ground import ZONE_COLOURS
from bootcamp_app.features.canvases.templates import templates

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(resource_folder("canvases").glob("*.json"))
KEYS = {"version", "phase", "title", "purpose", "credit", "minutes", "zones"}
ZONE_KEYS = {"id", "title", "prompt", "kind", "colour", "rect"}
KINDS = {"single", "notes", "sign"}
A3 = (420, 297)
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def held_in(file: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return held


def test_every_file_is_in_the_catalogue_under_its_name() -> None:
    assert list(templates()) == [file.stem for file in FILES]
    assert FILES != []


@each_file
def test_a_canvas_has_every_key_and_no_other(file: Path) -> None:
    held = held_in(file)

    assert held.keys() == KEYS
    assert [zone["id"] for zone in held["zones"] if zone.keys() != ZONE_KEYS] == []
    assert isinstance(held["version"], int)
    assert held["minutes"] in range(5, 241)
    assert held["zones"] != []


@each_file
def test_every_text_is_there_in_both_languages(file: Path) -> None:
    held = held_in(file)
    zones = held["zones"]
    texts = [held["title"], held["purpose"], held["credit"]]
    texts += [zone[key] for zone in zones for key in ("title", "prompt")]

    for text in texts:
        assert text.keys() == {"en", "km"}
        assert is_khmer(text["km"])
        assert text["en"].strip()
        assert not is_khmer(text["en"])


@each_file
def test_fields_have_ids_of_their_own_known_kinds_and_known_colours(file: Path) -> None:
    zones = held_in(file)["zones"]

    assert len({zone["id"] for zone in zones}) == len(zones)
    assert {zone["kind"] for zone in zones} <= KINDS
    assert {zone["colour"] for zone in zones} <= ZONE_COLOURS.keys()


@each_file
def test_fields_lie_inside_the_page_and_not_on_each_other(file: Path) -> None:
    places = {zone["id"]: zone["rect"] for zone in held_in(file)["zones"]}

    for x, top, width, height in places.values():
        assert 0 < width <= A3[0] - x
        assert 0 < height <= A3[1] - top
        assert min(x, top) >= 0
    assert [pair for pair in combinations(places, 2) if overlap(*map(places.get, pair))] == []


def overlap(one: list[float] | None, other: list[float] | None) -> bool:
    """Say whether two rectangles share more than an edge, rounded to a tenth of a millimetre."""
    assert one
    assert other
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > 0.11 and down > 0.11
