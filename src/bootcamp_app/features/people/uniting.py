"""Making one person of two, inside somebody's transaction: rows change, facts stay.

What a later room holds (badges, attendance) is handed over by functions of that room, which
`bootstrap` gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.comparing import KEEP, OTHER, is_said, suggested
from bootcamp_app.features.people.filling import PARTICIPATION_FIELDS, PERSON_FIELDS
from bootcamp_app.features.people.pairs import in_order
from bootcamp_app.features.people.tables import (
    DifferentPeopleRow,
    MergeRow,
    ParticipationRow,
    PersonRow,
    PhotoRow,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from bootcamp_app.core.i18n import Sentence
    from bootcamp_app.storage.work import Work

CHOOSABLE_PARTS = ("organisation", *(n for n in PARTICIPATION_FIELDS if n != "registered_at"))
"""What may be chosen where both take part in the same bootcamp."""


@dataclass(frozen=True)
class LaterRooms:
    """What rooms that come after people do when two participations become one."""

    hand_over: Sequence[Callable[[Work, str, str], None]] = ()
    """Called with the participation that goes and the one that stays."""
    to_stay: Callable[[Session, str, str], str] = lambda _session, first, _second: first
    """Gives which of two participations must stay, or refuses that they become one."""
    refuses_photos: Callable[[Session, str], bool] = lambda _session, _person: False
    """Says whether a person wants no photo kept, after what was said under either id."""
    told: Sequence[Callable[[Session, Sequence[str]], dict[str, Sentence]]] = ()
    """Gives what a room knows of participations, a sentence each."""


class Uniting:
    """Makes one person of two with what was chosen, field → `keep` or `other`.

    Where nothing was chosen, the kept person's value stays, and the other's fills gaps.
    """

    def __init__(self, work: Work, rooms: LaterRooms, chosen: Mapping[str, str]) -> None:
        self._work = work
        self._rooms = rooms
        self._chosen = chosen

    def unite(self, keep: PersonRow, other: PersonRow) -> None:
        """Leave one person, who has everything of both."""
        self._join_parts(keep, other)
        self._name(keep, other)
        for name in PERSON_FIELDS:
            self._set(keep, name, self._pick(name, getattr(keep, name), getattr(other, name)))
        if keep.birth_date is not None:
            self._set(keep, "birth_year", keep.birth_date.year)
        self._forget_told_apart(keep.id, other.id)
        self._work.add(MergeRow(kind="person", gone_id=other.id, kept_id=keep.id))
        self._photograph(keep, other)
        self._work.delete(other)

    def take_in(self, keep: PersonRow, row: ParticipationRow) -> None:
        """Give a participation to a person, who may take part in that bootcamp already."""
        mine = self._part_of(keep.id, row.bootcamp_id)
        if mine is None:
            row.person_id = keep.id
        elif mine.id != row.id:
            self._join(keep, mine, row)

    def _join_parts(self, keep: PersonRow, other: PersonRow) -> None:
        for row in self._work.scalars(_parts_of(other.id)).all():
            self.take_in(keep, row)

    def _join(self, keep: PersonRow, mine: ParticipationRow, theirs: ParticipationRow) -> None:
        stays_id = self._rooms.to_stay(self._work, mine.id, theirs.id)
        stays, goes = (mine, theirs) if stays_id == mine.id else (theirs, mine)
        for name, value in self._joined(mine, theirs).items():
            self._set(stays, name, value)
        self._set(stays, "person_id", keep.id)
        self._stand_in(goes.id, stays)
        for hand_over in self._rooms.hand_over:
            hand_over(self._work, goes.id, stays.id)
        self._work.add(MergeRow(kind="participation", gone_id=goes.id, kept_id=stays.id))
        self._work.delete(goes)

    def _joined(self, mine: ParticipationRow, theirs: ParticipationRow) -> dict[str, Any]:
        columns = ["organisation_id", *CHOOSABLE_PARTS[1:]]
        values = {
            column: self._pick(name, getattr(mine, column), getattr(theirs, column))
            for name, column in zip(CHOOSABLE_PARTS, columns, strict=True)
        }
        moments = [one.registered_at for one in (mine, theirs) if one.registered_at]
        said = {name: value for name, value in mine.answers.items() if is_said(value)}
        return {
            **values,
            "registered_at": min(moments, default=None),
            "is_walk_in": mine.is_walk_in and theirs.is_walk_in,
            "in_place_of": mine.in_place_of or theirs.in_place_of,
            "answers": {**mine.answers, **theirs.answers, **said},
        }

    def _stand_in(self, goes_id: str, stays: ParticipationRow) -> None:
        """Have who came in place of one have come in place of the other; nobody of themselves."""
        of_gone = select(ParticipationRow).where(ParticipationRow.in_place_of == goes_id)
        for row in self._work.scalars(of_gone).all():
            row.in_place_of = stays.id
        if stays.in_place_of in (goes_id, stays.id):
            stays.in_place_of = None

    def _pick(self, name: str, keep: Any, other: Any) -> Any:  # noqa: ANN401 - any column
        which = self._chosen.get(name) or suggested(name, keep, other, KEEP)
        return other if which == OTHER else keep

    def _name(self, keep: PersonRow, other: PersonRow) -> None:
        written = [keep.name_km, keep.name_en, other.name_km, other.name_en]
        stay = {
            comparison_key(self._pick(name, getattr(keep, name), getattr(other, name)) or "")
            for name in ("name_km", "name_en")
        }
        also: dict[str, str] = {}
        for name in (*(keep.also_named or ()), *(other.also_named or ()), *written):
            key = comparison_key(name or "")
            if key and key not in stay:
                also.setdefault(key, name)
        if list(also.values()) != (keep.also_named or []):
            keep.also_named = list(also.values())

    def _photograph(self, keep: PersonRow, other: PersonRow) -> None:
        """Leave the kept person's photo, or the other's, or none where one of them said no."""
        mine, theirs = self._photos(keep), self._photos(other)
        is_refused = self._rooms.refuses_photos(self._work, keep.id)
        for photo in (*mine, *theirs) if is_refused else theirs if mine else ():
            self._work.delete(photo)
        for photo in () if mine or is_refused else theirs:
            photo.person_id = keep.id

    def _photos(self, person: PersonRow) -> Sequence[PhotoRow]:
        return self._work.scalars(select(PhotoRow).where(PhotoRow.person_id == person.id)).all()

    def _forget_told_apart(self, keep_id: str, other_id: str) -> None:
        """Leave the other person's differences from third ones to the kept person."""
        about = or_(
            DifferentPeopleRow.first_id == other_id, DifferentPeopleRow.second_id == other_id
        )
        for row in self._work.scalars(select(DifferentPeopleRow).where(about)).all():
            third = row.second_id if row.first_id == other_id else row.first_id
            if third == keep_id:
                self._work.delete(row)
            else:
                row.first_id, row.second_id = in_order(keep_id, third)

    def _part_of(self, person_id: str, bootcamp_id: str) -> ParticipationRow | None:
        in_it = _parts_of(person_id).where(ParticipationRow.bootcamp_id == bootcamp_id)
        return self._work.scalars(in_it.limit(1)).first()

    @staticmethod
    def _set(row: PersonRow | ParticipationRow, name: str, value: Any) -> None:  # noqa: ANN401
        if getattr(row, name) != value:
            setattr(row, name, value)


def _parts_of(person_id: str) -> Select[tuple[ParticipationRow]]:
    return (
        select(ParticipationRow)
        .where(ParticipationRow.person_id == person_id)
        .order_by(ParticipationRow.id)
    )
