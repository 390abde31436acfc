"""The columns that say who somebody is and how they stand, alike in every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.state_views import told_reason
from bootcamp_app.features.bootcamps.places import (
    province_code,
    province_in_english,
    province_name,
)
from bootcamp_app.features.bootcamps.views import ROLE_WORDS
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.features.reports.views import Column, ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.facts import Stood
    from bootcamp_app.features.reports.views import Cell
    from bootcamp_app.features.teams.views import TeamNames

_WORDS = {
    **WORDS,
    "present": N_("present"),
    "late": N_("late"),
    "excused": N_("excused"),
    "absent": N_("absent"),
    "not_yet": N_("not here yet"),
    "yes": N_("Yes"),
    "no": N_("No"),
}
_METHODS = {
    "code": N_("by badge"),
    "camera": N_("by camera"),
    "name": N_("found by name"),
    "photo": N_("from a photo"),
    "paper": N_("from the paper list"),
    "hand": N_("by hand"),
    "closing": N_("when the session was closed"),
}
_TITLES = {
    "number": N_("No."),
    "person_id": N_("Person"),
    "name_km": N_("Name in Khmer"),
    "name_en": N_("Name in Latin letters"),
    "sex": N_("Sex"),
    "organisation": N_("Organisation"),
    "position": N_("Position"),
    "sector": N_("Sector"),
    "province": N_("Province"),
    "phone": N_("Phone"),
    "status": N_("Status"),
    "is_walk_in": N_("Walk-in"),
    "role": N_("Role in the bootcamp"),
    "team": N_("Team"),
    "district": N_("District"),
    "email": N_("E-mail"),
    "birth_year": N_("Year of birth"),
    "birth_date": N_("Date of birth"),
    "session": N_("Session"),
    "day": N_("Day"),
    "state": N_("Attendance"),
    "at": N_("Time"),
    "minutes_late": N_("Minutes late"),
    "method": N_("How"),
    "reason": N_("Reason"),
    "hours": N_("Hours"),
    "share": N_("Share"),
    "certificate": N_("Certificate earned"),
    "why_not": N_("Why not"),
}
_PERSONAL = frozenset({
    "name_km", "name_en", "position", "phone", "district", "email", "birth_year", "birth_date",
    "reason",
})  # fmt: skip
_KINDS: dict[str, ColumnKind] = {
    "phone": "phone", "state": "state", "minutes_late": "number", "number": "number",
    "hours": "hours", "share": "percent",
}  # fmt: skip
WHO = (
    "person_id", "name_km", "name_en", "sex", "organisation", "position", "sector", "province",
    "phone", "status", "is_walk_in", "role", "team",
)  # fmt: skip
"""Of whom `values` gives the cells, in this order."""
HOW = ("state", "at", "minutes_late", "method", "reason")
"""Of which `stood_values` gives the cells, in this order."""


def columns(names: Sequence[str], teams: TeamNames) -> tuple[Column, ...]:
    """Give these columns, with titles in the language in use."""
    said = {**_SAID, "team": teams.name}
    return tuple(
        Column(name, _(_TITLES[name]), name in _PERSONAL, said.get(name), _KINDS.get(name, "text"))
        for name in names
    )


def values(one: Participant) -> tuple[Cell, ...]:
    """Give who somebody is, in the order of `WHO`."""
    return (
        one.person_id,
        one.name_km,
        one.name_en,
        one.sex,
        one.organisation,
        one.position,
        one.sector,
        province_in_english(one.province),
        one.phone,
        one.status,
        "yes" if one.is_walk_in else "no",
        one.role,
        one.team,
    )


def stood_values(found: Stood) -> tuple[Cell, ...]:
    """Give how somebody stands, in the order of `HOW`."""
    return found.state, found.at, found.minutes_late or None, found.method, found.reason


def state_title(state: str) -> str:
    """Give the title of a column or row that counts those who stand so."""
    title = _("Present in time") if state == "present" else in_words(state)
    return title[:1].upper() + title[1:]


def in_words(value: str) -> str:
    """Give a value that programs know in the language in use."""
    return _(_WORDS[value]) if value in _WORDS else value


def _place_in_words(name: str) -> str:
    return province_name(province_code(name) or name)


def _method_in_words(method: str) -> str:
    return _(_METHODS[method]) if method in _METHODS else method


def _role_in_words(role: str) -> str:
    return _(ROLE_WORDS[role]) if role in ROLE_WORDS else role


_SAID: dict[str, Callable[[str], str]] = {
    "sex": in_words,
    "sector": in_words,
    "status": in_words,
    "state": in_words,
    "is_walk_in": in_words,
    "certificate": in_words,
    "method": _method_in_words,
    "role": _role_in_words,
    "reason": told_reason,
    "province": _place_in_words,
}
