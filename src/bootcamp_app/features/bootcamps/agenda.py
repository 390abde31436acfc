"""What a session may be, and how sessions stand to each other and to their bootcamp. No database.

Values in, answers out; what cannot be is refused with what to do.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import LANGUAGES, in_language
from bootcamp_app.core.khmer import comparison_key, khmer_digits, latin_digits
from bootcamp_app.features.bootcamps.rules import EARLIEST, LATEST
from bootcamp_app.features.bootcamps.views import ROLE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp, Session

OPENS_BEFORE, LATE_AFTER = 60, 15
MOST_BEFORE = 720
"""So many minutes before a session its door opens at most."""
MOST_HOURS = 24
KINDS = ("role", "team")
"""By what people may be expected at a session, besides everybody."""
_MINUTE = timedelta(minutes=1)
_RUN_OVER = timedelta(minutes=60)
_NUMBERED = re.compile(r"^(Day\s*)(\d+)(?=\D|$)", re.IGNORECASE)
_NUMBERED_KM = re.compile(r"^(ថ្ងៃទី\s*)([0-9០-៩]+)")


@dataclass(frozen=True)
class Planned:
    """A session as a person plans it; moments with their time zone."""

    starts_at: datetime
    ends_at: datetime
    title_en: str = ""
    title_km: str = ""
    facilitator: str = ""
    opens_before: int = OPENS_BEFORE
    late_after: int = LATE_AFTER
    is_mandatory: bool = False
    counts: bool = True
    expects: str = ""
    canvases: tuple[str, ...] = ()
    """The templates that teams work on in it, by id and in order."""


FIELDS = tuple(one.name for one in fields(Planned))
"""What can be said of a session, and so be changed."""


def planned(session: Session) -> Planned:
    """Give a session that exists as it is planned."""
    return Planned(**{name: getattr(session, name) for name in FIELDS})


def differences(before: Planned, after: Planned) -> dict[str, Any]:
    """Give the fields in which a plan differs from the one before it."""
    old = row_values(before)
    return {name: value for name, value in row_values(after).items() if value != old[name]}


def row_values(plan: Planned) -> dict[str, Any]:
    """Give what is kept of a plan, by field."""
    return {**asdict(plan), "canvases": list(plan.canvases)}


def checked(plan: Planned, *, keeps_group: bool = False) -> Planned:
    """Give a plan with its texts in order; raises a Refusal where it cannot be a session.

    With `keeps_group`, who is expected stays as a later version may have written it.
    """
    tidy = replace(
        plan,
        title_en=_tidy(plan.title_en),
        title_km=_tidy(plan.title_km),
        facilitator=_tidy(plan.facilitator),
        expects=plan.expects if keeps_group else checked_group(plan.expects),
        canvases=tuple(dict.fromkeys(plan.canvases)),
    )
    if not tidy.title_en and not tidy.title_km:
        raise Refusal("A session needs a title. Give one in Khmer, in English or in both.")
    _check_hours(tidy.starts_at, tidy.ends_at)
    minutes = (tidy.ends_at - tidy.starts_at) // _MINUTE
    if not 0 <= tidy.opens_before <= MOST_BEFORE:
        raise Refusal(
            "The door opens from 0 to {most} minutes before a session. Correct the minutes.",
            most=MOST_BEFORE,
        )
    if not 0 <= tidy.late_after <= minutes:
        raise Refusal(
            "This session lasts {most} minutes, so “late after” is from 0 to {most}. Correct it.",
            most=minutes,
        )
    return tidy


def checked_group(expects: str) -> str:
    """Give who is expected as it is kept; raises a Refusal where that says nobody."""
    text = expects.strip()
    kind, colon, name = text.partition(":")
    if text and (not colon or kind.strip().lower() not in KINDS or not name.strip()):
        raise Refusal(
            "“{text}” does not say who is expected. Write role:NAME or team:NAME, or leave it "
            "empty for everybody.",
            text=expects,
        )
    if not text:
        return ""
    kind, name = kind.strip().lower(), _tidy(name)
    return f"{kind}:{_kept_role(name) if kind == 'role' else name}"


def check_day(day: date) -> None:
    """Raise a Refusal for a day of a year that cannot be right."""
    if not EARLIEST <= day.year <= LATEST:
        raise Refusal("The year {year} cannot be right. Correct the day.", year=day.year)


def overlapping(sessions: Sequence[Session]) -> dict[str, tuple[Session, ...]]:
    """Give for each session's id those that somebody would have to be at in the same minutes."""
    found: dict[str, list[Session]] = {one.id: [] for one in sessions}
    in_order = sorted(sessions, key=lambda one: one.starts_at)
    for at, one in enumerate(in_order):
        for other in in_order[at + 1 :]:
            if other.starts_at >= one.ends_at:
                break
            if _may_meet(one.expects, other.expects) and other.ends_at > one.starts_at:
                found[one.id].append(other)
                found[other.id].append(one)
    return {key: tuple(others) for key, others in found.items() if others}


def overlapping_with(
    plan: Planned, sessions: Iterable[Session], *, besides: str = ""
) -> list[Session]:
    """Give the sessions that a plan overlaps with, besides the one that it is a plan of."""
    return [
        one
        for one in sessions
        if one.id != besides
        and one.starts_at < plan.ends_at
        and plan.starts_at < one.ends_at
        and _may_meet(one.expects, plan.expects)
    ]


