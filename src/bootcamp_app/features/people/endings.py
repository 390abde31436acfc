"""What stands below a list: totals, who prepared it, who has seen it. No database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people.nobody import is_counted, is_heading, is_total
from bootcamp_app.features.people.texts import Row, text_at, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    _Body = Sequence[tuple[int, Row]]

NAME_FIELDS = {
    f"{part}_{script}" for part in ("name", "family_name", "given_name") for script in ("km", "en")
}
_LONGEST = 40
"""So many rows at the end of a list are looked at."""
_LONGEST_BLOCK = 12
_SIGNED = re.compile(
    r"(?:(?:prepared|checked|approved|verified|certified|reviewed|compiled|seen|submitted|acknowledged|"
    r"recommended|endorsed|noted|authori[sz]ed)(?: and (?:approved|agreed|verified"
    r"|checked))?(?: by)?"
    r"|signatures?(?: and name)?|name and signature|seen and (?:approved|agreed)|for approval"
    r"|(?:vu et )?approuvé(?: par)?|établi par|préparé par|vérifié par|le responsable"
    r"|lu et approuvé)\W*"
    r"|(?:បាន)?(?:ឃើញ|ពិនិត្យ|អនុម័ត|ឯកភាព|យល់ព្រម|ត្រួតពិនិត្យ|ផ្ទៀងផ្ទាត់)"
    r"(?:\s*(?:និង|\s)\s*(?:បាន)?(?:ឃើញ|ពិនិត្យ|អនុម័ត|ឯកភាព|យល់ព្រម|ត្រួតពិនិត្យ))*(?:ដោយ)?\W*"
    r"|(?:អ្នក)?(?:រៀបចំ|ធ្វើតារាង|ធ្វើបញ្ជី|ត្រួតពិនិត្យ|ពិនិត្យ|អនុម័ត|ទទួល)(?:បញ្ជី|តារាង)?(?:ដោយ)?\W*"
    r"|(?:ហត្ថលេខា|ហត្ថលេខានិងឈ្មោះ|ហត្ថលេខា និងឈ្មោះ)\W*|គណនេយ្យ\W*|បេឡាធិការ\W*",
    re.IGNORECASE,
)
_PERSONAL = {
    "sex": seen.is_sex, "phone": seen.is_phone, "email": seen.is_email, "birth_date": seen.is_date,
}  # fmt: skip


def without_ending(body: _Body, columns: Mapping[int, str | None]) -> _Body:
    """Give the rows of a list without what stands below it."""
    end = _block(body, columns)
    while end and len(body) - end < _LONGEST and _is_below(body[end - 1][1], columns):
        end -= 1
    return body if end == len(body) else body[:end]


def _block(body: _Body, columns: Mapping[int, str | None]) -> int:
    """Give where the signatures begin, with the names of who signed; the end where none do."""
    start = max(0, len(body) - _LONGEST_BLOCK)
    for place in range(start, len(body)):
        texts = [text for cell in body[place][1] if (text := text_of(cell))]
        is_signed = bool(texts) and all(_SIGNED.fullmatch(text) for text in texts)
        if is_signed and not any(_is_personal(row, columns) for _, row in body[place:]):
            return place
    return len(body)


def _is_below(row: Row, columns: Mapping[int, str | None]) -> bool:
    used = {
        place: text for place, field in columns.items() if field and (text := text_at(row, place))
    }
    names = [text for place, text in used.items() if columns[place] in NAME_FIELDS]
    if _is_personal(row, columns):
        return False
    if names:
        return all(
            is_counted(name) or is_heading(name) or _SIGNED.fullmatch(name) for name in names
        )
    return len(used) <= 1 or any(
        is_total(text) or _SIGNED.fullmatch(text) for text in used.values()
    )


def _is_personal(row: Row, columns: Mapping[int, str | None]) -> bool:
    """Say whether a row tells of somebody: a sex, a phone, an e-mail address or a birth."""
    return any(
        field in _PERSONAL and (text := text_at(row, place)) and _PERSONAL[field](text)
        for place, field in columns.items()
    )
