"""Whether a document is a template that can be printed; what is wrong is said in one sentence.

The schema in `resources/canvas-schema` says the same of a document's form for other programs.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.capacity import MOST_LINES, heading_of
from bootcamp_app.features.canvases.phases import PHASES
from bootcamp_app.features.canvases.templates import template_from
from bootcamp_app.features.canvases.views import ZONE_COLOURS, ZONE_KINDS
from bootcamp_app.printing.paper import TextDoesNotFit
from bootcamp_app.printing.text.fitting import fitted_size
from bootcamp_app.printing.text.itemising import missing_characters
from bootcamp_app.printing.text.styles import TextStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.views import Template, Words, Zone

LEFT, TOP, RIGHT, BOTTOM = 10.0, 42.0, 410.0, 283.0
"""Inside these zones lie, in millimetres of A3 landscape."""
LEAST_WIDTH, LEAST_HEIGHT = 30.0, 25.0
MOST_ZONES = 40
LEAST_MINUTES, MOST_MINUTES = 5, 240
MOST_LETTERS = 240
_KEYS = {"version", "phase", "minutes", "title", "purpose", "credit", "zones"}
_ZONE_KEYS = {"id", "title", "prompt", "kind", "colour", "rect"}
_ID = re.compile(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")
_SOURCE = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
_BY = 0.11
"""Zones of a third of the page are rounded to tenths of a millimetre."""
_TITLE, _ZONE_TITLE = TextStyle(24, 700), TextStyle(12.5, 700)
_TITLE_WIDTH, _BESIDE_TITLE, _TITLE_FLOOR, _ZONE_TITLE_FLOOR = 250.0, 18.0, 10.0, 7.0


def checked(document: object) -> Template:
    """Give the template that a document says; raises a Refusal that says what is wrong with it."""
    held = _form(document)
    template = template_from("", held)
    _check_places(template)
    _check_words(template)
    return template


def zones_overlap(one: Zone, other: Zone) -> bool:
    """Say whether two zones share more than an edge."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > _BY and down > _BY


def _form(document: object) -> Mapping[str, Any]:
    if not isinstance(document, dict) or not document.keys() >= _KEYS:
        raise Refusal("This is not a canvas. Choose a file that was exported as a canvas.")
    if document.keys() - _KEYS - {"place"}:
        raise Refusal("This canvas holds what this version does not know. Update the program.")
    _whole(document["version"], 1, 10**9)
    if not isinstance(document.get("place", 0), int):
        raise Refusal("The canvas's place among the others is no number. Leave it out.")
    if document["phase"] not in tuple(PHASES):
        raise Refusal("The phase of the canvas is none of A to G. Choose one of them.")
    _minutes(document["minutes"])
    for key in ("title", "purpose", "credit"):
        _words(document[key])
    zones = document["zones"]
    if not isinstance(zones, list) or not 1 <= len(zones) <= MOST_ZONES:
        raise Refusal("A canvas has from 1 to {most} zones. Add or remove some.", most=MOST_ZONES)
    for number, zone in enumerate(zones, 1):
        _check_zone(zone, number)
    if len({zone["id"] for zone in zones}) < len(zones):
        raise Refusal("Two zones of the canvas have the same id. Give each one of its own.")
    return document


def _minutes(value: object) -> None:
    if not _is_whole(value, LEAST_MINUTES, MOST_MINUTES):
        raise Refusal(
            "A canvas takes from {least} to {most} minutes. Correct the minutes.",
            least=LEAST_MINUTES,
            most=MOST_MINUTES,
        )


