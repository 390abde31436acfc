"""Rows of badges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.i18n import N_
from bootcamp_app.storage.base import Mergeable, Reference


class BadgeRow(Mergeable):
    """A code on a chest, or on a blank badge. A replaced one stays known as replaced."""

    __tablename__ = "badges"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("participation_id", "participations", N_("has another badge"), is_part=True),
    )

    code: Mapped[str] = mapped_column(index=True)
    participation_id: Mapped[str | None] = mapped_column(index=True)
    replaced_at: Mapped[datetime | None]


class BadgePrintRow(Mergeable):
    """A badge was put on paper: with which layout, and what stood on it."""

    __tablename__ = "badge_prints"
    is_append_only: ClassVar[bool] = True

    badge_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    layout: Mapped[str] = mapped_column(default="")
    fingerprint: Mapped[str] = mapped_column(default="")
    """What stood on it, digested; a badge whose digest is another now was changed since."""
