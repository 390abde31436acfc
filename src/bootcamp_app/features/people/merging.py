"""Who is who: people who may be one, looked at side by side, merged or told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.beside import FIELDS, compare, named
from bootcamp_app.features.people.comparing import Pair
from bootcamp_app.features.people.merged import settle
from bootcamp_app.features.people.pairs import in_order, likely_pairs, told
from bootcamp_app.features.people.tables import (
    DifferentPeopleRow,
    ParticipationRow,
    PersonRow,
)
from bootcamp_app.features.people.traits import traits
from bootcamp_app.features.people.uniting import LaterRooms, Uniting
from bootcamp_app.features.people.views import (
    PeopleMerged,
    PeopleSettled,
    PeopleToldApart,
    PersonChanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy.orm import Session

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.comparing import Comparison, Named
    from bootcamp_app.storage.database import Database

    Step = Callable[[int, int], None]

_BATCH = 500
_GONE = N_("One of the two is no longer in the list. Look for who may be one again.")


@dataclass(frozen=True)
class Merged:
    """Who is left, and the act that undo takes back."""

    person_id: str
    act: str


class Twins:
    """The people of this workspace who may be one, and what was decided about them."""

    def __init__(self, database: Database, rooms: LaterRooms | None = None) -> None:
        self._database = database
        self._rooms = rooms or LaterRooms()

    def candidates(
        self,
        bootcamp: Bootcamp,
        step: Step = lambda done, of: None,  # noqa: ARG005
        limit: int = 500,
    ) -> list[Pair]:
        """Give pairs of whom one is in this bootcamp, the other in any; the likeliest first."""
        with self._database.read() as reader:
            here = select(ParticipationRow.person_id).where(
                ParticipationRow.bootcamp_id == bootcamp.id
            )
            wanted = set(reader.scalars(here))
            apart = set(map(tuple, reader.execute(_TOLD_APART).all()))
            people = traits(reader)
            pairs = likely_pairs(people, wanted, apart, step)[:limit]
            named = _named(reader, {key for _, *both in pairs for key in both})
        return [
            Pair(named[first], named[second], judged)
            for first, second, judged in told(people, pairs)
        ]

    def not_the_same(self, first_id: str, second_id: str) -> None:
        """Keep in mind that two people are two, so that they are not asked about again."""
        first, second = in_order(first_id, second_id)
        with self._database.write() as work:
            known = _TOLD_APART.where(
                DifferentPeopleRow.first_id == first, DifferentPeopleRow.second_id == second
            )
            if work.execute(known).first() is None:
                work.add(DifferentPeopleRow(first_id=first, second_id=second))
            work.announce(PeopleToldApart(first_id, second_id))

    def compare(self, keep_id: str, other_id: str) -> Comparison:
        """Put two people side by side, field by field."""
        with self._database.read() as reader:
            return compare(reader, *_both(reader, keep_id, other_id), self._rooms)

    def merge(self, keep_id: str, other_id: str, chosen: Mapping[str, str] | None = None) -> Merged:
        """Make one person of two, in one act.

        `chosen` says of a field whether the value of `keep` or of `other` stays; where it says
        nothing, the kept person's value stays and the other's fills gaps.
        """
        chosen = chosen or {}
        if strange := [name for name in chosen if name not in FIELDS]:
            raise Refusal("There is no field “{name}” to choose. Leave it out.", name=strange[0])
        with self._database.write() as work:
            keep, other = _both(work, keep_id, other_id)
            Uniting(work, self._rooms, chosen).unite(keep, other)
            # Also where nothing of the kept person changed, History leads to this act.
            work.flush()
            work.pen.write([(PersonRow.__tablename__, keep_id, {})])
            work.announce(PeopleMerged(keep_id, other_id))
            work.announce(PersonChanged(keep_id))
            return Merged(keep_id, work.act)

    def settle(self) -> None:
        """Lead to the kept person what other laptops wrote about one who is gone by now.

        To be called whenever facts of other laptops were taken in.
        """
        with self._database.write() as work:
            settle(work, self._rooms)
            work.flush()
            if work.pen.has_written:
                work.announce(PeopleSettled())

    def find(self, ref: str) -> str:
        """Give the id of the person of any bootcamp meant by an id or the beginning of one."""
        with self._database.read() as reader:
            begins = PersonRow.id.startswith(ref.lower(), autoescape=True)
            ids = list(reader.scalars(select(PersonRow.id).where(begins).limit(2)))
        if len(ids) != 1 or not ref:
            raise Refusal(
                "“{ref}” is not the id of one person. Use the id that “people list” shows.",
                ref=ref,
            )
        return ids[0]


_TOLD_APART = select(DifferentPeopleRow.first_id, DifferentPeopleRow.second_id)


def _both(session: Session, keep_id: str, other_id: str) -> tuple[PersonRow, PersonRow]:
    keep, other = session.get(PersonRow, keep_id), session.get(PersonRow, other_id)
    if keep is None or other is None:
        raise Refusal(_GONE)
    if keep_id == other_id:
        raise Refusal("This is one person already. Choose two.")
    return keep, other


def _named(session: Session, ids: Iterable[str]) -> dict[str, Named]:
    wanted = list(ids)
    found: dict[str, Named] = {}
    for start in range(0, len(wanted), _BATCH):
        batch = PersonRow.id.in_(wanted[start : start + _BATCH])
        for row in session.scalars(select(PersonRow).where(batch)):
            found[row.id] = named(row)
    return found
