"""Rows of figures that were frozen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import JSON, TypeDecorator
from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.storage.base import Mergeable

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect


class Frozen(TypeDecorator[dict[str, Any]]):
    """JSON that is nothing where another program wrote what is none: one row breaks no list."""

    impl = JSON
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Give what reads a value as the engine keeps it."""
        read = super().result_processor(dialect, coltype) or (lambda value: value)

        def kept(value: Any) -> Any:  # noqa: ANN401 - what JSON can hold
            try:
                return read(value)
            except (RecursionError, TypeError, ValueError):
                return {}

        return kept


class IndicatorSnapshotRow(Mergeable):
    """Figures as they were at one moment, and whom they were counted from; never changed."""

    __tablename__ = "indicator_snapshots"
    is_append_only: ClassVar[bool] = True

    title: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    scope: Mapped[dict[str, Any]] = mapped_column(Frozen, default=dict)
    figures: Mapped[dict[str, Any]] = mapped_column(Frozen, default=dict)
    evidence: Mapped[dict[str, Any]] = mapped_column(Frozen, default=dict)
    """`counted`: [person id, participation id] of everybody, no names."""
    checksum: Mapped[str]
    """SHA-256 of all the rest as canonical JSON."""

    def changes_nothing(self) -> bool:
        """Say that frozen figures change nobody: undo looks past them."""
        return True
