"""What others may see of people, and what this room announces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.core.i18n import N_, words

if TYPE_CHECKING:
    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.features.people.nominees import Nominee

SEXES = ("female", "male", "other", "not_stated")
STATUSES = ("nominated", "confirmed", "withdrawn", "substituted")
GONE = ("withdrawn", "substituted")
ORGANISATION_KINDS = (
    "national_government",
    "subnational_government",
    "cso",
    "community",
    "private",
    "academia",
    "development_partner",
    "media",
    "other",
)
KIND_WORDS = {
    "national_government": N_("national government"),
    "subnational_government": N_("subnational government"),
    "cso": N_("civil society organisation"),
    "community": N_("community group"),
    "private": N_("private sector"),
    "academia": N_("university or school"),
    "development_partner": N_("development partner"),
    "media": N_("press and media"),
    "other": N_("other"),
}
"""What the kinds of organisations mean."""
SECTORS = ("government", "civil_society", "other", "not_stated")
WORDS = {
    "female": N_("female"),
    "male": N_("male"),
    "other": N_("other"),
    "not_stated": N_("not stated"),
    "government": N_("government"),
    "civil_society": N_("civil society"),
    "nominated": N_("nominated"),
    "confirmed": N_("confirmed"),
    "withdrawn": N_("withdrawn"),
    "substituted": N_("substituted"),
}


@dataclass(frozen=True)
class Participant:
    """A person as they take part in one bootcamp."""

    person_id: str
    participation_id: str
    bootcamp_id: str
    name_km: str
    name_en: str
    sex: str
    organisation_km: str
    organisation_en: str
    position: str
    sector: str
    province: str
    phone: str
    status: str
    is_walk_in: bool
    role: str = ""
    organisation_kind: str = ""
    district: str = ""
    birth_year: int | None = None
    email: str = ""
    note: str = ""
    disability: str = ""
    team: str = ""

    @property
    def is_expected(self) -> bool:
        """Whether the person may still come: neither withdrawn nor substituted."""
        return self.status not in GONE

    @property
    def organisation(self) -> str:
        """The organisation's name in the language in use, or in the other."""
        first, second = self.organisation_en, self.organisation_km
        return (second or first) if words.language == "km" else (first or second)

    @property
    def name(self) -> str:
        """The name in the script of the language in use, or in the other."""
        first, second = self.name_en, self.name_km
        return (second or first) if words.language == "km" else (first or second)


@dataclass(frozen=True)
class Arrival:
    """Who stands at the door: somebody new, or somebody known whom `person_id` means.

    Of somebody of this bootcamp already, only what the nominee answers is written.
    """

    nominee: Nominee
    person_id: str = ""
    in_place_of: Participant | None = None
    blank_badge: str = ""
    """The code of a blank badge that they get; a new code is made where none was scanned."""


@dataclass(frozen=True)
class Organisation:
    """Whom people come from, and how many people that is, in all bootcamps."""

    id: str
    name_en: str
    name_km: str
    kind: str
    province: str
    people: int = 0

    @property
    def name(self) -> str:
        """The name in the language in use, or in the other."""
        first, second = self.name_en, self.name_km
        return (second or first) if words.language == "km" else (first or second)


@dataclass(frozen=True)
class Rejected:
    """A row that was not taken in, and why."""

    row: int
    column: str
    value: str
    reason: Sentence


@dataclass(frozen=True)
class Doubt:
    """What one cell of a row that was taken in says and nobody could read: it is left empty."""

    row: int
    column: str
    value: str
    reason: Sentence


class PossibleDuplicate(NamedTuple):
    """A row taken in as a new person who may be one already known."""

    row: int
    person_id: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What becomes of one row of a list.

    `kind` is new, known (of another bootcamp), changed, same, possible (taken in as new, but may
    be `person_id`, as `why` says), left_out or rejected. `changes` are (field, old, new).
    """

    row: int
    kind: str
    names: tuple[str, str] = ("", "")
    person_id: str | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    why: Sentence | None = None


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or would do."""

    rows: int
    created: int
    updated: int
    unchanged: int
    possible_duplicates: list[PossibleDuplicate]
    rejected: list[Rejected]
    mapping: dict[str, str | None]
    outcomes: list[RowOutcome] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True)
class PeopleImported:
    """A list of people was taken in."""

    bootcamp_id: str
    participation_ids: list[str] = field(repr=False)


@dataclass(frozen=True)
class PersonAdded:
    """A person was added by hand."""

    person_id: str
    participation_id: str


@dataclass(frozen=True)
class PersonChanged:
    """Something about a person or their participation is different now."""

    person_id: str


@dataclass(frozen=True)
class PeopleMerged:
    """Two people were found to be one; the other is no longer in any list."""

    person_id: str
    other_id: str


@dataclass(frozen=True)
class PeopleToldApart:
    """Somebody said that two people are two."""

    person_id: str
    other_id: str


@dataclass(frozen=True)
class PeopleSettled:
    """What other laptops wrote about somebody who was merged is the kept person's now."""


@dataclass(frozen=True)
class OrganisationChanged:
    """An organisation has another name, kind or province now."""

    organisation_id: str


@dataclass(frozen=True)
class OrganisationsMerged:
    """Two organisations were found to be one; the other is no longer in any list."""

    organisation_id: str
    other_id: str


@dataclass(frozen=True)
class FiltersChanged:
    """The saved filters of a bootcamp are others now."""

    bootcamp_id: str


@dataclass(frozen=True)
class ManyChanged:
    """The same was written of several people at once, in one act."""

    bootcamp_id: str
    participation_ids: list[str] = field(repr=False)
