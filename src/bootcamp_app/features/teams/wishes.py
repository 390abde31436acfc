"""Wishes that building teams heeds: who is to be together, apart, or in which team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.features.teams.roster import roster_of, wishes_of
from bootcamp_app.features.teams.tables import WishRow
from bootcamp_app.features.teams.views import FIXED, Team, TeamNames, TeamsChanged, Wish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.teams.roster import Mate, Roster
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work


class TeamWishes:
    """The wishes of every bootcamp."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, bootcamp: Bootcamp) -> list[Wish]:
        """Give the wishes of a bootcamp, the earliest first."""
        with self._database.read() as reader:
            return wishes_of(reader, bootcamp.id)

    def add(
        self, bootcamp: Bootcamp, kind: str, people: Sequence[str], team: Team | None = None
    ) -> Wish:
        """Keep a wish for these people (participation ids)."""
        wanted = tuple(dict.fromkeys(people))
        with self._database.write() as work:
            known = roster_of(work, bootcamp.id).by_id
            wanted = tuple(key for key in wanted if key in known)
            if kind == FIXED and not (wanted and team):
                raise Refusal("Choose who is meant, and the team in which they are to be.")
            if kind != FIXED and len(wanted) < 2:
                raise Refusal("Choose at least two people for this wish.")
            label = team.label if team and kind == FIXED else ""
            row = WishRow(
                bootcamp_id=bootcamp.id, kind=kind, participation_ids=list(wanted), team=label
            )
            work.add(row)
            work.announce(TeamsChanged(bootcamp.id))
            return Wish(row.id, kind, wanted, label)

    def remove(self, bootcamp: Bootcamp, wish_id: str) -> str:
        """Heed a wish no more, and give the act; it may be meant by the beginning of its id."""
        meant = [one for one in self.all(bootcamp) if one.id.startswith(wish_id.lower())]
        if not wish_id or len(meant) != 1:
            raise Refusal("There is no wish “{ref}”. Use an id of the list of wishes.", ref=wish_id)
        with self._database.write() as work:
            row = work.get(WishRow, meant[0].id)
            if row is not None:
                work.delete(row)
            work.announce(TeamsChanged(bootcamp.id))
            return work.act


def broken_wish(roster: Roster, places: Mapping[str, str]) -> tuple[Mate, str] | None:
    """Give the first who is not put where a wish puts them, and the label of that team.

    `places` are the labels of teams by participation.
    """
    names = TeamNames(roster.teams)
    return next(
        (
            (roster.by_id[key], names.label(wish.team))
            for wish in roster.wishes
            if wish.kind == FIXED
            for key in wish.people
            if key in roster.by_id
            and names.label(places.get(key, wish.team)) != names.label(wish.team)
        ),
        None,
    )


def hand_over(work: Work, goes: str, stays: str) -> None:
    """Have wishes that name one participation name another."""
    participation = work.get(ParticipationRow, stays)
    bootcamp = participation.bootcamp_id if participation else ""
    for row in work.scalars(select(WishRow).where(WishRow.bootcamp_id == bootcamp)).all():
        if goes in row.participation_ids:
            named = (stays if one == goes else one for one in row.participation_ids)
            row.participation_ids = list(dict.fromkeys(named))
            work.announce(TeamsChanged(bootcamp))
