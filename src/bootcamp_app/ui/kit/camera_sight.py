"""What the camera has in view: which codes are new, and whether a lamp would help. No clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

OUT_OF_VIEW = 1.5
"""Seconds that a code must have been out of view before it may count again."""
AGAIN = 3.0
"""Seconds that must have passed since it counted last."""
_FORGOTTEN = 60.0
DARK = 48.0
"""The mean brightness, of 255, below which a lamp would help."""
_PATIENCE = 2.0


@dataclass
class _Sighting:
    """When a code counted, and since when it is out of view; None while it is in view."""

    counted: float
    gone: float | None = None


class InView:
    """Remembers which codes are in front of the camera."""

    def __init__(self) -> None:
        self._known: dict[str, _Sighting] = {}

    def see(self, codes: Iterable[str], now: float) -> list[str]:
        """Give those codes of a frame that count; `now` in seconds."""
        seen = dict.fromkeys(codes)
        for code, sighting in list(self._known.items()):
            if code not in seen:
                # Counted from frames without it: a camera that stood still saw nothing leave.
                sighting.gone = now if sighting.gone is None else sighting.gone
                if now - sighting.gone > _FORGOTTEN:
                    del self._known[code]
        return [code for code in seen if self._counts(code, now)]

    def _counts(self, code: str, now: float) -> bool:
        sighting = self._known.setdefault(code, _Sighting(float("-inf"), float("-inf")))
        gone, sighting.gone = sighting.gone, None
        if gone is None or now - gone < OUT_OF_VIEW or now - sighting.counted < AGAIN:
            return False
        sighting.counted = now
        return True


class Light:
    """Says when a lamp would help: dark for some time, and nothing read meanwhile."""

    def __init__(self) -> None:
        self._since: float | None = None

    def is_missing(self, brightness: float, *, has_read: bool, now: float) -> bool:
        """Say whether it is too dark; `brightness` is the mean of a frame, `now` in seconds."""
        if brightness >= DARK or has_read:
            self._since = None
            return False
        self._since = now if self._since is None else self._since
        return now - self._since >= _PATIENCE
