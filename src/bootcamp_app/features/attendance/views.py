"""What others may see of attendance, and what this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.badges.rules import canvas_code_in

if TYPE_CHECKING:
    from bootcamp_app.features.people.views import Participant

RESULTS = {
    "recorded": N_("Checked in."),
    "late": N_("Checked in, late."),
    "duplicate": N_("Already checked in. The first time counts."),
    "malformed": N_("This is not a badge. Scan again, or find the person by name."),
    "unknown": N_("This code is not on the list of this bootcamp. Open People to add the person."),
    "replaced_badge": N_("This badge was replaced. Ask for the new one."),
    "ambiguous": N_("Two people have this code. Find the person by name and give a new badge."),
    "withdrawn": N_("This person has withdrawn. Open People to take them back in."),
    "not_approved": N_("This person is not confirmed yet. Open People to confirm them."),
    "not_enrolled": N_(
        "This person is not expected in this session. Choose another session, or open People to "
        "change the team or role."
    ),
    "not_open": N_("The session is not open yet."),
    "closed": N_("The session is over."),
    "locked": N_("The session is closed. Open it again in the list, or set there who was here."),
    "needs_answer": N_("Ask the open questions first. Then the person is checked in."),
}
"""Every result of a scan, and what it means for the person at the desk."""

BLANK = N_("This badge is blank as yet. Bind it to a person, then scan it again.")
"""What to say where the unknown code is one of the stock of blank badges."""

OF_CANVAS = N_(
    "This code is of a canvas, not of a badge. Scan a badge, or find the person by name."
)
"""What to say where the code stands in the corner of a printed canvas."""

SUBSTITUTED = N_("Substituted by {name}, who came in their place. Ask for that colleague's badge.")
"""What to say of somebody in whose place a colleague came."""

ACCEPTED = ("recorded", "late")
PRESENT = ("present", "late")
CLOSING = "closing"
"""The method of a state that closing a session set, because nothing else was known."""


@dataclass(frozen=True)
class Scan:
    """What came of one code."""

    code: str
    result: str
    at: datetime
    event_id: str
    participant: Participant | None = None
    first_at: datetime | None = None
    minutes_late: int = 0
    questions: tuple[str, ...] = ()
    is_exit: bool = False
    is_blank: bool = False
    is_echo: bool = False
    """Whether it is a duplicate only because the scanner fired twice: nothing to be alarmed at."""
    instead: Participant | None = None
    """The colleague who came in place of somebody who was substituted."""
    session_id: str = ""
    """The session at which it was judged."""

    @property
    def told(self) -> Sentence:
        """What came of it and what to do, with the name of a colleague who came instead."""
        if self.instead is not None:
            return Sentence(SUBSTITUTED, name=self.instead.name)
        return Sentence(self.sentence)

    @property
    def sentence(self) -> str:
        """What came of it and what to do, as a message to translate."""
        if self.is_of_canvas:
            return OF_CANVAS
        return BLANK if self.is_blank else RESULTS[self.result]

    @property
    def is_of_canvas(self) -> bool:
        """Whether the code stands in the corner of a canvas, so that it is no badge."""
        return self.result == "malformed" and bool(canvas_code_in(self.code))

    @property
    def is_accepted(self) -> bool:
        """Whether the person counts as present by this scan or an earlier one."""
        return self.result in (*ACCEPTED, "duplicate")


@dataclass(frozen=True)
class Kept:
    """A scan as it is kept: an entry, an exit or a refusal; the moment in local time."""

    event_id: str
    at: datetime
    result: str
    participant: Participant | None
    is_annulled: bool = False
    is_exit: bool = False
    minutes_late: int = 0
    kind: str = ""
    """`entry`, `exit` or `refusal`."""
    code: str = ""
    """What was read, whether or not it is a badge."""


@dataclass(frozen=True)
class Event:
    """Something that happened at the door, as it is kept."""

    id: str
    kind: str
    session_id: str
    participation_id: str
    at: datetime
    state: str = ""
    minutes_late: int = 0
    annuls: str | None = None
    method: str = ""

    @property
    def fills_a_gap(self) -> bool:
        """Whether it says only what nothing else says: that nobody came before closing."""
        return self.method == CLOSING


@dataclass(frozen=True)
class Presence:
    """How one person stands to one session: present, late, excused or absent, and since when."""

    participation_id: str
    session_id: str
    state: str
    at: datetime
    event_id: str
    minutes_late: int = 0
    is_inside: bool = False

    @property
    def is_present(self) -> bool:
        """Whether the person was there, in time or late."""
        return self.state in PRESENT


@dataclass(frozen=True)
class Counts:
    """How many people a session has; `by` groups those who are present.

    Present includes late. Absent are those registered who are neither present nor excused.
    """

    registered: int
    present: int
    late: int
    excused: int
    absent: int
    inside: int
    walk_ins: int
    by: dict[str, dict[str, int]]


@dataclass(frozen=True)
class ScanRecorded:
    """A scan was judged and is durable."""

    scan: Scan
    session_id: str


@dataclass(frozen=True)
class ScanAnnulled:
    """An entry no longer counts."""

    event_id: str
    session_id: str


@dataclass(frozen=True)
class WalkedIn:
    """Somebody was registered at the door, or taken who was known, and judged as a scan is."""

    participant: Participant
    scan: Scan
    act: str
    """What takes all of it back: person, badge and presence."""
    is_new: bool = True
