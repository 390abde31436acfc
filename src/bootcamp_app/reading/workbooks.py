"""The guard of the child process: hostile workbooks may end the child, never the program."""

from __future__ import annotations

import multiprocessing
import time
from typing import TYPE_CHECKING, Any

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
    end = time.monotonic() + seconds
    try:
        answer, count = _next(answers, name, end)
        if isinstance(answer, Sheet):
            with nothing_collected():
                while len(answer.rows) < count:
                    answer.rows.extend(_next(answers, name, end))
    except (EOFError, OSError) as error:
        raise Refusal(
            "{name} cannot be read: it is damaged, or something stands very far from the list. "
            "Copy the rows of the list into a new spreadsheet, save that and choose it.",
            name=name,
        ) from error
    checked: Sheet | Refused = answer
    return checked


def _next(answers: Connection, name: str, end: float) -> Any:  # noqa: ANN401 - what the child sent
    if not answers.poll(max(0.0, end - time.monotonic())):
        raise Refusal(
            "Reading {name} took too long. Copy the rows of the list into a new spreadsheet, save "
            "that and choose it.",
            name=name,
        )
    return answers.recv()
