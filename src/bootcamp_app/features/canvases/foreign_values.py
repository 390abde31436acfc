"""Values in foreign files, taken only as what they should be; and what was left out, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import ngettext
from bootcamp_app.features.canvases.item_rules import FARTHEST, MOST_ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterator

_HUGE = FARTHEST * 1000


def listed(found: object, name: str) -> list[Any]:
    """Give a list of things; raises a Refusal where it is none or holds too much."""
    if not isinstance(found, list):
        raise Refusal(
            "{name} cannot be read: it is damaged or of another kind. Save it again in the program "
            "it comes from, then choose it again.",
            name=name,
        )
    if len(found) > 3 * MOST_ITEMS:
        raise Refusal(
            "{name} holds more than {most} things. Split it into several boards, then try again.",
            name=name,
            most=MOST_ITEMS,
        )
    return found


def objects(found: list[Any]) -> Iterator[dict[str, Any]]:
    """Give the objects of a list, without what is none."""
    return (one for one in found if isinstance(one, dict))


def number(found: object) -> float | None:
    """Give a number that can be drawn, or None."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    if not -_HUGE <= found <= _HUGE or not math.isfinite(found):
        return None
    return float(found)


def text_of(found: object) -> str:
    """Give a text, or none where it is something else."""
    return found if isinstance(found, str) else ""


def left_out(count: int) -> tuple[str, ...]:
    """Say how many things of a file a board cannot show; nothing where it shows all."""
    if not count:
        return ()
    said = ngettext(
        "{n} thing of the file was left out: a board cannot show it.",
        "{n} things of the file were left out: a board cannot show them.",
        count,
    )
    return (said.format(n=count),)
