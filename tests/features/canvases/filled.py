"""A board with everything on it, for whatever writes or draws one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from bootcamp_app.features.canvases.file_views import Handed
from bootcamp_app.features.canvases.templates import template
from bootcamp_app.features.canvases.views import Board, BoardContents, Item, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKET = "សំរាមនៅផ្សារដឹកយឺត ហើយទឹកជំនន់ក្នុងភូមិ ៣"
GATE = "The market has no bins near the gate"
SECRET = "ម្ចាស់តូបខ្លាចនិយាយ"
NUMBER = "123456789"


def picture() -> Picture:
    """Give a small picture."""
    file = BytesIO()
    Image.new("RGB", (40, 30), "#0F6B66").save(file, "PNG")
    return Picture("picture-1", "png", 40, 30, file.getvalue())


def notes(count: int) -> tuple[Item, ...]:
    """Give so many notes in rows."""
    return tuple(
        Item(
            f"note-{n}", "note", "gov", 12 + n % 40 * 9.8, 42 + n // 40 * 9.6, 9.4, 9.2, float(n),
            text=f"{MARKET} {n}", colour="green", side="resident",
        )
        for n in range(count)
    )  # fmt: skip


def handed(items: Sequence[Item] | None = None, **board: str) -> Handed:
    """Give a board with one of each kind, or with these items."""
    one = Board(
        "board-1", "camp-1", NUMBER, template("co-ownership"), "lotus", "", "", "A1",
        datetime(2026, 3, 2, tzinfo=UTC),
    )  # fmt: skip
    lying = everything() if items is None else tuple(items)
    return Handed(
        BoardContents(replace(one, **board), lying),  # type: ignore[arg-type]
        {"picture-1": picture()},
        {"note-1": {"government": 2, "resident": 1}},
        {"person-1": "Chan Sreyneang"},
        "ក្រុម ឈូក",
    )


def everything() -> tuple[Item, ...]:
    """Give one item of each kind, two notes and a covered one."""
    return (
        Item("frame-1", "frame", "", 146, 76, 120, 80, 0, text="Try first"),
        Item("note-1", "note", "gov", 20, 100, 38, 38, 1, MARKET, "yellow", "government",
             author="person-1"),
        Item("note-2", "note", "cso", 150, 100, 38, 38, 2, GATE, "blue", "civil_society",
             group_id="group-1", carried_from="note-9"),
        Item("note-3", "note", "res", 300, 100, 38, 38, 3, SECRET, "pink", is_hidden=True),
        Item("text-1", "text", "decide", 20, 190, 60, 12, 4, "Agreed on Monday"),
        Item("picture-1", "picture", "after", 30, 240, 40, 30, 5, picture="picture-1"),
        Item("line-1", "connector", place=6, source="note-1", target="note-2",
             style={"ends": "arrow", "dash": True}),
    )  # fmt: skip
