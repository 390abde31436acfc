"""Row numbers as people write them: “1-14, 17”, in either digits. Text in, numbers out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import Sentence
from bootcamp_app.core.khmer import latin_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_DASH = re.compile(r"\s*(?:[-‐‑‒–—―−~～]|ដល់|\bto\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;،、，；។&+/\s]+|និង|\band\b", re.IGNORECASE)
_PART = re.compile(r"(\d+)(?:-(\d+))?")
_LONGEST_NUMBER = 9


@dataclass(frozen=True)
class RowNumbers:
    """The rows that were meant, in order and each once, and what there is to say about them."""

    rows: tuple[int, ...]
    beyond: tuple[tuple[int, int], ...] = ()
    """Spans of numbers that the list does not have."""
    notes: tuple[Sentence, ...] = ()


def rows_of(text: str, most: int) -> RowNumbers:
    """Give the rows of a list of so many rows; raises a Refusal for what is no number.

    A span may be written backwards and spans may overlap; both are said.
    """
    spans, notes = [], []
    for first, last in _spans(text):
        if first > last:
            notes.append(Sentence("{first}–{last} is read as {last}–{first}.",
                                  first=first, last=last))  # fmt: skip
        spans.append((min(first, last), max(first, last)))
    beyond = tuple(_outside(spans, most))
    if beyond:
        notes.append(
            Sentence("Not on this list, which has rows 1 to {most}: {numbers}.",
                     most=most, numbers=in_spans(beyond))
        )  # fmt: skip
    inside = [range(max(first, 1), min(last, most) + 1) for first, last in spans]
    rows = sorted({number for span in inside for number in span})
    if sum(map(len, inside)) > len(rows):
        notes.append(Sentence("Some rows are named twice; each counts once."))
    return RowNumbers(tuple(rows), beyond, tuple(notes))


def in_spans(spans: Iterable[tuple[int, int]]) -> str:
    """Write spans of numbers: 41–50, 177."""
    return ", ".join(f"{a}–{b}" if b > a else str(a) for a, b in spans)


def _spans(text: str) -> list[tuple[int, int]]:
    plain = latin_digits(_UNSEEN.sub("", text)).strip()
    parts = [part for part in _BETWEEN.split(_DASH.sub("-", plain)) if part]
    if not parts:
        raise Refusal("Write the numbers of the rows, such as 1-14, 17.")
    return [_span(part) for part in parts]


def _span(part: str) -> tuple[int, int]:
    read = _PART.fullmatch(part)
    if read is None or max(map(len, part.split("-"))) > _LONGEST_NUMBER:
        raise Refusal("“{text}” is no row number. Write numbers and spans, such as 1-14, 17.",
                      text=part[:40])  # fmt: skip
    first = int(read[1])
    return first, int(read[2] or first)


def _outside(spans: Iterable[tuple[int, int]], most: int) -> Iterable[tuple[int, int]]:
    for first, last in spans:
        if first < 1:
            yield first, min(last, 0)
        if last > most:
            yield max(first, most + 1), last
