"""Which programme a bootcamp belongs to, for what donors read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.bootcamps.tables import ProgrammeRow
from bootcamp_app.features.bootcamps.views import Programme

if TYPE_CHECKING:
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database


def programme_of(database: Database, bootcamp: Bootcamp) -> Programme | None:
    """Give the programme of a bootcamp, where it has one."""
    with database.read() as reader:
        row = reader.get(ProgrammeRow, bootcamp.programme_id) if bootcamp.programme_id else None
        if row is None:
            return None
        donors = tuple(row.donors or ())
        return Programme(row.id, row.title_en, row.title_km, row.code or "", donors)
