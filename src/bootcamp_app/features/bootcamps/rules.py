"""What a new bootcamp looks like. No database: values in, answer out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import khmer_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

    from bootcamp_app.features.bootcamps.views import Session

_HALF_DAYS = (("Morning", "ព្រឹក"), ("Afternoon", "រសៀល"))
HOURS = ((time(8, 30), time(11, 30)), (time(14, 0), time(17, 0)))
"""From when until when a morning and an afternoon last."""
EARLIEST, LATEST = 2000, 2200
"""Years that a bootcamp may lie in."""
LONGEST = 60
"""So many days a bootcamp has at most."""
_CODE_LETTERS = 3
_UNMISTAKABLE = "ABCDEFGHJKLMNPRSTUVWXYZ"


@dataclass(frozen=True)
class HalfDay:
    """A session as a new bootcamp has it."""

    title_en: str
    title_km: str
    starts_at: datetime
    ends_at: datetime


def half_days(
    first: date, days: int, zone: ZoneInfo, hours: Sequence[tuple[time, time]] = HOURS
) -> Iterator[HalfDay]:
    """Give a morning and an afternoon for each day."""
    for number in range(days):
        day = first + timedelta(days=number)
        for (english, khmer), (start, end) in zip(_HALF_DAYS, hours, strict=True):
            yield HalfDay(
                title_en=f"Day {number + 1} – {english}",
                title_km=f"ថ្ងៃទី{khmer_digits(str(number + 1))} – {khmer}",
                starts_at=datetime.combine(day, start, zone),
                ends_at=datetime.combine(day, end, zone),
            )


def event_code(name: str, year: int, bootcamp_id: str) -> str:
    """Give the short code that serials begin with, such as KMP26RT for Kampot in 2026.

    The last two letters follow from the id: Kampot and Kampong Cham share their consonants, and
    laptops that never met may both hold a bootcamp in one province and year.
    """
    letters = [char for char in name.upper() if char.isascii() and char.isalpha()]
    consonants = [char for char in letters if char not in "AEIOU"]
    chosen = consonants if len(consonants) >= _CODE_LETTERS else letters
    first, second = sha256(bootcamp_id.encode()).digest()[:2]
    ending = _UNMISTAKABLE[first % len(_UNMISTAKABLE)] + _UNMISTAKABLE[second % len(_UNMISTAKABLE)]
    return f"{''.join(chosen[:_CODE_LETTERS]) or 'BC'}{year % 100:02d}{ending}"


def title_of_file(name: str) -> str:
    """Give what a logo may be called after its file: ministry_of_planning.png → as words."""
    stem = name.rpartition(".")[0] or name
    return " ".join(stem.replace("_", " ").replace("-", " ").split())


def session_at(moment: datetime, sessions: Sequence[Session]) -> Session | None:
    """Give the session that a scan at this moment is meant for.

    The one whose door is open; else the next one of the same day; else the last that began.
    """
    if doors := open_at(moment, sessions):
        return doors[0]
    coming = [one for one in sessions if moment < one.opens_at]
    today = [
        one
        for one in coming
        if one.starts_at.date() == moment.astimezone(one.starts_at.tzinfo).date()
    ]
    begun = [one for one in sessions if one.ends_at < moment]
    return next(iter([*today, *begun[-1:], *coming]), None)


def open_at(moment: datetime, sessions: Sequence[Session]) -> list[Session]:
    """Give the sessions whose door is open, in their order; locked ones only where all are."""
    doors = [one for one in sessions if one.opens_at <= moment <= one.ends_at]
    return [one for one in doors if not one.is_locked] or doors


def last_begun(moment: datetime, sessions: Sequence[Session], *, is_locked: bool) -> Session | None:
    """Give the session that began last; of several, one that is locked or is not, as wanted."""
    latest = max((one.starts_at for one in sessions if one.starts_at <= moment), default=None)
    found = [one for one in sessions if one.starts_at == latest]
    return next((one for one in found if one.is_locked is is_locked), next(iter(found), None))
