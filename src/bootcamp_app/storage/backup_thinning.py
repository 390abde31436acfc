"""Which copies stay as time goes on: like a grandfather clock, the older the fewer."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from bootcamp_app.core.open_here import is_open_here
from bootcamp_app.storage.backup_names import (
    BEFORE_IMPORT,
    BEFORE_MERGE,
    BEFORE_RESTORE,
    BEFORE_UPDATE,
    BY_HAND,
    is_ahead,
    newest_first,
)
from bootcamp_app.storage.devices import NOWHERE
from bootcamp_app.storage.engines import connect, engine_errors, log_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bootcamp_app.storage.backup_names import Kept

    Slot = Callable[[datetime], tuple[object, ...]]
    Steps = Sequence[tuple[timedelta, Slot]]

KEPT_LONGER = frozenset({BY_HAND, BEFORE_UPDATE, BEFORE_IMPORT, BEFORE_MERGE, BEFORE_RESTORE})
ALWAYS = 3
"""So many of the newest copies stay, however little room there is."""
FEWEST = 5
"""Where so few copies are left, the newest stay, however old they are."""
AT_ONCE = 5
"""So many copies go at most each time because of their age: a mistake does not take them all."""
_LEAP = timedelta(days=14)
_BELIEVED_DAYS = 7
"""A clock that leaps so far is believed when there are copies of so many days after the leap."""


def _each(at: datetime) -> tuple[object, ...]:
    return (at,)


def _hour(at: datetime) -> tuple[object, ...]:
    return at.date(), at.hour


def _day(at: datetime) -> tuple[object, ...]:
    return (at.date(),)


def _week(at: datetime) -> tuple[object, ...]:
    # The weeks of a month, the last one longer: a week never lies in two months, so what stays
    # does not depend on how often it was thinned before.
    return at.year, at.month, min((at.day - 1) // 7, 3)


def _month(at: datetime) -> tuple[object, ...]:
    return at.year, at.month


GRANDFATHER: Steps = (
    (timedelta(hours=1), _each),
    (timedelta(days=1), _hour),
    (timedelta(days=14), _day),
    (timedelta(days=61), _week),
    (timedelta(days=731), _month),
)
"""Up to which age the newest copy of each slot stays; older ones go."""
_OLDEST = GRANDFATHER[-1][0]
LONGER: Steps = (
    (timedelta(days=30), _each),
    (timedelta(days=731), _day),
    (timedelta.max, _month),
)
MOST = 4 + 25 + 15 + 10 + 25
"""About so many copies stay of those that the program makes by itself."""


def keep_of(
    moments: Iterable[datetime], now: datetime, steps: Steps = GRANDFATHER
) -> set[datetime]:
    """Give the moments whose copies stay: the newest of all, and the newest of each slot."""
    every = sorted(set(moments))
    staying = set(every[-1:])
    for at in every:
        slot = next((slot for age, slot in steps if now - at <= age), None)
        if slot is not None and not _is_replaced(at, every, slot):
            staying.add(at)
    return staying


def staying(copies: Sequence[Kept], now: datetime, room: int) -> list[Kept]:
    """Give the copies that stay, newest first: by the clock, and within so many bytes of room."""
    by_age = _staying_by_age(copies, now)
    return _within([one for one in newest_first(copies, now) if one in by_age], now, room)


def thin(copies: Sequence[Kept], now: datetime, room: int) -> None:
    """Delete copies that do not stay; one that somebody works in is a copy no more.

    Those that are only too old go few at a time, the oldest first.
    """
    by_age = _staying_by_age(copies, now)
    too_old = sorted((one for one in copies if one not in by_age), key=lambda one: one.at)
    going = set(too_old[:AT_ONCE])
    left = [one for one in newest_first(copies, now) if one not in going]
    staying_now = set(_within(left, now, room))
    for one in copies:
        # One that is open elsewhere, is gone already or cannot be read is left for another day.
        if one not in staying_now:
            with suppress(OSError, engine_errors()):
                if not _is_worked_in(one.path):
                    one.path.unlink()


def _staying_by_age(copies: Sequence[Kept], now: datetime) -> set[Kept]:
    until = _measured_until({one.at for one in copies}, now)
    by_hand = [one for one in copies if one.why in KEPT_LONGER]
    others = [one for one in copies if one.why not in KEPT_LONGER]
    stay: set[Kept] = set()
    for some, steps in ((by_hand, LONGER), (others, GRANDFATHER)):
        for end in set(until.values()):
            at = keep_of((one.at for one in some if until[one.at] == end), end, steps)
            stay |= {one for one in some if until[one.at] == end and one.at in at}
    too_old = (one for one in newest_first(others, now) if until[one.at] - one.at > _OLDEST)
    return stay | set(islice(too_old, max(0, FEWEST - len(stay))))


def _measured_until(moments: Iterable[datetime], now: datetime) -> Mapping[datetime, datetime]:
    """Give, for each moment, until when its age is measured.

    That is now, or the last moment before a leap of the clock that may be a mistake: what a wrong
    year makes old in a moment is as young as before.
    """
    until = after = now
    days: set[date] = set()
    found = {}
    for at in sorted(set(moments), reverse=True):
        if at <= now:
            if after - at > _LEAP and len(days) < _BELIEVED_DAYS:
                until = at
            days.add(at.date())
            after = at
        found[at] = until
    return found


def _is_worked_in(copy: Path) -> bool:
    """Say whether a copy was opened as a workspace, and so became a device of its own."""
    if is_open_here(copy) or log_of(copy).exists():
        return True
    with closing(connect(copy, read_only=True)) as connection:
        try:
            found = connection.execute("SELECT home FROM local_device").fetchone()
        except connection.DatabaseError:
            return False
    return bool(found) and found[0] != NOWHERE


def _is_replaced(at: datetime, every: Sequence[datetime], slot: Slot) -> bool:
    """Say whether a newer moment lies in the same slot."""
    following = every[(after := bisect_right(every, at)) : after + 1]
    return bool(following) and slot(following[0]) == slot(at)


def _within(copies: list[Kept], now: datetime, room: int) -> list[Kept]:
    """Leave out the oldest where all take more room, those first that nobody asked for.

    What was made while the clock was ahead goes before them: nobody knows how old it is.
    """
    over = sum(one.size for one in copies) - room
    gone = set()
    old = copies[ALWAYS:]
    for one in sorted(
        old, key=lambda one: (one.why in KEPT_LONGER, not is_ahead(one.at, now), one.at)
    ):
        if over <= 0:
            break
        gone.add(one.path)
        over -= one.size
    return [one for one in copies if one.path not in gone]
