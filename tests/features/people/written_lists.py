"""Lists written as text, with what each column holds, become rows and fields.

In the files `==` begins a list; the row after `>` says the field of each column, `-` for none of
them and `?` where either is right. Cells are parted by bars; `~` is a line break in a cell. What is
in `real_lists_unseen.txt` was written after the words and rules stood, and measured before mending.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

REFUSED = ["refused"]
EITHER = "?"


class WrittenList(NamedTuple):
    """A list, and the field of each column; None for none and `?` where either is right."""

    title: str
    rows: list[list[str | None]]
    fields: list[str | None]


def _cells(line: str) -> list[str | None]:
    return [cell.strip().replace("~", "\n") or None for cell in line.split("|")]


def _list(block: str) -> WrittenList:
    title, *lines = [line for line in block.split("\n") if line.strip()]
    marked = next(line for line in lines if line.startswith("> "))
    rows = [_cells(line) for line in lines if line is not marked]
    width = max(map(len, rows))
    fields = [None if field == "-" else field for field in _cells(marked[2:])]
    if fields != REFUSED:
        fields += [None] * (width - len(fields))
    return WrittenList(title, [row + [None] * (width - len(row)) for row in rows], fields)


def _lists(name: str) -> list[WrittenList]:
    text = Path(__file__).with_name(f"real_lists_{name}.txt").read_text(encoding="utf-8")
    return [_list(block) for block in f"\n{text}".split("\n== ")[1:]]


WRITTEN = [*_lists("km"), *_lists("en"), *_lists("unseen")]
