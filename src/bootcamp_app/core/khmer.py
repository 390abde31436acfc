"""Khmer text: what makes two names the same, where a line may break, and both kinds of digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from khmerspell import khnormal

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_KHMER = re.compile(r"[\u1780-\u17ff\u19e0-\u19ff]")
_KHMER_DIGITS = {ord("0") + n: chr(ord("០") + n) for n in range(10)}


@lru_cache(maxsize=8192)
def comparison_key(text: str) -> str:
    """Give what two spellings of one text share: order of signs, case and unseen marks aside.

    For comparing and searching only; names themselves are kept as they were typed.
    """
    folded = unicodedata.normalize("NFC", text).casefold()
    if _KHMER.search(folded):
        folded = str(khnormal(folded))
    return _UNSEEN.sub("", folded)


def is_khmer(text: str) -> bool:
    """Say whether most letters of the text are Khmer."""
    letters = sum(char.isalpha() for char in text)
    return 2 * len(_KHMER.findall(text)) > letters > 0


def latin_digits(text: str) -> str:
    """Write every kind of digit as 0–9, whatever keyboard it came from."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def khmer_digits(text: str) -> str:
    """Write 0–9 as ០–៩."""
    return text.translate(_KHMER_DIGITS)


def line_pieces(text: str) -> Iterator[str]:
    """Give the pieces between which a line may break, in order; joined they are the text."""
    from icu4py.breakers import LineBreaker  # noqa: PLC0415 - 28 ms that only paper needs

    return (text[start:end] for start, end in LineBreaker(text, "km").segments())
