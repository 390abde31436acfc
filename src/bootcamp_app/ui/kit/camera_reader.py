"""Reads the codes in a camera's frames; works beside the window and remembers what is in view."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bootcamp_app.ui.kit.camera_sight import InView, Light

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtMultimedia import QVideoFrame

    from bootcamp_app.reading.codes import SeenCode
    from bootcamp_app.reading.pictures import Grey

    Corners = tuple[tuple[float, float], ...]

PREVIEW = 480
_STILL = 4
"""Of so many frames in which nothing moves one is looked at more closely."""


@dataclass(frozen=True)
class Seen:
    """What one frame showed."""

    codes: tuple[str, ...] = ()
    """What those say that are looked for and count now, in reading order."""
    is_other: bool = False
    """Whether a code came into view that is none of these."""
    is_dark: bool = False
    outlines: tuple[Corners, ...] = ()
    """The corners of every code that is looked for, as parts of the frame's width and height."""
    picture: QImage | None = None
    """The frame, small and not mirrored."""


class CameraReader:
    """Called with one frame after the other, always on the same lane.

    `meant` gives what a code's text says where such codes are looked for, and else nothing.
    """

    def __init__(
        self, meant: Callable[[str], str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._meant = meant
        self._clock = clock
        self.forget()
        self._frames = self._turn = 0
        self._blocks: Grey | None = None
        self.wants_picture = True
        """Put down with each picture given; raised once it is shown, so that none pile up."""

    def forget(self) -> None:
        """Begin anew: a camera that was off did not see who went away meanwhile."""
        self._codes, self._others, self._light = InView(), InView(), Light()

    def __call__(self, frame: QVideoFrame) -> Seen | None:
        """Read a frame of the camera; None where it holds no picture."""
        # Only a camera brings frames, and only then are these libraries needed.
        from bootcamp_app.reading.codes import codes_in  # noqa: PLC0415
        from bootcamp_app.reading.frames import has_moved  # noqa: PLC0415
        from bootcamp_app.ui.kit.camera_frames import look_at  # noqa: PLC0415

        looked = look_at(frame, PREVIEW if self.wants_picture else 0)
        if looked is None:
            return None
        grey, picture = looked
        if picture is not None:
            self.wants_picture = False
        is_moved, self._blocks = has_moved(grey, self._blocks)
        found = codes_in(grey, live=True, turn=self._next_turn(is_moved=is_moved))
        height, width = grey.shape
        return self._judge(found, float(grey[::8, ::8].mean()), (width, height), picture)

    def _next_turn(self, *, is_moved: bool) -> int | None:
        """Spare the looks where nobody is there: they would heat the laptop the whole morning."""
        self._frames += 1
        if not is_moved and self._frames % _STILL:
            return None
        self._turn += 1
        return self._turn

    def _judge(self, found: list[SeenCode], brightness: float, size: tuple[int, int],
               picture: QImage | None) -> Seen:  # fmt: skip
        now = self._clock()
        read = [(self._meant(one.text), one) for one in found]
        meant = [(code, one) for code, one in read if code]
        others = [one.text for code, one in read if not code]
        return Seen(
            codes=tuple(self._codes.see([code for code, _ in meant], now)),
            is_other=bool(self._others.see(others, now)),
            is_dark=self._light.is_missing(brightness, has_read=bool(found), now=now),
            outlines=tuple(
                tuple((x / size[0], y / size[1]) for x, y in one.corners) for _, one in meant
            ),
            picture=picture,
        )
