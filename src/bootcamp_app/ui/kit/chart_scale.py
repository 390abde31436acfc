"""Where the lines of a chart stand: round numbers, and round times of day."""

from __future__ import annotations

from datetime import datetime, timedelta

_LINES = 4
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000)
_MINUTES = (5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440)


def ticks(most: int) -> list[int]:
    """Give round numbers from 0 to the first one that holds the most."""
    step = next((step for step in _STEPS if step * _LINES >= most), -(-most // _LINES))
    return list(range(0, most + step, step))[: -(-most // step) + 1]


def times_between(first: datetime, last: datetime, most: int) -> list[datetime]:
    """Give round times of day from first to last, at most so many."""
    minutes = next(
        (some for some in _MINUTES if (last - first) / timedelta(minutes=some) <= most - 1),
        _MINUTES[-1],
    )
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
    step = timedelta(minutes=minutes)
    moment = midnight + step * -(-(first - midnight) // step)
    found = []
    while moment <= last:
        found.append(moment)
        moment += step
    return found
