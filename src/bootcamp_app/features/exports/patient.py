"""A file for libraries that cannot bear a full disk: it tells of one when they are done."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = "bootcamp-desk-"
"""How folders of this program alone begin; the window removes old ones when it starts."""


@contextmanager
def patient(path: Path) -> Iterator[Patient]:
    """Give a file to write to; raises the first OSError when the block ends, and not before.

    A ZIP file whose disk is full stays half open, and tries to end itself once more when it is
    forgotten, where nobody can hear that this fails.
    """
    file = path.open("w+b", buffering=0)
    given = Patient(file)
    try:
        yield given
    finally:
        given.is_over = True
        with suppress(OSError):
            file.close()
    if given.problem is not None:
        raise given.problem


class Patient:
    """As much of a file as a ZIP file asks for; what the disk does not take is passed over."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0
        self.problem: OSError | None = None
        """Why it is not whole."""
        self.is_over = False
        """Whether nothing more is to be written, as where the work failed elsewhere."""

    def write(self, data: bytes) -> int:
        """Write all of the data, unless the disk failed before."""
        rest = memoryview(data)
        try:
            while rest and self._is_taking:
                rest = rest[self._file.write(rest) :]
        except OSError as problem:
            self.problem = problem
        self._at += len(data)
        return len(data)

    def seek(self, place: int, whence: int = 0) -> int:
        """Go on at another place, which ZIP files name from the beginning."""
        assert whence == 0
        self._at = place
        if self._is_taking:
            self._file.seek(place)
        return place

    def tell(self) -> int:
        """Give the place where it goes on."""
        return self._at

    def flush(self) -> None:
        """Do nothing: every write is one to the disk."""

    @property
    def _is_taking(self) -> bool:
        return self.problem is None and not self.is_over
