"""Texts in cells, each as it is: none is run, and none is taken for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MARKUP = "<r>"
"""With this begins what the library takes for the parts of a formatted text."""


def write_text(page: Worksheet, row: int, at: int, text: str, look: Format) -> None:
    """Write a text into a cell; one that looks like markup is written as parts of itself."""
    if text.startswith(MARKUP):
        page.write_rich_string(row, at, text[:1], look, text[1:], look)
    else:
        page.write_string(row, at, text, look)
