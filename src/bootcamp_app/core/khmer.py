"""Khmer text: what makes two names the same, where a line may break, and both kinds of digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile(
    r"[\s\x00-\x1f\x7f\u00ad\u034f\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]+"
)
# Old code points, and the second letter for the same sound, that fonts draw alike.
_ONE_LETTER = str.maketrans({"ឣ": "អ", "ឤ": "អា", "ឲ": "ឱ", "ឨ": "ឧក", "\u17d3": "ំ", "’": "'"})
_KHMER = re.compile(r"[\u1780-\u17d3\u17d7\u17dc\u17dd]")
_CLOSING = ("ៗ", "។", "៕", "៖", "៘")
"""What never begins a line."""
_KHMER_DIGITS = {ord("0") + n: chr(ord("០") + n) for n in range(10)}

# Syllables of a letter, one below it without ដ, and one sign of each kind: always in order. Putting
# names in order takes 30 times as long as looking whether they are; 9 of 10 are.
_IN_ORDER = re.compile(
    r"(?:[ក-ឳ](?:្[ក-ញឋ-អ])?[៉៊]?[\u17b6-\u17c5]?[\u17c6-\u17c8\u17cb\u17cd-\u17d1]?|[^\u1780-\u17ff])+"
)
_TWICE = re.compile(r"([\u17b6-\u17d1])\1+")
# Under a sign that stands above, a shifter looks like ុ, and many type it so: សុី for ស៊ី.
_SHIFTER_AS_U = re.compile(r"([ក-អ])((?:្[ក-អ])*)ុ(?=[ិីឹឺើ័]|ាំ)")
_TAKES_TRIISAP = frozenset("កខចឆដឋណតថផសហឡអ")


@lru_cache(maxsize=8192)
def comparison_key(text: str) -> str:
    """Give what two spellings of one text share: order of signs, case, digits, unseen marks aside.

    For comparing and searching only; names themselves are kept as they were typed.
    """
    if text.isascii():
        return _UNSEEN.sub("", text.casefold())
    folded = latin_digits(unicodedata.normalize("NFKC", text).casefold())
    folded = _UNSEEN.sub("", folded).translate(_ONE_LETTER)
    if _KHMER.search(folded):
        folded = folded.replace("េេ", "ែ")
        # What it puts in to hold signs apart is unseen, too.
        ordered = folded if _IN_ORDER.fullmatch(folded) else _UNSEEN.sub("", _ordered(folded))
        folded = _SHIFTER_AS_U.sub(_with_shifter, _TWICE.sub(r"\1", ordered))
    return folded


def _ordered(text: str) -> str:
    from khmerspell import khnormal  # noqa: PLC0415 - most names need it not

    return str(khnormal(text))


def is_blank(text: str) -> bool:
    """Say whether the text shows nothing at all."""
    return not _UNSEEN.sub("", text)


def is_khmer(text: str) -> bool:
    """Say whether most letters of the text are Khmer."""
    others = sum(char.isalpha() for char in _KHMER.sub("", text))
    return len(_KHMER.findall(text)) > others


def latin_digits(text: str) -> str:
    """Write every kind of digit as 0–9, whatever keyboard it came from."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


@lru_cache(maxsize=1024)
def khmer_digits(text: str) -> str:
    """Write 0–9 as ០–៩."""
    return text.translate(_KHMER_DIGITS)


def line_pieces(text: str) -> list[str]:
    """Give the pieces between which a line may break, in order; joined they are the text."""
    from icu4py.breakers import LineBreaker  # noqa: PLC0415 - 28 ms that only paper needs

    pieces: list[str] = []
    for piece in LineBreaker(text, "km"):
        # The breaker takes នីមួយៗ apart, and a sign that closes what is before it for a word.
        if pieces and (piece[:1] in _CLOSING or (pieces[-1] == "នី" and piece[:3] == "មួយ")):
            pieces[-1] += piece
        elif piece:
            pieces.append(piece)
    return pieces


def _with_shifter(syllable: re.Match[str]) -> str:
    letter, below = syllable.groups()
    return f"{letter}{below}{'៊' if letter in _TAKES_TRIISAP else '៉'}"
