"""What a column is, once its values have settled what its header leaves open. No database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.features.people import column_values as seen
from bootcamp_app.features.people import values
from bootcamp_app.features.people.header_ideas import ideas_of
from bootcamp_app.features.people.header_rules import leaves_room_for
from bootcamp_app.features.people.headers import meaning_of, script_of

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN_NAMES = {"name", "family_name", "given_name"}
MOST, NEARLY_ALL, _FEW = 0.5, 0.9, 3

# What most values must be, where the header alone could mean something else.
_LOOSE_PROOF: dict[str, Callable[[str], object]] = {
    "sex": seen.is_sex, "province": seen.is_province, "birth_date": seen.is_date,
    "sector": seen.is_sector, "phone": seen.has_phone_digits, "email": seen.is_email,
    "name": seen.could_be_name, "name_en": seen.could_be_name, "name_km": seen.could_be_name,
}  # fmt: skip
_PLAIN_PROOF: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(sorted(OPEN_NAMES), seen.is_no_number),
    "email": seen.is_email, "birth_date": seen.is_date, "birth_year": seen.is_date,
    "age": seen.is_age,
}  # fmt: skip
_PROVEN_AT_ONCE = {"email", *OPEN_NAMES}
# What values are beyond doubt, in the order of asking; the share of them that must be so.
_BY_VALUES: tuple[tuple[str, Callable[[str], object], float], ...] = (
    ("email", seen.is_email, NEARLY_ALL),
    ("phone", seen.is_phone, NEARLY_ALL),
    ("sex", seen.is_sex, NEARLY_ALL),
    ("province", seen.is_province, NEARLY_ALL),
    ("registered_at", seen.is_stamp, NEARLY_ALL),
    ("organisation", seen.is_organisation, 0.6),
    ("position", seen.is_position, 0.6),
)
_OUR_WORDS: dict[str, Callable[[str], object]] = {
    "sector": seen.is_sector, "organisation_kind": seen.is_organisation_kind,
}  # fmt: skip
_NEARLY, _SOME = 0.75, 0.25
_STATUS = re.compile(
    r"\W*(?:(?:current|actual|final|attendees?|participants?|participation|registration|nomination|nominee|"
    r"approval|application|confirmation|validation|rsvp|invitation|member|membership|guest|response)[\s_]+)?"
    r"status\W*|\W*statut(?: de l'inscription| de la participation)?\W*"
    r"|\W*(?:ស្ថានភាព|ស្ថានភាព\s*(?:នៃ)?(?:ការ)?\s*(?:ចូលរួម|ចុះឈ្មោះ|បញ្ជាក់|អនុម័ត|បេក្ខជន|អ្នកចូលរួម|បច្ចុប្បន្ន)"
    r")\W*"
    r"|\W*(?:status|statut)\s*[/|(-]\s*ស្ថានភាព\W*|\W*ស្ថានភាព\s*[/|(-]\s*status\W*",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\W*(?:team|teams|group|groups|team[\s_]*name|group[\s_]*name|team[\s_]*(?:no|number)\.?|work(?:ing)?[\s_]*group"
    r"|équipe|groupe)\W*|\W*(?:ឈ្មោះ)?ក្រុម(?:ការងារ|ទី|លេខ)?\W*"
    r"|\W*(?:team|group)\s*[/|(-]\s*ក្រុម\W*|\W*ក្រុម\s*[/|(-]\s*(?:team|group)\W*",
    re.IGNORECASE,
)
_LONGEST_TEAM = 40
_MOSTLY_DIFFERENT = {"phone", "email"}
_ONE_VALUE_PROVES_LITTLE = {"sex", "organisation", "position"}


def settled(header: str, texts: list[str], *, has_body: bool = True) -> str | None:
    """Give the field that a header means, where its values do not speak against it."""
    meaning = meaning_of(header)
    if meaning is None:
        return None
    field = meaning.field
    # “Names of council members” are people; “Member organisation” is none.
    may_be_people = field == "organisation" and "person" in ideas_of(header)
    if may_be_people and seen.share(texts, seen.is_person) >= MOST:
        return f"name_{script_of(texts)}"
    # Whom a stakeholder group stands for may be told as finely as what kind of office it is.
    if field == "sector" and "type" in ideas_of(header) and seen.share(texts, _is_fine) >= _SOME:
        return "organisation_kind"
    proof = (_LOOSE_PROOF if meaning.is_loose else _PLAIN_PROOF).get(field)
    if meaning.is_loose and proof and has_body and not texts:
        return None
    if field == "phone" and texts and seen.share(texts, seen.is_email) > MOST:
        return "email"
    if meaning.is_loose and field in {"position", "sex"} and _is_salutation(texts):
        return "sex" if seen.share(texts, seen.is_sex) == 1 else None
    is_proven = seen.share(texts, proof) >= MOST if proof and texts else True
    is_sure = not meaning.is_loose and field not in _PROVEN_AT_ONCE
    enough = _FEW if is_sure else 1
    if not is_proven and len(texts) >= enough:
        return None
    if meaning.is_loose and field == "external_id" and _are_row_numbers(texts):
        return None
    return f"{field}_{script_of(texts)}" if field in OPEN_NAMES else field


def by_values(header: str, texts: list[str]) -> str | None:
    """Give what the values are beyond doubt, where the header says nothing against it."""
    if len(texts) <= 1:
        return None
    different = len(set(texts))
    for field, is_such, enough in _BY_VALUES:
        if not leaves_room_for(header, field):
            continue
        if field in _MOSTLY_DIFFERENT and 2 * different <= len(texts):
            continue
        if field in _ONE_VALUE_PROVES_LITTLE and different == 1:
            continue
        if seen.share(texts, is_such) >= enough:
            return field
    return None


def is_of_our_words(field: str, texts: list[str]) -> bool:
    """Say whether a column that may hold themes, as “Health”, holds words of ours instead."""
    is_ours = _OUR_WORDS.get(field)
    return is_ours is None or not texts or seen.share(texts, is_ours) >= MOST


def is_status(header: str, texts: list[str]) -> bool:
    """Say whether a column tells who is confirmed, waits or has withdrawn."""
    return bool(_STATUS.fullmatch(header)) and seen.share(texts, seen.is_status) >= _NEARLY


def is_team(header: str, texts: list[str]) -> bool:
    """Say whether a column tells in which team people work: short names that several share."""
    if not _TEAM.fullmatch(header) or not texts or max(map(len, texts)) > _LONGEST_TEAM:
        return False
    return len(texts) <= _FEW or len(set(texts)) < len(texts)


def _is_fine(text: str) -> bool:
    """Say whether a text names a kind of organisation more finely than sectors do."""
    return seen.is_organisation_kind(text) and not values.is_plain_sector(text)


def _is_salutation(texts: list[str]) -> bool:
    return seen.share(texts, seen.is_salutation) > MOST


def _are_row_numbers(texts: list[str]) -> bool:
    return [latin_digits(text) for text in texts] == [str(n + 1) for n in range(len(texts))]
