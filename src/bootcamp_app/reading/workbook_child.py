"""What the child process does: read one sheet, answer, end. Imports little, to start fast."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.garbage import nothing_collected
from bootcamp_app.reading.archives import TOO_LARGE
from bootcamp_app.reading.cells import Cell, trimmed
from bootcamp_app.reading.files import MEGABYTE
from bootcamp_app.reading.likely_sheets import likeness
from bootcamp_app.reading.old_fonts import refuse_old_fonts

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MEMORY = 416 * MEGABYTE
PART = 4_000
"""So many rows are sent at once."""
# So many things of people in one row make a list, though another sheet could not be read.
_SURE = 2


@dataclass(frozen=True)
class Sheet:
    """One sheet as the child read it."""

    sheet: str
    sheets: tuple[str, ...]
    rows: list[list[Cell]]
    first_row: int
    alike: tuple[str, ...] = ()
    """The other sheets that may be meant as well."""


@dataclass(frozen=True)
class Refused:
    """A refusal on its way to the parent, where it is put into words."""

    message: str
    values: dict[str, object]


def answer_with_sheet(path: str, sheet: str | None, answers: Connection) -> None:
    """Send the sheet, or why not, and end; the child's only task."""
    _fall_silent()
    _limit_memory()
    with answers, nothing_collected():
        answer = _answer(Path(path), sheet)
        rows = [] if isinstance(answer, Refused) else answer.rows
        if not isinstance(answer, Refused):
            answer = replace(answer, rows=[])
        answers.send((answer, len(rows)))
        # In parts, each let go once it is sent, so that the two never hold the whole list twice.
        for start in range(0, len(rows), PART):
            part = rows[start : start + PART]
            rows[start : start + PART] = [[]] * len(part)
            answers.send(part)
            del part


def _answer(path: Path, sheet: str | None) -> Sheet | Refused:
    try:
        return _read(path, sheet)
    except Refusal as refusal:
        return Refused(refusal.sentence.message, refusal.sentence.values)
    except MemoryError:
        return Refused(TOO_LARGE, {"name": path.name})


def _read(path: Path, sheet: str | None) -> Sheet:
    refuse_old_fonts(path)
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as workbook:
            return _sheet(workbook, sheet, path.name)
    except PasswordError as error:
        raise Refusal(
            "{name} is protected with a password. Open it, remove the password, save it, then "
            "choose it again.",
            name=path.name,
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refusal(
            "{name} is damaged or not complete. Copy or download it again, or open it and save it "
            "under a new name.",
            name=path.name,
        ) from error


def _sheet(workbook: CalamineWorkbook, wanted: str | None, name: str) -> Sheet:
    sheets = tuple(workbook.sheet_names)
    if wanted is not None and wanted not in sheets:
        raise Refusal(
            "{name} has no sheet {sheet}. Choose one of these: {sheets}.",
            name=name,
            sheet=wanted,
            sheets=", ".join(sheets),
        )
    if wanted is not None:
        rows, first_row = trimmed(workbook.get_sheet_by_name(wanted).iter_rows(), name)
        return Sheet(wanted, sheets, rows, first_row)
    return _most_likely(workbook, sheets, name)


def _most_likely(workbook: CalamineWorkbook, sheets: tuple[str, ...], name: str) -> Sheet:
    """Give the sheet most like a list of people; of equal ones the first, hidden ones last."""
    best, most = Sheet("", sheets, [], 1), -1
    lists: dict[str, int] = {}
    refused: Refusal | None = None
    for places in _likely(workbook):
        for place in places:
            try:
                rows, first_row = trimmed(workbook.get_sheet_by_name(place).iter_rows(), name)
            except Refusal as refusal:  # too large for a list; another sheet may be one
                refused = refused or refusal
                continue
            lists[place] = likeness(rows) if rows else 0
            if rows and lists[place] > most:
                best, most = Sheet(place, sheets, rows, first_row), lists[place]
        if most > 0:
            break
    if refused and most < _SURE:
        raise refused
    alike = (name for name, like in lists.items() if like and like >= min(most, _SURE))
    return replace(best, alike=tuple(name for name in alike if name != best.sheet))


def _likely(workbook: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Give the sheets that may hold a table: those that a person sees, and the hidden ones."""
    tables = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    seen = [one.name for one in tables if one.visible == SheetVisibleEnum.Visible]
    return seen, [one.name for one in tables if one.name not in seen]


def _fall_silent() -> None:
    """Keep the last words of a dying child off the person's terminal."""
    # Out of memory, calamine would wait for ever on its own way to tell where it was.
    os.environ["RUST_BACKTRACE"] = "0"
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has no such module

    # what the program's own imports reserved does not count
    most = _reserved() + MEMORY
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reserved() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
