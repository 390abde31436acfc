"""Backups in words: how large, why, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence, _
from bootcamp_app.storage.backup_names import WHY
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from pathlib import PurePath

    from bootcamp_app.storage.backup_names import Kept

_KILO = 1000
_STICKS = {("/", "media"): 3, ("/", "run", "media"): 4, ("/", "Volumes"): 2}
"""Where systems hang sticks, and how many parts of the path stand before the stick's name."""


def size_words(size: int) -> str:
    """Give a number of bytes as people read it, such as 1.4 MB."""
    if size < _KILO**2:
        return str(Sentence("{n} KB", n=digits(max(1, round(size / _KILO)))))
    if size < _KILO**3:
        return str(Sentence("{n} MB", n=digits(f"{size / _KILO**2:.1f}")))
    return str(Sentence("{n} GB", n=digits(f"{size / _KILO**3:.1f}")))


def why_words(one: Kept) -> str:
    """Say why a copy was made."""
    why = WHY.get(one.why, "")
    return _(why) if why else one.why


def where_words(one: Kept) -> str:
    """Say where a copy lies."""
    return _("Second place") if one.is_second else _("This laptop")


def stick_words(folder: PurePath) -> str:
    """Give a folder by the name of its stick, as people know it; elsewhere by its path."""
    parts = folder.parts
    for before, count in _STICKS.items():
        if parts[: len(before)] == before and len(parts) > count:
            return " › ".join(parts[count:])
    return str(folder)
