"""What holds for every certificate layout in resources/certificates, also for the next one."""

from __future__ import annotations

from dataclasses import replace
from string import Formatter
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.certificates.drawing import _DRAWN, _PAGES, page_size
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT, layouts
from bootcamp_app.features.certificates.printing import codes_of, print_batch
from bootcamp_app.printing.paper import missing_characters
from bootcamp_app.printing.qr import QUIET
from bootcamp_app.reading.pages import text_of
from tests.features.certificates.camps import NAMES, Camp, camp_in, quietly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FakeClock

LEAST_CODE = 35
LEAST_MODULES, MOST_MODULES = 49, 57
TEXT = {"x", "baseline", "width", "text", "size", "colour"}
NEEDED = {
    "text": TEXT,
    "rule": {"x1", "y1", "x2", "y2", "colour", "width"},
    "frame": {"margin", "colour", "width"},
    "ground": {"colour"},
    "diamond": {"x", "y", "side", "colour"},
    "code": {"x", "top", "side"},
}
OPTIONAL = {"text": {"floor", "weight", "align", "tracking", "lines"}}
each_layout = pytest.mark.parametrize("name", sorted(layouts()))


@pytest.fixture
def camp(sqlite_place: str, clock: FakeClock) -> Iterator[Camp]:
    app = build(sqlite_place, clock)
    yield camp_in(app)
    app.database.close()


def parts(name: str, kind: str | None = None) -> list[dict[str, Any]]:
    return [part for part in layouts()[name]["parts"] if kind in {None, part["kind"]}]


def fields_of(name: str) -> set[str]:
    texts = [part["text"] for part in parts(name, "text")]
    return {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}


def boxes_of(part: dict[str, Any]) -> tuple[float, float, float, float]:
    """Give left, top, right and bottom of what a part may cover."""
    if part["kind"] == "text":
        height = part["size"] * 25.4 / 72
        right = part["x"] + part["width"]
        return part["x"], part["baseline"] - height, right, part["baseline"] + height / 2
    if part["kind"] == "rule":
        return part["x1"], part["y1"], part["x2"], part["y2"]
    if part["kind"] == "diamond":
        half = part["side"] / 2
        return part["x"] - half, part["y"] - half, part["x"] + half, part["y"] + half
    if part["kind"] == "code":
        quiet = QUIET * part["side"] / LEAST_MODULES
        low, high = part["side"] + quiet, -quiet
        return part["x"] + high, part["top"] + high, part["x"] + low, part["top"] + low
    return 0, 0, 0, 0


def test_the_layout_that_is_used_exists() -> None:
    assert DEFAULT_LAYOUT in layouts()


@each_layout
def test_a_layout_says_its_version_its_page_and_its_name_in_both_languages(name: str) -> None:
    held = layouts()[name]

    assert held.keys() == {"version", "title", "page", "parts"}
    assert held["version"] >= 1
    assert held["page"] in _PAGES
    assert held["title"].keys() == {"en", "km"}


@each_layout
def test_every_part_is_of_a_known_kind_with_all_it_needs_and_nothing_unknown(name: str) -> None:
    assert NEEDED.keys() == _DRAWN.keys()
    for part in parts(name):
        needed = NEEDED[part["kind"]] | {"kind"}
        assert needed <= part.keys() <= needed | OPTIONAL.get(part["kind"], set())


@each_layout
def test_a_layout_names_only_fields_that_a_certificate_has(name: str, camp: Camp) -> None:
    (certificate,) = camp.certified(NAMES[0])

    assert fields_of(name) <= certificate.printed.keys() | {"serial"}
    assert {"name_first", "name_second", "serial"} <= fields_of(name)


@each_layout
def test_a_layout_has_one_code_large_enough_to_be_read_from_a_photo(name: str) -> None:
    (code,) = parts(name, "code")

    assert code["side"] >= LEAST_CODE
    assert code["side"] / MOST_MODULES >= 0.6


@each_layout
def test_every_part_lies_inside_the_page(name: str) -> None:
    page = page_size(name)

    for part in parts(name):
        left, top, right, bottom = boxes_of(part)
        assert min(left, top) >= 0
        assert right <= page.width
        assert bottom <= page.height


@each_layout
def test_nothing_is_drawn_into_the_white_border_of_the_code(name: str) -> None:
    (code,) = parts(name, "code")
    left, top, right, bottom = boxes_of(code)

    for part in parts(name):
        if part["kind"] in {"text", "rule", "diamond"}:
            x1, y1, x2, y2 = boxes_of(part)
            assert x2 <= left or x1 >= right or y2 <= top or y1 >= bottom, part


@each_layout
def test_every_fixed_text_can_be_drawn_by_the_fonts(name: str) -> None:
    texts = "".join(part["text"] for part in parts(name, "text"))

    assert missing_characters(texts) == ()


@each_layout
def test_a_certificate_of_this_layout_says_the_names_and_its_code_is_read(
    name: str, camp: Camp, tmp_path: Path
) -> None:
    (certificate,) = camp.certified(NAMES[0])
    made = replace(certificate, layout=name)

    print_batch([made], camp.bootcamp, tmp_path / "one.pdf", quietly)

    (page,) = text_of(tmp_path / "one.pdf")
    assert set(NAMES[0]) <= set(page.split("\n"))
    assert list(codes_of(tmp_path / "one.pdf")) == [certificate.record]
