"""What a workspace file or a copy of it holds, and what going back to the copy would change."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.engines import connect, engine_errors, looking
from bootcamp_app.storage.facts import clock_ms
from bootcamp_app.storage.files import damaged_or_used, refuse_unless_ours

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COUNTED = {
    "people": N_("People"),
    "bootcamps": N_("Bootcamps"),
    "sessions": N_("Sessions"),
    "attendance_events": N_("Attendance entries"),
    "certificates": N_("Certificates"),
    "boards": N_("Boards"),
}
"""Table → what its rows are, in words."""


@dataclass(frozen=True)
class Contents:
    """How many rows of each counted table a file holds, and its newest change (UTC)."""

    counts: Mapping[str, int]
    newest: datetime | None
    seen: Mapping[str, int]
    """Device → how many of its facts are known."""


@dataclass(frozen=True)
class Change:
    """What going back does to one counted table."""

    table: str
    now: int | None
    """None where there is no workspace that could be counted."""
    then: int
    lost: int
    """Rows that are there now and not in the copy."""
    back: int
    """Rows of the copy that were removed since."""


@dataclass(frozen=True)
class GoingBack:
    """What going back to a copy would change."""

    contents: Contents
    """What the copy holds."""
    changes: tuple[Change, ...]
    unknown: int | None
    """How many entries of the journal the copy lacks; None where that cannot be known."""
    is_related: bool
    """Whether the copy is one of this workspace at all."""


def contents_of(path: Path) -> Contents:
    """Give what a file holds; raises a Refusal where it is none of ours or cannot be read."""
    try:
        refuse_unless_ours(path, will_write=False)
        with closing(connect(path, read_only=True)) as connection:
            return told_by(connection)
    except (OSError, engine_errors()) as problem:
        # Another process may have taken it away since it was found.
        raise damaged_or_used(path) from problem


def told_by(connection: Any, file: str = "main") -> Contents:  # noqa: ANN401 - the driver's own
    """Give what a file holds that is open already."""
    tables = _tables(connection, file)
    counts = {
        name: _one(connection, f"SELECT count(*) FROM {file}.{name}") if name in tables else 0
        for name in COUNTED
    }
    seen = dict(connection.execute(f"SELECT device, seq FROM {file}.seen").fetchall())
    newest = (
        _one(
            connection,
            f"SELECT max(clock) FROM {file}.journal JOIN {file}.seen USING (device, seq)",
        )
        or 0
    )
    at = datetime.fromtimestamp(clock_ms(newest) / 1000, UTC) if newest else None
    return Contents(counts, at, seen)


def going_back(present: Path, copy: Path) -> GoingBack:
    """Compare a workspace with a copy; raises a Refusal where one of them cannot be read."""
    refuse_unless_ours(copy, will_write=False)
    connection = connect(present, read_only=True)
    with closing(connection):
        try:
            place = f"{copy.absolute().as_uri()}?{looking(copy)}"
            connection.execute("ATTACH ? AS copy", (place,))
            connection.execute("BEGIN")
            now, then = told_by(connection), told_by(connection, "copy")
            return GoingBack(
                then,
                tuple(_change(connection, name, now, then) for name in COUNTED),
                _unknown(now, then),
                bool(now.seen.keys() & {name for name, seq in then.seen.items() if seq}),
            )
        except connection.DatabaseError as problem:
            raise damaged_or_used(copy) from problem


def alone(copy: Path) -> GoingBack:
    """Give the same where there is no workspace left that could be compared."""
    held = contents_of(copy)
    changes = (Change(name, None, held.counts[name], 0, 0) for name in COUNTED)
    return GoingBack(held, tuple(changes), None, is_related=True)


def _change(connection: Any, name: str, now: Contents, then: Contents) -> Change:  # noqa: ANN401
    count = now.counts[name], then.counts[name]
    if not all(count):
        return Change(name, *count, *count)
    missing = "SELECT count(*) FROM {0}.{2} WHERE id NOT IN (SELECT id FROM {1}.{2})"
    lost = _one(connection, missing.format("main", "copy", name))
    return Change(name, *count, lost, count[1] - (count[0] - lost))


def _unknown(now: Contents, then: Contents) -> int:
    return sum(max(0, seq - then.seen.get(device, 0)) for device, seq in now.seen.items())


def _tables(connection: Any, file: str) -> set[str]:  # noqa: ANN401
    found = connection.execute(f"SELECT name FROM {file}.sqlite_master WHERE type = 'table'")
    return {str(row[0]) for row in found.fetchall()}


def _one(connection: Any, query: str) -> int:  # noqa: ANN401
    return int(connection.execute(query).fetchone()[0] or 0)
