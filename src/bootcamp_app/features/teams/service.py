"""Teams: which there are, who is in them, and everything a facilitator changes by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.teams.names import new_label, new_names
from bootcamp_app.features.teams.roster import made_teams, roster_of, team_view, teams_of
from bootcamp_app.features.teams.suggesting import best_teams
from bootcamp_app.features.teams.tables import TeamRow, WishRow, team_id
from bootcamp_app.features.teams.views import COLOURS, FIXED, Team, TeamNames, TeamsChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.teams.roster import Roster
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Seat = Callable[[Work, Mapping[str, str]], None]
    InUse = Callable[[Session, str], Iterable[str]]

_GONE = N_("This team is no longer there. Look at the list again.")


class Teams:
    """The teams of every bootcamp. `seat` writes who is in which, inside the transaction.

    `in_use` gives the labels that something of a bootcamp bears, which no new team gets.
    """

    def __init__(self, database: Database, seat: Seat, in_use: InUse) -> None:
        self._database = database
        self._seat = seat
        self._in_use = in_use

    def all(self, bootcamp: Bootcamp) -> list[Team]:
        """Give the teams in their order, and behind them those that only people in them name."""
        with self._database.read() as reader:
            return teams_of(reader, bootcamp.id)

    def names(self, bootcamp_id: str) -> TeamNames:
        """Give what tells which team a text means, and what it is called."""
        with self._database.read() as reader:
            return names_of(reader, bootcamp_id)

    def roster(self, bootcamp: Bootcamp) -> Roster:
        """Give who is in which team, and who is in none; whoever withdrew is left out."""
        with self._database.read() as reader:
            return roster_of(reader, bootcamp.id)

    def find(self, bootcamp: Bootcamp, ref: str) -> Team:
        """Give the team meant by its label, a name in either script, its id or number."""
        teams = self.all(bootcamp)
        found = TeamNames(teams).team(ref)
        begins = [one for one in teams if ref and one.id.startswith(ref.lower())]
        if found is None and len(begins) != 1:
            raise Refusal(
                "There is no team “{ref}”. List the teams, then use one of their names.", ref=ref
            )
        return found or begins[0]

    def add(
        self, bootcamp: Bootcamp, name_km: str = "", name_en: str = "", colour: str = ""
    ) -> Team:
        """Add an empty team; without a name it gets one that is free, and so its colour."""
        with self._database.write() as work:
            teams = teams_of(work, bootcamp.id)
            taken = [name for one in teams for name in (one.label, one.name_km, one.name_en)]
            taken += self._in_use(work, bootcamp.id)
            if not (name_km.strip() or name_en.strip()):
                name_km, name_en = next(new_names(taken))
            name_km, name_en = _free(teams, None, name_km, name_en)
            own = [one for one in teams if one.id]
            label = new_label(name_en or name_km, taken)
            row = TeamRow(
                id=team_id(bootcamp.id, label),
                bootcamp_id=bootcamp.id,
                label=label,
                name_km=name_km,
                name_en=name_en,
                colour=colour or COLOURS[len(own) % len(COLOURS)],
                place=max((one.place for one in own), default=-1) + 1,
            )
            work.add(row)
            work.announce(TeamsChanged(bootcamp.id))
            return team_view(row)

    def change(
        self, bootcamp: Bootcamp, team: Team, name_km: str, name_en: str, colour: str
    ) -> str:
        """Call or colour a team otherwise, and give the act; its people stay in it."""
        with self._database.write() as work:
            name_km, name_en = _free(teams_of(work, bootcamp.id), team, name_km, name_en)
            if not (name_km or name_en):
                raise Refusal("A team needs a name. Write it in Khmer, in Latin letters or both.")
            for row in _rows(work, bootcamp, team):
                row.name_km, row.name_en, row.colour = name_km, name_en, colour
            work.announce(TeamsChanged(bootcamp.id))
            return work.act

    def remove(self, bootcamp: Bootcamp, team: Team) -> str:
        """Have a team no more, and give the act; its people are in none, wishes for it are gone."""
        with self._database.write() as work:
            people = [one.id for one in roster_of(work, bootcamp.id).of(team)]
            self._seat(work, dict.fromkeys(people, ""))
            wishes = select(WishRow).where(
                WishRow.bootcamp_id == bootcamp.id,
                WishRow.kind == FIXED,
                WishRow.team == team.label,
            )
            for wish in work.scalars(wishes).all():
                work.delete(wish)
            for row in _rows_there(work, bootcamp, team):
                work.delete(row)
            work.announce(TeamsChanged(bootcamp.id))
            return work.act

    def put(self, bootcamp: Bootcamp, people: Sequence[str], team: Team | None) -> str:
        """Have these (participation ids) in a team, or in none, and give the act."""
        with self._database.write() as work:
            if team is not None and team.id and work.get(TeamRow, team.id) is None:
                raise Refusal(_GONE)
            self._seat(work, dict.fromkeys(people, team.label if team else ""))
            work.announce(TeamsChanged(bootcamp.id))
            return work.act

    def swap(self, bootcamp: Bootcamp, one: str, other: str) -> str:
        """Have two people (participation ids) change teams, and give the act."""
        with self._database.write() as work:
            mates = roster_of(work, bootcamp.id).by_id
            if one not in mates or other not in mates:
                raise Refusal("This person is no longer in the list. Look for them again.")
            self._seat(work, {one: mates[other].team, other: mates[one].team})
            work.announce(TeamsChanged(bootcamp.id))
            return work.act

    def suggested(self, bootcamp: Bootcamp, participation_id: str) -> list[Team]:
        """Give the teams by how well somebody would balance them, the best first."""
        with self._database.read() as reader:
            roster = roster_of(reader, bootcamp.id)
        mate = roster.by_id.get(participation_id)
        return best_teams(roster, mate) if mate else []

    def place_late(self, bootcamp: Bootcamp) -> tuple[int, str]:
        """Put everybody without a team where they balance best; give how many, and the act."""
        with self._database.write() as work:
            roster = roster_of(work, bootcamp.id)
            if not roster.teams:
                raise Refusal("There are no teams yet. Build them first.")
            late = list(roster.without)
            for mate in late:
                roster = roster.with_in(mate, best_teams(roster, mate)[0])
            self._seat(work, {one.id: roster.by_id[one.id].team for one in late})
            work.announce(TeamsChanged(bootcamp.id))
            return len(late), work.act


def names_of(reading: Session, bootcamp_id: str) -> TeamNames:
    """Give what the teams of a bootcamp are called, inside somebody's look or transaction."""
    return TeamNames(made_teams(reading, bootcamp_id))


