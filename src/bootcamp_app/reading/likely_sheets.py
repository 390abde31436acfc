"""Which sheet of a workbook holds the list of people, by the words in its first rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.reading.cells import Cell

FIRST_ROWS = 25
LONGEST_HEADER = 60
# One word of each thing that lists of people tell, in either language.
WORDS = (
    ("name", "ឈ្មោះ", "នាម", "nom", "participant"),
    ("sex", "gender", "ភេទ", "m/f"),
    ("phone", "tel", "mobile", "contact", "ទូរស័ព្ទ", "ទូរសព្ទ", "ទំនាក់ទំនង"),
    ("mail", "អ៊ីមែល", "អ៊ីម៉ែល"),
    ("organi", "institution", "ministry", "អង្គភាព", "ស្ថាប័ន", "អង្គការ", "ក្រសួង"),
    ("position", "title", "តួនាទី", "មុខតំណែង", "មុខងារ"),
    ("province", "ខេត្ត"),
    ("birth", "age", "កំណើត", "អាយុ"),
    ("_uuid", "timestamp"),
)


def likeness(rows: Sequence[Sequence[Cell]]) -> int:
    """Say how many things that lists of people tell the best of the first rows names.

    A row that no row follows tells of nobody.
    """
    return max((_things(row) for row in rows[: min(FIRST_ROWS, len(rows) - 1)]), default=0)


def _things(row: Sequence[Cell]) -> int:
    cells = [cell.lower() for cell in row if isinstance(cell, str) and len(cell) <= LONGEST_HEADER]
    return sum(any(word in cell for cell in cells for word in words) for words in WORDS)
