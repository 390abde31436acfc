"""What is asked before many are marked: who, how they stand, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.attendance.marking import spaced_code
from bootcamp_app.features.attendance.state_views import STATE_WORDS, STATES
from bootcamp_app.features.attendance.views import PRESENT
from bootcamp_app.ui.attendance.marking_filter import ALL_MISSING, BY_ROWS, WAYS, values_of
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.words import clock_time, digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.attendance.marking import Sheet
    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.who import Standing


@dataclass(frozen=True)
class Wish:
    """What was filled in."""

    way: str
    state: str
    code: str = ""
    rows: str = ""
    value: str = ""
    time: str = ""
    reason: str = ""


class MarkingFields(Form):
    """Asks only for what the chosen way needs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._people: list[Standing] = []
        self._offered = ""
        self._which = ChoiceField([])
        self.way = self.add_choice("way", N_("Who"), list(WAYS.items()))
        self.code = self.add_text("code", N_("Number of the list"),
                                  hint=N_("At the foot of the paper."))  # fmt: skip
        self.rows = self.add_text("rows", N_("Row numbers"), hint=N_("Such as 1-14, 17."))
        self.add_own("value", N_("Which"), self._which, lambda: self._which.key)
        states = [(one, STATE_WORDS[one]) for one in STATES]
        self.state = self.add_choice("state", N_("How they stand"), states)
        self.add_text("time", N_("When they came"), clock_time(session.starts_at))
        hint = N_("Needed, as the session is closed.") if session.is_locked else ""
        self.reason = self.add_text("reason", N_("Reason"), hint=hint)
        self._which.changed.connect(self.changed)
        self.changed.connect(self._ask)
        self._ask()

    @property
    def wish(self) -> Wish:
        """What was filled in."""
        return Wish(**self.values())

    def know(self, people: Sequence[Standing], latest: Sheet | None) -> None:
        """Offer what these people have in common, and the list that was printed last."""
        self._people = list(people)
        self._offered = ""
        if latest is None:
            self.way.choose(ALL_MISSING)
        elif not self.code.text():
            self.code.setText(spaced_code(latest.code))
        self._ask()

    def _ask(self) -> None:
        way = self.way.key
        is_by_value = way not in (BY_ROWS, ALL_MISSING)
        for name in ("code", "rows"):
            self.show_field(name, is_shown=way == BY_ROWS)
        self.show_field("value", is_shown=is_by_value)
        self.show_field("time", is_shown=self.state.key in PRESENT)
        if is_by_value and self._offered != way:
            self._offered = way
            values = values_of(way, self._people)
            self._which.offer([(value, partial(_counted, value, n)) for value, n in values])


def _counted(value: str, number: int) -> str:
    return f"{value} · {digits(number)}"
