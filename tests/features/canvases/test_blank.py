"""Blank canvases: true to size on every paper, in both languages, with room in every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.blank import print_blank
from bootcamp_app.features.canvases.templates import template, templates
from tests.features.canvases.pages import Place, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Template, Zone
    from tests.features.canvases.pages import Page

GAP, PEN = 1.5, 0.35
NAMES = sorted(templates())
FEW = ("co-ownership", "journey")
MILLIMETRES = {
    "A0": (1189, 841),
    "A1": (841, 594),
    "A2": (594, 420),
    "A3": (420, 297),
    "A4": (297, 210),
}
each_size = pytest.mark.parametrize("size", MILLIMETRES)
each_template = pytest.mark.parametrize("name", NAMES)
some_templates = pytest.mark.parametrize("name", FEW)


def printed(name: str, size: str, folder: Path) -> Page:
    assert print_blank(template(name), size, folder / "canvas.pdf") == 1
    (page,) = pages_of(folder / "canvas.pdf")
    return page


def frame_of(zone: Zone, scale: float) -> Place:
    """Give where the middle of the line around a field lies."""
    return Place(*(side * scale for side in (zone.x, zone.top, zone.width, zone.height))).shrunk(
        GAP / 2 * scale
    )


def drawn(zone: Zone, scale: float) -> Place:
    """Give the rectangle around that line, with the pen's width that PDFium adds on each side."""
    return frame_of(zone, scale).shrunk(-PEN * scale)


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(one: Template) -> list[str]:
    said = [
        one.title,
        one.purpose,
        *(words for zone in one.zones for words in (zone.title, zone.prompt)),
    ]
    return [text for words in said for text in (words.km, words.en)]


@each_size
@some_templates
def test_a_canvas_is_as_large_as_its_paper(name: str, size: str, tmp_path: Path) -> None:
    page = printed(name, size, tmp_path)

    assert (round(page.width), round(page.height)) == MILLIMETRES[size]


@each_size
@some_templates
def test_every_field_has_its_true_size_in_millimetres(name: str, size: str, tmp_path: Path) -> None:
    page = printed(name, size, tmp_path)
    scale = MILLIMETRES[size][0] / 420
    shapes = page.shapes()

    missing = [
        zone.id
        for zone in template(name).zones
        if not any(shape.is_like(drawn(zone, scale), within=0.02 * scale) for shape in shapes)
    ]

    assert missing == []


@pytest.mark.parametrize("size", ["A0", "A3"])
@each_template
def test_every_field_holds_its_title_and_question_in_both_languages(
    name: str, size: str, tmp_path: Path
) -> None:
    page = printed(name, size, tmp_path)
    scale = MILLIMETRES[size][0] / 420

    for zone in template(name).zones:
        for text in (zone.title.km, zone.title.en, zone.prompt.km, zone.prompt.en):
            assert page.has_inside(text, frame_of(zone, scale)), text


@each_template
def test_nothing_of_a_canvas_is_left_out_or_cut(name: str, tmp_path: Path) -> None:
    page = printed(name, "A4", tmp_path)
    text = squeezed(page.text)

    assert [words for words in words_of(template(name)) if squeezed(words) not in text] == []
    assert "…" not in text


@each_template
def test_no_letter_stands_outside_the_page(name: str, tmp_path: Path) -> None:
    page = printed(name, "A3", tmp_path)
    letters = page.letters()

    outside = [
        one
        for one in letters
        if one.x < 5
        or one.top < 5
        or one.x + one.width > page.width - 5
        or one.top + one.height > page.height - 3
    ]

    assert len(letters) > 200
    assert outside == []


@some_templates
def test_a_canvas_prints_to_the_same_bytes_every_time(name: str, tmp_path: Path) -> None:
    print_blank(template(name), "A3", tmp_path / "first.pdf")
    print_blank(template(name), "A3", tmp_path / "second.pdf")

    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()


def test_an_unknown_canvas_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(Refusal, match=f"no canvas “nothing”. Choose one of: {', '.join(NAMES)}"):
        template("nothing")
