"""Building teams: shown before anything is written, then written in one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.teams.balancing import Task, built, number_of_teams, refuse_empty_teams
from bootcamp_app.features.teams.measuring import CHOICES
from bootcamp_app.features.teams.names import new_names
from bootcamp_app.features.teams.roster import Roster, roster_of
from bootcamp_app.features.teams.tables import TeamRow, team_id
from bootcamp_app.features.teams.views import (
    APART,
    COLOURS,
    FIXED,
    TOGETHER,
    Team,
    TeamNames,
    TeamsChanged,
)  # fmt: skip
from bootcamp_app.features.teams.wish_rules import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy.orm import Session

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Progress = Callable[[int, int], None]
    Seat = Callable[[Work, Mapping[str, str]], None]
    InUse = Callable[[Session, str], Iterable[str]]


@dataclass(frozen=True)
class Wanted:
    """How many teams, or of how many people each, and what is to be alike in all of them."""

    teams: int = 0
    size: int = 0
    balanced: tuple[str, ...] = tuple(CHOICES)
    seed: int = 0


class TeamBuilding:
    """Builds the teams of a bootcamp anew. `seat` writes who is in which.

    `in_use` gives the labels that something of a bootcamp bears, which no new team gets.
    """

    def __init__(self, database: Database, seat: Seat, in_use: InUse) -> None:
        self._database = database
        self._seat = seat
        self._in_use = in_use

    def preview(
        self,
        bootcamp: Bootcamp,
        wanted: Wanted,
        progress: Progress = lambda done, of: None,  # noqa: ARG005 - nobody looks
    ) -> Roster:
        """Give the teams as they would be, and write nothing; raises a Refusal in words."""
        with self._database.read() as reader:
            roster = roster_of(reader, bootcamp.id)
            in_use = tuple(self._in_use(reader, bootcamp.id))
        if not roster.mates:
            raise Refusal("There is nobody to be put into teams. Import or add people first.")
        people = len(roster.mates)
        number = wanted.teams or number_of_teams(people, wanted.size or people)
        refuse_empty_teams(number, people)
        teams = _teams(bootcamp.id, roster, number, in_use)
        place = {team.label: at for at, team in enumerate(teams)}
        traits = tuple(trait for choice in wanted.balanced for trait in CHOICES[choice])
        members = [one.member for one in sorted(roster.mates, key=lambda one: one.id)]
        places = built(Task(members, number, traits, wanted.seed), _wishes(roster, place), progress)
        mates = tuple(replace(one, team=teams[places[one.id]].label) for one in roster.mates)
        return Roster(tuple(teams), mates, roster.wishes)

    def keep(self, bootcamp: Bootcamp, draft: Roster) -> str:
        """Write teams as they were shown, and give the act; teams that are in the way go.

        Raises a Refusal where they are of another bootcamp.
        """
        with self._database.write() as work:
            before = roster_of(work, bootcamp.id).by_id
            if draft.mates and not any(one.id in before for one in draft.mates):
                raise Refusal("These teams are of another bootcamp. Build the teams anew.")
            query = select(TeamRow).where(TeamRow.bootcamp_id == bootcamp.id)
            there = {row.id: row for row in work.scalars(query)}
            for team in draft.teams:
                if team.id not in there:
                    values = {name: getattr(team, name) for name in _FIELDS}
                    work.add(TeamRow(bootcamp_id=bootcamp.id, **values))
            meant = {team.id for team in draft.teams}
            for row in there.values():
                if row.id not in meant:
                    work.delete(row)
            self._seat(work, {one.id: one.team for one in draft.mates if one.id in before})
            work.announce(TeamsChanged(bootcamp.id))
            return work.act


_FIELDS = ("id", "label", "name_km", "name_en", "colour", "place")


def _teams(bootcamp_id: str, roster: Roster, number: int, in_use: Iterable[str]) -> list[Team]:
    """Give so many teams: those that are there, wished ones first, and new ones with free names."""
    wished = {wish.team for wish in roster.wishes if wish.kind == FIXED}
    own = [team for team in roster.teams if team.id or team.label in wished]
    first = sorted(own, key=lambda team: team.label not in wished)[:number]
    kept = [team for team in own if team in first]
    taken = [name for team in roster.teams for name in (team.label, team.name_km, team.name_en)]
    names = new_names([*taken, *in_use])
    teams = [
        replace(
            team,
            id=team.id or team_id(bootcamp_id, team.label),
            place=at,
            colour=team.colour or _colour(at),
        )
        for at, team in enumerate(kept)
    ]
    after = max((team.place for team in kept if team.id), default=-1) + 1
    teams = [replace(made, place=team.place if team.id else after)
             for made, team in zip(teams, kept, strict=True)]  # fmt: skip
    for at in range(len(teams), number):
        name_km, name_en = next(names)
        key = team_id(bootcamp_id, name_en)
        teams.append(Team(key, name_en, name_km, name_en, _colour(at), after + at))
    return teams


def _colour(at: int) -> str:
    return COLOURS[at % len(COLOURS)]


def _wishes(roster: Roster, place: Mapping[str, int]) -> Wishes:
    names = TeamNames(roster.teams)
    fixed: dict[str, int] = {}
    for wish in roster.wishes:
        if wish.kind != FIXED:
            continue
        label = names.label(wish.team)
        if label not in place:
            raise Refusal(
                "A wish names the team “{team}”, which is none of these teams. Remove the wish or "
                "choose more teams.",
                team=names.name(wish.team),
            )
        for key in wish.people:
            if key in roster.by_id and fixed.setdefault(key, place[label]) != place[label]:
                raise Refusal(
                    "“{one}” is to be in two teams at once. Remove one of the wishes.",
                    one=roster.by_id[key].name,
                )

    def called(key: str) -> str:
        return roster.by_id[key].name

    def groups(kind: str) -> list[tuple[str, ...]]:
        return [wish.people for wish in roster.wishes if wish.kind == kind]

    return Wishes(groups(TOGETHER), groups(APART), fixed, called)