def _rows(work: Work, bootcamp: Bootcamp, team: Team) -> Sequence[TeamRow]:
    """Give the rows of a team, made where only the people in it have named it so far."""
    there = _rows_there(work, bootcamp, team)
    if team.id and not there:
        raise Refusal(_GONE)
    if there:
        return there
    own = [one for one in teams_of(work, bootcamp.id) if one.id]
    place = max((one.place for one in own), default=-1) + 1
    key = team_id(bootcamp.id, team.label)
    row = TeamRow(id=key, bootcamp_id=bootcamp.id, label=team.label, place=place)
    work.add(row)
    return [row]


def _rows_there(work: Work, bootcamp: Bootcamp, team: Team) -> Sequence[TeamRow]:
    """Give the rows of a team; two laptops may each have made one of this label."""
    if not team.id:
        return []
    key = comparison_key(team.label)
    query = select(TeamRow).where(TeamRow.bootcamp_id == bootcamp.id)
    return [row for row in work.scalars(query) if comparison_key(row.label) == key]


def _free(teams: Sequence[Team], but: Team | None, name_km: str, name_en: str) -> tuple[str, str]:
    """Give the names without stray spaces; raises a Refusal where another team has one of them."""
    names = TeamNames(one for one in teams if but is None or one.label != but.label)
    tidy = [" ".join(name.split()) for name in (name_km, name_en)]
    for name in tidy:
        if comparison_key(name) and names.team(name) is not None:
            raise Refusal("There is a team “{name}” already. Choose another name.", name=name)
    return tidy[0], tidy[1]
