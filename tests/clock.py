"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class FakeClock:
    """Shows the time it was set to: 2 March 2026, eight in the morning in Phnom Penh."""

    def __init__(self, start: datetime = START) -> None:
        self.start = start
        self._now = start

    def now(self) -> datetime:
        """Give the moment that the test has come to."""
        return self._now

    def forward(self, *, minutes: float = 0, seconds: float = 0, days: float = 0) -> datetime:
        """Let time pass, or go back; give the new moment."""
        self._now += timedelta(days=days, minutes=minutes, seconds=seconds)
        return self._now
