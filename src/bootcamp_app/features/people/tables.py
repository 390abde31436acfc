"""Rows of organisations, people and participations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from string import ascii_uppercase
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, words
from bootcamp_app.core.khmer import comparison_key, latin_digits
from bootcamp_app.storage.base import Entry, Mergeable, Reference, not_annulled
from bootcamp_app.storage.ordered import Ordered

_BEFORE_ALL = "\x01"
_NO_DIGIT = re.compile("[^0-9]+")
_CAPITALS = str.maketrans({letter: letter.lower() for letter in ascii_uppercase})


class OrganisationRow(Mergeable):
    """Whom a person comes from: a ministry, a commune, an association."""

    __tablename__ = "organisations"
    is_searched: ClassVar[bool] = True
    searched_by: ClassVar[tuple[str, ...]] = ("name_en", "name_km", "also_named")

    name_en: Mapped[str] = mapped_column(default="")
    name_km: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="")
    also_named: Mapped[list[str] | None] = mapped_column(default=list)
    """Names under which organisations that were merged were known before; lists may hold them."""

    @classmethod
    def search_entry(
        cls,
        values: Mapping[str, Any],
        referred: Mapping[str, Mapping[str, Any]],  # noqa: ARG003 - refers to nothing
    ) -> Entry:
        """Give all names as they compare."""
        return Entry(_names(values))


class PersonRow(Mergeable):
    """A human being, once, whatever bootcamps they come to."""

    __tablename__ = "people"
    searched_by: ClassVar[tuple[str, ...]] = (
        "name_en", "name_km", "also_named", "phone", "email",
    )  # fmt: skip

    name_km: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")
    sex: Mapped[str] = mapped_column(default="not_stated")
    birth_year: Mapped[int | None]
    birth_date: Mapped[date | None]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    disability: Mapped[str] = mapped_column(default="")
    also_named: Mapped[list[str] | None] = mapped_column(default=list)
    """Names under which two people who were merged were known before."""


class ParticipationRow(Mergeable):
    """A person in a bootcamp: role, organisation and position as they were at that time."""

    __tablename__ = "participations"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("person_id", "people", N_("takes part in another bootcamp"), is_part=True),
        Reference("organisation_id", "organisations", N_("others come from there")),
        Reference("in_place_of", "participations", N_("a colleague came in their place")),
    )
    is_searched: ClassVar[bool] = True
    searched_within: ClassVar[str] = "bootcamp_id"
    searched_by: ClassVar[tuple[str, ...]] = ("person_id", "bootcamp_id", "organisation_id")
    search_refers: ClassVar[Mapping[str, type[Mergeable]]] = {
        "person_id": PersonRow,
        "organisation_id": OrganisationRow,
    }

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
    in_place_of: Mapped[str | None]
    """The participation of the colleague for whom this person came."""
    team: Mapped[str | None] = mapped_column(default="")

    @classmethod
    def search_entry(
        cls,
        values: Mapping[str, Any],  # noqa: ARG003 - everything is said by what it refers to
        referred: Mapping[str, Mapping[str, Any]],
    ) -> Entry | None:
        """Give the words of the person and, beside them, those of the organisation, by name.

        A person has names as they compare, the digits of the phone, and the e-mail address.
        """
        person = referred.get("person_id")
        if person is None:
            return None
        digits = _NO_DIGIT.sub("", latin_digits(person["phone"] or ""))
        words = (_names(person), digits, comparison_key(person["email"] or ""))
        organisation = referred.get("organisation_id")
        name_km, name_en = person["name_km"] or "", person["name_en"] or ""
        return Entry(
            words=" ".join(words),
            beside=_names(organisation) if organisation else "",
            order=f"{name_km}{_BEFORE_ALL}{_lower(name_en)}" if name_km else _lower(name_en),
            is_last=not name_km,
        )


class QuestionRow(Ordered):
    """One more thing that a bootcamp asks of its people; answers stand in the participation."""

    __tablename__ = "questions"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    """The key of the answer in `ParticipationRow.answers`."""
    label_en: Mapped[str] = mapped_column(default="")
    label_km: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="text")
    choices: Mapped[list[str]] = mapped_column(default=list)
    is_required: Mapped[bool] = mapped_column(default=False)
    is_asked_at_door: Mapped[bool] = mapped_column(default=False)
    place: Mapped[int] = mapped_column(default=0)


class NoticeRow(Mergeable):
    """What people are told about their data: a version, in both languages, never changed."""

    __tablename__ = "notices"
    is_append_only: ClassVar[bool] = True

    version: Mapped[str]
    text_en: Mapped[str] = mapped_column(default="")
    text_km: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]


class ConsentRow(Mergeable):
    """A yes or a no of a person to one use of their data; a later one takes its place."""

    __tablename__ = "consents"
    is_append_only: ClassVar[bool] = True
    refers: ClassVar[Sequence[Reference]] = (
        Reference("person_id", "people", N_("was asked about a use of their data"), is_part=True),
    )

    person_id: Mapped[str] = mapped_column(index=True)
    purpose: Mapped[str]
    is_given: Mapped[bool]
    notice: Mapped[str] = mapped_column(default="")
    """The version of the notice that the person was shown."""
    language: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    annuls: Mapped[str | None]
    """The consent that is taken back by this row, which says nothing else."""

    def inverse(self, moment: datetime) -> ConsentRow | None:
        """Give the row that takes this one back, which for such a row is the consent again."""
        return ConsentRow(
            person_id=self.person_id,
            purpose=self.purpose,
            is_given=self.is_given,
            at=moment,
            annuls=self.id,
        )

    @classmethod
    def in_force(cls, rows: Sequence[Mergeable]) -> Sequence[Mergeable]:
        """Give what was said and not taken back."""
        return not_annulled(rows)


class PhotoRow(Mergeable):
    """The portrait of a person; of several the newest counts."""

    __tablename__ = "photos"
    refers: ClassVar[Sequence[Reference]] = (
        Reference("person_id", "people", N_("has a photo"), is_part=True),
    )

    person_id: Mapped[str] = mapped_column(index=True)
    jpeg: Mapped[str]
    """The picture in base64, which facts can hold."""
    taken_at: Mapped[datetime]


class SavedFilterRow(Mergeable):
    """A question to the list of people that somebody wants to ask again."""

    __tablename__ = "saved_filters"

    bootcamp_id: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    wanted: Mapped[dict[str, Any]] = mapped_column(default=dict)


class KnownHeadersRow(Mergeable):
    """What somebody decided about the columns of a list, for the next one with these headers."""

    __tablename__ = "known_headers"

    headers: Mapped[str] = mapped_column(index=True)
    """The headers as they compare, in their order, parted by line feeds."""
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Header → field, or null where the column is left out."""


