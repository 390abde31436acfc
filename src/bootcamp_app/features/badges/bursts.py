"""Telling a scanner that types from a person who types, by the rhythm of the keys. No window.

A burst is eight keys or more with a median gap of 35 ms at most. It ends with Enter, Tab or 120 ms
of silence. People leave 70 ms and more between two keys. All times are milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from bootcamp_app.features.badges.rules import LENGTH, canvas_code_in, is_code, read_code

if TYPE_CHECKING:
    from collections.abc import Sequence

SILENCE = 120
"""After so long without a key, a burst is over."""
CLOSE = 45
"""A key that comes so soon after another one may be a scanner's; people are slower."""
FEWEST = 8
_RAPID = 35
_LIKELY = 4
_STUMBLES = 8  # keys, of which one may come late
_REMEMBERED = 64


@dataclass(frozen=True)
class Stroke:
    """One key: when it was pressed, what it types, and the digit of its place on a US keyboard."""

    at: int
    text: str
    digit: str = ""


@dataclass(frozen=True)
class Burst:
    """What a scanner typed; the code is empty where it was no badge."""

    strokes: tuple[Stroke, ...]
    code: str = ""

    @property
    def text(self) -> str:
        """What came of it under the active layout; of a canvas's code, its digits."""
        written = "".join(one.text for one in self.strokes)
        pressed = "".join(one.digit for one in self.strokes)
        return canvas_code_in(written) or canvas_code_in(pressed) or written


@dataclass(frozen=True)
class Heard:
    """What to do with a key that was just pressed, and with those before it."""

    is_held: bool
    """Keep the key from the window as yet."""
    let_go: int = 0
    """First let the window have so many keys that were held: a person typed them."""
    taken_back: int = 0
    """Take the last so many keys that the window had already out again, and hold them as well."""


@dataclass(frozen=True)
class Ending:
    """What came of the keys since the last silence."""

    burst: Burst | None = None
    let_go: int = 0
    """So many keys that were held were typed by a person, and the others are the burst."""
    taken_back: int = 0
    """So many of the last keys that the window had already belong to the burst."""


class Rhythm:
    """Hears the keys one after the other, and says which of them the window may have.

    A key after a pause goes on at once. One that follows closely is held until it is clear whether
    more come as closely; from the fourth on all are held until the silence.
    """

    def __init__(self) -> None:
        self._strokes: list[Stroke] = []
        self._held = 0

    @property
    def is_listening(self) -> bool:
        """Whether keys were pressed since the last silence."""
        return bool(self._strokes)

    @property
    def patience(self) -> int:
        """So long to wait for the next key before `waited` is asked."""
        return CLOSE if self._held and not self.is_likely else SILENCE

    @property
    def is_likely(self) -> bool:
        """Whether the keys that are held look like the beginning of a burst."""
        held = self._strokes[len(self._strokes) - self._held :]
        return self._held >= _LIKELY and _is_rapid(held[-FEWEST:])

    def is_over(self, at: int) -> bool:
        """Whether a key of this moment comes after the silence, so that `end` comes first."""
        return self.is_listening and not 0 <= at - self._strokes[-1].at <= SILENCE

    def hear(self, stroke: Stroke, *, may_pass: bool) -> Heard:
        """Say what to do with a key; one that could not be taken back may not pass at once."""
        is_close = self.is_listening and stroke.at - self._strokes[-1].at <= CLOSE
        let_go = 0 if is_close or self.is_likely else self._let_all_go()
        self._strokes.append(stroke)
        if may_pass and not is_close and not self._held:
            del self._strokes[:-_REMEMBERED]
            return Heard(is_held=False, let_go=let_go)
        self._held += 1
        first = _first_of_the_close(self._strokes)
        back = len(self._strokes) - self._held - first
        if len(self._strokes) - first < _LIKELY or back < 0:
            back = 0
        self._held += back
        if not self.is_likely and not is_close and self._held > 1:
            # So many came slowly since that all before this one were a person's.
            let_go += self._held - 1
            self._held = 1
        return Heard(is_held=True, let_go=let_go, taken_back=back)

    def waited(self) -> int:
        """Give how many held keys go on now, because none has followed them closely."""
        return 0 if self.is_likely else self._let_all_go()

    def end(self) -> Ending:
        """Say what all the keys were, and listen anew."""
        strokes, held = self._strokes, self._held
        self._strokes, self._held = [], 0
        burst = burst_in(strokes)
        if burst is None:
            return Ending(let_go=held)
        length = len(burst.strokes)
        return Ending(burst, max(held - length, 0), max(length - held, 0))

    def _let_all_go(self) -> int:
        let_go, self._held = self._held, 0
        return let_go


def burst_in(strokes: Sequence[Stroke]) -> Burst | None:
    """Give the burst that the keys end with; a person's keys may come before it."""
    close = strokes[_first_of_the_close(strokes) :]
    # What the scanner is set to put before a code goes with it.
    for digits, whole in ((close, close), (close[-LENGTH:], close)):
        if code := code_in(digits):
            return Burst(tuple(whole), code)
    last = strokes[-LENGTH:]
    if _is_rapid(last) and (code := code_in(last)):
        return Burst(tuple(last), code)
    for first in range(len(strokes) - FEWEST + 1):
        last = strokes[first:]
        if _is_burst(last):
            return Burst(tuple(last))
    return None


def code_in(strokes: Sequence[Stroke]) -> str:
    """Give the badge code of some keys, whichever layout wrote them, or nothing."""
    written = read_code("".join(one.text for one in strokes))
    pressed = "".join(one.digit for one in strokes)
    return next(filter(is_code, (written, pressed)), "")


def _is_burst(strokes: Sequence[Stroke]) -> bool:
    if strokes[1].at - strokes[0].at > CLOSE:
        return False
    late = sum(gap > CLOSE for gap in _gaps(strokes))
    return late <= len(strokes) // _STUMBLES and _is_rapid(strokes)


def _is_rapid(strokes: Sequence[Stroke]) -> bool:
    return len(strokes) > 1 and median(_gaps(strokes)) <= _RAPID


def _gaps(strokes: Sequence[Stroke]) -> list[int]:
    return [second.at - first.at for first, second in pairwise(strokes)]


def _first_of_the_close(strokes: Sequence[Stroke]) -> int:
    """Give the place of the first of the last keys that came closely one after the other."""
    first = len(strokes) - 1
    while first > 0 and strokes[first].at - strokes[first - 1].at <= CLOSE:
        first -= 1
    return max(first, 0)
