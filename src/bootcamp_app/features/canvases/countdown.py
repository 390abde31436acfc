"""A countdown by the clock on the wall: values in, answer out.

It knows when it ends and not how often it was asked, so a laptop that slept is right at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil

FIVE_LEFT, ONE_LEFT, OVER = "five", "one", "over"
_MARKS = {FIVE_LEFT: 300, ONE_LEFT: 60, OVER: 0}
"""What is heard, and with so many seconds left."""
MOST_MINUTES = 600


@dataclass(frozen=True)
class Countdown:
    """So much time from a start; while it is paused, `ends_at` is none and `rest` is kept."""

    whole: timedelta
    ends_at: datetime | None
    rest: timedelta = timedelta()

    @property
    def is_paused(self) -> bool:
        """Whether it stands still."""
        return self.ends_at is None

    def left(self, now: datetime) -> timedelta:
        """Give how much is left at a moment; never less than nothing."""
        rest = self.rest if self.ends_at is None else self.ends_at - now
        return max(rest, timedelta())

    def seconds(self, now: datetime) -> int:
        """Give the whole seconds that a clock shows: it says 0 only when it is over."""
        return ceil(self.left(now).total_seconds())

    def is_over(self, now: datetime) -> bool:
        """Say whether nothing is left."""
        return not self.left(now)

    def paused(self, now: datetime) -> Countdown:
        """Give it standing still."""
        return self if self.is_paused else replace(self, ends_at=None, rest=self.left(now))

    def resumed(self, now: datetime) -> Countdown:
        """Give it going on."""
        return replace(self, ends_at=now + self.rest) if self.is_paused else self

    def lengthened(self, minutes: int, now: datetime) -> Countdown:
        """Give it with so many minutes more; what was over begins again from now."""
        more = timedelta(minutes=minutes)
        room = timedelta(minutes=MOST_MINUTES) - self.left(now)
        more = min(more, max(room, timedelta()))
        if self.ends_at is None:
            return replace(self, whole=self.whole + more, rest=self.rest + more)
        return replace(self, whole=self.whole + more, ends_at=max(self.ends_at, now) + more)

    def meaning(self, now: datetime) -> str:
        """Give how near the end is: nothing, `warning` from five minutes or a fifth, `bad` over."""
        if self.is_over(now):
            return "bad"
        near = min(timedelta(seconds=_MARKS[FIVE_LEFT]), self.whole / 5)
        return "warning" if self.left(now) <= near else ""


def begun(minutes: int, now: datetime) -> Countdown:
    """Give a countdown of so many minutes from now."""
    whole = timedelta(minutes=min(max(minutes, 1), MOST_MINUTES))
    return Countdown(whole, now + whole)


def passed(countdown: Countdown, before: int, after: int) -> str:
    """Give what is to be heard between two numbers of seconds left; the last mark counts.

    Five minutes are not told of a countdown that is hardly longer.
    """
    heard = ""
    for name, seconds in _MARKS.items():
        is_long = countdown.whole.total_seconds() > seconds * 1.2
        if is_long and after <= seconds < before:
            heard = name
    return heard


def as_text(countdown: Countdown) -> str:
    """Give a countdown as a text that can be kept."""
    ends = countdown.ends_at.isoformat() if countdown.ends_at else ""
    return f"{countdown.whole.total_seconds()} {countdown.rest.total_seconds()} {ends}"


def from_text(text: str, now: datetime) -> Countdown | None:
    """Give the countdown that was kept; none where it was over or the text says none."""
    try:
        whole, rest, *ends = text.split()
        kept = Countdown(
            timedelta(seconds=float(whole)),
            datetime.fromisoformat(ends[0]) if ends else None,
            timedelta(seconds=float(rest)),
        )
        return None if kept.is_over(now) else kept
    except (ValueError, TypeError, OverflowError):
        return None
