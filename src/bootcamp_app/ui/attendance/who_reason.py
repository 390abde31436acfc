"""Why somebody is excused, or stands otherwise after the session was closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _, ngettext
from bootcamp_app.features.attendance.state_views import STATE_WORDS, WHY_AWAY, WHY_HERE
from bootcamp_app.features.attendance.views import PRESENT
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.attendance.who import Standing

_OWN = "own"


class ReasonFields(Form):
    """Offers usual reasons, and a line for any other."""

    def __init__(self, offered: Sequence[str], label: str) -> None:
        super().__init__()
        choices = [*((one, one) for one in offered), (_OWN, N_("another reason"))]
        self.add_choice("usual", label, choices)
        self.add_text("own", N_("In your own words"))
        self.changed.connect(self._offer)
        self._offer()

    @property
    def reason(self) -> str:
        """The reason that was chosen or written."""
        values = self.values()
        return str(values["own"]).strip() if values["usual"] == _OWN else str(values["usual"])

    def _offer(self) -> None:
        self.show_field("own", is_shown=self.values()["usual"] == _OWN)


class ReasonDialog(Dialog):
    """Asks why some people are to stand so, and hands the reason on."""

    def __init__(
        self,
        parent: QWidget | None,
        state: str,
        people: Sequence[Standing],
        then: Callable[[str], object],
    ) -> None:
        offered = WHY_HERE if state in PRESENT else WHY_AWAY
        self.form = ReasonFields(offered, N_("Reason"))
        self._then = then
        number = len(people)
        who = (
            people[0].person.name
            if number == 1
            else lambda: ngettext("{n} person", "{n} people", number).format(n=digits(number))
        )
        told = Label(N_("The reason is kept, with your name and the time."), tone="muted",
                     wraps=True)  # fmt: skip
        super().__init__(
            parent,
            partial(_title, state, who),
            holding(column(told, self.form)),
            N_("Set"),
        )
        self.confirmed.connect(self._confirm)

    def _confirm(self) -> None:
        if not self.form.reason:
            self.form.refuse("own", N_("Write the reason, in a few words."))
            self.form.field("own").setFocus()
            return
        self.accept()
        self._then(self.form.reason)


def _title(state: str, who: str | Callable[[], str]) -> str:
    said = who() if callable(who) else who
    return f"{said} · {_(STATE_WORDS[state])}"
