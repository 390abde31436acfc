"""How somebody came to stand so to a session: everything that happened, who did it and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.attendance.state_views import STATE_WORDS, told_reason
from bootcamp_app.features.attendance.views import RESULTS
from bootcamp_app.ui.attendance.who import STATES
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.words import clock_time, digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.features.attendance.state_views import Happening
    from bootcamp_app.ui.attendance.who import Standing
    from bootcamp_app.ui.desk import Desk

_METHODS = {
    "paper": N_("from the paper list"),
    "name": N_("found by name"),
    "closing": N_("when the session was closed"),
    "photo": N_("from a photo"),
    "camera": N_("by camera"),
}


class StandingDialog(Dialog):
    """Tells the history of one person at one session, the newest first."""

    def __init__(self, parent: QWidget | None, desk: Desk, one: Standing) -> None:
        self._events = column(gap=14)
        self.lines: list[Label] = []
        name, reason = Label(wraps=True), Label(tone="muted", wraps=True)
        name.show_data(" · ".join(filter(None, (one.person.name_km, one.person.name_en))))
        say(reason, lambda: one.reason)
        state = row(Pill(*STATES[one.state]), reason, gap=12)
        state.setStretch(1, 1)
        super().__init__(
            parent,
            N_("History at this session"),
            holding(column(name, state, self._events)),
            N_("Close"),
        )
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        desk.tasks.read(
            self,
            lambda: desk.app.states.history(one.session, one.person),
            self._show,
            key="happenings",
        )

    def _show(self, told: Sequence[Happening]) -> None:
        for one in told:
            line, small = Label(wraps=True), Label(size="small", tone="muted", wraps=True)
            say(line, partial(what, one))
            say(small, partial(by_whom, one))
            self.lines.append(line)
            self._events.addLayout(column(line, small, gap=0))
        if not told:
            self._events.addWidget(Label(N_("Nothing has happened here yet."), tone="muted"))


def what(one: Happening) -> str:
    """Say what happened, in words."""
    said = " · ".join(filter(None, (_happened(one), _how(one), told_reason(one.reason))))
    annulled = _("does not count any more")
    return f"{said} ({annulled})" if one.is_annulled else said


def by_whom(one: Happening) -> str:
    """Say when it was written down and by whom."""
    moment = one.written_at or one.at
    when = digits(f"{moment:%d.%m.%Y %H:%M}")
    return f"{when} · {one.who}" if one.who else when


def _happened(one: Happening) -> str:
    at = clock_time(one.at)
    if one.kind == "entry":
        words = _("Came late at {time}") if one.result == "late" else _("Came at {time}")
        return words.format(time=at)
    if one.kind == "exit":
        return _("Left at {time}").format(time=at)
    if one.kind == "refusal":
        return _("Scanned at {time}: {answer}").format(time=at, answer=_(RESULTS[one.result]))
    if one.kind == "state":
        return _("Set as: {state}").format(state=_(STATE_WORDS[one.state]))
    if one.kind == "closing":
        return _("The session was closed")
    if one.kind == "reopening":
        return _("The session was opened again")
    return _taken_back(one)


def _taken_back(one: Happening) -> str:
    if one.annuls is None:
        return _("Taken back")
    if one.annuls.kind == "annulment":
        return _("Done again")
    return _("Taken back: {what}").format(what=_happened(one.annuls))


def _how(one: Happening) -> str:
    if one.kind in ("entry", "exit", "state") and one.method in _METHODS:
        return _(_METHODS[one.method])
    return ""
