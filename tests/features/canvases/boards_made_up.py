"""Boards for tests of files: one with everything on it, and any that could be."""

from __future__ import annotations

import io
import string
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from PIL import Image

from bootcamp_app.features.canvases.file_views import Handed
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import (
    NOTE_COLOURS,
    SIDES,
    Board,
    BoardContents,
    Item,
    Picture,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MADE_AT = datetime(2026, 3, 2, 2, tzinfo=UTC)
BOARD = Board("b", "c", "100000001", template("co-ownership"), "1", "ទឹក", "", "A1", MADE_AT)
KHMER = "ទឹកជំនន់មកដល់ផ្ទះ\nរាល់ខែ​តុលា"


def jpeg(size: tuple[int, int] = (60, 40)) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


PICTURE = Picture("kept", "jpeg", 60, 40, jpeg())
ITEMS = (
    Item("n1", "note", "gov", 20.12, 80.7, 38, 38, 1, KHMER, "blue", "government", group_id="g"),
    Item("n2", "note", "cso", 150, 80, 38, 38, 2, "", "pink", group_id="g", is_hidden=True),
    Item("t", "text", "", 5, 5, 60, 10, 3, "=1+1"),
    Item("p", "picture", "gov", 30, 120, 30, 20, 4, picture=PICTURE.id),
    Item("c", "connector", place=5, text="so", source="n1", target="n2", style={"ends": "both"}),
    Item("f", "frame", "decide", 100, 200, 50, 40, 6, "ក្រប"),
    Item("d", "connector", place=7, source="n1", target="t", style={"ends": "none", "dash": True}),
    Item("loose", "connector", place=8, style={"ends": "arrow"}),
)


def handed(items: Sequence[Item] = ITEMS, **more: object) -> Handed:
    pictures = {PICTURE.id: PICTURE} if any(one.picture for one in items) else {}
    return Handed(BoardContents(BOARD, tuple(items)), pictures, **more)  # type: ignore[arg-type]


_sides = st.floats(0, 300).map(lambda side: round(side, 2))
_places = st.floats(-400, 800).map(lambda side: round(side, 2))
_texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
_words = st.text(string.ascii_lowercase, max_size=3)
_cards = st.builds(
    Item,
    id=st.uuids().map(str),
    kind=st.sampled_from(["note", "text", "frame", "picture"]),
    zone=st.sampled_from(["", *(one.id for one in BOARD.template.zones)]),
    x=_places,
    top=_places,
    width=_sides,
    height=_sides,
    text=_texts,
    colour=st.sampled_from(["", *NOTE_COLOURS]),
    side=st.sampled_from(["", *SIDES]),
    author=_words,
    group_id=_words,
    carried_from=_words,
    is_hidden=st.booleans(),
    style=st.dictionaries(_words, st.integers(0, 9), max_size=2),
)
cards = st.lists(_cards, max_size=6, unique_by=lambda one: one.id)
