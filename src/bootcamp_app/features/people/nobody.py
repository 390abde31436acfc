"""Rows of a list that are about nobody: totals, headers said again, numbers without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.people.texts import Row, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.cell_values import Said

_TOTAL = re.compile(
    r"(?:(?:grand|sub|overall)[\s-]*)?totals?\b.*|sum\b.*|sous-total.*|nombre total.*|(?:ចំនួន)?សរុប.*"
    r"|(?:of which|in which|including|dont)\b.*(?:female|women|femmes).*|(?:ក្នុងនោះ|ស្រីសរុប|ប្រុសសរុប).*",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:[IVX]{1,5}|[A-Z]|[កខគឃង]|[0-9០-៩]{1,2})\s*[.)/-]\s*(?:ក្រសួង|មន្ទីរ|អង្គការ|ថ្នាក់|រដ្ឋបាល|ក្រុម|សមាគម|Ministr"
    r"|Department|Provinc|District|National|Sub-?national|NGO|CSO|Government|Civil)[^|]*"
    r"|(?:ក្រសួង|មន្ទីរ|នាយកដ្ឋាន|អគ្គនាយកដ្ឋាន|រដ្ឋបាល|អង្គការ|សមាគម|ថ្នាក់ជាតិ|ថ្នាក់ក្រោមជាតិ)[^|]*"
    r"|(?:Ministry|Department) of\b.*"
    r"|(?:prepared|checked|approved|verified|certified) by\b.*|(?:note|date|signature|place)\s*:.*"
    r"|(?:រៀបចំដោយ|ធ្វើនៅ|ថ្ងៃទី|បានឃើញ|ហត្ថលេខា|សម្គាល់|បញ្ឈប់|អ្នករៀបចំ|កាលបរិច្ឆេទ).*",
    re.IGNORECASE,
)
_LEAST_FIELDS = 3


def is_total(text: str) -> bool:
    """Say whether a text stands before a sum."""
    return bool(_TOTAL.fullmatch(text))


def is_heading(text: str) -> bool:
    """Say whether a text stands over or below rows and names nobody."""
    return bool(_HEADING.fullmatch(text))


class NobodyRows:
    """Tells the rows about nobody by what stands where the name should be."""

    def __init__(self, headers: frozenset[str], names: Sequence[int], width: int) -> None:
        self._headers = headers
        self._names = names
        self._width = width
        self._plain: dict[str, bool] = {}

    def has_plain_name(self, cells: Sequence[Said]) -> bool:
        """Say whether every name could be nothing but a person's; then the row is somebody's."""
        is_any = False
        for place in self._names:
            cell = cells[place]
            if cell.value:
                if not self._is_plain(cell.text):
                    return False
                is_any = True
        return is_any

    def is_one(self, row: Row, cells: Sequence[Said]) -> bool:
        """Say whether a row is about nobody, and nothing is lost without it."""
        names = [cell.text for place in self._names if (cell := cells[place]).value]
        if self.has_plain_name(cells):
            return False
        if any(map(self._is_plain, names)):
            # “Total | 48 | people”, cell by cell
            return any(map(is_total, names))
        texts = [cell.text for cell in cells if cell.text]
        if not texts:
            return True
        if names:
            if all(text.isdecimal() for text in texts):  # the columns numbered: 1, 2, 3
                return True
            is_again = len(texts) > 1 and self._headers.issuperset(texts)
            return is_again or any(map(is_total, names))
        return any(is_total(text_of(cell)) for cell in row if isinstance(cell, str))

    def reason_against(self, cells: Sequence[Said]) -> Sentence | None:
        """Say why what stands in place of the name is nobody's, where it may be a heading."""
        names = [cell.text for place in self._names if (cell := cells[place]).value]
        if any(map(self._is_plain, names)):
            return None
        if not any(any(map(str.isalpha, name)) for name in names):
            return Sentence("The name is missing. Write it, or delete the row.")
        if self._width < _LEAST_FIELDS:
            return None
        if sum(bool(cell.text) for cell in cells) > 1 or not _HEADING.fullmatch(names[0]):
            return None
        return Sentence("This looks like a heading and not like a person. Delete the row.")

    def _is_plain(self, name: str) -> bool:
        """Say whether there is nothing about a name that could be no person's."""
        plain = self._plain.get(name)
        if plain is None:
            is_odd = name in self._headers or is_total(name) or is_heading(name)
            plain = self._plain[name] = not is_odd and any(map(str.isalpha, name))
        return plain
