"""What worksheets are called: as the sheets of a report, as far as Excel allows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HUNG = "\u17b4-\u17d1\u17d3\u17dd\u0300-\u036f\u200b-\u200d"
_CLUSTER = re.compile(f"[^\u17d2{_HUNG}](?:\u17d2.|[{_HUNG}])*|.", re.DOTALL)
"""A sign with all that is written above, below and around it, which no cut may part."""
_RESERVED = "history"


def worksheet_names(titles: Iterable[str]) -> list[str]:
    """Give a name for each of these titles, no two alike and none longer than Excel takes."""
    taken = {_RESERVED}
    names = []
    for title in titles:
        name = _free(_allowed(title) or _("Sheet"), taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _allowed(title: str) -> str:
    text = _FORBIDDEN.sub("-", _UNSEEN.sub(" ", title))
    return _cut(" ".join(text.split()), _LONGEST).strip(" '")


def _free(name: str, taken: set[str]) -> str:
    free, turn = name, 1
    while free.casefold() in taken:
        turn += 1
        ending = f" ({turn})"
        free = _cut(name, _LONGEST - len(ending)).rstrip() + ending
    return free


def _cut(text: str, longest: int) -> str:
    """Give no more than so many signs, and no Khmer letter without its vowel or foot."""
    if _units(text) <= longest:
        return text
    kept = ""
    for cluster in _CLUSTER.findall(text):
        if _units(kept + cluster) > longest:
            break
        kept += cluster
    return kept


def _units(text: str) -> int:
    """Count as Excel does, for which a sign beyond the first plane is two."""
    return len(text) + sum(sign > "\uffff" for sign in text)
