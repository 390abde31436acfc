"""A programme of the real size: 4 provinces, 24 bootcamps, 340 civil servants and 1,433 others.

It is written in bulk, with its facts, so that tests and measurements need not wait for it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bootcamp_app.core.ids import new_id
from bootcamp_app.features.attendance.tables import AttendanceEventRow
from bootcamp_app.features.bootcamps.places import TIMEZONE
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow, SessionRow
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.storage.database import Database

PROVINCES = ("07", "17", "02", "16")
BOOTCAMPS, SESSIONS = 24, 6
CIVIL_SERVANTS, REPRESENTATIVES = 340, 1_433
_REPEATING, _ABSENT = 0.2, 0.05
"""The shares of those who come to a second bootcamp, and of those who are on a list in vain."""
_HALVES = (time(8, 30), time(14))
_KINDS = {
    "government": ("national_government", "subnational_government"),
    "civil_society": ("cso", "community"),
}
_ZONE = ZoneInfo(TIMEZONE)


def fill(database: Database, times: int = 1, sessions: int = SESSIONS) -> str:
    """Write a programme so many times the real size, and give its id."""
    chance = Random(8)
    homes = _bootcamps(times)
    agenda = {home["id"]: _sessions(home, sessions) for home in homes}
    offices = [
        {"name_en": f"Office {n}", "kind": kind, "province": PROVINCES[n % 4]}
        for n, kind in enumerate(kind for kinds in _KINDS.values() for kind in kinds)
    ]
    people: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    with database.write() as work:
        programme = ProgrammeRow(title_en="Civic bootcamps", code="CB-1", donors=["A donor"])
        work.add(programme)
        for home in homes:
            home["programme_id"] = programme.id
        work.add_in_bulk(BootcampRow, homes)
        work.add_in_bulk(SessionRow, [one for of_one in agenda.values() for one in of_one])
        keys = work.add_in_bulk(OrganisationRow, offices)
        for sector, number in (
            ("government", CIVIL_SERVANTS), ("civil_society", REPRESENTATIVES),
        ):  # fmt: skip
            for n in range(number * times):
                person = _person(chance, len(people))
                people.append(person)
                visited = chance.sample(homes, 2 if chance.random() < _REPEATING else 1)
                office = keys[2 * (sector != "government") + n % 2]
                for home in visited:
                    part = _part(chance, person, home, sector, office)
                    parts.append(part)
                    events += _events(chance, part, agenda[home["id"]])
            for _n in range(round(number * times * _ABSENT)):
                person = _person(chance, len(people))
                people.append(person)
                home = chance.choice(homes)
                part = _part(chance, person, home, sector, keys[0])
                parts.append(part)
                events.append(_state(part, agenda[home["id"]][0], "excused"))
        work.add_in_bulk(PersonRow, people)
        work.add_in_bulk(ParticipationRow, parts)
        work.add_in_bulk(AttendanceEventRow, events)
        return programme.id


def _bootcamps(times: int) -> list[dict[str, Any]]:
    first = date(2024, 3, 4)
    days = [first + timedelta(weeks=n) for n in range(BOOTCAMPS * times)]
    return [
        {
            "id": new_id(), "code": f"B{n}", "title_en": f"Bootcamp {n + 1}",
            "title_km": f"ជំរុំ {n + 1}", "province": PROVINCES[n % 4], "timezone": TIMEZONE,
            "starts_on": day, "ends_on": day + timedelta(2),
        }
        for n, day in enumerate(days)
    ]  # fmt: skip


def _sessions(home: dict[str, Any], number: int) -> list[dict[str, Any]]:
    found = []
    for n in range(number):
        day = home["starts_on"] + timedelta(n // 2)
        start = datetime.combine(day, _HALVES[n % 2], _ZONE)
        found.append(
            {
                "id": new_id(), "bootcamp_id": home["id"], "title_en": f"Session {n + 1}",
                "starts_at": start, "ends_at": start + timedelta(hours=3),
            }
        )  # fmt: skip
    return found


def _person(chance: Random, number: int) -> dict[str, Any]:
    return {
        "id": new_id(),
        "name_en": f"Person {number}",
        "name_km": f"ឈ្មោះ {number}",
        "sex": chance.choice(("female", "male", "female", "male", "other", "not_stated")),
        "birth_year": chance.choice((None, *range(1955, 2008))),
        "disability": chance.choice(("", "no", "no", "no", "yes")),
        "phone": f"012{number:06}",
    }


def _part(
    chance: Random, person: dict[str, Any], home: dict[str, Any], sector: str, office: str
) -> dict[str, Any]:
    province = chance.choice((home["province"], home["province"], *PROVINCES, ""))
    return {
        "id": new_id(), "person_id": person["id"], "bootcamp_id": home["id"], "sector": sector,
        "organisation_id": office, "province": province,
    }  # fmt: skip


def _events(
    chance: Random, part: dict[str, Any], sessions: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    sure = chance.randrange(len(sessions))
    return [
        _entry(part, one, chance.choice((0, 0, 0, 20)))
        if n == sure or chance.random() < 0.9
        else _state(part, one, chance.choice(("absent", "excused")))
        for n, one in enumerate(sessions)
    ]


def _entry(part: dict[str, Any], session: dict[str, Any], late: int) -> dict[str, Any]:
    at = session["starts_at"] + timedelta(minutes=late)
    return {"id": new_id(), "kind": "entry", "session_id": session["id"], "at": at,
            "participation_id": part["id"], "result": "recorded", "minutes_late": late}  # fmt: skip


def _state(part: dict[str, Any], session: dict[str, Any], state: str) -> dict[str, Any]:
    return {"id": new_id(), "kind": "state", "session_id": session["id"],
            "at": session["starts_at"], "participation_id": part["id"], "state": state,
            "method": "hand"}  # fmt: skip
