"""A screen of the tests' own: Xvfb, started for a test and stopped after it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

SIZE = (1366, 768)


class Screen:
    """An X server without a monitor, on a free number."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        self._size = size
        self.display = ""

    def __enter__(self) -> Screen:
        reading, writing = os.pipe()
        width, height = self._size
        line = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24"]
        self._server = subprocess.Popen(
            [*line, "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = f":{pipe.readline().strip()}"  # it comes when the server listens
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _problem: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait()
