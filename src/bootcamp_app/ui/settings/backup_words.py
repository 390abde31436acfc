"""Backups in words: how large, why, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence, _
from bootcamp_app.storage.backup_names import WHY
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from bootcamp_app.storage.backup_names import Kept

_KILO = 1000


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
