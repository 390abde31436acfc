"""Rows of figures that were frozen."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.storage.base import Mergeable


class IndicatorSnapshotRow(Mergeable):
    """Figures as they were at one moment, and whom they were counted from; never changed."""

    __tablename__ = "indicator_snapshots"
    is_append_only: ClassVar[bool] = True

    title: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    scope: Mapped[dict[str, Any]] = mapped_column(default=dict)
    figures: Mapped[dict[str, Any]] = mapped_column(default=dict)
    evidence: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """`counted`: [person id, participation id] of everybody, no names."""
    checksum: Mapped[str]
    """SHA-256 of all the rest as canonical JSON."""

    def changes_nothing(self) -> bool:
        """Say that frozen figures change nobody: undo looks past them."""
        return True
