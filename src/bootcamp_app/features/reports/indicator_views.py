"""Figures for donors: people once and as often as they took part, told apart by what they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_STATED = "not_stated"
DIMENSIONS = {
    "sex": N_("Sex"),
    "age": N_("Age"),
    "sector": N_("Sector"),
    "organisation_kind": N_("Kind of organisation"),
    "province": N_("Province of origin"),
    "venue_province": N_("Province of the bootcamp"),
    "disability": N_("Disability"),
    "new": N_("New or returning"),
    "completed": N_("Completed or not"),
}
"""By what people are told apart; messages of the catalogue."""
TITLES = {
    **DIMENSIONS,
    "programme": N_("Programme"),
    "bootcamp": N_("Bootcamp"),
    "month": N_("Month"),
    "session": N_("Session"),
}
"""What figures are told apart by, of one dimension; crossed ones are named by two of these."""
MEASURES = {
    "people": N_("Unique people"),
    "participations": N_("Participations"),
    "person_days": N_("Person-days"),
    "person_hours": N_("Person-hours"),
}
"""What is counted: each person once, each person once a bootcamp, days and hours attended."""


@dataclass(frozen=True)
class Scope:
    """What is counted: these bootcamps, or all of a programme, or all; sessions of these days.

    Days are local and both ends count.
    """

    bootcamps: tuple[str, ...] = ()
    programme: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class TookPart:
    """A person who was at one session or more of a bootcamp within the scope; no name."""

    person_id: str
    participation_id: str
    bootcamp_id: str
    traits: Mapping[str, str] = field(hash=False)
    """Their value in each of DIMENSIONS, `not_stated` where nobody knows."""
    days: int
    hours: float
    sessions: frozenset[str]
    """The ids of the sessions at which they were."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The four measures of one group of people."""

    people: int = 0
    participations: int = 0
    person_days: int = 0
    person_hours: float = 0.0


SMALL = "small"
"""Why a group is hidden: fewer than 5 people are in it."""
PROTECTS = "protects"
"""Why a group is hidden: another that is small could be worked out with it."""


@dataclass(frozen=True)
class Figure:
    """One line of figures: a group and its tally; None where it is hidden.

    `key` names it in every language: `all`, `sex=female`, `bootcamp=<id>`, `session=<id>`,
    `month=2026-03`, `sector=government&sex=female`.
    """

    key: str
    tally: Tally | None
    hidden: str = ""
    """Why it is hidden, SMALL or PROTECTS; nothing where it is shown."""


@dataclass(frozen=True)
class Breakdown:
    """The figures of one dimension, or of two crossed; in the order in which people read them.

    The tallies of its figures add up to that of all, but for people who are in several groups of
    a dimension that is of the bootcamp and not of the person, as `overlaps` says.
    """

    id: str
    """`sex`, `sector&sex`, `bootcamp`, `session`."""
    figures: tuple[Figure, ...]
    overlaps: bool = False


@dataclass(frozen=True)
class Indicators:
    """All figures of a scope at one moment."""

    scope: Scope
    counted_at: datetime
    total: Tally
    breakdowns: tuple[Breakdown, ...]
    is_public: bool = False
    """Whether small groups are hidden."""

    def is_more(self, breakdown: Breakdown) -> bool:
        """Say whether its people add up to more than all: some are in several of its groups.

        Where a group is hidden it may be so.
        """
        people = [one.tally.people if one.tally else None for one in breakdown.figures]
        known = sum(number for number in people if number)
        return breakdown.overlaps and (None in people or known > self.total.people)

    def breakdown(self, key: str) -> Breakdown:
        """Give one breakdown by its id."""
        return next(one for one in self.breakdowns if one.id == key)


@dataclass(frozen=True)
class Behind:
    """Whom a figure was counted from, and by which rule, in the language in use."""

    figure: Figure
    title: str
    rule: tuple[str, ...]
    people: tuple[TookPart, ...]
    """Each of the people once, at the bootcamp by which they are described."""
    participations: tuple[TookPart, ...] = ()
    """Everybody once a bootcamp."""


@dataclass(frozen=True)
class Snapshot:
    """Figures that were frozen, with what proves that they were not changed."""

    id: str
    title: str
    made_at: datetime
    who: str
    indicators: Indicators
    evidence: tuple[tuple[str, str], ...]
    """(person id, participation id) of everybody counted."""
    checksum: str
    is_intact: bool


@dataclass(frozen=True)
class Difference:
    """A figure that is otherwise now than it was when it was frozen."""

    key: str
    then: Tally | None
    now: Tally | None


@dataclass(frozen=True)
class Compared:
    """What is different today, figure by figure, and who came into the count or left it."""

    snapshot: Snapshot
    now: Indicators
    differences: tuple[Difference, ...]
    came: tuple[tuple[str, str], ...]
    """(person id, participation id) that are counted now and were not then."""
    left: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FiguresFrozen:
    """Figures were kept as they were."""

    snapshot_id: str
