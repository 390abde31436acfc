"""Which board, zone, note or snapshot a word means: an id, its beginning, a number or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.arriving import meant_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bootcamp_app.cli.desk import Desk
    from bootcamp_app.features.canvases.views import Board, Item, Snapshot, Template, Zone

One = TypeVar("One")


def board_of(desk: Desk, ref: str, bootcamp: str | None = None) -> Board:
    """Give the board that is meant in a bootcamp, the newest where none is named."""
    return desk.app.boards.find(desk.app.bootcamps.find(bootcamp), ref)


def zone_of(template: Template, said: str) -> Zone:
    """Give the zone meant by an id, a number from 1 or a title; say which there are otherwise."""
    zone = meant_zone(template, said)
    if zone is None:
        zones = enumerate(template.zones, 1)
        raise Refusal(
            "This board has no zone “{zone}”. Use the number of one: {zones}.",
            zone=said,
            zones=", ".join(f"{number} {one.title}" for number, one in zones),
        )
    return zone


def item_of(desk: Desk, board: Board, ref: str) -> Item:
    """Give the note of a board meant by an id, the beginning of one, or its text."""
    items = desk.app.boards.contents(board.id).items
    found = _meant(items, ref, lambda one: (one.id,), lambda one: (one.text,))
    if len(found) != 1:
        raise Refusal("“{ref}” means no single note of this board. Use its id.", ref=ref)
    return found[0]


def snapshot_of(desk: Desk, board: Board, ref: str) -> Snapshot:
    """Give the snapshot of a board meant by an id, the beginning of one, or its title."""
    kept = desk.app.snapshots.all(board.id)
    found = _meant(kept, ref, lambda one: (one.id,), lambda one: (one.title,))
    if len(found) != 1:
        raise Refusal("“{ref}” means no single snapshot of this board. Use its id.", ref=ref)
    return found[0]


def _meant(
    all_of_them: Iterable[One],
    ref: str,
    ids: Callable[[One], Sequence[str]],
    texts: Callable[[One], Sequence[str]],
) -> list[One]:
    """Give those whose id it is, else those whose text it is, else those whose id begins so."""
    known, wanted, key = list(all_of_them), ref.strip(), comparison_key(ref)
    if not wanted:
        return []
    whole = [one for one in known if wanted in ids(one)]
    named = [one for one in known if key and key in map(comparison_key, texts(one))]
    begun = [one for one in known if any(name.startswith(wanted) for name in ids(one))]
    return whole or named or begun