def is_outside(day: date, bootcamp: Bootcamp) -> bool:
    """Say whether a day is none of a bootcamp's days."""
    return not bootcamp.starts_on <= day <= bootcamp.ends_on


def is_impossible(session: Session) -> bool:
    """Say whether a session ends before it begins, as two laptops together may leave it."""
    return session.ends_at <= session.starts_at


def to_lengthen(moment: datetime, sessions: Iterable[Session]) -> Session | None:
    """Give the session that runs now, or that should be over and is not: the one ended last."""
    begun = [one for one in sessions if one.starts_at <= moment <= one.ends_at + _RUN_OVER]
    running = [one for one in begun if moment <= one.ends_at]
    return min(running or begun, key=lambda one: abs(one.ends_at - moment), default=None)


def days_of(bootcamp: Bootcamp, sessions: Iterable[Session]) -> list[date]:
    """Give the bootcamp's days, and those besides on which it has sessions, in order."""
    length = (bootcamp.ends_on - bootcamp.starts_on).days + 1
    own = {bootcamp.starts_on + timedelta(days=number) for number in range(length)}
    return sorted(own | {one.starts_at.date() for one in sessions})


def repeated(plan: Planned, days: Sequence[date], first_day: date) -> list[Planned]:
    """Give the same hours on other days, each titled by the number of its day.

    The number counts from the first day of the bootcamp.
    """
    own = plan.starts_at.date()
    for day in days:
        check_day(day)
    return [_on(plan, day, (day - first_day).days + 1) for day in sorted(set(days)) if day != own]


def moved(plan: Planned, days: int) -> Planned:
    """Give a plan so many days later, at the same hours of the wall clock."""
    later = timedelta(days=days)
    return replace(plan, starts_at=plan.starts_at + later, ends_at=plan.ends_at + later)


def lengthened(plan: Planned, minutes: int) -> Planned:
    """Give a plan that ends so many minutes later, or earlier where negative."""
    return replace(plan, ends_at=plan.ends_at + minutes * _MINUTE) if minutes else plan


def renumbered(plan: Planned, before: date, after: date) -> Planned:
    """Give a plan whose title names its day as counted from another first day.

    One that named another number stays: that was not the number of its day.
    """
    days = [(plan.starts_at.date() - first).days + 1 for first in (before, after)]
    if min(days) < 1:
        return plan
    old, number = days
    return replace(
        plan,
        title_en=_recounted(plan.title_en, old, number, _NUMBERED),
        title_km=_recounted(plan.title_km, old, number, _NUMBERED_KM),
    )


def with_fields(plan: Planned, given: Mapping[str, Any]) -> Planned:
    """Give a plan with other values in some of its fields."""
    return replace(plan, **given)


def _on(plan: Planned, day: date, number: int) -> Planned:
    later = moved(plan, (day - plan.starts_at.date()).days)
    if number < 1:
        return later
    return replace(
        later,
        title_en=_numbered(plan.title_en, number, _NUMBERED, "Day {n} – {title}"),
        title_km=_numbered(plan.title_km, number, _NUMBERED_KM, "ថ្ងៃទី{n} – {title}"),
    )


def _numbered(title: str, number: int, form: re.Pattern[str], otherwise: str) -> str:
    """Give a title with the number of its day, which takes the place of another one."""
    if not title:
        return ""
    said = str(number)
    found = form.match(title)
    if found is None:
        written = khmer_digits(said) if form is _NUMBERED_KM else said
        return otherwise.format(n=written, title=title)
    is_khmer = latin_digits(found[2]) != found[2]
    return found[1] + (khmer_digits(said) if is_khmer else said) + title[found.end() :]


def _recounted(title: str, old: int, number: int, form: re.Pattern[str]) -> str:
    found = form.match(title)
    is_so = found is not None and int(latin_digits(found[2])) == old
    return _numbered(title, number, form, "") if is_so else title


def _check_hours(starts_at: datetime, ends_at: datetime) -> None:
    for moment in (starts_at, ends_at):
        check_day(moment.date())
    if ends_at <= starts_at:
        raise Refusal("A session ends after it begins. Correct the hours.")
    if ends_at - starts_at > timedelta(hours=MOST_HOURS):
        raise Refusal(
            "A session lasts {most} hours at most. Correct the hours, or make one for each day.",
            most=MOST_HOURS,
        )


def _may_meet(one: str, other: str) -> bool:
    """Say whether the same person may be expected at two sessions."""
    kinds = {one.partition(":")[0], other.partition(":")[0]}
    # Two teams or two roles have nobody in common; a team and a role may.
    return "" in kinds or len(kinds) > 1 or comparison_key(one) == comparison_key(other)


def _kept_role(name: str) -> str:
    """Give a role as it is kept, where it is said by the word that people read for it."""
    key = comparison_key(name)
    for kept, word in ROLE_WORDS.items():
        if key in {comparison_key(in_language(word, one)) for one in LANGUAGES}:
            return kept
    return name


def _tidy(text: str) -> str:
    return " ".join(text.split())
