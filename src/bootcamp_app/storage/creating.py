"""A new workspace file: whole under its name, or not there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.ids import new_id
from bootcamp_app.storage import migrating
from bootcamp_app.storage.backup_targets import make_way
from bootcamp_app.storage.engines import empty_log, sqlite_engine

if TYPE_CHECKING:
    from pathlib import Path


def create_file(path: Path) -> None:
    """Make an empty workspace; where another process is quicker, its file stays."""
    part = path.with_name(f"{new_id()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        engine = sqlite_engine(part)
        migrating.migrate(engine)
        empty_log(engine)
        engine.dispose()
        make_way(path)
        _name_exclusively(part, path)
    except (OSError, DBAPIError) as problem:
        raise Refusal(
            "The workspace “{name}” cannot be made. Choose a folder where you may write and "
            "that has space left.",
            name=path.name,
        ) from problem
    finally:
        for leftover in path.parent.glob(f"{part.name}*"):
            leftover.unlink(missing_ok=True)


def _name_exclusively(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:
        # A FAT stick knows no links. Renaming there replaces, so look once more.
        if not path.exists():
            part.rename(path)
