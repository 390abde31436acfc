"""Whom people come from: found while somebody types, listed, put right, and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.places import province_code
from bootcamp_app.features.people.merged import gone_and_kept
from bootcamp_app.features.people.registrar import organisation_keys
from bootcamp_app.features.people.tables import MergeRow, OrganisationRow, ParticipationRow
from bootcamp_app.features.people.values import sector_of_kind
from bootcamp_app.features.people.views import (
    ORGANISATION_KINDS,
    Organisation,
    OrganisationChanged,
    OrganisationsMerged,
)
from bootcamp_app.storage.search import matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    # Inside of the class, names of methods hide those of types.
    Found = list[Organisation]

_FIELDS = ("name_km", "name_en", "kind", "province")


class Organisations:
    """The organisations of this workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Found:
        """Give every organisation with how many people come from it, most people first."""
        with self._database.read() as reader:
            return _with_people(reader)

    def suggest(self, text: str, limit: int = 8) -> Found:
        """Give organisations whose name, in either script, holds every word; most people first."""
        with self._database.read() as reader:
            connection = reader.connection()
            keys = [key for word in text.split() if (key := comparison_key(word))]
            holding = [
                OrganisationRow.id.in_(matching(connection, "organisations", key)) for key in keys
            ]
            return _with_people(reader, holding, limit)

    def get(self, organisation_id: str) -> Organisation:
        """Give one organisation."""
        with self._database.read() as reader:
            return _one(reader, organisation_id)

    def of(self, participation_id: str) -> Organisation | None:
        """Give whom somebody comes from in a bootcamp; None where nobody said."""
        with self._database.read() as reader:
            bound = select(ParticipationRow.organisation_id).where(
                ParticipationRow.id == participation_id
            )
            found = _with_people(reader, [OrganisationRow.id.in_(bound)])
            return found[0] if found else None

    def find(self, ref: str) -> Organisation:
        """Give the organisation meant by an id, the beginning of one, or a name."""
        with self._database.read() as reader:
            rows = reader.scalars(select(OrganisationRow).order_by(OrganisationRow.id)).all()
            key = comparison_key(ref)
            named = [row.id for row in rows if key and key in organisation_keys(row)]
            begins = [row.id for row in rows if ref and row.id.startswith(ref.lower())]
            meant = named or begins
            if len(meant) != 1:
                raise Refusal(
                    "“{ref}” means {count} organisations. Use the id that the list shows.",
                    ref=ref,
                    count=len(meant),
                )
            return _one(reader, meant[0])

    def change(self, organisation_id: str, **fields: str) -> Organisation:
        """Write what is given of name_km, name_en, kind and province; give how it is then.

        Where people's sector is not stated, the kind says it.
        """
        wanted = _checked(fields)
        with self._database.write() as work:
            row = _row(work, organisation_id)
            for name, value in wanted.items():
                if getattr(row, name) != value:
                    setattr(row, name, value)
            if not organisation_keys(row):
                raise Refusal("An organisation needs a name in Khmer, in English or in both.")
            _refuse_second(work, row, wanted)
            if wanted.get("kind"):
                _give_sector(work, row)
            work.announce(OrganisationChanged(row.id))
            work.flush()
            return _one(work, row.id)

    def merge(self, keep_id: str, other_id: str) -> Organisation:
        """Make one organisation of two, in one act: everybody of the other is of the kept one.

        What is not known of the kept one is taken from the other.
        """
        with self._database.write() as work:
            keep, other = _row(work, keep_id), _row(work, other_id)
            if keep.id == other.id:
                raise Refusal("This is one organisation already. Choose two.")
            _unite(keep, other)
            _lead(work, other.id, keep.id)
            work.add(MergeRow(kind="organisation", gone_id=other.id, kept_id=keep.id))
            work.delete(other)
            # Also where nothing of the kept one changed, its History leads to this act.
            work.flush()
            work.pen.write([(OrganisationRow.__tablename__, keep.id, {})])
            work.announce(OrganisationsMerged(keep.id, other.id))
            return _one(work, keep.id)


