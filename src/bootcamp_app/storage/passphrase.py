"""Files closed with a passphrase by pyrage, in a process of its own.

The library does it in memory and lets nothing else run in its process meanwhile; where memory
lacks it ends the process. So the window goes on beside it, and whoever stops the work ends it at
once. docs/decisions/0018-database-handed-over.md has the figures.
"""

from __future__ import annotations

import multiprocessing
import time
from typing import IO, TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.storage.passphrase_child import (
    DAMAGED,
    DONE,
    NO_MEMORY,
    TOO_MUCH_WORK,
    WRITING,
    WRONG,
    answer_when_done,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    Progress = Callable[[int, int], None]

VERSION = b"age-encryption.org/v1\n"
LARGEST = 512 * 1024 * 1024
"""So many bytes are closed or opened in memory, which takes the library three times as many."""

_KIND = b"-> scrypt "
_LONGEST_LINE = 200
_TICK = 0.2
_USUAL = 4.0
"""So many seconds it takes, about; after as many more half of what is left seems to be done."""


def is_closed_so(file: IO[bytes]) -> bool:
    """Say whether a file is closed with a passphrase; it is read from there on."""
    return file.readline(_LONGEST_LINE) == VERSION and file.readline(_LONGEST_LINE).startswith(
        _KIND
    )


def close(source: Path, target: Path, passphrase: str, progress: Progress) -> None:
    """Write one file into another so that only the passphrase opens it."""
    if source.stat().st_size > LARGEST:
        raise Refusal(
            "This is too large to be protected with a passphrase. Protect it with the key of "
            "whoever may open it: bootcamp export --encrypt-to."
        )
    answer = _answer("encrypt", source, target, passphrase, progress)
    if answer != DONE:
        raise _no_memory(answer)


def open_closed(source: Path, target: Path, passphrase: str, progress: Progress) -> None:
    """Write into another file what the passphrase opens, or raise a Refusal that says why not."""
    name = source.name
    if source.stat().st_size > LARGEST:
        raise Refusal(
            "“{name}” is too large to be opened here. Open it with the program age or rage.",
            name=name,
        )
    answer = _answer("decrypt", source, target, passphrase, progress)
    if answer == WRONG:
        raise Refusal(
            "“{name}” does not open with this passphrase. Check it letter by letter; if it is "
            "right, ask for the file again.",
            name=name,
        )
    if answer == DAMAGED:
        raise Refusal("“{name}” is damaged or not complete. Ask for the file again.", name=name)
    if answer == TOO_MUCH_WORK:
        raise Refusal(
            "“{name}” was protected on a far stronger computer: this one would try the passphrase "
            "for too long. Ask for the file protected with less work, or with a key.",
            name=name,
        )
    if answer != DONE:
        raise _no_memory(answer)


def _no_memory(answer: str) -> Refusal:
    assert answer == NO_MEMORY, answer
    return Refusal(
        "This computer has not enough memory for a passphrase now. Close other programs, then try "
        "again, or protect the file with a key."
    )


def _answer(what: str, source: Path, target: Path, passphrase: str, progress: Progress) -> str:
    """Have a child do it; a listener that raises ends the child."""
    size = source.stat().st_size
    # spawn: the same on every system, and a fork of a program with threads may hang
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    of = (what, str(source), str(target), passphrase, theirs)
    child = context.Process(target=answer_when_done, args=of, daemon=True)
    with ours:
        with theirs:
            child.start()
        try:
            return _received(ours, size, progress)
        finally:
            child.kill()
            child.join()
            child.close()


def _received(answers: Connection, size: int, progress: Progress) -> str:
    begun = time.monotonic()
    while True:
        while not answers.poll(_TICK):
            # Nobody knows how far it is: it comes nearer to the end, and never there.
            took = time.monotonic() - begun
            progress(int(size * took / (took + _USUAL)), size)
        try:
            answer = answers.recv()
        except (EOFError, OSError):
            return NO_MEMORY  # it ended without a word, as it does where memory lacks
        if isinstance(answer, OSError):
            raise answer
        if answer != WRITING:
            return str(answer)
