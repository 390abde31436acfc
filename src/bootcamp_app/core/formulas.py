"""Texts that a spreadsheet would run, made text again, and back."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-]?[\d .()]+")
"""Numbers and phones; one with a dash inside would be calculated."""
_MADE_SAFE = re.compile(r"'+[=+\-@\t\r\n]")


def is_run(text: str) -> bool:
    """Say whether a spreadsheet would take a text for a formula."""
    return text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)


def as_text(text: str) -> str:
    """Give a text that no spreadsheet runs, from which `as_written` gives it back."""
    return f"'{text}" if is_run(text) or _MADE_SAFE.match(text) else text


def as_written(text: str) -> str:
    """Give a text as it was before `as_text`."""
    return text[1:] if _MADE_SAFE.match(text) else text
