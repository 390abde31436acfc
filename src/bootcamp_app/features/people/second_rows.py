"""A second row below the headers that says them again, or how they were asked. No database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.features.people.headers import meaning_of
from bootcamp_app.features.people.texts import text_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.texts import Row

_HOW_ASKED = re.compile(
    r"(?:open[- ]ended )?response|answer|réponse(?: ouverte)?|ចម្លើយ", re.IGNORECASE
)
_LEAST, _NEARLY_ALL, _MOST = 3, 0.8, 0.6


def said_together(rows: Sequence[Row], upper: int) -> Row | None:
    """Give two rows of headers as one; None where the lower one is no second row of headers.

    It is one where it says the same in another language, or tells how a form asked: “Response”.
    """
    if upper < 0 or upper + 1 >= len(rows):
        return None
    width = max(map(len, rows[upper : upper + 2]))
    above = [text_at(rows[upper], place) for place in range(width)]
    below = [text_at(rows[upper + 1], place) for place in range(width)]
    if _tells_how_asked(above, below):
        return _joined(_carried(above, below), below)
    return _joined(above, below) if _says_again(above, below) else None


def _says_again(above: Sequence[str], below: Sequence[str]) -> bool:
    """Say whether most columns are named twice, and nearly always as the same thing."""
    both = [(one, other) for one, other in zip(above, below, strict=True) if one and other]
    meant = [(meaning_of(one), meaning_of(other)) for one, other in both]
    known = [(one.field, other.field) for one, other in meant if one and other]
    alike = sum(_stem(one) == _stem(other) for one, other in known)
    told = sum(other is not None for _, other in meant)
    is_header = told >= _MOST * len(both) and len(both) >= _MOST * sum(map(bool, below))
    return alike >= _LEAST and alike >= _NEARLY_ALL * len(known) and is_header


def _stem(field: str) -> str:
    """Give a field without its script: “ឈ្មោះ” above “Latin name” are names both."""
    return field.removesuffix("_km").removesuffix("_en")


def _tells_how_asked(above: Sequence[str], below: Sequence[str]) -> bool:
    asked = [
        bool(_HOW_ASKED.fullmatch(text))
        for text, head in zip(below, above, strict=True)
        if head and text
    ]
    return bool(asked) and sum(asked) >= _MOST * len(asked)


def _carried(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Give each choice the question that stands over its first column."""
    carried, question = [], ""
    for head, choice in zip(above, below, strict=True):
        question = head or (question if choice else "")
        carried.append(question)
    return carried


def _joined(above: Sequence[str], below: Sequence[str]) -> Row:
    return [
        one if one == other else f"{one} {other}".strip()
        for one, other in zip(above, below, strict=True)
    ]
