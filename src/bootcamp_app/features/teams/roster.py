"""Who is in which team, read in one look, and how each team stands beside the ideal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.people.tables import OrganisationRow, ParticipationRow, PersonRow
from bootcamp_app.features.people.views import GONE
from bootcamp_app.features.teams.measuring import Balance, Member, balance_of, kinds_of
from bootcamp_app.features.teams.rules import side_of
from bootcamp_app.features.teams.tables import TeamRow, WishRow
from bootcamp_app.features.teams.views import Team, TeamNames, Wish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

_NOT_IN_TEAMS = ("facilitator",)
"""Roles of those who help the teams rather than work in one."""
_LAST = 10**9


@dataclass(frozen=True)
class Mate:
    """Somebody who works in a team, or is to."""

    id: str
    """Of the participation."""
    person_id: str
    name_km: str
    name_en: str
    sex: str
    sector: str
    province: str
    organisation_km: str
    organisation_en: str
    team: str
    """The label of the team; empty where there is none as yet."""
    member: Member = field(repr=False)

    @property
    def name(self) -> str:
        """The name in the script of the language in use, or in the other."""
        return in_words(self.name_en, self.name_km)

    @property
    def organisation(self) -> str:
        """The organisation in the language in use, or in the other."""
        return in_words(self.organisation_en, self.organisation_km)

    @property
    def side(self) -> str:
        """On which side they stand."""
        return self.member.traits["side"]


@dataclass(frozen=True)
class Roster:
    """The teams of a bootcamp, all who may work in one, and the wishes."""

    teams: tuple[Team, ...]
    mates: tuple[Mate, ...]
    wishes: tuple[Wish, ...] = ()

    @cached_property
    def by_team(self) -> Mapping[str, list[Mate]]:
        """The people of each label, in the order of their names; under an empty one the others."""
        found: dict[str, list[Mate]] = {team.label: [] for team in self.teams}
        found[""] = []
        for one in self.mates:
            found.setdefault(one.team, []).append(one)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, Mate]:
        """Everybody by the id of their participation."""
        return {one.id: one for one in self.mates}

    @property
    def without(self) -> list[Mate]:
        """Those who have no team as yet."""
        return self.by_team[""]

    def of(self, team: Team) -> list[Mate]:
        """Give the people of a team."""
        return self.by_team.get(team.label, [])

    @cached_property
    def balances(self) -> Mapping[str, Balance]:
        """How each team stands beside the ideal, which those make who are in any team."""
        kinds = Counter({key: n for key, n in self._kinds.items() if key[0] != "organisation"})
        return {
            team.label: balance_of([one.member for one in self.of(team)], kinds, self._placed)
            for team in self.teams
        }

    def balance(self, team: Team) -> Balance:
        """Give how a team stands beside the ideal."""
        return self.balances[team.label]

    @cached_property
    def uneven(self) -> list[Team]:
        """The teams that miss the ideal of sides or sexes by more than one."""
        return [
            team
            for team in self.teams
            if any(
                share.is_off
                for trait in ("side", "sex")
                for share in self.balance(team).get(trait, {}).values()
            )
        ]

    def with_in(self, mate: Mate, team: Team) -> Roster:
        """Give the same with somebody in another team."""
        moved = replace(mate, team=team.label)
        mates = tuple(moved if one.id == mate.id else one for one in self.mates)
        return Roster(self.teams, mates, self.wishes)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """What both names of everybody share with other spellings, for looking somebody up."""
        return {one.id: comparison_key(f"{one.name_km} {one.name_en}") for one in self.mates}

    def count(self) -> None:
        """Count now all that is asked for later, where that may take a while."""
        for name in ("by_team", "by_id", "balances", "uneven", "keys"):
            getattr(self, name)

    def ideal(self, trait: str, value: str, size: int) -> float:
        """Give how many of a kind a team of such a size would have if all were alike."""
        return self._kinds[trait, value] * size / self._placed if self._placed else 0.0

    @cached_property
    def _kinds(self) -> Counter[tuple[str, str]]:
        return kinds_of(one.member for one in self.mates if one.team)

    @cached_property
    def _placed(self) -> int:
        return sum(bool(one.team) for one in self.mates)


def roster_of(session: Session, bootcamp_id: str) -> Roster:
    """Give the teams of a bootcamp and everybody who is still expected, by name."""
    teams = teams_of(session, bootcamp_id)
    names = TeamNames(teams)
    columns = (
        ParticipationRow.id, PersonRow.id, PersonRow.name_km, PersonRow.name_en, PersonRow.sex,
        ParticipationRow.sector, ParticipationRow.province, OrganisationRow.id,
        OrganisationRow.name_km, OrganisationRow.name_en, OrganisationRow.kind,
        ParticipationRow.team,
    )  # fmt: skip
    query = (
        select(*columns)
        .join(PersonRow, PersonRow.id == ParticipationRow.person_id)
        .outerjoin(OrganisationRow, OrganisationRow.id == ParticipationRow.organisation_id)
        .where(
            ParticipationRow.bootcamp_id == bootcamp_id,
            ParticipationRow.status.not_in(GONE),
            ParticipationRow.role.not_in(_NOT_IN_TEAMS),
        )
        .order_by(PersonRow.name_km == "", PersonRow.name_km, PersonRow.name_en, PersonRow.id)
    )
    mates = tuple(_mate(row, names) for row in session.execute(query).tuples())
    return Roster(tuple(teams), mates, tuple(wishes_of(session, bootcamp_id)))


def teams_of(session: Session, bootcamp_id: str) -> list[Team]:
    """Give the teams in their order, and behind them those that only people in them name."""
    teams = made_teams(session, bootcamp_id)
    texts = select(func.coalesce(ParticipationRow.team, "")).where(
        ParticipationRow.bootcamp_id == bootcamp_id, ParticipationRow.status.not_in(GONE)
    )
    known = TeamNames(teams)
    for text in sorted(session.scalars(texts.distinct())):
        if text and known.team(text) is None:
            teams.append(Team("", text, "", "", "", _LAST))
            known = TeamNames(teams)
    return teams


def made_teams(session: Session, bootcamp_id: str) -> list[Team]:
    """Give the teams that somebody made, in their order; rows of one label are one team."""
    query = select(TeamRow).where(TeamRow.bootcamp_id == bootcamp_id)
    rows = session.scalars(query.order_by(TeamRow.place, TeamRow.id))
    found: dict[str, Team] = {}
    for row in rows:
        found.setdefault(comparison_key(row.label), team_view(row))
    return list(found.values())


def wishes_of(session: Session, bootcamp_id: str) -> list[Wish]:
    """Give the wishes of a bootcamp, the earliest first."""
    query = select(WishRow).where(WishRow.bootcamp_id == bootcamp_id).order_by(WishRow.id)
    return [
        Wish(row.id, row.kind, tuple(row.participation_ids), row.team)
        for row in session.scalars(query)
    ]


def team_view(row: TeamRow) -> Team:
    """Give a team as others see it."""
    return Team(row.id, row.label, row.name_km, row.name_en, row.colour, row.place)


def _mate(row: Sequence[str | None], names: TeamNames) -> Mate:
    (key, person, name_km, name_en, sex, sector, province, home, home_km, home_en, kind,
     team) = (value or "" for value in row)  # fmt: skip
    side = side_of(sector, kind)
    traits = {
        "side": side,
        "sector": sector or "not_stated",
        "sex": sex or "not_stated",
        "province": province,
    }
    if home:
        traits["organisation"] = home
    return Mate(key, person, name_km, name_en, sex, sector, province, home_km, home_en,
                names.label(team), Member(key, traits))  # fmt: skip
