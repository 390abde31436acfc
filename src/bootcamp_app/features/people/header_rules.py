"""Which field the ideas of a header name together. No database: ideas in, answer out."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bootcamp_app.features.people.header_concepts import SOMEONE_ELSE, SOMETHING_ELSE
from bootcamp_app.features.people.header_ideas import UNKNOWN, ideas_of

_SHORT = 2
_ADDRESSED = re.compile(r"\b(?:your|my|votre|vos)\b|របស់(?:លោក)?អ្នក(?:$|[\s?៖:(])", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:contact|focal|head|chief|chair\w*|director|manager|coordinator|teachers?|trainers?|instructors?|"
    r"facilitators?|household|hh|representative|responsable|directeur|formateurs?|chef|owner|tutors?|"
    r"secretary|drivers?|assistants?|leaders?|caregivers?|children|child|parents?|partners?)\b"
    r"|គ្រូ|មេគ្រួសារ|មេភូមិ|មេឃុំ|មេក្រុម|ប្រធាន|នាយក|ទំនាក់ទំនង|ទទួលបន្ទុក|ឧទ្ទេស|បង្គោល|តំណាង|អ្នកគ្រប់គ្រង|កុមារ",
    re.IGNORECASE,
)
_NEVER_LISTED = re.compile(
    r"\b(?:emergency|urgence|kin|spouse|father|mother|husband|wife|guardian|supervis\w*|enumerator|"
    r"interviewer|referee|witness|approv\w*|verif\w*|prepared|checked|created?|submitt\w*|by|nominat\w*|"
    r"relation\w*|purchaser|buyer|payer)\b|បន្ទាន់|អាសន្ន|សហព័ទ្ធ|ឪពុក|ម្តាយ|ម្ដាយ|ប្តី|ប្រពន្ធ|ភរិយា|ស្វាមី"
    r"|អាណាព្យាបាល|អ្នកសម្ភាស|អ្នកប្រមូល|សាក្សី|ថ្នាក់លើ|អ្នករៀបចំ|អ្នកត្រួតពិនិត្យ|អ្នកអនុម័ត|ថែទាំ",
    re.IGNORECASE,
)
# What a header may say where the values alone tell what its column is.
_ROOM = {
    "email": "email contact work person id",
    "phone": "phone contact work person number",
    "sex": "sex person salutation",
    "province": "province city place work person",
    "registered_at": "time date stamp register",
    "organisation": "organisation work place",
    "position": "position role work",
}


class Meaning(NamedTuple):
    """What a header names, and whether other headers would name it more plainly."""

    field: str
    is_loose: bool


# A field, then what may be said of it beside the ideas that must be there; `|` parts readings.
_PLAIN = {
    "name_km": "name khmer + full person",
    "name_en": "name latin + full person",
    "name": (
        "name + full person | full person | family given + name full person "
        "| nom + full person | nom given + person"
    ),
    "family_name_km": "family khmer + name person",
    "family_name_en": "family latin + name person",
    "family_name": "family + name nom person",
    "given_name_km": "given khmer + name person",
    "given_name_en": "given latin + name person",
    "given_name": "given + name person",
    "sex": "sex + person type",
    "birth_year": "birth year + person",
    "birth_date": "birth + date person | birth date year + person | birth date + person",
    "age": "age + person year",
    "phone": "phone + contact person work",
    "email": "email + contact person work",
    "organisation": (
        "organisation + name nom person work place | organisation type name + work | work place"
    ),
    "organisation_kind": "organisation type + person work",
    "position": (
        "position + name person role work | position organisation + name person role work "
        "| role organisation + work | role work"
    ),
    "sector": "sector + name person type organisation work theme",
    "province": (
        "province + name person city work | province work organisation | province person + work"
    ),
    "district": "district + name person work city province",
    "role": "role + person type | person type",
    "disability": "disability + person type",
    "external_id": "id person + register number | person number + id register",
    "registered_at": "stamp + register time | register time + date | register date + time",
    "note": "note + other person",
}
_NUMBERED = {"phone", "contact", "id", "register"}
_LOOSE = {
    "name_km": "khmer",
    "name_en": "latin",
    "name": "person | name disability + person",
    "sex": "salutation + person",
    "phone": "contact + person",
    "sector": "theme + person work",
    "organisation": "organisation position + name person work",
    "province": "city + name person work",
    "external_id": "id | id organisation + person",
    "registered_at": "register | register person | date register",
    "note": "other | note other",
}


def meaning_by_ideas(header: str) -> Meaning | None:
    """Give what a header names by the words in it; None where one of them speaks of another."""
    ideas = ideas_of(header)
    if speaks_of_another(header):
        return None
    return _meanings(ideas)


def speaks_of_another(header: str) -> bool:
    """Say whether a header is about somebody or something that is not the person of the row."""
    ideas = ideas_of(header)
    is_office = "organisation" in ideas and ideas & {"phone", "email", "contact"}
    return bool(is_office) or bool(ideas & {SOMEONE_ELSE, SOMETHING_ELSE})


def speaks_of_someone_else(header: str) -> bool:
    """Say whether a header is about a person that is not the one of the row."""
    return SOMEONE_ELSE in ideas_of(header)


def may_be_who_is_listed(header: str) -> bool:
    """Say whether a header may name the person of the row where no other column names anybody.

    A list of households names their heads, one of organisations whom to call, one of a school its
    teachers; but who is called in an emergency or has written the list is never meant.
    """
    ideas = ideas_of(header)
    if SOMETHING_ELSE in ideas or _NEVER_LISTED.search(header):
        return False
    return SOMEONE_ELSE not in ideas or bool(_LISTED.search(header.replace("\u200b", "")))


def leaves_room_for(header: str, field: str) -> bool:
    """Say whether nothing in a header speaks against this field.

    Of an office, of a place or of a date a long header that is not understood may say anything.
    """
    ideas = ideas_of(header)
    if field == "registered_at" and (UNKNOWN in ideas or not ideas):
        return False
    is_short = len(header.split()) <= _SHORT or UNKNOWN not in ideas
    return is_short and ideas <= {UNKNOWN, *_ROOM[field].split()}


def is_addressed(header: str) -> bool:
    """Say whether a header speaks to who fills in a form: “your name”."""
    return bool(_ADDRESSED.search(header))


@cache
def _meanings(ideas: frozenset[str]) -> Meaning | None:
    for rules, is_loose in ((_PLAIN, False), (_LOOSE, True)):
        for field, readings in rules.items():
            for reading in readings.split("|"):
                needed, _, allowed = reading.partition("+")
                must = set(needed.split())
                may = {"number"} if must & _NUMBERED else set()
                if must <= ideas <= must | set(allowed.split()) | may:
                    return Meaning(field, is_loose)
    return None
