"""Text with one row a line: CSV and TSV in any of the encodings and separators in use."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.cells import Cell, must_have_few_lines, trimmed
from bootcamp_app.reading.encodings import EncodingUnclear, decoded_as, previews_of
from bootcamp_app.reading.files import MEGABYTE

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator

# In this order where two fit equally: a comma is the likeliest of them to stand inside a text.
DELIMITERS = ("\t", ";", ",")
SAMPLE_ROWS = 200
STEADY_SHARE = 0.9
LONGEST_LINE = MEGABYTE
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Excel writes and obeys a first line such as sep=;
NAMED_DELIMITER = re.compile(r'"?sep=([,;\t])"?[,;\t]*(?:\r\n|\r|\n)')
KHMER = re.compile("[\u1780-\u17dd]{2}")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def rows_of(data: bytes, name: str, encoding: str | None = None) -> tuple[list[list[Cell]], int]:
    """Give the rows of the text, tidied, and the number of the first one.

    Raises EncodingUnclear where the text is not Unicode and `encoding` does not say what it is.
    """
    text = _decoded(data, name) if encoding is None else _as_chosen(data, encoding, name)
    must_have_few_lines(max(text.count("\n"), text.count("\r")), name)
    _must_have_short_lines(text, name)
    named = NAMED_DELIMITER.match(text)
    if named is None:
        return trimmed(_records(text, _delimiter(text), name), name)
    rows, first = trimmed(_records(text[named.end() :], named.group(1), name), name)
    return rows, first + 1


def _decoded(data: bytes, name: str) -> str:
    mark, encoding = _encoding(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(data, encoding, name) from error
    if "\0" in text:
        raise _not_a_table(name)
    return text


def _as_chosen(data: bytes, encoding: str, name: str) -> str:
    if CONTROL.search(data[:4096]) and not encoding.lower().startswith("utf"):
        raise _not_a_table(name)
    text = decoded_as(data, encoding, name).removeprefix("\ufeff")
    if "\0" in text:
        raise _not_a_table(name)
    return text


def _encoding(data: bytes) -> tuple[bytes, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, encoding
    return b"", _unmarked(data[:4096])


def _unmarked(start: bytes) -> str:
    """Give the encoding of text without a mark: in UTF-16 every line feed has a zero beside it."""
    low, high = start[0::2], start[1::2]
    if high.count(0) > 10 * low.count(0) and _line_feeds(low, high) == start.count(b"\n"):
        return "utf-16-le"
    if low.count(0) > 10 * high.count(0) and _line_feeds(high, low) == start.count(b"\n"):
        return "utf-16-be"
    return "utf-8"


def _line_feeds(low: bytes, high: bytes) -> int:
    return sum(pair == (0x0A, 0) for pair in zip(low, high, strict=False))


def _unreadable(data: bytes, encoding: str, name: str) -> Refusal:
    if encoding != "utf-8":
        return Refusal(
            "{name} is damaged or not complete. Copy or download it again, or open it and save it "
            "under a new name.",
            name=name,
        )
    if CONTROL.search(data[:4096]):
        return _not_a_table(name)
    if KHMER.search(data.decode("utf-8", "ignore")):
        # Nothing but UTF-8 reads as Khmer by chance: some of it is lost.
        return Refusal(
            "{name} is damaged or not complete. Copy or download it again, or open it and save it "
            "under a new name.",
            name=name,
        )
    if previews := previews_of(data):
        return EncodingUnclear(name, previews)
    return Refusal(
        "The letters in {name} are saved in an old way that loses Khmer. Open it in the program "
        "it comes from and save it as CSV UTF-8 or as XLSX, then choose that file.",
        name=name,
    )


def _not_a_table(name: str) -> Refusal:
    return Refusal(
        "{name} is not a list. Choose a spreadsheet: XLSX, XLS, ODS, CSV or TSV.", name=name
    )


def _must_have_short_lines(text: str, name: str) -> None:
    if any(line.end() - line.start() > LONGEST_LINE for line in LINE.finditer(text)):
        raise _not_a_table(name)


def _delimiter(text: str) -> str:
    return max(DELIMITERS, key=lambda delimiter: _fit(text, delimiter))


def _fit(text: str, delimiter: str) -> tuple[bool, float]:
    """Say how well the text falls into columns: in nearly every row as many, and then how many."""
    try:
        rows = islice(_reader(text, delimiter), SAMPLE_ROWS)
        widths = Counter(len(row) for row in rows if row)
    except csv.Error:
        return False, -1.0
    total = widths.total()
    columns = [(n / total, width - 1) for width, n in widths.items() if width > 1]
    steady = any(share >= STEADY_SHARE for share, _ in columns)
    return steady, max((share**2 * more for share, more in columns), default=0.0)


def _records(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    reader = _reader(text, delimiter)
    try:
        yield from reader
    except csv.Error as error:
        raise Refusal(
            "{name} cannot be read from line {line} on: a quotation mark there has no partner. "
            "Correct the line, or save the list as XLSX, then try again.",
            name=name,
            line=reader.line_num,
        ) from error


def _reader(text: str, delimiter: str) -> Reader:
    # A text as a file takes four bytes a letter more.
    lines = (line[0] for line in LINE.finditer(text))
    return csv.reader(lines, delimiter=delimiter, strict=True)
