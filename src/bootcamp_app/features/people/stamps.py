"""When somebody registered, as forms and spreadsheets stamp it. No database."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from bootcamp_app.core.khmer import latin_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STAMP = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?",
    re.IGNORECASE,
)
_MONTHS, _NOON, _TWO_DIGITS = 12, 12, 100


def moment_of(text: str, zone: tzinfo = UTC, *, month_first: bool = False) -> datetime | None:
    """Give the moment of a time stamp; None where it is not written as one.

    A stamp that names no zone of its own is of `zone`; `month_first`: 3/31/2026 18:20:59.
    """
    bare = latin_digits(text).strip()
    try:
        moment = _stamped(bare, month_first=month_first) or datetime.fromisoformat(bare)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def is_month_first(texts: Iterable[str]) -> bool:
    """Say whether the stamps of one column stand month first, as Google writes them.

    A day over 12 decides; then which reading is in order of time; then missing zeros.
    """
    found = [match for text in texts if (match := _STAMP.match(latin_digits(text).strip()))]
    pairs = [(int(match[1]), int(match[2])) for match in found]
    if any(first > _MONTHS for first, _ in pairs):
        return False
    if any(second > _MONTHS for _, second in pairs):
        return True
    by_month = _is_rising([(int(one[3]), int(one[1]), int(one[2])) for one in found])
    by_day = _is_rising([(int(one[3]), int(one[2]), int(one[1])) for one in found])
    if by_month != by_day:
        return by_month
    return any(len(part) == 1 for one in found for part in one.group(1, 2, 4))


def _is_rising(days: Sequence[tuple[int, int, int]]) -> bool:
    return list(days) == sorted(days)


def _stamped(text: str, *, month_first: bool) -> datetime | None:
    match = _STAMP.fullmatch(text)
    if match is None:
        return None
    first, second, year, hour, minute, seconds = (int(part or 0) for part in match.groups()[:6])
    month, day = (first, second) if month_first else (second, first)
    if half := match[7]:
        hour = hour % _NOON + (_NOON if half in "pP" else 0)
    year += 2000 if year < _TWO_DIGITS else 0
    return datetime(year, month, day, hour, minute, seconds)  # noqa: DTZ001 - its zone comes after
