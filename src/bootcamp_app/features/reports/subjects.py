"""What can be exported as a sheet: attendance and people of one bootcamp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.rules import is_counted
from bootcamp_app.features.attendance.state_views import told_reason
from bootcamp_app.features.bootcamps.places import (
    province_code,
    province_in_english,
    province_name,
)
from bootcamp_app.features.people.views import WORDS
from bootcamp_app.features.reports.views import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.views import Cell

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
    ("is_walk_in", N_("Walk-in"), False),
    ("role", N_("Role in the bootcamp"), False),
    ("team", N_("Team"), False),
)
_MORE = (
    ("district", N_("District"), True),
    ("email", N_("E-mail"), True),
    ("birth_year", N_("Year of birth"), True),
    ("birth_date", N_("Date of birth"), True),
)
"""What only the file of people says besides."""
_ATTENDANCE = (
    ("session", N_("Session"), False),
    ("day", N_("Day"), False),
    ("state", N_("Attendance"), False),
    ("at", N_("Time"), False),
    ("minutes_late", N_("Minutes late"), False),
    ("method", N_("How"), False),
    ("reason", N_("Reason"), True),
)


@dataclass(frozen=True)
class Known:
    """How people stand to sessions, by (session id, participation id), and by which events."""

    presences: Mapping[tuple[str, str], Presence]
    events: Mapping[str, tuple[str, str]]
    """Method and reason, as they are kept, by the id of the event."""
    now: datetime

    def begun(self, sessions: Sequence[Session]) -> set[str]:
        """Give the ids of those that have begun: by their hour, or because somebody is there."""
        came = {
            session_id for (session_id, _person_id), one in self.presences.items() if one.is_present
        }
        return came | {one.id for one in sessions if one.starts_at <= self.now}


def people_sheet(people: Sequence[Participant], births: Mapping[str, date | None]) -> Sheet:
    """Give one row a person; the dates of birth by the id of the person."""
    rows = (
        (*_person(one), one.district, one.email, one.birth_year, births.get(one.person_id))
        for one in people
    )
    return Sheet(_("People"), _columns((*_PERSON, *_MORE)), rows, len(people), "people", frozen=3)


def attendance_sheet(
    people: Sequence[Participant], sessions: Sequence[Session], known: Known
) -> Sheet:
    """Give one row a person and session that has begun and counts them, as the figures do.

    Who stands to it somehow has a row in any case. Who was not there is absent once the session is
    over or closed, and until then has not come yet.
    """
    begun = known.begun(sessions)
    meant = [
        (one, session, presence)
        for one in people
        for session in sessions
        if (presence := known.presences.get((session.id, one.participation_id)))
        or (session.id in begun and is_counted(session, one.status, one.role, one.team))
    ]
    rows = (
        (*_person(one), *_attended(session, presence, known)) for one, session, presence in meant
    )
    columns = _columns((*_PERSON, *_ATTENDANCE))
    return Sheet(_("Attendance"), columns, rows, len(meant), "attendance", frozen=3)


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
        "yes" if one.is_walk_in else "no",
        one.role,
        one.team,
    )


def _attended(session: Session, presence: Presence | None, known: Known) -> tuple[Cell, ...]:
    state = presence.state if presence else _without_standing(session, known.now)
    # Who was set away has a moment of that, but never came.
    came = presence if presence and presence.is_present else None
    at = came.at.astimezone(session.starts_at.tzinfo) if came else None
    late = came.minutes_late if came else None
    method, reason = known.events.get(presence.event_id, ("", "")) if presence else ("", "")
    day = session.starts_at.date()
    return session.title, day, state, at, late or None, method, reason


def _without_standing(session: Session, now: datetime) -> str:
    return "absent" if session.is_locked or now > session.ends_at else "not_yet"


def _method_in_words(method: str) -> str:
    return _(_METHODS[method]) if method in _METHODS else method


_SAID = {
    "sex": _in_words,
    "sector": _in_words,
    "status": _in_words,
    "state": _in_words,
    "is_walk_in": _in_words,
    "method": _method_in_words,
    "reason": told_reason,
    "province": _place_in_words,
}