def _check_zone(zone: object, number: int) -> None:
    if not isinstance(zone, dict) or not zone.keys() >= _ZONE_KEYS:
        raise Refusal("Zone {n} of the canvas is not whole. Choose another file.", n=number)
    is_known = (
        zone.keys() <= _ZONE_KEYS | {"from"}
        and zone["kind"] in ZONE_KINDS
        and zone["colour"] in ZONE_COLOURS
    )
    source = zone.get("from", "a.a")
    has_names = (
        isinstance(zone["id"], str)
        and _ID.fullmatch(zone["id"])
        and isinstance(source, str)
        and _SOURCE.fullmatch(source)
    )
    if not is_known or not has_names:
        raise Refusal(
            "Zone {n} of the canvas holds what this version does not know. Update the program.",
            n=number,
        )
    _words(zone["title"])
    _words(zone["prompt"])
    rect = zone["rect"]
    if not isinstance(rect, list) or len(rect) != 4 or not all(map(_is_length, rect)):
        raise Refusal("Zone {n} of the canvas lies nowhere. Choose another file.", n=number)


def _words(held: object) -> None:
    if not isinstance(held, dict) or held.keys() != {"en", "km"}:
        raise Refusal("A text of the canvas is not in Khmer and English. Choose another file.")
    for text in held.values():
        if not isinstance(text, str):
            raise Refusal("A text of the canvas is not in Khmer and English. Choose another file.")
        if len(text) > MOST_LETTERS:
            raise Refusal(
                "“{text}…” is longer than {most} letters. Shorten it.",
                text=text[:30],
                most=MOST_LETTERS,
            )


def _check_places(template: Template) -> None:
    for number, zone in enumerate(template.zones, 1):
        if zone.width < LEAST_WIDTH or zone.height < LEAST_HEIGHT:
            raise Refusal("Zone {n} is too small to write in. Make it larger.", n=number)
        is_inside = (
            zone.x >= LEFT
            and zone.top >= TOP
            and zone.x + zone.width <= RIGHT + _BY
            and zone.top + zone.height <= BOTTOM + _BY
        )
        if not is_inside:
            raise Refusal(
                "Zone {n} reaches over the margin or the heading. Move it inside.", n=number
            )
    for (first, one), (second, other) in combinations(enumerate(template.zones, 1), 2):
        if zones_overlap(one, other):
            raise Refusal(
                "Zones {n} and {other} lie on each other. Move one of them.", n=first, other=second
            )


def _check_words(template: Template) -> None:
    if not _said(template.title):
        raise Refusal("The canvas has no title. Write one in Khmer, in English or in both.")
    _check_title(template.title, _TITLE_WIDTH, _TITLE, _TITLE_FLOOR)
    for text in _texts(template):
        if missing := missing_characters(text):
            raise Refusal(
                "No font can print “{signs}” in “{text}”. Leave it out.",
                signs=" ".join(missing),
                text=text,
            )
    for number, zone in enumerate(template.zones, 1):
        if not _said(zone.title):
            raise Refusal(
                "Zone {n} has no title. Write one in Khmer, in English or both.", n=number
            )
        _check_title(zone.title, zone.width - _BESIDE_TITLE, _ZONE_TITLE, _ZONE_TITLE_FLOOR)
        heading = heading_of(zone)
        if heading.lines > MOST_LINES or heading.bottom > zone.height:
            raise Refusal(
                "What zone {n} asks is too long for it. Shorten it, or make the zone larger.",
                n=number,
            )


def _check_title(title: Words, width: float, style: TextStyle, floor: float) -> None:
    for text in filter(None, (title.km, title.en)):
        try:
            fitted_size(text, style, width, floor=floor)
        except TextDoesNotFit as fault:
            raise Refusal(
                "The title “{text}” is too long for its place. Shorten it.", text=text
            ) from fault


def _texts(template: Template) -> list[str]:
    said = [template.title, template.purpose, template.credit]
    said += [words for zone in template.zones for words in (zone.title, zone.prompt)]
    return [text for words in said for text in (words.km, words.en)]


def _said(title: Words) -> bool:
    return bool(title.en.strip() or title.km.strip())


def _whole(value: object, least: int, most: int) -> None:
    if not _is_whole(value, least, most):
        raise Refusal("This is not a canvas. Choose a file that was exported as a canvas.")


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_length(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -1000 < value < 1000
