"""When something on paper was made, to the day: made twice on it, it is the same to the byte."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp


def on_day(day: date, bootcamp: Bootcamp) -> datetime:
    """Give the noon of a day at the place of a bootcamp."""
    return datetime.combine(day, time(12), bootcamp.zone)


def today(clock: Clock, bootcamp: Bootcamp) -> datetime:
    """Give the noon of today at the place of a bootcamp."""
    return on_day(clock.now().astimezone(bootcamp.zone).date(), bootcamp)
