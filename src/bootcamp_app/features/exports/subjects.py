"""What can be exported as a sheet: attendance and people of one bootcamp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.rules import is_expected
from bootcamp_app.features.bootcamps.places import (
    province_code,
    province_in_english,
    province_name,
)
from bootcamp_app.features.exports.views import Column, Sheet
from bootcamp_app.features.people.views import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.exports.views import Cell
    from bootcamp_app.features.people.views import Participant

_WORDS = {
    **WORDS,
    "present": N_("present"),
    "late": N_("late"),
    "excused": N_("excused"),
    "absent": N_("absent"),
}
_PERSON = (
    ("person_id", N_("Person"), False),
    ("name_km", N_("Name in Khmer"), True),
    ("name_en", N_("Name in Latin letters"), True),
    ("sex", N_("Sex"), False),
    ("organisation", N_("Organisation"), False),
    ("position", N_("Position"), True),
    ("sector", N_("Sector"), False),
    ("province", N_("Province"), False),
    ("phone", N_("Phone"), True),
    ("status", N_("Status"), False),
)
_ATTENDANCE = (
    ("session", N_("Session"), False),
    ("day", N_("Day"), False),
    ("state", N_("Attendance"), False),
    ("at", N_("Time"), False),
    ("minutes_late", N_("Minutes late"), False),
)


def people_sheet(people: Sequence[Participant]) -> Sheet:
    """Give one row a person."""
    return Sheet(_("People"), _columns(_PERSON), map(_person, people), len(people))


def attendance_sheet(
    people: Sequence[Participant],
    sessions: Sequence[Session],
    presences: Mapping[tuple[str, str], Presence],
) -> Sheet:
    """Give one row a person and session that asks for them; who was not there is absent.

    As in the figures, whom a session does not expect has no row of it unless they were there.
    """
    meant = [
        (one, session, presence)
        for one in people
        for session in sessions
        if (presence := presences.get((session.id, one.participation_id)))
        or is_expected(one, session)
    ]
    rows = ((*_person(one), *_attended(session, presence)) for one, session, presence in meant)
    columns = _columns((*_PERSON, *_ATTENDANCE))
    return Sheet(_("Attendance"), columns, rows, len(meant))


def _columns(described: Sequence[tuple[str, str, bool]]) -> tuple[Column, ...]:
    return tuple(
        Column(name, _(title), personal, _SAID.get(name)) for name, title, personal in described
    )


def _in_words(value: str) -> str:
    return _(_WORDS[value]) if value in _WORDS else value


def _place_in_words(name: str) -> str:
    return province_name(province_code(name) or name)


def _person(one: Participant) -> tuple[Cell, ...]:
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
    )


def _attended(session: Session, presence: Presence | None) -> tuple[Cell, ...]:
    state = presence.state if presence else "absent"
    # Who was set away has a moment of that, but never came.
    came = presence if presence and presence.is_present else None
    at = came.at.astimezone(session.starts_at.tzinfo) if came else None
    late = came.minutes_late if came else None
    return session.title, session.starts_at.date(), state, at, late or None


_SAID = {
    "sex": _in_words,
    "sector": _in_words,
    "status": _in_words,
    "state": _in_words,
    "province": _place_in_words,
}
