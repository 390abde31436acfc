"""One badge on paper: each part of a layout, its words fitted into the room that it has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from zlib import crc32

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import in_language
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.features.badges.views import Badge, BlankBadge
from bootcamp_app.features.bootcamps.views import ROLE_WORDS
from bootcamp_app.printing.logo_row import draw_logos
from bootcamp_app.printing.paper import (
    Box,
    Paper,
    Stroke,
    TextDoesNotFit,
    TextStyle,
    lines_of,
    measure,
    missing_characters,
)
from bootcamp_app.printing.qr import symbol
from bootcamp_app.printing.shapes import shift
from bootcamp_app.printing.text.fitting import cut_to, filling_size, two_lines
from bootcamp_app.printing.text.styles import first_baseline, leading_of
from bootcamp_app.printing.units import POINTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bootcamp_app.features.badges.layouts import SheetLayout
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.printing.picture import Picture

    Part = dict[str, Any]

_MASK = 3
_INK = "#1F2933"
_MUTED = "#5B6672"
_TO_WRITE_ON = Stroke("#5B6672", 0.2)
_STEP = 0.5
_COMFORTABLE = 0.65
"""A name on one line shrinks so far before two lines are tried."""
_ROLES = ("#0F6B66", "#1F4E9E", "#8A5200", "#6B2F7A", "#A32020", "#176B3A", "#44505C")


@dataclass(frozen=True)
class Face:
    """What all badges of a printing share."""

    bootcamp: Bootcamp
    logos: Sequence[Picture] = ()


def draw_parts(
    paper: Paper, corner: Box, parts: Iterable[Part], badge: Badge | BlankBadge, face: Face
) -> None:
    """Draw one face of a badge; raises a Refusal where a name cannot be shown whole."""
    if isinstance(badge, Badge):
        _must_be_printable(badge)
    for part in parts:
        try:
            _draw(paper, corner, part, badge, face)
        except TextDoesNotFit as problem:
            raise Refusal(
                "The name with badge {code} is too long to print. Shorten it in People.",
                code=badge.code,
            ) from problem


def logo_boxes(layout: SheetLayout) -> list[Box]:
    """Give the room that each place for logos has, on the front and on the back."""
    parts = (part for part in (*layout.front, *layout.back) if part["kind"] == "logos")
    return [Box(0, 0, part["width"], part["height"]) for part in parts]


def role_colour(role: str) -> str:
    """Give the colour of a role's band: the same role has the same colour everywhere."""
    return _ROLES[crc32(role.strip().casefold().encode()) % len(_ROLES)]


def _draw(paper: Paper, corner: Box, part: Part, badge: Badge | BlankBadge, face: Face) -> None:
    kind = part["kind"]
    if kind == "qr":
        code = symbol(badge.code, version=1, level="H", mask=_MASK)
        paper.qr(code, corner.x + part["x"], corner.top + part["top"], part["side"])
        return
    box = Box(corner.x + part["x"], corner.top + part["top"], part["width"], part["height"])
    if kind == "rule":
        paper.rect(box, fill=part["colour"] or _INK)
    elif kind == "logos":
        draw_logos(paper, face.logos, replace(box, align=part["align"]))
    elif kind == "code":
        _draw_name(paper, box, part, spaced(badge.code))
    elif kind == "title":
        _draw_text(paper, box, part, face.bootcamp.title_km or face.bootcamp.title_en)
    elif isinstance(badge, BlankBadge):
        if kind in ("name", "second_name", "organisation"):
            bottom = box.top + box.height
            paper.line(box.x, bottom, box.x + box.width, bottom, _TO_WRITE_ON)
    else:
        _draw_person(paper, box, part, badge)


def _draw_person(paper: Paper, box: Box, part: Part, badge: Badge) -> None:
    person, kind = badge.participant, part["kind"]
    if kind == "name":
        _draw_name(paper, box, part, person.name_km or person.name_en)
    elif kind == "second_name" and person.name_km and person.name_en:
        _draw_name(paper, box, part, person.name_en)
    elif kind == "organisation":
        _draw_text(paper, box, part, person.organisation_km or person.organisation_en)
    elif kind == "role" and person.role.strip():
        paper.rect(box, fill=part["colour"] or role_colour(person.role), radius=1)
        inner = Box(box.x + 1.5, box.top, box.width - 3, box.height)
        _draw_text(paper, inner, {**part, "colour": "#FFFFFF"}, _role_in_words(person.role))


