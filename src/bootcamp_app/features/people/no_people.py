"""Lists that name things other than people: places, offices, goods. No database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.places import is_official_place
from bootcamp_app.features.people import column_values as seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PERSONAL = {"sex", "birth_year", "birth_date", "age", "position"}
_OF_SOMEBODY = _PERSONAL | {"phone", "email", "organisation", "disability", "role"}
_GOODS = re.compile(
    r"\b(?:quantity|qty|unit|price|cost|amount|stock|serial|model|brand|total|budget|rate|population|"
    r"households?|area|latitude|longitude)\b|តម្លៃ|ឯកតា|ចំនួន|បរិមាណ",
    re.IGNORECASE,
)
_LEAST, _MOST, _FEW = 3, 0.5, 0.2


def refuse_other_things(
    headers: Sequence[str], columns: Mapping[int, str | None], names: Mapping[int, Sequence[str]]
) -> None:
    """Raise a Refusal where the columns of names hold places, offices or goods.

    `names` are the first texts of the columns of names, by their place.
    """
    found = {field for field in columns.values() if field}
    for place, texts in names.items():
        if len(texts) < _LEAST or found & _PERSONAL:
            return
        if not found & _OF_SOMEBODY and seen.share(texts, is_official_place) >= _MOST:
            raise _refusal(headers[place])
        if seen.share(texts, seen.is_organisation) >= _MOST:
            raise _refusal(headers[place])
        is_of_goods = sum(bool(_GOODS.search(header)) for header in headers) > 1
        if is_of_goods and not found & _OF_SOMEBODY and seen.share(texts, seen.is_person) < _FEW:
            raise _refusal(headers[place])


def _refusal(header: str) -> Refusal:
    return Refusal(
        "No column holds names of people: in “{header}” are places, offices or things. If they "
        "are people, say so: --map “Header=name_km” or name_en.",
        header=header,
    )
