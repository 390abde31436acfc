"""Everything that a booklet or a gallery tells of a bootcamp, read at one moment."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.bootcamps.tables import LogoRow
from bootcamp_app.features.bootcamps.views import MOST_LOGOS
from bootcamp_app.features.canvases.board_files import handed_of
from bootcamp_app.features.canvases.owner_shown import OwnerShown, both, owner_shown
from bootcamp_app.features.canvases.pack.owning import Owned, owned
from bootcamp_app.features.canvases.readiness import OWNER_SIDES, Standing, standing_of
from bootcamp_app.features.canvases.solutions import owners_of, solutions_of
from bootcamp_app.features.canvases.tables import BoardRow
from bootcamp_app.features.canvases.team_names import team_names
from bootcamp_app.features.canvases.views import Words
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.features.teams.service import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.file_views import Handed
    from bootcamp_app.features.canvases.sign_off import SignOff
    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.features.teams.views import TeamNames
    from bootcamp_app.storage.database import Database


@dataclass(frozen=True)
class Entry:
    """One solution as others read of it."""

    solution: Solution
    standing: Standing
    owners: Mapping[str, OwnerShown]
    """By side; without names where personal data is left out."""
    board: Handed | None
    team: Words
    members: tuple[str, ...]
    """Who is in the team, in both scripts; nobody where personal data is left out."""
    owned: Owned


@dataclass(frozen=True)
class Pack:
    """A bootcamp with its solutions, and the boards that end in none."""

    bootcamp: Bootcamp
    entries: tuple[Entry, ...]
    others: tuple[Handed, ...]
    teams: Mapping[str, Words]
    """What teams are called, by the label that boards carry."""
    logos: tuple[bytes, ...] = field(repr=False)
    is_personal: bool
    made_at: datetime

    @property
    def boards(self) -> list[Handed]:
        """Every board that is told of, once."""
        boards = [one.board for one in self.entries if one.board is not None]
        return list({one.contents.board.id: one for one in [*boards, *self.others]}.values())


class Packs:
    """Reads what booklets, galleries and pages to sign are made from."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def gathered(self, bootcamp: Bootcamp, *, with_names: bool = False) -> Pack:
        """Give everything that is told of a bootcamp; with names only where they are wanted."""
        with self._database.read() as reader:
            solutions = solutions_of(reader, bootcamp.id)
            owners = owners_of(reader, solutions)
            boards = _boards(reader, bootcamp.id, with_names=with_names)
            labels = {one.team for one in solutions}
            labels |= {one.contents.board.team for one in boards.values()}
            teams = team_names(reader, bootcamp.id, labels)
            known = names_of(reader, bootcamp.id)
            members = _members(reader, bootcamp.id, known) if with_names else {}
            logos = _logos(reader, bootcamp.id)
        named = {
            key: _called(one, teams.get(one.contents.board.team)) for key, one in boards.items()
        }
        entries = tuple(
            Entry(
                one,
                standing_of(one, owners, bootcamp.starts_on),
                {
                    side: owner_shown(one, side, owners, with_names=with_names)
                    for side in OWNER_SIDES
                },
                named.get(one.board_id),
                teams.get(one.team, Words("", "")),
                members.get(known.label(one.team), ()) if one.team else (),
                owned(one, named.get(one.board_id)),
            )
            for one in solutions
        )
        told = {one.board_id for one in solutions}
        others = tuple(one for key, one in named.items() if key not in told and one.contents.items)
        return Pack(bootcamp, entries, others, teams, logos, with_names, self._clock.now())

    def sign_off(self, bootcamp: Bootcamp) -> SignOff:
        """Give what prints the pages to sign of a bootcamp."""
        from bootcamp_app.features.canvases.sign_off import SignOff  # noqa: PLC0415 - heavy: paper

        with self._database.read() as reader:
            solutions = solutions_of(reader, bootcamp.id)
            query = select(BoardRow.id, BoardRow.number)
            query = query.where(BoardRow.bootcamp_id == bootcamp.id)
            return SignOff(
                bootcamp,
                owners_of(reader, solutions),
                numbers={row.id: row.number for row in reader.execute(query)},
                teams=team_names(reader, bootcamp.id, (one.team for one in solutions)),
                logos=_logos(reader, bootcamp.id),
            )


def _boards(reading: Reading, bootcamp_id: str, *, with_names: bool) -> dict[str, Handed]:
    """Give the boards of a bootcamp by id, the oldest first."""
    query = select(BoardRow.id).where(BoardRow.bootcamp_id == bootcamp_id)
    ids = reading.scalars(query.order_by(BoardRow.made_at, BoardRow.id)).all()
    return {one: handed_of(reading, one, with_names=with_names) for one in ids}


def _called(handed: Handed, team: Words | None) -> Handed:
    return replace(handed, team=str(team) if team else "")


def _members(reading: Reading, bootcamp_id: str, known: TeamNames) -> dict[str, tuple[str, ...]]:
    """Give who is in each team by its label, however a list called it."""
    query = select(ParticipationRow.id).where(
        ParticipationRow.bootcamp_id == bootcamp_id, ParticipationRow.team != ""
    )
    by_team: dict[str, list[str]] = {}
    for one in participants(reading, list(reading.scalars(query))):
        if one.is_expected:
            by_team.setdefault(known.label(one.team), []).append(both(one.name_km, one.name_en))
    return {team: tuple(sorted(names)) for team, names in by_team.items()}


def _logos(reading: Reading, bootcamp_id: str) -> tuple[bytes, ...]:
    query = select(LogoRow).where(LogoRow.bootcamp_id == bootcamp_id)
    rows = reading.scalars(query.order_by(LogoRow.place, LogoRow.id).limit(MOST_LOGOS))
    return tuple(b64decode(row.png) for row in rows)
