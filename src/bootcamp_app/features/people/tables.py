"""Rows of organisations, people and participations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.storage.base import Mergeable


class OrganisationRow(Mergeable):
    """Whom a person comes from: a ministry, a commune, an association."""

    __tablename__ = "organisations"
    is_searched: ClassVar[bool] = True

    name_en: Mapped[str] = mapped_column(default="")
    name_km: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="")

    @classmethod
    def search_words(cls, values: Mapping[str, Any]) -> str:
        """Give both names as they compare."""
        return " ".join(comparison_key(values[name] or "") for name in ("name_en", "name_km"))


class PersonRow(Mergeable):
    """A human being, once, whatever bootcamps they come to."""

    __tablename__ = "people"
    is_searched: ClassVar[bool] = True

    name_km: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="not_stated")
    birth_year: Mapped[int | None]
    birth_date: Mapped[date | None]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    disability: Mapped[str] = mapped_column(default="")

    @classmethod
    def search_words(cls, values: Mapping[str, Any]) -> str:
        """Give names as they compare, the digits of the phone, and the e-mail address."""
        names = (comparison_key(values[name] or "") for name in ("name_en", "name_km"))
        digits = "".join(filter(str.isdecimal, latin_digits(values["phone"] or "")))
        return " ".join((*names, digits, comparison_key(values["email"] or "")))


class ParticipationRow(Mergeable):
    """A person in a bootcamp: role, organisation and position as they were at that time."""

    __tablename__ = "participations"

    person_id: Mapped[str] = mapped_column(index=True)
    bootcamp_id: Mapped[str] = mapped_column(index=True)
    organisation_id: Mapped[str | None] = mapped_column(index=True)
    role: Mapped[str] = mapped_column(default="participant")
    position: Mapped[str] = mapped_column(default="")
    sector: Mapped[str] = mapped_column(default="not_stated")
    province: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="confirmed")
    is_walk_in: Mapped[bool] = mapped_column(default=False)
    external_id: Mapped[str] = mapped_column(default="")
    registered_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(default="")
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
