"""Colours: every pair in use can be read, and none is used beside the roles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bootcamp_app import ui
from bootcamp_app.ui.theme.colours import MEANINGS, PAIRS, SCHEMES, contrast
from bootcamp_app.ui.theme.sheet import SHEET
from bootcamp_app.ui.theme.style import style_sheet

_UI = Path(ui.__file__).parent
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?![\w-])")
_BY_HAND = re.compile(r"QColor\((?!theme)[^)]|GlobalColor\.(?!transparent)|\brgba?\(")
_MAKES_COLOURS = {"theme/colours.py", "theme/style.py", "theme/current.py"}
# A picture of paper, and what is drawn upon it, has the colours of the paper in every theme.
_SHOWS_PAPER = {
    "canvases/around/note_words.py",
    "canvases/board/marks.py",
    "canvases/board/note_item.py",
    "canvases/board/picture_item.py",
    "canvases/board/template_ground.py",
    "canvases/board/texts.py",
    "canvases/board_thumbnail.py",
    "canvases/facilitation/projector.py",
    "canvases/facilitation/spotlight.py",
    "canvases/paper_ink.py",
    "canvases/template_editor/zone_paint.py",
    "canvases/thumbnail.py",
    "certificates/editor/frame_paint.py",
    "certificates/editor/page_canvas.py",
    "certificates/editor/property_fields.py",
    "settings/logo_view.py",
}
# Sides and teams are known by their colours, which stand beside their words.
_KNOWN_BY_COLOUR = {
    "canvases/facilitation/side_bar.py",
    "canvases/team_dot.py",
    "teams/team_card.py",
}
_BLACK_ON_WHITE = 21


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_every_pair_in_use_can_be_read(scheme: str, ink: str, paper: str) -> None:
    colours = SCHEMES[scheme]

    assert contrast(colours.role(ink), colours.role(paper)) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(_BLACK_ON_WHITE)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", ["contrast", "contrast_dark"])
def test_high_contrast_has_two_colours_and_thick_borders(scheme: str) -> None:
    colours = SCHEMES[scheme]

    assert {colours.role(name) for pair in PAIRS for name in pair} == {"#000000", "#FFFFFF"}
    assert colours.border == 2


def test_no_colour_stands_outside_the_roles() -> None:
    found = [
        f"{place.relative_to(_UI)}: {colour}"
        for place in sorted(_UI.rglob("*.py"))
        if place.relative_to(_UI).as_posix() not in _MAKES_COLOURS | _SHOWS_PAPER | _KNOWN_BY_COLOUR
        for colour in _colours_in(place.read_text("utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_sheet_names_only_roles_that_there_are(scheme: str) -> None:
    filled = style_sheet(SCHEMES[scheme], 100, "en")

    assert "@" not in filled
    assert not re.search(r"\d+u\b", filled)
    allowed = {SCHEMES[scheme].role(name) for pair in PAIRS for name in pair}
    allowed |= {SCHEMES[scheme].line}
    used = set(re.findall(r": [^;]*?(#[0-9A-Fa-f]{6})", filled))
    mixed = {colour for colour in used if colour not in allowed}
    assert len(mixed) <= SHEET.count("_hover") + SHEET.count("_press") + 1


def test_every_meaning_has_its_own_colours() -> None:
    for colours in (SCHEMES["light"], SCHEMES["dark"]):
        assert len({colours.role(name) for name in MEANINGS}) == len(MEANINGS)


def _colours_in(text: str) -> list[str]:
    return [match[0] for kind in (_HEX, _BY_HAND) for match in kind.finditer(text)]


def test_where_no_colour_tells_a_link_it_is_underlined() -> None:
    link = r'kind="link"\] \{[^}]*text-decoration: (\w+)'
    said = {name: re.findall(link, style_sheet(SCHEMES[name], 100, "en"))[0] for name in SCHEMES}

    assert {name for name, how in said.items() if how == "underline"} == {
        "contrast", "contrast_dark"
    }  # fmt: skip
