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
    r"(?:(?:grand|sub|overall)[\s-]*)?totals?\b.*|sum(?:mary|s)?(?:\s+of\b.*)?[\W\d]*|sous-total.*"
    r"|nombre total.*|(?:ចំនួន)?សរុប.*"
    r"|(?:of which|in which|including|dont)\b.*(?:female|women|femmes).*|(?:ក្នុងនោះ|ស្រីសរុប|ប្រុសសរុប).*",
    re.IGNORECASE,
)
_SEXES = re.compile(
    r"(?:number of |no\. of )?(?:(?:fe)?males?|(?:wo)?men)[\W\d]*|(?:hommes?|femmes?)[\W\d]*"
    r"|(?:ចំនួន)?(?:ស្រី|ប្រុស)[^\u1780-\u17b3]*",
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
_COUNTED = re.compile(
    r"[\d០-៩.,%\s/+=-]+(?:people|persons?|participants|pax|personnes|នាក់|អ្នក)?|(?:people|persons?|participants|"
    r"pax|personnes|នាក់|អ្នក)|[^\W\d]{1,2}\s*[:=]\s*\d+.*|(?:ស្រី|ប្រុស|ស|ប)\s*[:=៖]?\s*[\d០-៩]+.*",
    re.IGNORECASE,
)
_LONGEST_COUNT = 4


def is_total(text: str) -> bool:
    """Say whether a text stands before a sum."""
    return bool(_TOTAL.fullmatch(text))


def is_counted(text: str) -> bool:
    """Say whether what stands in place of a name is counted beside it: “Total”, “Female”."""
    return is_total(text) or bool(_SEXES.fullmatch(text))


def is_heading(text: str) -> bool:
    """Say whether a text stands over or below rows and names nobody."""
    return bool(_HEADING.fullmatch(text))


def _is_personal(cell: Said) -> bool:
    """Say whether a cell tells of one person: a sex, a phone, an address, a birth, an id."""
    if cell.value is None or cell.fault:
        return False
    if cell.field in {"sex", "phone", "email", "birth_date"}:
        return True
    is_count = cell.text.isdecimal() and len(cell.text) < _LONGEST_COUNT
    return cell.field == "external_id" and not is_count


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
        if self.has_plain_name(cells) or (names and any(map(_is_personal, cells))):
            return False
        if any(map(self._is_plain, names)):
            # “Total | 48 | people”, cell by cell; but “Sum” may be somebody's family name
            return any(map(is_counted, names)) and self._is_of_numbers(cells)
        texts = [cell.text for cell in cells if cell.text]
        if not texts:
            return True
        if names:
            if all(map(_COUNTED.fullmatch, names)):  # “Total | 18 people”, in whatever column
                return True
            if all(text.isdecimal() for text in texts):  # the columns numbered: 1, 2, 3
                return True
            is_again = len(texts) > 1 and self._headers.issuperset(texts)
            return is_again or (any(map(is_counted, names)) and self._is_of_numbers(cells))
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

    def _is_of_numbers(self, cells: Sequence[Said]) -> bool:
        """Say whether beside the name stand only numbers, or words of sums again."""
        others = [cell.text for at, cell in enumerate(cells) if at not in self._names and cell.text]
        return all(_COUNTED.fullmatch(text) or is_total(text) for text in others)

    def _is_plain(self, name: str) -> bool:
        """Say whether there is nothing about a name that could be no person's."""
        plain = self._plain.get(name)
        if plain is None:
            is_odd = name in self._headers or is_counted(name) or is_heading(name)
            is_odd = is_odd or bool(_COUNTED.fullmatch(name))
            plain = self._plain[name] = not is_odd and any(map(str.isalpha, name))
        return plain