def _role_in_words(role: str) -> str:
    """Give a role in both languages where the program knows it, and as it is written otherwise."""
    known = ROLE_WORDS.get(role.strip().casefold())
    if known is None:
        return role.strip()
    return " · ".join(in_language(known, language) for language in ("km", "en"))


def _draw_name(paper: Paper, box: Box, part: Part, text: str) -> None:
    """Draw text whole: on one line, or on two as large as they can be, or not at all."""
    style = _style(part)
    for lines in (_one_line, _two_lines):
        floor = part["floor"] if lines is _two_lines else part["size"] * _COMFORTABLE
        if fit := _largest(lines, box, text, replace(style, size=part["size"]), floor):
            break
    else:
        fit = _largest(_one_line, box, text, style, part["floor"])
    if not fit:
        raise TextDoesNotFit(text, part["floor"])
    found, style = fit
    _draw_lines(paper, box, part, found, style)


def _one_line(text: str, _style: TextStyle, _width: float) -> tuple[str, ...]:
    return (text,)


def _two_lines(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    # Between the words of a name where there are some: "Muni / ret" is no way to write anybody.
    words = text.split()
    splits = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    if splits:
        return min(splits, key=lambda pair: max(measure(one, style) for one in pair))
    try:
        return two_lines(text, style, width)
    except TextDoesNotFit:
        return ()


def _largest(
    lines: Callable[[str, TextStyle, float], tuple[str, ...]],
    box: Box,
    text: str,
    style: TextStyle,
    floor: float,
) -> tuple[tuple[str, ...], TextStyle] | None:
    while style.size >= floor:
        found = lines(text, style, box.width)
        tall = len(found) * leading_of(text) * style.size / POINTS
        if found and tall <= box.height and all(measure(one, style) <= box.width for one in found):
            return found, style
        style = replace(style, size=style.size - _STEP)
    return None


def _draw_text(paper: Paper, box: Box, part: Part, text: str) -> None:
    """Draw what may be cut: of a very long title or organisation the beginning is enough."""
    style = _style(part)
    try:
        size = filling_size(text, style, (box.width, box.height), floor=part["floor"])
        style = replace(style, size=size)
        lines = lines_of(text, style, box.width)
    except TextDoesNotFit:
        style = replace(style, size=part["floor"])
        lines = lines_of(text, style, box.width)
        most = max(1, int(box.height * POINTS / (leading_of(text) * style.size)))
        if len(lines) > most:
            lines = cut_to(lines, most, style, box.width)
        lines = [_cut_within(line, style, box.width) for line in lines]
    _draw_lines(paper, box, part, lines, style)


def _cut_within(line: str, style: TextStyle, width: float) -> str:
    if measure(line, style) <= width:
        return line
    while line and measure(f"{line}…", style) > width:
        line = line[:-1]
    return f"{line}…"


def _draw_lines(paper: Paper, box: Box, part: Part, lines: Sequence[str], style: TextStyle) -> None:
    """Draw the lines; those of names and codes stand in the middle of their height."""
    if not lines:
        return
    share = leading_of("".join(lines))
    step = share * style.size / POINTS
    is_top = part["kind"] in ("title", "organisation")
    top = box.top if is_top else box.top + (box.height - len(lines) * step) / 2
    for number, line in enumerate(lines):
        baseline = top + number * step + first_baseline(share) * style.size / POINTS
        x = box.x + shift(part["align"], box.width)
        paper.text(x, baseline, line, style, align=part["align"])


def _style(part: Part) -> TextStyle:
    is_name = part["kind"] in ("name", "second_name")
    return TextStyle(part["size"], part["weight"], part["colour"] or (_INK if is_name else _MUTED))


def _must_be_printable(badge: Badge) -> None:
    person = badge.participant
    if missing := missing_characters(person.name_km + person.name_en):
        raise Refusal(
            "The name with badge {code} has characters that no font has: {signs}. Write it "
            "without them in People.",
            code=badge.code,
            signs=" ".join(missing),
        )
