"""Codes a line each: those that wait together share one sync of the disk, then each is answered."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, cast

import click

from bootcamp_app.core.errors import NotSaved, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from io import BufferedReader

    from bootcamp_app.cli.door import Door

TOGETHER = 32
"""So many codes are saved together at most: nobody else can write in the meantime."""
_CHUNK = 65536


def answer_each(door: Door, *, is_exit: bool) -> None:
    """Read a code a line and answer each with a line, in order and only once it is saved.

    A code that comes alone is answered at once. One that is not saved has no line; it is named on
    the other stream, with the reason.
    """
    unsaved = sum(_answer(door, codes, is_exit=is_exit) for codes in _waiting())
    if unsaved:
        raise click.exceptions.Exit(1)


def _answer(door: Door, codes: Sequence[str], *, is_exit: bool) -> int:
    """Answer codes that came together; give how many of them are not saved."""
    try:
        scans = door.take(codes, is_exit=is_exit)
    except Exception as problem:
        if len(codes) > 1:
            # Nothing of them is kept as yet. One after the other, each meets what is its own.
            return sum(_answer(door, [code], is_exit=is_exit) for code in codes)
        if not isinstance(problem, (NotSaved, Refusal)):
            raise
        # No line means not saved; the next code may find the cause gone.
        click.echo(f"{codes[0]}: {problem}", err=True)
        return 1
    for scan in scans:
        # One line, flushed, and only after the check-in is on disk.
        click.echo(json.dumps(door.document_of(scan), ensure_ascii=False))
    return 0


def _waiting() -> Iterator[Sequence[str]]:
    """Give the codes that have come by now, never waiting for more while there are any."""
    rest = b""
    stdin = cast("BufferedReader", sys.stdin.buffer)
    while chunk := stdin.read1(_CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        yield from _together(lines)
    yield from _together([rest])


def _together(lines: Sequence[bytes]) -> Iterator[Sequence[str]]:
    # Bytes that are no text are one malformed code, not the end of the queue.
    texts = (line.decode("utf-8", "replace").strip() for line in lines)
    codes = [text for text in texts if text]
    for start in range(0, len(codes), TOGETHER):
        yield codes[start : start + TOGETHER]
