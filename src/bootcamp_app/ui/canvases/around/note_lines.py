"""The notes of a board as lines of a list, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.canvases.arranging import in_order
from bootcamp_app.features.canvases.views import CONNECTOR, NOTE
from bootcamp_app.ui.canvases.around.note_words import KINDS, SIDES, zone_number
from bootcamp_app.ui.words import digits, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.canvases.views import BoardContents, Item, Zone


@dataclass(frozen=True)
class NoteLine:
    """One note, text, picture or frame, with all that is told of it."""

    item: Item
    zone: Zone | None
    number: int
    author: str
    dots: int
    leads_to: str

    @property
    def id(self) -> str:
        """The id of the item, by which the list knows the line again."""
        return self.item.id

    @property
    def place(self) -> str:
        """Number and title of its zone."""
        if self.zone is None:
            return _("Outside the zones")
        return f"{zone_number(self.number)} {self.zone.title}"

    @property
    def words(self) -> str:
        """What it says, on one line; of what says nothing, what it is."""
        text = " ".join(self.item.text.split())
        if self.item.kind == NOTE:
            return f"{text} ({_('Covered').lower()})" if self.item.is_hidden else text
        kind = in_words(KINDS[self.item.kind])
        return f"{kind}: {text}" if text else kind

    @property
    def side(self) -> str:
        """Whose word it is."""
        return in_words(SIDES.get(self.item.side, "")) if self.item.side else ""

    @property
    def told_dots(self) -> str:
        """How many dots it has, or nothing."""
        return digits(self.dots) if self.dots else ""


def note_lines(
    contents: BoardContents, names: Mapping[str, str], dots: Mapping[str, int]
) -> list[NoteLine]:
    """Give a line for everything on a board but its connectors, which lines lead along."""
    zones = {zone.id: (at, zone) for at, zone in enumerate(contents.board.template.zones, 1)}
    texts = {one.id: " ".join(one.text.split()) for one in contents.items}
    leads: dict[str, list[str]] = {}
    for one in contents.items:
        if one.kind == CONNECTOR and texts.get(one.target):
            leads.setdefault(one.source, []).append(texts[one.target])
    return [
        NoteLine(
            item=one,
            zone=zones[one.zone][1] if one.zone in zones else None,
            number=zones[one.zone][0] if one.zone in zones else 0,
            author=names.get(one.author, ""),
            dots=dots.get(one.id, 0),
            leads_to=", ".join(leads.get(one.id, [])),
        )
        for one in in_order(contents)
    ]
