"""Rounds of dot voting on a board: opened, voted in, closed, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.boards import item_view
from bootcamp_app.features.canvases.dots import (
    HANDS,
    MOST_COUNTED,
    MOST_DOTS,
    ROUND_KINDS,
    TEAM,
    is_of_people,
    may_be_voted_on,
    refuse_dots,
    tally,
    vote_id,
)
from bootcamp_app.features.canvases.tables import BoardRow, ItemRow, RoundRow, VoteRow
from bootcamp_app.features.canvases.views import SIDES, Round, Vote, VotesChanged
from bootcamp_app.features.people.listing import participants
from bootcamp_app.features.people.tables import ParticipationRow
from bootcamp_app.features.teams.rules import side_of
from bootcamp_app.features.teams.tables import TeamRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work


@dataclass(frozen=True)
class NewRound:
    """What a round is: who votes, with how many dots each (0: as many as are counted), on what."""

    kind: str
    dots: int = 3
    title: str = ""
    zones: tuple[str, ...] = ()
    is_secret: bool = False


class Votes:
    """The rounds of every board."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def rounds(self, board_id: str) -> list[Round]:
        """Give the rounds of a board, the oldest first."""
        with self._database.read() as reader:
            return _rounds(reader, board_id)

    def newest(self, board_id: str) -> Round | None:
        """Give the round that is open, or else the one opened last; None where there is none."""
        with self._database.read() as reader:
            return _newest(_rounds(reader, board_id))

    def open(self, board_id: str, wanted: NewRound) -> Round:
        """Open a round; raises a Refusal while another one is open."""
        _refuse_round(wanted)
        with self._database.write() as work:
            board = work.get(BoardRow, board_id)
            if board is None:
                raise Refusal("This board is no more. Open another one in the list.")
            if wanted.kind == TEAM and not board.team:
                raise Refusal("This board belongs to no team. Let everybody of the bootcamp vote.")
            known = {zone["id"] for zone in board.document["zones"]}
            if not known.issuperset(wanted.zones):
                raise Refusal("This board has no such zone. Choose zones of this board.")
            if any(one.closed_at is None for one in _rounds(work, board_id)):
                raise Refusal("A round is open already. Close it, then open another one.")
            row = RoundRow(
                board_id=board_id,
                title=wanted.title.strip(),
                kind=wanted.kind,
                dots=0 if wanted.kind == HANDS else wanted.dots,
                zones=list(wanted.zones),
                is_secret=wanted.is_secret,
                opened_at=self._clock.now(),
                closed_at=None,
            )
            work.add(row)
            work.announce(VotesChanged(board_id))
            return round_view(row)

    def close(self, held: Round) -> str:
        """Close a round and give the act by which it is taken back."""
        with self._database.write() as work:
            row = _row(work, held.id)
            if row.closed_at is None:
                row.closed_at = self._clock.now()
                work.announce(VotesChanged(row.board_id))
            return work.act

    def reopen(self, held: Round) -> str:
        """Open a closed round again; raises a Refusal while another one is open."""
        with self._database.write() as work:
            row = _row(work, held.id)
            if any(
                one.closed_at is None for one in _rounds(work, row.board_id) if one.id != row.id
            ):
                raise Refusal("Another round is open. Close it first.")
            if row.closed_at is not None:
                row.closed_at = None
                work.announce(VotesChanged(row.board_id))
            return work.act

    def remove(self, held: Round) -> str:
        """Have a round and its votes no more; give the act by which that is taken back."""
        with self._database.write() as work:
            row = _row(work, held.id)
            for vote in work.scalars(select(VoteRow).where(VoteRow.round_id == row.id)):
                work.delete(vote)
            work.delete(row)
            work.announce(VotesChanged(row.board_id))
            return work.act

    def vote(
        self, held: Round, item_id: str, *, voter: str = "", side: str = "", dots: int = 1
    ) -> str:
        """Have a participation, a side or the hands of all stand at so many dots on an item.

        None takes them back. Gives the act; raises a Refusal where it may not be.
        """
        with self._database.write() as work:
            row = _row(work, held.id)
            now = round_view(row)
            if now.closed_at is not None:
                raise Refusal("This round is closed. Open it again to change votes.")
            item = work.get(ItemRow, item_id)
            if item is None or item.board_id != row.board_id:
                raise Refusal("This note is not on the board any more. Choose another one.")
            if not may_be_voted_on(item_view(item), now):
                raise Refusal("This round is about other zones. Choose a note in one of them.")
            wanted = Vote("", row.id, item_id, "", side, dots)
            if is_of_people(now.kind):
                person = _voter(work, row, voter)
                wanted = replace(wanted, voter=voter, side=side_said(person))
            elif side and side not in SIDES:
                raise Refusal("Choose which side votes: government, civil society or residents.")
            refuse_dots(now, _votes(work, row.id), wanted)
            _write(work, row.board_id, wanted)
            work.announce(VotesChanged(row.board_id))
            return work.act

    def votes(self, held: Round) -> list[Vote]:
        """Give the votes of a round for items that are still there, in the order of reading."""
        with self._database.read() as reader:
            return _in_order(reader, held, _votes(reader, held.id))

    def voters(self, held: Round) -> list[str]:
        """Give the participations that may vote in a round."""
        with self._database.read() as reader:
            row = _row(reader, held.id)
            board = reader.get(BoardRow, row.board_id)
            return _may_vote(reader, board, row.kind) if board else []

    def dots(self, board_id: str) -> dict[str, dict[str, int]]:
        """Give the dots of each item by side in the newest round; an empty side said nothing.

        Of a secret round none before it is closed.
        """
        with self._database.read() as reader:
            held = _newest(_rounds(reader, board_id))
            if held is None or (held.is_secret and held.closed_at is None):
                return {}
            return tally(_votes(reader, held.id))


