"""Boards of other programs: their frames become zones, their cards become notes on our page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.canvases.item_rules import MOST_LETTERS, well_formed
from bootcamp_app.features.canvases.template_documents import (
    MOST_ZONES,
    plain_document,
    plain_zone,
)
from bootcamp_app.features.canvases.templates import templates
from bootcamp_app.features.canvases.views import (
    CONNECTOR,
    FRAME,
    NOTE_COLOURS,
    NOTE_SIDE,
    SCALES,
    Item,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.canvases.file_views import TakenIn
    from bootcamp_app.features.canvases.views import Template, Zone

FIELD = (10.0, 42.0, 400.0, 245.0)
"""Where on our page the zones of templates lie, below the heading."""
FOREIGN = "foreign"
"""The template of a board whose zones came with a file."""
_PAPER = "A1"
_HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_ALIKE = 0.6
"""From this share on that two rectangles have in common, one is taken for the other."""


@dataclass(frozen=True)
class Box:
    """A rectangle in the units of its file, and what it is called."""

    x: float
    top: float
    width: float
    height: float
    title: str = ""

    def holds(self, other: Box) -> bool:
        """Say whether the middle of another one lies inside."""
        x, top = other.x + other.width / 2, other.top + other.height / 2
        return self.x <= x <= self.x + self.width and self.top <= top <= self.top + self.height


def on_our_page(items: Sequence[Item], frames: Sequence[Box], taken: TakenIn) -> TakenIn:
    """Give what a foreign file brings, in our millimetres, with zones where it has frames.

    Items and frames come in the units of the file; `taken` has all the rest.
    """
    # So many are no zones of a canvas; to find which lie in which would take long, too.
    compared = frames if len(frames) <= MOST_ZONES else ()
    leaves = [one for one in compared if not any(one.holds(o) for o in compared if o is not one)]
    are_leaves = {id(one) for one in leaves}
    others = [_frame(number, one) for number, one in enumerate(frames) if id(one) not in are_leaves]
    move = _fit([*(_box(one) for one in items if one.kind != CONNECTOR), *frames], items)
    placed = tuple(_moved(one, move) for one in [*others, *items])
    zones = [move(one) for one in leaves]
    if alike := _template_like(zones):
        return replace(taken, items=placed, template_id=alike.id)
    document = plain_document(
        taken.title_en or taken.title_km or _("Notes"),
        [
            plain_zone(number, one.title or str(number), (one.x, one.top, one.width, one.height))
            for number, one in enumerate(zones, 1)
        ]
        or [plain_zone(1, _("Notes"), FIELD)],
    )
    return replace(taken, items=placed, template=document, template_id=FOREIGN)


def note_colour(colour: object) -> str:
    """Give the colour of a note that is most like a foreign one; yellow where none is said."""
    rgb = _rgb(colour)
    if rgb is None:
        return "yellow"

    def distance(name: str) -> int:
        ours = _rgb(NOTE_COLOURS[name]) or (0, 0, 0)
        return sum((one - other) ** 2 for one, other in zip(rgb, ours, strict=True))

    return min(NOTE_COLOURS, key=distance)


def shortened(text: str) -> str:
    """Give as much of a text as a note holds."""
    return well_formed(text)[:MOST_LETTERS]


def _rgb(colour: object) -> tuple[int, int, int] | None:
    found = _HEX.fullmatch(colour[:7]) if isinstance(colour, str) else None
    if found is None:
        return None
    red, green, blue = (int(one, 16) for one in found.groups())
    return red, green, blue


def _fit(boxes: Sequence[Box], items: Sequence[Item]) -> Callable[[Box], Box]:
    """Give how a rectangle comes onto our page: all of it fits, and notes are as ours at most."""
    if not boxes:
        return lambda box: box
    left, top = min(one.x for one in boxes), min(one.top for one in boxes)
    width = max(max(one.x + one.width for one in boxes) - left, 1e-6)
    height = max(max(one.top + one.height for one in boxes) - top, 1e-6)
    scale = min(FIELD[2] / width, FIELD[3] / height)
    sizes = [one.width for one in items if one.kind != CONNECTOR and one.width > 0]
    if sizes:
        scale = min(scale, NOTE_SIDE / SCALES[_PAPER] / median(sizes))
    x, y = FIELD[0] - left * scale, FIELD[1] - top * scale

    def move(box: Box) -> Box:
        return Box(
            box.x * scale + x,
            box.top * scale + y,
            box.width * scale,
            box.height * scale,
            box.title,
        )

    return move


def _moved(item: Item, move: Callable[[Box], Box]) -> Item:
    if item.kind == CONNECTOR:
        return item
    box = move(_box(item))
    return replace(
        item,
        x=round(box.x, 2),
        top=round(box.top, 2),
        width=round(box.width, 2),
        height=round(box.height, 2),
    )


def _box(item: Item) -> Box:
    return Box(item.x, item.top, item.width, item.height)


def _frame(number: int, box: Box) -> Item:
    title = shortened(box.title)
    return Item(
        f"frame {number}", FRAME, "", box.x, box.top, box.width, box.height, -1.0, text=title
    )


def _template_like(zones: Sequence[Box]) -> Template | None:
    """Give the template of ours whose zones these are, if there is one."""
    if not zones:
        return None
    for one in templates().values():
        if len(one.zones) == len(zones) and all(
            any(_shared(box, zone) >= _ALIKE for box in zones) for zone in one.zones
        ):
            return one
    return None


def _shared(box: Box, zone: Zone) -> float:
    across = min(box.x + box.width, zone.x + zone.width) - max(box.x, zone.x)
    down = min(box.top + box.height, zone.top + zone.height) - max(box.top, zone.top)
    common = max(across, 0) * max(down, 0)
    either = box.width * box.height + zone.width * zone.height - common
    return common / either if either > 0 else 0.0
