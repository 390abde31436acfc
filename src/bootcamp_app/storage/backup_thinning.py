"""Which copies stay as time goes on: like a grandfather clock, the older the fewer."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import closing, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bootcamp_app.storage.backup_names import BEFORE_RESTORE, BEFORE_UPDATE, BY_HAND
from bootcamp_app.storage.devices import NOWHERE
from bootcamp_app.storage.engines import connect, log_of
from bootcamp_app.storage.open_here import is_open_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from bootcamp_app.storage.backup_names import Kept

    Slot = Callable[[datetime], tuple[object, ...]]
    Steps = Sequence[tuple[timedelta, Slot]]

KEPT_LONGER = frozenset({BY_HAND, BEFORE_UPDATE, BEFORE_RESTORE})
ALWAYS = 3
"""So many of the newest copies stay, however little room there is."""


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
    by_hand = [one for one in copies if one.why in KEPT_LONGER]
    others = [one for one in copies if one.why not in KEPT_LONGER]
    longer = keep_of((one.at for one in by_hand), now, LONGER)
    usual = keep_of((one.at for one in others), now)
    stay = [one for one in by_hand if one.at in longer] + [one for one in others if one.at in usual]
    stay.sort(key=lambda one: one.at, reverse=True)
    return _within(stay, room)


def thin(copies: Sequence[Kept], now: datetime, room: int) -> None:
    """Delete the copies that do not stay; one that somebody works in is a copy no more."""
    stay = {one.path for one in staying(copies, now, room)}
    for one in copies:
        if one.path not in stay and not _is_worked_in(one.path):
            # One that is open elsewhere is deleted another day.
            with suppress(OSError):
                one.path.unlink()


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


def _within(copies: list[Kept], room: int) -> list[Kept]:
    """Leave out the oldest where all take more room, those first that nobody asked for."""
    over = sum(one.size for one in copies) - room
    gone = set()
    old = copies[ALWAYS:]
    for one in sorted(old, key=lambda one: (one.why in KEPT_LONGER, one.at)):
        if over <= 0:
            break
        gone.add(one.path)
        over -= one.size
    return [one for one in copies if one.path not in gone]
