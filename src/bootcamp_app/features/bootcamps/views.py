"""What others may see of bootcamps, and what this room announces."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bootcamp_app.core.i18n import N_, words

LOGOS = "logos"
"""What records of logos are called where one is taken back."""
MOST_LOGOS = 6
"""So many logos of a bootcamp stand on paper."""
ROLE_WORDS = {"participant": N_("Participant"), "facilitator": N_("Facilitator")}
"""Roles that are kept under a name of the program, and what people read for them."""


@dataclass(frozen=True)
class Bootcamp:
    """One event in one place."""

    id: str
    code: str
    title_en: str
    title_km: str
    venue: str
    province: str
    timezone: str
    starts_on: date
    ends_on: date
    certificate_percent: int
    asked_at_door: tuple[str, ...]
    certificate_day_percent: int = 0
    """The share of each day's counting sessions that a certificate asks for as well."""
    certificate_hours: int = 0
    """The least hours that a certificate asks for as well."""
    excused_counts: bool = False
    """Whether being excused is taken as having been there, for certificates."""
    programme_id: str = ""
    indicator_code: str = ""
    """The donor's indicator to which its people are reported."""

    @property
    def title(self) -> str:
        """The title in the language in use, or in the other where that one is missing."""
        return in_words(self.title_en, self.title_km)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the place."""
        return ZoneInfo(self.timezone)


@dataclass(frozen=True)
class Programme:
    """What a donor pays for: several bootcamps under one agreement."""

    id: str
    title_en: str
    title_km: str
    code: str
    """Under which the donor knows it."""
    donors: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title in the language in use, or in the other where that one is missing."""
        return in_words(self.title_en, self.title_km)


@dataclass(frozen=True)
class Session:
    """One stretch of time in which people are present or not; moments in local time."""

    id: str
    bootcamp_id: str
    title_en: str
    title_km: str
    starts_at: datetime
    ends_at: datetime
    opens_before: int
    late_after: int
    is_mandatory: bool
    counts: bool
    is_locked: bool
    facilitator: str = ""
    expects: str = ""
    """Who is expected: everybody where empty, else `role:…` or `team:…`."""
    canvases: tuple[str, ...] = ()
    """The templates that teams work on in it, by id."""

    @property
    def title(self) -> str:
        """The title in the language in use, or in the other where that one is missing."""
        return in_words(self.title_en, self.title_km)

    @property
    def opens_at(self) -> datetime:
        """When the door opens."""
        return self.starts_at - timedelta(minutes=self.opens_before)

    @property
    def late_from(self) -> datetime:
        """The last moment that is not late."""
        return self.starts_at + timedelta(minutes=self.late_after)

    @property
    def hours(self) -> float:
        """How long it lasts."""
        return (self.ends_at - self.starts_at) / timedelta(hours=1)


@dataclass(frozen=True)
class Logo:
    """The logo of a donor or partner, as PNG."""

    id: str
    bootcamp_id: str
    title: str
    png: bytes = field(repr=False)


@dataclass(frozen=True)
class LogosChanged:
    """A bootcamp has other logos now, in another order or under another title."""

    bootcamp_id: str


@dataclass(frozen=True)
class ProgrammesChanged:
    """There are other programmes now, or one says something else of itself."""


@dataclass(frozen=True)
class BootcampMade:
    """A bootcamp now exists."""

    bootcamp_id: str


@dataclass(frozen=True)
class SessionsChanged:
    """A bootcamp has other sessions now, or some of them are otherwise."""

    bootcamp_id: str


@dataclass(frozen=True)
class BootcampChanged:
    """A bootcamp has another title, place, other days or another rule for certificates."""

    bootcamp_id: str


@dataclass(frozen=True)
class Recorded:
    """What was recorded at a session and counts."""

    entries: int = 0
    """Entries, exits and states set by hand."""
    people: int = 0
    """How many people were present."""


def in_words(english: str, khmer: str) -> str:
    """Choose between two languages of one text, by the language in use."""
    return (khmer or english) if words.language == "km" else (english or khmer)
