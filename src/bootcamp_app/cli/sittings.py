"""A session in words: what closing it does, and an hour of its day."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import _, ngettext
from bootcamp_app.core.khmer import latin_digits

if TYPE_CHECKING:
    from bootcamp_app.features.attendance.state_views import Closing
    from bootcamp_app.features.bootcamps.views import Session

_HOUR = re.compile(r"(\d{1,2}):(\d{2})")


def is_hour(text: str) -> bool:
    """Say whether a text names a time of day and no day."""
    return _HOUR.fullmatch(latin_digits(text.strip())) is not None


def hour_at(text: str, session: Session) -> datetime:
    """Give the moment that a time of day means at a session, also where that spans midnight."""
    hours, minutes = map(int, latin_digits(text.strip()).split(":"))
    try:
        hour = time(hours, minutes, tzinfo=session.starts_at.tzinfo)
    except ValueError as mistake:
        raise Refusal("“{text}” is not a time. Write it as 08:15.", text=text) from mistake
    moment = datetime.combine(session.starts_at.date(), hour)
    after = moment + timedelta(days=1)
    return after if moment < session.opens_at and after <= session.ends_at else moment


def told_closing(done: Closing, *, is_dry_run: bool) -> str:
    """Say what closing a session does, or did, to how many."""
    here, excused, absent, n = done.here, done.excused, done.absent, len(done.missing)
    parts = [
        _("{n} present").format(n=here),
        _("{n} excused").format(n=excused),
    ]
    if absent:
        parts.append(_("{n} absent already").format(n=absent))
    if is_dry_run:
        last = _("{n} will be marked absent")
    else:
        last = ngettext("{n} was marked absent", "{n} were marked absent", n)
    said = ", ".join([*parts, last.format(n=n)])
    return f"{said}."
