"""What holds for every canvas in resources/canvases, also for the next one."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from bootcamp_app.core.khmer import is_khmer
from bootcamp_app.core.resources import resource_folder
from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import ZONE_COLOURS

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(resource_folder("canvases").glob("*.json"))
SCHEMA = json.loads((resource_folder("canvas-schema") / "template.schema.json").read_text("utf-8"))
LEFT, TOP, RIGHT, BOTTOM = 10, 42, 410, 283
each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def held_in(file: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return held


def test_every_file_is_in_the_catalogue_under_its_name() -> None:
    assert sorted(templates()) == [file.stem for file in FILES]
    assert len(FILES) == 24


def test_the_schema_is_one_that_readers_of_schemas_know() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@each_file
def test_a_canvas_is_valid_by_the_schema(file: Path) -> None:
    faults = Draft202012Validator(SCHEMA).iter_errors(held_in(file))

    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@each_file
def test_every_text_is_there_in_both_languages(file: Path) -> None:
    held = held_in(file)
    zones = held["zones"]
    texts = [held["title"], held["purpose"], held["credit"]]
    texts += [zone[key] for zone in zones for key in ("title", "prompt")]

    for text in texts:
        assert is_khmer(text["km"])
        assert text["en"].strip()
        assert not is_khmer(text["en"])


@each_file
def test_fields_have_ids_of_their_own(file: Path) -> None:
    zones = held_in(file)["zones"]

    assert len({zone["id"] for zone in zones}) == len(zones)
    assert {zone["colour"] for zone in zones} <= ZONE_COLOURS.keys()


@each_file
def test_fields_lie_inside_the_margins_and_not_on_each_other(file: Path) -> None:
    places = {zone["id"]: zone["rect"] for zone in held_in(file)["zones"]}

    for x, top, width, height in places.values():
        assert x >= LEFT
        assert top >= TOP
        assert x + width <= RIGHT + 0.11
        assert top + height <= BOTTOM + 0.11
    assert [pair for pair in combinations(places, 2) if overlap(*map(places.get, pair))] == []


def test_an_answer_is_carried_from_a_field_of_an_earlier_canvas() -> None:
    order = list(templates())
    carried = [
        (one.id, *zone.source.split("."))
        for one in templates().values()
        for zone in one.zones
        if zone.source
    ]

    assert len(carried) >= 12
    for name, earlier, zone in carried:
        assert templates()[earlier].zone(zone) is not None
        assert order.index(earlier) < order.index(name)


def test_templates_come_in_the_order_of_the_phases_which_have_names_in_both_languages() -> None:
    phases = [one.phase for one in templates().values()]

    assert phases == sorted(phases)
    assert set(phases) == PHASES.keys()
    assert all(words.en and is_khmer(words.km) for words in PHASES.values())


def overlap(one: list[float] | None, other: list[float] | None) -> bool:
    """Say whether two rectangles share more than an edge, rounded to a tenth of a millimetre."""
    assert one
    assert other
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > 0.11 and down > 0.11
