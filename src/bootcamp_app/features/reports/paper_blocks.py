"""What stands on a page below each other: whole blocks, titles never alone at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bootcamp_app.printing.paper import Paper


@dataclass(frozen=True)
class Block:
    """So many millimetres of a page, and how they are drawn from their top on."""

    height: float
    draw: Callable[[Paper, float], object]
    stays: bool = False
    """Whether it stands on the page of the next one, as a title does."""
    head: Block | None = None
    """What is said again above it where it comes first on a page."""


def pages_of(blocks: Sequence[Block], rooms: Iterator[float]) -> list[list[Block]]:
    """Give the blocks of each page; `rooms` says how many millimetres each page has for them."""
    pages: list[list[Block]] = [[]]
    left = next(rooms)
    for at, block in enumerate(blocks):
        if pages[-1] and _together(blocks[at:]) > left:
            pages.append([])
            left = next(rooms)
            if block.head is not None:
                pages[-1].append(block.head)
                left -= block.head.height
        pages[-1].append(block)
        left -= block.height
    return pages


def _together(blocks: Sequence[Block]) -> float:
    """Give how high the first block is with those that it does not leave."""
    height = 0.0
    for block in blocks:
        height += block.height
        if not block.stays:
            break
    return height
