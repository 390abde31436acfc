"""What of a row and of somebody known is compared, and what of it agrees. No database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.values import phone_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_UUID = "uuid:"
_GIVEN_ONCE = re.compile(
    rf"{_UUID}\S{{8,}}|(?:{_UUID})?[0-9a-f]{{8}}(-?)[0-9a-f]{{4}}(?:\1[0-9a-f]{{4}}){{2}}\1[0-9a-f]{{12}}"
)


class Compared(NamedTuple):
    """What is compared of somebody; empty, 0 or None where nobody says."""

    name_km: str
    name_en: str
    phone: str
    external_id: str
    year: int = 0
    day: date | None = None
    is_by_age: bool = False
    """Whether the year was reckoned from an age, and so may be the one beside it."""

    @property
    def id_key(self) -> str:
        """The id without the mark that some forms put before it."""
        return self.external_id.strip().casefold().removeprefix(_UUID)

    @property
    def has_id_given_once(self) -> bool:
        """Whether the id is of a kind that no two lists give: offices number each list anew."""
        return _GIVEN_ONCE.fullmatch(self.external_id.strip().casefold()) is not None

    def has_names_of(self, other: Compared) -> bool:
        """Say whether some script has the same name, and none has two different ones."""
        km = self.name_km and other.name_km
        en = self.name_en and other.name_en
        if km and self.name_km != other.name_km:
            return False
        return self.name_en == other.name_en if en else bool(km)

    def has_phone_of(self, other: Compared) -> bool:
        """Say whether both have the same telephone."""
        return bool(self.phone) and self.phone == other.phone

    def agreements(self, known: Compared) -> list[bool]:
        """Say of everything but the names that both know whether it agrees."""
        found = []
        if self.phone and known.phone:
            found.append(self.phone == known.phone)
        if self.external_id and known.external_id:
            found.append(self.id_key == known.id_key)
        born = self._is_born_as(known)
        return found if born is None else [*found, born]

    @property
    def says_more_than_names(self) -> bool:
        """Whether there is something besides names that could agree."""
        return bool(self.phone or self.external_id or (self.year and not self.is_by_age))

    def _is_born_as(self, known: Compared) -> bool | None:
        if self.day and known.day:
            return self.day == known.day
        if not self.year or not known.year:
            return None
        years = abs(self.year - known.year)
        if self.is_by_age:
            return years <= 1
        # A year that is known may have been reckoned from an age.
        return None if self.day and years == 1 else years == 0


def compared(values: Mapping[str, Any]) -> Compared:
    """Give what is compared of a person's columns, or of a row's fields."""
    day = values.get("birth_date") or None
    year = day.year if day else values.get("birth_year") or 0
    age = 0 if year else values.get("age") or 0
    return Compared(
        comparison_key(values.get("name_km") or ""),
        comparison_key(values.get("name_en") or ""),
        phone_key(values.get("phone") or ""),
        values.get("external_id") or "",
        year or age,
        day,
        bool(age),
    )