def settle_organisations(work: Work) -> None:
    """Lead to the kept organisation whom other laptops bound to one that is gone by now.

    Where two laptops merged the same two in opposite ways, the older one is brought back, with
    the names of both.
    """
    for gone_id, kept in gone_and_kept(work, OrganisationRow, "organisation"):
        _lead(work, gone_id, kept.id)


def _unite(keep: OrganisationRow, other: OrganisationRow) -> None:
    """Fill gaps of the kept one; names that it does not bear are kept for later lists."""
    for name in _FIELDS:
        if not getattr(keep, name) and getattr(other, name):
            setattr(keep, name, getattr(other, name))
    also = list(keep.also_named or ())
    known = set(organisation_keys(keep))
    for name in (other.name_km, other.name_en, *(other.also_named or ())):
        if (key := comparison_key(name or "")) and key not in known:
            known.add(key)
            also.append(name)
    if also != (keep.also_named or []):
        keep.also_named = also


def _lead(work: Work, gone_id: str, kept_id: str) -> None:
    bound = ParticipationRow.organisation_id == gone_id
    for participation in work.scalars(select(ParticipationRow).where(bound)).all():
        participation.organisation_id = kept_id


def _with_people(
    session: Session, where: Sequence[ColumnElement[bool]] = (), limit: int | None = None
) -> list[Organisation]:
    people = func.count(ParticipationRow.person_id.distinct())
    query = (
        select(OrganisationRow, people)
        .outerjoin(ParticipationRow, ParticipationRow.organisation_id == OrganisationRow.id)
        .where(*where)
        .group_by(OrganisationRow.id)
        .order_by(people.desc(), OrganisationRow.name_km, OrganisationRow.name_en)
        .limit(limit)
    )
    return [_view(row, count) for row, count in session.execute(query)]


def _one(session: Session, organisation_id: str) -> Organisation:
    found = _with_people(session, [OrganisationRow.id == organisation_id])
    if not found:
        raise _gone()
    return found[0]


def _row(work: Work, organisation_id: str) -> OrganisationRow:
    row = work.get(OrganisationRow, organisation_id)
    if row is None:
        raise _gone()
    return row


def _gone() -> Refusal:
    return Refusal("This organisation is no longer in the list. Look at the list again.")


def _view(row: OrganisationRow, people: int) -> Organisation:
    return Organisation(
        id=row.id,
        name_en=row.name_en or "",
        name_km=row.name_km or "",
        kind=row.kind or "",
        province=row.province or "",
        people=people,
    )


def _checked(fields: dict[str, str]) -> dict[str, str]:
    if strange := [name for name in fields if name not in _FIELDS]:
        raise ValueError(strange)
    wanted = {name: " ".join(value.split()) for name, value in fields.items()}
    if wanted.get("kind", "") not in {"", *ORGANISATION_KINDS}:
        raise Refusal(
            "“{name}” is not a kind of organisation. Choose one of: {kinds}.",
            name=wanted["kind"],
            kinds=", ".join(ORGANISATION_KINDS),
        )
    if place := wanted.get("province"):
        code = province_code(place)
        if code is None:
            raise Refusal(
                "“{name}” is not a province. Write it as on the official list, in either script.",
                name=place,
            )
        wanted["province"] = code
    return wanted


def _refuse_second(work: Work, row: OrganisationRow, wanted: dict[str, str]) -> None:
    """Refuse a name that another organisation has: later lists could not tell them apart."""
    keys = {comparison_key(wanted[name]) for name in ("name_km", "name_en") if wanted.get(name)}
    others = work.scalars(select(OrganisationRow).where(OrganisationRow.id != row.id))
    for other in others:
        if keys & organisation_keys(other):
            raise Refusal(
                "Another organisation is called “{name}” already. Merge the two instead.",
                name=other.name_en or other.name_km,
            )


def _give_sector(work: Work, row: OrganisationRow) -> None:
    unsaid = ParticipationRow.sector.in_(("", "not_stated"))
    of_it = select(ParticipationRow).where(ParticipationRow.organisation_id == row.id, unsaid)
    for participation in work.scalars(of_it).all():
        participation.sector = sector_of_kind(row.kind)
