"""Texts with {fields}: which they name, and what they say for one certificate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELD = re.compile(r"\{([^{}]*)\}")
_TWICE = re.compile(r"([·,–-])(?:\s*[·,–-])+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_KHMER = re.compile(r"[\u1780-\u17d3]")
_ENDS = " ·,–-"


class Words:
    """A text of a layout; what stands in braces is replaced, all else is printed as it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fields = frozenset(_FIELD.findall(text))
        self.has_lone_brace = any(sign in _FIELD.sub("", text) for sign in "{}")

    def filled(self, values: Mapping[str, str]) -> str:
        """Give the text with its fields filled; one without a value leaves no gap behind."""
        if not self.fields:
            return self.text
        text = _FIELD.sub(lambda found: _filled(found, values), self.text)
        if all(values.get(field) for field in self.fields):
            return text
        # A field without a value leaves a gap behind, and a comma after the gap.
        return _TWICE.sub(r"\1", " ".join(text.split()).replace(" ,", ",")).strip(_ENDS)


def _filled(found: re.Match[str], values: Mapping[str, str]) -> str:
    """Give a field's value; Khmer joins words without a blank, but not to Latin letters."""
    value = values.get(found[1], "")
    before = found.string[found.start() - 1 : found.start()]
    return f" {value}" if _LATIN.match(value) and _KHMER.match(before) else value
