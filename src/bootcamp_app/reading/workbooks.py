"""The guard of the child process: hostile workbooks may end the child, never the program."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.reading.workbook_child import Refused, Sheet, answer_with_sheet

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

SECONDS = 30.0


def read_in_child(path: Path, sheet: str | None, *, seconds: float = SECONDS) -> Sheet:
    """Give the sheet as a child process read it; refuse what the child refused or died of."""
    answer = _answer(path, sheet, seconds)
    if isinstance(answer, Refused):
        raise Refusal(answer.message, **answer.values)
    return answer


def _answer(path: Path, sheet: str | None, seconds: float) -> Sheet | Refused:
    # spawn: the same on every system, and a fork of a program with threads may hang
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=answer_with_sheet, args=(str(path), sheet, theirs), daemon=True)
    with ours:
        with theirs:
            child.start()
        try:
            return _received(ours, path.name, seconds)
        finally:
            child.kill()
            child.join()
            child.close()


def _received(answers: Connection, name: str, seconds: float) -> Sheet | Refused:
    if not answers.poll(seconds):
        raise Refusal(
            "Reading {name} took too long. Copy the rows of the list into a new spreadsheet, save "
            "that and choose it.",
            name=name,
        )
    try:
        with nothing_collected():
            answer: Sheet | Refused = answers.recv()
    except (EOFError, OSError) as error:
        raise Refusal(
            "{name} cannot be read: it is damaged, or something stands very far from the list. "
            "Copy the rows of the list into a new spreadsheet, save that and choose it.",
            name=name,
        ) from error
    return answer
