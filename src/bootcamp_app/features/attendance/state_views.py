"""What others may see of states that are set by hand, of closing, and of paper lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import LANGUAGES, N_, _, in_language
from bootcamp_app.core.khmer import comparison_key

if TYPE_CHECKING:
    from datetime import datetime

    from bootcamp_app.features.people.views import Participant

STATES = ("present", "late", "excused", "absent")
STATE_WORDS = {
    "present": N_("present"),
    "late": N_("late"),
    "excused": N_("excused"),
    "absent": N_("absent"),
}
WHY_AWAY = (
    N_("sick"),
    N_("on mission"),
    N_("official duty elsewhere"),
    N_("family matter"),
    N_("ceremony or funeral"),
    N_("no transport"),
)
"""Usual reasons for not coming; what a person writes instead is kept as it is."""
WHY_HERE = (
    N_("signed the paper list"),
    N_("was here and was not scanned"),
    N_("came by another door"),
    N_("was marked by mistake"),
)
"""Usual reasons for counting as present after all."""
HAND, PAPER = "hand", "paper"


@dataclass(frozen=True)
class Mark:
    """How people are to stand to a session.

    `at` is when they came, the usual time where None; of who is away it says nothing.
    """

    state: str
    reason: str = ""
    at: datetime | None = None
    method: str = HAND
    code: str = ""
    """The code of the paper list that it was read from."""
    only_missing: bool = False
    """Leave alone whoever came or was excused by the time it is written."""


@dataclass(frozen=True)
class Marked:
    """What marking does, or did: to whom, and whom it leaves as they are and why."""

    mark: Mark
    people: tuple[Participant, ...] = ()
    already: tuple[Participant, ...] = ()
    """Who stands so already."""
    withdrawn: tuple[Participant, ...] = ()
    not_expected: tuple[Participant, ...] = ()
    act: str = ""
    """What takes it back; empty where nothing was done."""

    @property
    def results(self) -> list[tuple[str, Participant]]:
        """Everybody with one word: `marked`, `already`, `withdrawn` or `not_enrolled`."""
        groups = (
            ("marked", self.people),
            ("already", self.already),
            ("withdrawn", self.withdrawn),
            ("not_enrolled", self.not_expected),
        )
        return [(word, one) for word, people in groups for one in people]


@dataclass(frozen=True)
class Closing:
    """What closing a session does, or did."""

    present: int
    late: int
    excused: int
    absent: int
    """Who had been set absent before."""
    missing: tuple[Participant, ...] = ()
    """Who is expected and has no standing: they are marked absent."""
    act: str = ""

    @property
    def here(self) -> int:
        """How many came, in time or late."""
        return self.present + self.late


@dataclass(frozen=True)
class Happening:
    """One thing that happened to one person at one session, and who wrote it down."""

    event_id: str
    kind: str
    """As events have it; also `closing` and `reopening` of the session."""
    at: datetime
    state: str = ""
    reason: str = ""
    method: str = ""
    result: str = ""
    minutes_late: int = 0
    who: str = ""
    device: str = ""
    written_at: datetime | None = None
    is_annulled: bool = False
    annuls: Happening | None = field(default=None, repr=False)


@dataclass(frozen=True)
class StatesSet:
    """Some people stand otherwise to a session now."""

    session_id: str
    participation_ids: tuple[str, ...]


@dataclass(frozen=True)
class SessionClosed:
    """A session takes no scans any more; who had not come is absent."""

    session_id: str
    absent: int


@dataclass(frozen=True)
class SessionReopened:
    """A session takes scans again."""

    session_id: str


def kept_reason(text: str) -> str:
    """Give a reason as it is kept: a usual one, in whichever language, by its message."""
    tidy = " ".join(text.split())
    key = comparison_key(tidy)
    for message in (*WHY_AWAY, *WHY_HERE):
        if key in {comparison_key(in_language(message, language)) for language in LANGUAGES}:
            return message
    return tidy


def told_reason(kept: str) -> str:
    """Give a reason in the language in use where it is a usual one."""
    return _(kept) if kept in (*WHY_AWAY, *WHY_HERE) else kept
