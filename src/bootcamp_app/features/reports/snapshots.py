"""Figures that were frozen: kept with what proves that nobody changed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.features.reports.tables import IndicatorSnapshotRow

if TYPE_CHECKING:
    from bootcamp_app.storage.database import Database


class Snapshots:
    """The frozen figures of this workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Give how many there are."""
        with self._database.read() as reader:
            return reader.scalar(select(func.count()).select_from(IndicatorSnapshotRow)) or 0
