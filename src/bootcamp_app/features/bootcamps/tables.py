"""Rows of programmes, bootcamps and sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.storage.base import Mergeable, Reference
from bootcamp_app.storage.ordered import Ordered

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bootcamp_app.storage.effects import Effect


class ProgrammeRow(Mergeable):
    """What a donor pays for: several bootcamps under one agreement."""

    __tablename__ = "programmes"

    title_en: Mapped[str] = mapped_column(default="")
    title_km: Mapped[str] = mapped_column(default="")
    donors: Mapped[list[str]] = mapped_column(default=list)
    code: Mapped[str | None] = mapped_column(default="")
    """Under which the donor knows it."""


class BootcampRow(Mergeable):
    """One event in one place."""

    __tablename__ = "bootcamps"

    programme_id: Mapped[str | None]
    code: Mapped[str]
    title_en: Mapped[str] = mapped_column(default="")
    title_km: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="")
    timezone: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    certificate_percent: Mapped[int] = mapped_column(default=80)
    certificate_day_percent: Mapped[int | None] = mapped_column(default=0)
    certificate_hours: Mapped[int | None] = mapped_column(default=0)
    excused_counts: Mapped[bool | None] = mapped_column(default=False)
    asked_at_door: Mapped[list[str]] = mapped_column(default=list)
    indicator_code: Mapped[str | None] = mapped_column(default="")
    """The donor's indicator to which its people are reported."""


class SessionRow(Mergeable):
    """One stretch of time in which people are present or not."""

    __tablename__ = "sessions"
    # Another laptop may have recorded somebody at a session that is removed here.
    is_missed: ClassVar[bool] = True
    refers: ClassVar[Sequence[Reference]] = (
        Reference("bootcamp_id", "bootcamps", N_("has other sessions since"), is_part=True),
    )

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    title_en: Mapped[str] = mapped_column(default="")
    title_km: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    opens_before: Mapped[int] = mapped_column(default=60)
    late_after: Mapped[int] = mapped_column(default=15)
    is_mandatory: Mapped[bool] = mapped_column(default=False)
    counts: Mapped[bool] = mapped_column(default=True)
    is_locked: Mapped[bool] = mapped_column(default=False)
    facilitator: Mapped[str | None] = mapped_column(default="")
    expects: Mapped[str | None] = mapped_column(default="")
    """Who is expected: everybody where empty, else `role:…` or `team:…`."""
    canvases: Mapped[list[str] | None] = mapped_column(default=list)
    """The templates that teams work on in it, by id."""

    @classmethod
    def refuse_undo_of(cls, session: Session, act: str, effects: Mapping[str, Effect]) -> None:
        """Raise a Refusal where a locked session would be changed, or only the lock."""
        for row_id, effect in effects.items():
            row = session.get(cls, row_id) if effect.fields else None
            if row is None:
                continue
            title = in_words(row.title_en, row.title_km)
            if row.is_locked and effect.fields.keys() != {"is_locked"}:
                raise Refusal(
                    "“{title}” is closed. Open it again in the list, then change it.", title=title
                )
            if "is_locked" in effect.fields and not act:
                raise Refusal(
                    "“{title}” was closed or opened for everybody at once. Open or close it in "
                    "the list.",
                    title=title,
                )


class LogoRow(Ordered):
    """A logo of a donor or partner, for badges and certificates."""

    __tablename__ = "logos"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(default="")
    png: Mapped[str]
    """The picture in base64, which facts can hold."""
    place: Mapped[int] = mapped_column(default=0)
