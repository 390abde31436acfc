"""What is printed on a certificate, frozen when it is issued."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bootcamp_app.core import dates, khmer_calendar
from bootcamp_app.core.i18n import in_language
from bootcamp_app.core.khmer import is_khmer, khmer_digits
from bootcamp_app.features.bootcamps.places import province_in_english, province_in_khmer
from bootcamp_app.features.bootcamps.views import ROLE_WORDS
from bootcamp_app.features.certificates.views import Record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session
    from bootcamp_app.features.people.views import Participant

NOT_ISSUED = "មិនទាន់ចេញ · Not issued yet"
"""What stands where the serial will be, in both languages as all of a certificate."""
LONGEST_SERIAL = "KMP26RT-AAA-00000-0"

_CAPITAL = "12"


def printed_values(
    participant: Participant, bootcamp: Bootcamp, sessions: Sequence[Session], issued_on: date
) -> dict[str, str]:
    """Give the fields that a layout may name, in both languages; hours are those of sessions."""
    return {
        **personal_values(participant),
        **shared_values(bootcamp, issued_on),
        **hours_values(sessions),
    }


def record_of(
    participant: Participant,
    bootcamp: Bootcamp,
    issued_on: date,
    serial: str = LONGEST_SERIAL,
    revision: int = 1,
) -> Record:
    """Give what is signed; before there is a serial, one as long as any that may come."""
    title = bootcamp.title_en or bootcamp.title_km
    names = (participant.name_km, participant.name_en)
    return Record(serial, *names, title, issued_on, revision)


def personal_values(participant: Participant) -> dict[str, str]:
    """Give the fields that differ from person to person."""
    position = participant.position.strip()
    return {
        "name_first": participant.name_km or participant.name_en,
        "name_second": participant.name_en if participant.name_km else "",
        "name_km": participant.name_km,
        "name_en": participant.name_en,
        "role_km": _role(participant.role, "km"),
        "role_en": _role(participant.role, "en"),
        "organisation_km": participant.organisation_km,
        "organisation_en": participant.organisation_en,
        "position_km": position if is_khmer(position) else "",
        "position_en": "" if is_khmer(position) else position,
    }


def shared_values(bootcamp: Bootcamp, issued_on: date) -> dict[str, str]:
    """Give the fields that all certificates of a bootcamp and a day have in common."""
    return {
        "title_en": bootcamp.title_en or bootcamp.title_km,
        "title_km": bootcamp.title_km or bootcamp.title_en,
        "place_en": _place_in_english(bootcamp.province),
        "place_km": _place_in_khmer(bootcamp.province),
        "dates_en": dates.in_english(bootcamp.starts_on, bootcamp.ends_on),
        "dates_km": _days_in_khmer(bootcamp),
        "issued_en": dates.in_english(issued_on),
        "issued_km": dates.in_khmer(issued_on),
        "issued_lunar_km": _lunar(issued_on),
        "venue": bootcamp.venue,
    }


def hours_values(sessions: Sequence[Session]) -> dict[str, str]:
    """Give the hours that these sessions last, as they are printed."""
    hours = f"{sum(one.hours for one in sessions):g}"
    return {"hours_en": hours, "hours_km": khmer_digits(hours)}


def _lunar(day: date) -> str:
    """Give a day by the moon; nothing where a clock is so wrong that the calendar has none."""
    try:
        return khmer_calendar.in_khmer(day)
    except ValueError:
        return ""


def _days_in_khmer(bootcamp: Bootcamp) -> str:
    days = dates.in_khmer(bootcamp.starts_on, bootcamp.ends_on)
    return days if bootcamp.starts_on == bootcamp.ends_on else f"ពី{days}"


def _place_in_english(code: str) -> str:
    if not code:
        return ""
    name = province_in_english(code)
    return f"in {name}" if code == _CAPITAL else f"in {name} province"


def _place_in_khmer(code: str) -> str:
    if not code:
        return ""
    kind = "រាជធានី" if code == _CAPITAL else "ខេត្ត"
    return f"នៅ{kind}{province_in_khmer(code)}"


@lru_cache(maxsize=256)
def _role(role: str, language: str) -> str:
    """Give a role in a language where the program knows it, and as it is written otherwise."""
    known = ROLE_WORDS.get(role.strip().casefold())
    return in_language(known, language) if known else role.strip()
