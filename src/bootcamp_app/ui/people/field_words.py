"""What is known of a person, in words: the titles of fields and the choices of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.bootcamps.places import province_name, provinces
from bootcamp_app.features.bootcamps.views import ROLE_WORDS
from bootcamp_app.features.people.views import (
    KIND_WORDS,
    ORGANISATION_KINDS,
    SECTORS,
    SEXES,
    STATUSES,
    WORDS,
)
from bootcamp_app.ui.team_names import team_name

if TYPE_CHECKING:
    from bootcamp_app.ui.words import Text

TITLES = {
    "name_km": N_("Name in Khmer"),
    "name_en": N_("Name in Latin letters"),
    "family_name_km": N_("Family name in Khmer"),
    "given_name_km": N_("Given name in Khmer"),
    "family_name_en": N_("Family name in Latin letters"),
    "given_name_en": N_("Given name in Latin letters"),
    "sex": N_("Sex"),
    "birth_year": N_("Year of birth"),
    "birth_date": N_("Date of birth"),
    "age": N_("Age"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "organisation": N_("Organisation"),
    "organisation_kind": N_("Kind of organisation"),
    "position": N_("Position"),
    "sector": N_("Sector"),
    "province": N_("Province"),
    "district": N_("District"),
    "role": N_("Role in the bootcamp"),
    "team": N_("Team"),
    "disability": N_("Disability"),
    "external_id": N_("Their number in the list"),
    "registered_at": N_("Time of registration"),
    "note": N_("Note"),
    "status": N_("Status"),
}
"""Every field of `features/people/headers.py`, as a facilitator calls it."""
CHOSEN = ("sex", "sector", "province", "status", "role", "organisation_kind", "disability")
"""Fields that are one of a few words."""
MEANINGS = {"confirmed": "good", "nominated": "info", "withdrawn": "bad", "substituted": "warning"}
"""What a status means, for its pill."""
_YES_NO = {"true": N_("Yes"), "yes": N_("Yes"), "false": N_("No"), "no": N_("No")}
_WORDS: dict[str, dict[str, str]] = {
    "sex": WORDS,
    "sector": WORDS,
    "status": WORDS,
    "role": ROLE_WORDS,
    "disability": _YES_NO,
    "is_walk_in": _YES_NO,
    "organisation_kind": KIND_WORDS,
}
"""What the kept values mean; other texts are what somebody wrote, and stay so."""
_CHOICES = {
    "sex": SEXES,
    "sector": SECTORS,
    "status": STATUSES,
    "role": ("participant", "facilitator"),
    "organisation_kind": ("", *ORGANISATION_KINDS),
    "disability": ("", "yes", "no"),
}


def said(name: str, value: object) -> str:
    """Give a value of a field as people read it; empty where nothing is known."""
    text = "" if value is None else str(value)
    if name in _WORDS:
        meant = _WORDS[name].get(text.lower())
        return _(meant) if meant else text
    if name == "team":
        return team_name(text)
    return province_name(text) if name == "province" else text


def choices(name: str, value: str = "") -> list[tuple[str, Text]]:
    """Give what may be chosen for a field; a value of no list stays a choice of its own."""
    known: list[tuple[str, Text]]
    if name == "province":
        known = [("", N_("not stated"))]
        known += [(place.code, partial(province_name, place.code)) for place in provinces()]
    else:
        known = [(key, _WORDS[name].get(key, N_("not stated"))) for key in _CHOICES[name]]
    if value not in {key for key, _text in known}:
        known.append((value, lambda: value))
    return known
