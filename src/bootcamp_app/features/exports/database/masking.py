"""Taking whoever is named out of texts that stay: names, phone numbers and addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import category

from bootcamp_app.core.khmer import latin_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "…"
"""What stands where somebody was named."""

_ADDRESS = re.compile(r"[^\s@\"'<>(),;:]+@[^\s@\"'<>(),;:]+")
# Of Cambodia, whoever's it is: 0 or 855, and eight or nine digits; and any with a + before it.
_PHONE = re.compile(
    r"(?<!\d)(?:(?:\+|[0០]{2})?[8៨][5៥]{2}[ .()/-]*(?:\([0០]\)[ .()/-]*)?|[0០])"
    r"[1-9១-៩](?:[ .()/-]*\d){7,8}(?!\d)"
    r"|\+\d(?:[ .()/-]*\d){7,}"
)
_NUMBER = re.compile(r"\+?\d(?:[ .()/-]*\d){6,}")
_NO_DIGIT = re.compile(r"\D+")
_TAIL = 7
_SHORTEST_NAME, _SHORTEST_WORD = 2, 4
_HEAD = 2


class Masks:
    """Everybody who is known, and the way to take them out of a text.

    `names` are names, phone numbers and addresses, in any form in which they are kept.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [name for name in map(str.strip, names) if name]
        self._done: dict[tuple[str, str], str] = {}

    def masked(self, text: str, kind: str) -> str:
        """Give a text of a `text`, `title` or `document` column without anybody in it."""
        key = (kind, text)
        if key not in self._done:
            self._done[key] = self._masked(text, is_prose=kind == "text")
        return self._done[key]

    def _masked(self, text: str, *, is_prose: bool) -> str:
        text = _ADDRESS.sub(MARK, text)
        text = _PHONE.sub(MARK, text)
        text = _NUMBER.sub(self._number, text)
        text = _without(text, self._whole, _folded(text))
        text = _without(text, self._single, text)
        # A name given in part: a word of it, in whatever letters.
        return _without(text, self._words, _folded(text)) if is_prose else text

    def _number(self, found: re.Match[str]) -> str:
        digits = _NO_DIGIT.sub("", latin_digits(found[0]))
        return MARK if digits[-_TAIL:] in self._tails else found[0]

    @cached_property
    def _tails(self) -> set[str]:
        digits = (_NO_DIGIT.sub("", latin_digits(name)) for name in self._names)
        return {one[-_TAIL:] for one in digits if len(one) >= _TAIL}

    @cached_property
    def _whole(self) -> _Known:
        return _Known(_folded(one) for one in self._names if " " in one or not one.isalpha())

    @cached_property
    def _single(self) -> _Known:
        # As a name is written: short and in small letters it may be any word.
        single = [one for one in self._names if len(one) >= _SHORTEST_NAME and " " not in one]
        return _Known(form for one in single for form in (one, one.upper(), one.title()))

    @cached_property
    def _words(self) -> _Known:
        words = {word for name in self._names for word in name.split()}
        return _Known(_folded(one) for one in words if len(one) >= _SHORTEST_WORD)


class _Known:
    """Texts to look for, by how they begin and how long they are."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = set(texts)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for one in self.texts:
            lengths[one[:_HEAD]].add(len(one))
        self.lengths = {head: sorted(of, reverse=True) for head, of in lengths.items()}


def _folded(text: str) -> str:
    """Give a text in small letters, each in its place."""
    if text.isascii():
        return text.lower()
    return "".join(one.casefold() if len(one.casefold()) == 1 else one for one in text)


def _without(text: str, known: _Known, said: str) -> str:
    """Give a text with everything known that stands in it as a word, or more of them, marked.

    `said` is the text as it compares, letter by letter in the same places.
    """
    parts, at, start = [], 0, 0
    while at < len(said):
        length = _length_at(said, at, known)
        if length:
            parts += [text[start:at], MARK]
            start = at + length
        at += length or 1
    return "".join((*parts, text[start:])) if parts else text


def _length_at(said: str, at: int, known: _Known) -> int:
    for length in known.lengths.get(said[at : at + _HEAD], ()):
        end = at + length
        if said[at:end] in known.texts and _stands_alone(said, at, end):
            return length
    return 0


def _stands_alone(said: str, start: int, end: int) -> bool:
    """Say whether no word goes on at either end; Khmer parts no words, so only names of one do."""
    if " " in said[start:end] and not said[start].isascii():
        return True
    before, after = said[start - 1 : start], said[end : end + 1]
    return not _goes_on(before) and not _goes_on(after)


def _goes_on(letter: str) -> bool:
    return bool(letter) and category(letter)[0] in "LMN"