def side_said(person: Participant) -> str:
    """Give the side of somebody; empty where neither sector nor organisation says it."""
    if person.sector in ("", "not_stated") and not person.organisation_kind:
        return ""
    return side_of(person.sector, person.organisation_kind)


def votes_shown(reading: Reading, board_id: str) -> list[Vote]:
    """Give the votes of a board's newest round that may be seen."""
    held = _newest(_rounds(reading, board_id))
    is_covered = held is not None and held.is_secret and held.closed_at is None
    return [] if held is None or is_covered else _votes(reading, held.id)


def round_view(row: RoundRow) -> Round:
    """Give a round as others see it."""
    return Round(
        id=row.id,
        board_id=row.board_id,
        title=row.title,
        kind=row.kind,
        dots=row.dots,
        zones=tuple(row.zones),
        is_secret=row.is_secret,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
    )


def _refuse_round(wanted: NewRound) -> None:
    if wanted.kind not in ROUND_KINDS:
        raise Refusal(
            "“{kind}” is no way to vote. Choose one of: {kinds}.",
            kind=wanted.kind,
            kinds=", ".join(ROUND_KINDS),
        )
    # Dots that sides stick on paper are counted as they are, unless each has a number of them.
    least, most = (1, MOST_DOTS) if is_of_people(wanted.kind) else (0, MOST_COUNTED)
    if not least <= wanted.dots <= most:
        raise Refusal("Give each voter from {least} to {most} dots.", least=least, most=most)


def _rounds(reading: Reading, board_id: str) -> list[Round]:
    query = select(RoundRow).where(RoundRow.board_id == board_id)
    rows = reading.scalars(query.order_by(RoundRow.opened_at, RoundRow.id))
    return [round_view(row) for row in rows]


def _newest(rounds: list[Round]) -> Round | None:
    still_open = [one for one in rounds if one.closed_at is None]
    return next(reversed(still_open or rounds), None)


def _votes(reading: Reading, round_id: str) -> list[Vote]:
    # A vote for a note that was removed stays in the journal and counts no more.
    query = select(VoteRow).join(ItemRow, ItemRow.id == VoteRow.item_id)
    rows = reading.scalars(query.where(VoteRow.round_id == round_id).order_by(VoteRow.id))
    return [Vote(r.id, r.round_id, r.item_id, r.voter, r.side, r.dots) for r in rows if r.dots]


def _in_order(reading: Reading, held: Round, votes: list[Vote]) -> list[Vote]:
    """Have those that nothing else tells apart follow the zones, then their places."""
    board = reading.get(BoardRow, held.board_id)
    zones = {zone["id"]: at for at, zone in enumerate(board.document["zones"])} if board else {}
    query = select(ItemRow.id, ItemRow.zone, ItemRow.top, ItemRow.x)
    places = {
        key: (zones.get(zone, len(zones)), top, x, key)
        for key, zone, top, x in reading.execute(query.where(ItemRow.board_id == held.board_id))
    }
    return sorted(votes, key=lambda one: places[one.item_id])


def _row(reading: Reading, round_id: str) -> RoundRow:
    row = reading.get(RoundRow, round_id)
    if row is None:
        raise Refusal("This round of votes is no more. Open another one.")
    return row


def _voter(work: Work, row: RoundRow, voter: str) -> Participant:
    board = work.get(BoardRow, row.board_id)
    found = participants(work, [voter])
    if not found or board is None or found[0].bootcamp_id != board.bootcamp_id:
        raise Refusal("This person does not take part in this bootcamp. Choose somebody who does.")
    if not found[0].is_expected:
        raise Refusal("This person was withdrawn and cannot vote. Choose somebody else.")
    if row.kind == TEAM and comparison_key(found[0].team) not in _names(work, board):
        raise Refusal("Only the members of the team vote in this round. Choose one of them.")
    return found[0]


def _may_vote(reading: Reading, board: BoardRow, kind: str) -> list[str]:
    query = select(ParticipationRow.id).where(ParticipationRow.bootcamp_id == board.bootcamp_id)
    names = _names(reading, board)
    return [
        one.participation_id
        for one in participants(reading, list(reading.scalars(query.order_by(ParticipationRow.id))))
        if one.is_expected and (kind != TEAM or comparison_key(one.team) in names)
    ]


def _names(reading: Reading, board: BoardRow) -> set[str]:
    """Give everything under which the team of a board is known."""
    query = select(TeamRow).where(
        TeamRow.bootcamp_id == board.bootcamp_id, TeamRow.label == board.team
    )
    said = [board.team]
    for row in reading.scalars(query):
        said += [row.name_km, row.name_en]
    return {key for one in said if (key := comparison_key(one))}


def _write(work: Work, board_id: str, wanted: Vote) -> None:
    # Sides and hands have one number an item each; "hands" keeps it apart from a side's.
    who = wanted.voter or wanted.side or HANDS
    key = vote_id(wanted.round_id, wanted.item_id, who)
    row = work.get(VoteRow, key)
    if row is not None and not wanted.dots:
        work.delete(row)
    elif row is not None:
        row.dots, row.side = wanted.dots, wanted.side
    elif wanted.dots:
        work.add(
            VoteRow(
                id=key,
                board_id=board_id,
                round_id=wanted.round_id,
                item_id=wanted.item_id,
                voter=wanted.voter,
                side=wanted.side,
                dots=wanted.dots,
            )
        )
