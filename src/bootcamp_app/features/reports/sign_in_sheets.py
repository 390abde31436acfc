"""The sign-in sheets of days as tables: a sheet a day, a column for each of its sessions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import _
from bootcamp_app.features.attendance.marking import spaced_code
from bootcamp_app.features.bootcamps.places import province_code, province_name
from bootcamp_app.features.people.views import KIND_WORDS, WORDS
from bootcamp_app.features.reports.indicator_words import day_in_words
from bootcamp_app.features.reports.sign_in_days import STATE_WORDS
from bootcamp_app.features.reports.views import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.features.reports.sign_in_days import DayList, SignIn
    from bootcamp_app.features.reports.views import Cell


def day_sheets(told: SignIn, *, has_contacts: bool) -> Iterator[Sheet]:
    """Give the list of each day, in the rows of the paper."""
    for day in told.days:
        sessions = [
            Column(f"session_{one.number}", _session_title(one.session.title, one.code),
                   say=partial(in_words, STATE_WORDS))
            for one in day.columns
        ]  # fmt: skip
        contacts = _contacts() if has_contacts else ()
        columns = (*_who(), *contacts, *sessions)
        rows = _rows(told, day, has_contacts=has_contacts)
        yield Sheet(day_in_words(day.day), columns, rows, len(day.lines), f"day-{day.day}")


def _rows(told: SignIn, day: DayList, *, has_contacts: bool) -> Iterator[tuple[Cell, ...]]:
    # A function of its own: rows are read when every day was gone through.
    for line in day.lines:
        yield line.number, *_told_of(told, day, line.participant, has_contacts=has_contacts)


def in_words(known: Mapping[str, str], value: str) -> str:
    """Give a kept value in the language in use, or as it is where nobody knows it."""
    return _(known[value]) if value in known else value


def place_in_words(name: str) -> str:
    """Give a province in the language in use, or the text as it is."""
    return province_name(province_code(name) or name)


def _who() -> tuple[Column, ...]:
    return (
        Column("number", _("No."), kind="number"),
        Column("name_km", _("Name in Khmer"), is_personal=True),
        Column("name_en", _("Name in Latin letters"), is_personal=True),
        Column("sex", _("Sex"), say=partial(in_words, WORDS)),
        Column("position", _("Position"), is_personal=True),
        Column("organisation", _("Organisation")),
        Column("organisation_kind", _("Kind of organisation"), say=partial(in_words, KIND_WORDS)),
        Column("province", _("Province"), say=place_in_words),
    )


def _contacts() -> tuple[Column, ...]:
    return (
        Column("age", _("Age"), is_personal=True, kind="number"),
        Column("phone", _("Phone"), is_personal=True, kind="phone"),
    )


def _session_title(title: str, code: str) -> str:
    number = _("List no. {code}").format(code=spaced_code(code)) if code else ""
    return " · ".join(filter(None, (title, number)))


def _told_of(
    told: SignIn, day: DayList, one: Participant | None, *, has_contacts: bool
) -> tuple[Cell, ...]:
    if one is None:
        return (None,) * (7 + 2 * has_contacts + len(day.columns))
    contacts = (told.ages.get(one.person_id), one.phone) if has_contacts else ()
    return (
        one.name_km,
        one.name_en,
        one.sex,
        one.position,
        one.organisation,
        one.organisation_kind,
        one.province,
        *contacts,
        *(told.state(column.session, one) or None for column in day.columns),
    )