class MergeRow(Mergeable):
    """A person or a participation was found to be another one, which was kept."""

    __tablename__ = "merges"
    is_undone_whole: ClassVar[bool] = True
    refers: ClassVar[Sequence[Reference]] = tuple(
        Reference("kept_id", table, N_("was merged with another"))
        for table in ("people", "participations", "organisations")
    )

    kind: Mapped[str]
    """`person`, `participation` or `organisation`."""
    gone_id: Mapped[str] = mapped_column(index=True)
    kept_id: Mapped[str] = mapped_column(index=True)

    def refuse_undo(self, session: Session) -> None:
        """Refuse while the kept one was merged into a third, where what was theirs is now."""
        later = session.scalars(
            select(MergeRow).where(MergeRow.gone_id == self.kept_id, MergeRow.id > self.id)
        ).first()
        if later is None:
            return
        raise Refusal(
            "Who was kept then was merged into {name} later. Take back that merge first: open "
            "{name} and their History.",
            name=_name_of(session, later),
        )


class DifferentPeopleRow(Mergeable):
    """Somebody looked at two people and said that they are two."""

    __tablename__ = "different_people"

    first_id: Mapped[str] = mapped_column(index=True)
    second_id: Mapped[str] = mapped_column(index=True)


def _name_of(session: Session, merge: MergeRow) -> str:
    """Give the name of whom a merge led to in the end."""
    seen: set[str] = set()
    key = merge.kept_id
    while key not in seen:
        seen.add(key)
        following = select(MergeRow.kept_id).where(MergeRow.gone_id == key)
        key = session.scalars(following.limit(1)).first() or key
    part = session.get(ParticipationRow, key)
    row = session.get(PersonRow, part.person_id if part else key)
    named = row or session.get(OrganisationRow, key)
    names = (named.name_en, named.name_km) if named else ("", "")
    first, second = reversed(names) if words.language == "km" else names
    return first or second or ""


def _names(values: Mapping[str, Any]) -> str:
    written = (values["name_en"], values["name_km"], *(values["also_named"] or ()))
    return " ".join(comparison_key(name or "") for name in written)


def _lower(name: str) -> str:
    return name.lower() if name.isascii() else name.translate(_CAPITALS)
