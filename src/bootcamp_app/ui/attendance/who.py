"""How one person stands to a session, as the list and the dialogs of the page show it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.state_views import told_reason
from bootcamp_app.ui.words import clock_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.attendance.views import Presence
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.features.people.views import Participant

STATES = {
    "present": (N_("here"), "good"),
    "late": (N_("late"), "warning"),
    "excused": (N_("excused"), "info"),
    "absent": (N_("absent"), "bad"),
    "missing": (N_("missing"), ""),
}
HERE = ("present", "late")
_PARTS = {"here": HERE, "missing": ("missing", "absent")}


@dataclass(frozen=True)
class Standing:
    """One person, and how they stand to the session."""

    person: Participant
    presence: Presence | None
    session: Session
    why: str = ""
    """The reason as it is kept."""

    @property
    def id(self) -> str:
        """What a table knows this line by, also when others come above it."""
        return self.person.participation_id

    @property
    def state(self) -> str:
        """One of STATES; who has no standing yet is missing."""
        return self.presence.state if self.presence else "missing"

    @property
    def reason(self) -> str:
        """Why, in the language in use where the reason is a usual one."""
        return told_reason(self.why)

    @property
    def time(self) -> str:
        """When somebody came."""
        if self.presence is None or self.state not in HERE:
            return ""
        return clock_time(self.presence.at.astimezone(self.session.starts_at.tzinfo))

    def is_in(self, part: str) -> bool:
        """Say whether somebody is of a part: `all`, `here`, `missing`, or one state."""
        return part == "all" or self.state in _PARTS.get(part, (part,))


def everybody(app: App, session: Session) -> list[Standing]:
    """Give all who are expected and all who came, by name; reads, so not in the window's thread."""
    return [
        Standing(one.participant, one.presence, session, one.reason)
        for one in app.states.everybody(session)
    ]


def tallied(people: Sequence[Standing]) -> dict[str, int]:
    """Give how many are of each part."""
    states = Counter(one.state for one in people)
    parts = {"all": tuple(STATES), "late": ("late",), "excused": ("excused",), **_PARTS}
    return {part: sum(states[state] for state in of) for part, of in parts.items()}
