"""Rows of a list as notes of a board: headers in Khmer or English, or none at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import ceil, sqrt
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.formulas import as_written
from bootcamp_app.core.i18n import LANGUAGES, in_language
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.arriving import meant_zone
from bootcamp_app.features.canvases.file_views import TakenIn
from bootcamp_app.features.canvases.foreign import FIELD, FOREIGN, shortened
from bootcamp_app.features.canvases.item_rules import MOST_ITEMS
from bootcamp_app.features.canvases.note_lines import COLOUR_WORDS, HEADERS
from bootcamp_app.features.canvases.template_documents import (
    MOST_ZONES,
    plain_document,
    plain_zone,
)
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import NOTE, Item
from bootcamp_app.features.teams.views import SIDE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bootcamp_app.features.canvases.views import Template

_ALSO = {
    "zone": "zone តំបន់ ផ្នែក column category section group list ប្រភេទ",
    "number": "no number លេខ ល.រ",
    "text": "note notes content idea comment card សន្លឹក ខ្លឹមសារ គំនិត មតិ",
    "side": "sector from ភាគី",
    "colour": "color colour ពណ៌",
}
_SIDES_ALSO = {
    "government": "gov g រដ្ឋ រដ្ឋាភិបាល administration",
    "civil_society": "cso c ngo សង្គមស៊ីវិល",
    "resident": "r resident citizen citizens community ប្រជាជន សហគមន៍",
}
_SHARE = 0.6
"""From this share of its zones on a template is taken for the one that a list means."""


@dataclass(frozen=True)
class _Row:
    """One note of a list."""

    zone: str
    text: str
    side: str
    colour: str


def notes_in(rows: Sequence[Sequence[object]], name: str) -> TakenIn:
    """Give what a list says about a board; raises a Refusal where no column holds notes."""
    if not any(map(len, rows)):
        raise Refusal("There are no notes in {name}. Choose another file.", name=name)
    if len(rows) > MOST_ITEMS:
        raise Refusal(
            "{name} holds more than {most} things. Split it into several boards, then try again.",
            name=name,
            most=MOST_ITEMS,
        )
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    found = [one for one in _rows(texts, name) if one.text.strip()]
    items = tuple(
        Item(
            str(at),
            NOTE,
            one.zone,
            place=float(at),
            text=shortened(one.text),
            side=_word(one.side, _sides()),
            colour=_word(one.colour, _colours()) or "yellow",
        )
        for at, one in enumerate(found, 1)
    )
    named = list(dict.fromkeys(one.zone for one in items if one.zone))
    return _with_template(TakenIn(items, title_en=name.rpartition(".")[0][:200]), named)


def _rows(texts: list[list[str]], name: str) -> Iterable[_Row]:
    fields = {at: field for at, cell in enumerate(texts[0]) if (field := _field(cell))}
    if "text" in fields.values():
        return [
            _row({fields[at]: cell for at, cell in enumerate(row) if at in fields})
            for row in texts[1:]
        ]
    width = max(map(len, texts))
    if width == 1:
        return [_row({"text": row[0]}) for row in texts]
    if width == 2:
        return [_row({"zone": row[0], "text": row[1]}) for row in texts]
    raise Refusal(
        "No column of {name} holds the notes. Write “Zone” and “Text” above the columns, then try "
        "again.",
        name=name,
    )


def _row(cells: Mapping[str, str]) -> _Row:
    zones = (cells.get(one, "") for one in ("zone_km", "zone_en", "zone", "number"))
    zone = next((as_written(one) for one in zones if one.strip() not in ("", "0")), "")
    text, side, colour = (cells.get(one, "") for one in ("text", "side", "colour"))
    return _Row(zone.strip(), as_written(text), side, colour)


def _with_template(taken: TakenIn, named: Sequence[str]) -> TakenIn:
    """Say of which template the zones of a list are; where of none, they become its own."""
    best = max(templates().values(), key=lambda one: _matches(one, named))
    if named and _matches(best, named) >= _SHARE * len(named):
        return replace(taken, template_id=best.id, title_en="")
    titles = named if 0 < len(named) <= MOST_ZONES else [taken.title_en]
    document = plain_document(taken.title_en, [*_grid(titles)])
    return replace(taken, template=document, template_id=FOREIGN)


def _matches(template: Template, named: Sequence[str]) -> int:
    return sum(not one.isdecimal() and meant_zone(template, one) is not None for one in named)


def _grid(titles: Sequence[str]) -> Iterable[dict[str, object]]:
    across = ceil(sqrt(len(titles)))
    down = ceil(len(titles) / across)
    x, top, width, height = FIELD[0], FIELD[1], FIELD[2] / across, FIELD[3] / down
    for at, title in enumerate(titles):
        line, column = divmod(at, across)
        rect = (x + column * width, top + line * height, width, height)
        yield plain_zone(at + 1, title, rect)


def _field(header: str) -> str:
    return _headers().get(comparison_key(header), "")


@cache
def _headers() -> dict[str, str]:
    also = {comparison_key(word): field for field, words in _ALSO.items() for word in words.split()}
    return {**also, **_in_both(HEADERS)}


@cache
def _sides() -> dict[str, str]:
    also = {comparison_key(one): side for side, all_ in _SIDES_ALSO.items() for one in all_.split()}
    return {**also, **_in_both(SIDE_WORDS)}


@cache
def _colours() -> dict[str, str]:
    return _in_both(COLOUR_WORDS)


def _in_both(messages: Mapping[str, str]) -> dict[str, str]:
    """Give what is meant by the words for it in either language, and by its name in programs."""
    said = {
        comparison_key(in_language(message, language)): meant
        for language in LANGUAGES
        for meant, message in messages.items()
    }
    return {**{comparison_key(meant): meant for meant in messages}, **said}


def _word(said: str, known: Mapping[str, str]) -> str:
    return known.get(comparison_key(said), "")
