"""What others may see of badges, and what this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant


@dataclass(frozen=True)
class Badge:
    """A code and whose it is."""

    code: str
    participant: Participant
    logos: str = ""
    """Which logos stand beside the name, in their order."""


@dataclass(frozen=True)
class BlankBadge:
    """A code that is nobody's as yet, for a badge that is written by hand at the door."""

    code: str


@dataclass(frozen=True)
class BadgeBound:
    """A blank badge is somebody's now; the code they had before answers as replaced."""

    participation_id: str


@dataclass(frozen=True)
class BadgeReplaced:
    """A participation has a new code; the old one answers as replaced from now on."""

    participation_id: str


@dataclass(frozen=True)
class BadgesPrinted:
    """Badges were put on paper; `again` is how many of them had been before."""

    number: int
    again: int


@dataclass(frozen=True)
class PrintedBadges:
    """A file of badges, every code of which was read back from its picture."""

    pages: int
    badges: int
