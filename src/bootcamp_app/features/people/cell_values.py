"""The cells of one column as values, each distinct text read once. No database."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people import births, stamps, values
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.texts import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    _Reader = Callable[[str], Any]


OWN, ASIDE, ANSWER = range(3)
"""A cell speaks of its column's field, of another one, or answers a question of one's own."""


class Said(NamedTuple):
    """What a cell says: of which field, its value (None for nothing), or why it says nothing."""

    field: str
    value: Any
    text: str
    kind: int = OWN
    fault: Refusal | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether the row must be mended first: what it says can be read and cannot be true."""
        return isinstance(self.fault, births.NeverTrue)


@dataclass(frozen=True)
class Setting:
    """The day on which a list is read, and the zone of stamps that name none."""

    today: date
    zone: tzinfo = UTC
    is_typed: bool = False
    """Whether a person types a value now, and does not only hand over a list."""


class ColumnValues(dict[str, Said]):
    """What the cells of a column say, by their texts."""

    def __init__(self, field: str, setting: Setting, cells: Collection[str]) -> None:
        super().__init__()
        self._field = field
        self._readers = _readers(field, setting, cells)
        self._is_custom = field.startswith(CUSTOM)
        self._is_of_themes = field in _OFTEN_THEMES and _are_themes(self._readers[field], cells)

    def __missing__(self, cell: str) -> Said:
        said = self[cell] = self.said(text_of(cell))
        return said

    def said(self, text: str) -> Said:
        """Read one text."""
        if self._is_custom:
            return Said(self._field, text or None, text, ANSWER)
        # A dash or a dot says as much as an empty cell.
        if not any(map(str.isalnum, text)) or self._says_nothing(text):
            return Said(self._field, None, text)
        field = self._field_of(text)
        read = self._readers.get(field)
        kind = OWN if field == self._field else ASIDE
        try:
            return Said(field, read(text) if read else text, text, kind)
        except Refusal as fault:
            if self._is_of_themes:
                return Said(CUSTOM, text, text, ANSWER)
            return Said(field, None, text, kind, fault)

    def _says_nothing(self, text: str) -> bool:
        return (
            self._field in _OFTEN_NOTHING
            and len(text) <= _LONGEST_NOTHING
            and not text[0].isdecimal()
            and comparison_key(text) in _NOTHING
        )

    def _field_of(self, text: str) -> str:
        """Give the field that a cell speaks of: some say less than their column asks."""
        if self._field == "birth_date" and births.is_year(text):
            return "birth_year"
        if self._field == "organisation_kind" and values.is_only_sector(text):
            return "sector"
        return self._field


def _are_themes(read: _Reader, cells: Iterable[str]) -> bool:
    """Say whether most texts of a column are none of our words: “Agriculture”, “Health”."""
    texts = {text for cell in cells if (text := text_of(cell))}
    return 2 * sum(_is_read(read, text) for text in texts) < len(texts)


def _is_read(read: _Reader, text: str) -> bool:
    with suppress(Refusal):
        return bool(read(text))
    return False


def _readers(field: str, setting: Setting, cells: Iterable[str]) -> dict[str, _Reader]:
    births_first = field in _BIRTHS and births.is_month_first(map(text_of, set(cells)))
    stamps_first = field == "registered_at" and stamps.is_month_first(map(text_of, cells))
    return {
        "sex": values.sex_of,
        "sector": values.sector_of,
        "organisation_kind": values.organisation_kind_of,
        "status": values.status_of,
        "disability": values.disability_of,
        "phone": values.phone_of if setting.is_typed else values.listed_phone_of,
        "province": values.place_of,
        "team": _squeezed,
        "registered_at": partial(stamps.moment_of, zone=setting.zone, month_first=stamps_first),
        "birth_year": partial(births.birth_year_of, today=setting.today, month_first=births_first),
        "birth_date": partial(births.birth_date_of, today=setting.today, month_first=births_first),
        "age": partial(births.year_of_age, today=setting.today),
    }


def _squeezed(text: str) -> str:
    # Sessions expect a team by its name.
    return " ".join(text.split())


_BIRTHS = {"birth_year", "birth_date"}
_OFTEN_THEMES = {"sector", "organisation_kind"}
_NOTHING = {
    "n/a", "none", "nil", "null", *map(comparison_key, ("គ្មាន", "មិនមាន")),
}  # fmt: skip
_LONGEST_NOTHING = 12
_OFTEN_NOTHING = {
    "phone", "email", "organisation", "organisation_kind", "position", "province", "district",
    "birth_year", "birth_date", "age", "external_id", "role",
}  # fmt: skip
