"""What is chosen on a board, in words for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.canvases.views import CONNECTOR, FRAME, NOTE, PICTURE, TEXT
from bootcamp_app.ui.words import in_words, with_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.canvases.views import BoardContents, Item

KINDS = {
    NOTE: N_("Sticky note"),
    TEXT: N_("Text"),
    PICTURE: N_("Picture"),
    CONNECTOR: N_("Connector"),
    FRAME: N_("Frame"),
}
SIDES = {
    "government": N_("Government side"),
    "civil_society": N_("Civil society side"),
    "resident": N_("Resident"),
}
_SHORT = 60


def told(
    contents: BoardContents, order: Sequence[Item], chosen: Sequence[str], dots: int = 0
) -> str:
    """Say what is chosen: kind, zone, side, text, and which of how many it is."""
    if not chosen:
        return with_digits(Sentence("Nothing is chosen; {n} items lie here.", n=len(order)))
    if len(chosen) > 1:
        return with_digits(Sentence("{n} of {all} are chosen.", n=len(chosen), all=len(order)))
    numbers = {one.id: n for n, one in enumerate(order, 1)}
    item = next((one for one in order if one.id == chosen[0]), None)
    if item is None:
        return ""
    parts = [in_words(KINDS[item.kind]), _zone(contents, item), _side(item)]
    parts.append(_between(order, item) if item.kind == CONNECTOR else _words(item))
    if dots:
        parts.append(with_digits(Sentence("{n} dots", n=dots)))
    parts.append(with_digits(Sentence("{n} of {all}", n=numbers[item.id], all=len(order))))
    return ", ".join(one for one in parts if one)


def _zone(contents: BoardContents, item: Item) -> str:
    for number, zone in enumerate(contents.board.template.zones, 1):
        if zone.id == item.zone:
            return with_digits(Sentence("zone {n} {title}", n=number, title=str(zone.title)))
    return "" if item.kind == CONNECTOR else _("outside of the zones")


def _side(item: Item) -> str:
    return in_words(SIDES[item.side]) if item.side in SIDES else ""


def _words(item: Item) -> str:
    if item.is_hidden:
        return _("Covered")
    text = " ".join(item.text.split())
    if len(text) > 4 * _SHORT:
        text = text[: 4 * _SHORT] + "…"
    return f"“{text}”" if text else ""


def _between(order: Sequence[Item], item: Item) -> str:
    by_id = {one.id: one for one in order}
    ends = [by_id.get(one) for one in (item.source, item.target)]
    source, target = (_short(one) if one else "" for one in ends)
    return str(Sentence("from “{source}” to “{target}”", source=source, target=target))


def _short(item: Item) -> str:
    if item.is_hidden:
        return _("Covered")
    return " ".join(item.text.split())[:_SHORT] or in_words(KINDS[item.kind])
