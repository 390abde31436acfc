"""A quiet word that a session is over and not closed yet, or that it is closed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.features.attendance.state_views import SessionClosed, SessionReopened
from bootcamp_app.features.bootcamps.views import SessionsChanged
from bootcamp_app.storage.records import RecordsUndone
from bootcamp_app.ui.words import digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bootcamp_app.features.bootcamps.views import Session
    from bootcamp_app.ui.attendance.who import Standing
    from bootcamp_app.ui.kit.banner import Banner

_SESSIONS = "sessions"


class ClosingHint:
    """Speaks through a banner above the list; it never asks and never stands in the way."""

    def __init__(self, banner: Banner, act: Callable[[], object]) -> None:
        self._banner = banner
        self._act = banner.add_action(N_("Close the session…"), act)

    def show(self, session: Session, people: Sequence[Standing], now: datetime) -> None:
        """Say what there is to say about a session now; nothing while it goes on."""
        missing = sum(one.state == "missing" for one in people)
        if session.is_locked:
            text = N_("This session is closed. A state can still be changed, with a reason.")
            self._say(text, may_act=False)
        elif session.ends_at < now and people:
            self._say(partial(is_over, missing), may_act=True)
        else:
            self._banner.hide()

    def _say(self, text: str | Callable[[], str], *, may_act: bool) -> None:
        self._act.setVisible(may_act)
        self._banner.show_text(text, "info")


def is_over(missing: int) -> str:
    """Say that a session is over, and how many have no standing yet."""
    return ngettext(
        "The session is over. {n} person has no standing yet.",
        "The session is over. {n} people have no standing yet.",
        missing,
    ).format(n=digits(missing))


def concerns_sessions(fact: object) -> bool:
    """Say whether sessions have to be read anew after a fact."""
    if isinstance(fact, RecordsUndone):
        return any(table == _SESSIONS for table, _row_id in fact.rows)
    return isinstance(fact, (SessionClosed, SessionReopened, SessionsChanged))
