"""What was typed at the door: a code, or the beginning of somebody's name or phone number."""

from __future__ import annotations

import re

from bootcamp_app.core.khmer import is_blank, latin_digits
from bootcamp_app.features.badges.rules import LENGTH, read_code

_LONGEST_PHONE = 12
_LONGEST_NAME = 60
_FEWEST_DIGITS, _FEWEST_LETTERS = 3, 2
_SCANNED = re.compile(rf"\d{{{LENGTH}}}$")


def is_meant_as_code(text: str) -> bool:
    """Say whether a text is what a badge or another printed code holds, and nobody's name."""
    read = read_code(text)
    is_long_number = read.isdecimal() and len(read) > _LONGEST_PHONE
    return is_long_number or "://" in text or len(text) > _LONGEST_NAME


def apart(text: str) -> tuple[str, str]:
    """Part what a person typed from the badge that was scanned into the same field after it."""
    found = _SCANNED.search(latin_digits(text.rstrip()))
    return (text[: found.start()], found[0]) if found else (text, "")


def may_search(text: str) -> bool:
    """Say whether enough was typed to look for people while the typing goes on."""
    if is_blank(text) or is_meant_as_code(text):
        return False
    fewest = _FEWEST_DIGITS if is_number(text) else _FEWEST_LETTERS
    return len(text.strip()) >= fewest


def is_number(text: str) -> bool:
    """Say whether a text holds digits only, as a phone number or a code does."""
    return read_code(text).removeprefix("+").isdecimal()
