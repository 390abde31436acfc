"""Which people a list is to show: by what is known of them, and by what is not."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import false, func, or_, select

from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, SQLColumnExpression

UNSAID = ("", "not_stated")
CHOSEN = {
    "statuses": ParticipationRow.status,
    "sexes": PersonRow.sex,
    "sectors": ParticipationRow.sector,
    "provinces": ParticipationRow.province,
    "roles": ParticipationRow.role,
    "teams": ParticipationRow.team,
    "organisations": ParticipationRow.organisation_id,
}
"""Each list of a filter, and the column that must hold one of it."""
MAY_LACK = {
    "sex": PersonRow.sex,
    "province": ParticipationRow.province,
    "phone": PersonRow.phone,
    "organisation": ParticipationRow.organisation_id,
    "name_km": PersonRow.name_km,
    "name_en": PersonRow.name_en,
    "birth_year": PersonRow.birth_year,
    "sector": ParticipationRow.sector,
    "position": ParticipationRow.position,
    "team": ParticipationRow.team,
    "email": PersonRow.email,
    "disability": PersonRow.disability,
}
"""What may be missing of somebody, and where it would stand."""
_NUMBERS = ("birth_year",)
_YES_OR_NO = ("is_walk_in", "is_substitute")


@dataclass(frozen=True)
class Filter:
    """Who is wanted; what is empty asks for nothing, and everything that is asked must be so.

    An empty text in a list means those of whom that is not known.
    """

    statuses: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of organisations."""
    disabilities: tuple[str, ...] = ()
    """`yes`, `no`, or empty where it is not stated; of what kind it is counts as a yes."""
    is_walk_in: bool | None = None
    is_substitute: bool | None = None
    lacks: tuple[str, ...] = ()
    """Names of `MAY_LACK`; who lacks any of them is wanted."""

    @property
    def is_empty(self) -> bool:
        """Whether everybody is wanted."""
        return self == Filter()

    def changed(self, name: str, value: Any) -> Filter:  # noqa: ANN401 - any of its fields
        """Give this filter with another value of one field."""
        return replace(self, **{name: value})

    def conditions(self) -> list[ColumnElement[bool]]:
        """Give what must be true of a row of participations joined with people."""
        found = [_one_of(column, getattr(self, name)) for name, column in CHOSEN.items()]
        if self.kinds:
            found.append(_of_kind(self.kinds))
        if self.disabilities:
            found.append(_of_disability(self.disabilities))
        if self.is_walk_in is not None:
            found.append(ParticipationRow.is_walk_in.is_(self.is_walk_in))
        if self.is_substitute is not None:
            stands_in = func.coalesce(ParticipationRow.in_place_of, "") != ""
            found.append(stands_in if self.is_substitute else ~stands_in)
        if self.lacks:
            found.append(or_(*(_lacks(name) for name in self.lacks)))
        return [one for one in found if one is not None]

    def as_json(self) -> dict[str, Any]:
        """Give what is not empty, as it is kept."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value not in ((), None)
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Filter:
        """Give a filter that was kept, also by an earlier or a later program."""
        known: dict[str, Any] = {}
        for one in fields(cls):
            value = kept.get(one.name)
            if one.name in _YES_OR_NO:
                known[one.name] = value if isinstance(value, bool) else None
            elif isinstance(value, (list, tuple)):
                known[one.name] = tuple(part for part in value if isinstance(part, str))
        known["lacks"] = tuple(name for name in known.get("lacks", ()) if name in MAY_LACK)
        return cls(**known)


@dataclass(frozen=True)
class Look:
    """What somebody wants to see of the people: words, a filter, and an order.

    The order is a field and whether it ascends.
    """

    search: str = ""
    wanted: Filter = Filter()
    order: tuple[str, bool] = ("name_km", True)


def _one_of(
    column: SQLColumnExpression[Any], wanted: tuple[str, ...]
) -> ColumnElement[bool] | None:
    if not wanted:
        return None
    unsaid = [value for value in wanted if value in UNSAID]
    return func.coalesce(column, "").in_([*wanted, *UNSAID] if unsaid else wanted)


def _of_kind(kinds: tuple[str, ...]) -> ColumnElement[bool]:
    of_kind = select(OrganisationRow.id).where(OrganisationRow.kind.in_(kinds))
    found = ParticipationRow.organisation_id.in_(of_kind)
    return or_(found, ParticipationRow.organisation_id.is_(None)) if "" in kinds else found


def _of_disability(wanted: tuple[str, ...]) -> ColumnElement[bool]:
    said = func.lower(func.coalesce(PersonRow.disability, ""))
    arms = {"no": said == "no", "": said.in_(UNSAID), "yes": said.not_in(("no", *UNSAID))}
    return or_(false(), *(arm for key, arm in arms.items() if key in wanted))


def _lacks(name: str) -> ColumnElement[bool]:
    column: SQLColumnExpression[Any] = MAY_LACK[name]
    return column.is_(None) if name in _NUMBERS else func.coalesce(column, "").in_(UNSAID)
