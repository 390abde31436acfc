"""What a row of a list says, as columns hold it. No database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.values import sector_of_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from bootcamp_app.features.people.nominees import Nominee

PERSON_FIELDS = ("name_km", "name_en", "sex", "birth_year", "birth_date", "phone", "email",
                 "disability")  # fmt: skip
PARTICIPATION_FIELDS = ("role", "position", "sector", "province", "district", "team",
                        "status", "external_id", "registered_at", "note")  # fmt: skip

_WITHOUT_WORDS = {"role": "participant", "sex": "not_stated", "sector": "not_stated"}
"""What a field that always says something says when it is emptied."""


def never_empty(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give fields as they are written where some were emptied; a status cannot be."""
    if "status" in fields and not fields["status"]:
        raise Refusal(
            "A person always has a status. Write nominated, confirmed, withdrawn or substituted."
        )
    return {name: value or _WITHOUT_WORDS.get(name, value) for name, value in fields.items()}


def said(nominee: Nominee, names: Sequence[str]) -> dict[str, Any]:
    """Give the fields that the list has; an empty cell takes nothing away."""
    return {name: value for name in names if (value := nominee.fields.get(name)) not in (None, "")}


def birth(
    nominee: Nominee, known_year: int | None = None, known_day: date | None = None
) -> dict[str, Any]:
    """Give the year and the date of birth as they are after this row: never of two years.

    A date says the year. An age is not exact enough to correct a year that is known.
    """
    day: date | None = nominee.fields.get("birth_date") or None
    if day:
        return {"birth_year": day.year, "birth_date": day}
    if year := nominee.fields.get("birth_year"):
        is_of_another = known_day is not None and known_day.year != year
        return {"birth_year": year, **({"birth_date": None} if is_of_another else {})}
    by_age: int | None = nominee.fields.get("age")
    is_known = known_day or (known_year and by_age and abs(known_year - by_age) <= 1)
    return {} if by_age is None or is_known else {"birth_year": by_age}


def person_values(nominee: Nominee) -> dict[str, Any]:
    """Give the columns of a new person."""
    return {**said(nominee, PERSON_FIELDS), **birth(nominee)}


def participation_values(nominee: Nominee, now: datetime) -> dict[str, Any]:
    """Give the columns of a new participation, whom they come from aside."""
    return {
        "registered_at": now,
        "sector": "not_stated",
        "answers": dict(nominee.answers),
        **said(nominee, PARTICIPATION_FIELDS),
    }


def person_changes(nominee: Nominee, known: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is different of a person by this row."""
    born = birth(nominee, known["birth_year"], known["birth_date"])
    return _different({**said(nominee, PERSON_FIELDS), **born, **_name_kept(nominee, known)}, known)


def participation_changes(
    nominee: Nominee, known: Mapping[str, Any], bound: Mapping[str, Any]
) -> dict[str, Any]:
    """Give what is different of a participation; `bound` is what the organisation sets."""
    answers = {**known["answers"], **nominee.answers}
    written = {**said(nominee, PARTICIPATION_FIELDS), **bound, "answers": answers}
    return _different(written, known)


def sector_by_kind(nominee: Nominee, kind: str, present: str, *, is_other: bool) -> dict[str, Any]:
    """Give the sector that the kind of an organisation says, where nobody says another.

    `present` is the sector so far; `is_other` says whether the organisation is a new one.
    """
    stated = nominee.text("organisation_kind")
    if nominee.text("sector") not in {"", "not_stated"} or not (stated or kind):
        return {}
    if stated or is_other or present == "not_stated":
        return {"sector": sector_of_kind(stated or kind)}
    return {}


def _name_kept(nominee: Nominee, known: Mapping[str, Any]) -> dict[str, Any]:
    """Give the names that stay as they are: a list's writing was left behind in a merge."""
    left_behind = {comparison_key(name) for name in known["also_named"] or ()}
    if not left_behind:
        return {}
    names = ("name_km", "name_en")
    return {
        name: known[name] for name in names if comparison_key(nominee.text(name)) in left_behind
    }


def _different(written: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in written.items() if known[name] != value}
