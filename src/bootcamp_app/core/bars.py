"""How long the bars of a chart are: true to their numbers, and never longer than their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def largest(numbers: Iterable[float | None]) -> float:
    """Give the number whose bar takes all the room; those that are hidden are None."""
    return max((number for number in numbers if number), default=0)


def lengths(
    number: float | None, parts: Sequence[float | None], most: float, room: float
) -> tuple[float, ...]:
    """Give how long each part of a bar is, and last what none of the parts says.

    A bar of `most` takes the room. Where a part is hidden its length is part of the last one.
    """
    whole = room * min(number / most, 1) if number and number > 0 and most > 0 else 0.0
    known = [max(part or 0, 0) for part in parts]
    # Hours are sums of fractions: parts may be a hair more than the whole.
    of = max(sum(known), number or 0)
    shares = [whole * (part / of) if of else 0.0 for part in known]
    return *shares, max(whole - sum(shares), 0.0)
