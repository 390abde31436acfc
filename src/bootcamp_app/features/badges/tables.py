"""Rows of badges."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.storage.base import Mergeable


class BadgeRow(Mergeable):
    """A code on a chest. A replaced one stays known as replaced."""

    __tablename__ = "badges"

    code: Mapped[str] = mapped_column(index=True)
    participation_id: Mapped[str | None] = mapped_column(index=True)
    replaced_at: Mapped[datetime | None]
