"""Dot voting: who may give how many dots to what, and what comes of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.dots import over, ranking, tally, totals, vote_id
from bootcamp_app.features.canvases.views import Gesture, Round, Vote, VotesChanged
from bootcamp_app.features.canvases.voting import NewRound
from tests.features.canvases.facilitating import board_with, note

if TYPE_CHECKING:
    from bootcamp_app.features.canvases.views import Board
    from tests.clock import FakeClock
    from tests.desk import Desk


@pytest.fixture
def board(sqlite_desk: Desk) -> Board:
    """Three notes, one of them in another zone."""
    return board_with(sqlite_desk, note("a"), note("b"), note("c", "cso"), team="Lotus")


def voter(desk: Desk, name: str = "Sok Dara", **fields: str) -> str:
    return desk.walk_in(name, **fields).participant.participation_id


def test_ties_share_a_place_and_the_next_is_left_out() -> None:
    ranked = ranking({"a": 2, "b": 5, "c": 5, "d": 0, "e": 1})

    assert [(one.item_id, one.place, one.is_tied) for one in ranked] == [
        ("b", 1, True),
        ("c", 1, True),
        ("a", 3, False),
        ("e", 4, False),
    ]


def test_equal_notes_follow_the_zones(sqlite_desk: Desk, board: Board) -> None:
    votes = sqlite_desk.app.votes
    held = votes.open(board.id, NewRound("hands"))
    for key in ("c", "b", "a"):
        votes.vote(held, key, dots=4)

    assert [one.item_id for one in ranking(totals(tally(votes.votes(held))))] == ["a", "b", "c"]


def test_a_person_has_so_many_dots_and_can_take_them_back(sqlite_desk: Desk, board: Board) -> None:
    votes, dara = sqlite_desk.app.votes, voter(sqlite_desk, sector="government")
    held = votes.open(board.id, NewRound("person", dots=3))
    votes.vote(held, "a", voter=dara, dots=2)
    votes.vote(held, "b", voter=dara)

    with pytest.raises(Refusal, match="All 3 dots are given"):
        votes.vote(held, "c", voter=dara)
    votes.vote(held, "a", voter=dara, dots=0)
    votes.vote(held, "c", voter=dara)

    assert votes.dots(board.id) == {"b": {"government": 1}, "c": {"government": 1}}


def test_nobody_is_put_on_a_side_that_was_not_said(sqlite_desk: Desk, board: Board) -> None:
    held = sqlite_desk.app.votes.open(board.id, NewRound("person"))
    sqlite_desk.app.votes.vote(held, "a", voter=voter(sqlite_desk))

    assert sqlite_desk.app.votes.dots(board.id) == {"a": {"": 1}}


def test_only_who_takes_part_votes(sqlite_desk: Desk, board: Board) -> None:
    held = sqlite_desk.app.votes.open(board.id, NewRound("person"))

    with pytest.raises(Refusal, match="does not take part"):
        sqlite_desk.app.votes.vote(held, "a", voter="somebody")


def test_in_a_round_of_the_team_only_its_members_vote(sqlite_desk: Desk, board: Board) -> None:
    votes = sqlite_desk.app.votes
    inside, outside = voter(sqlite_desk, team="lotus"), voter(sqlite_desk, "Kim Ly", team="Rice")
    held = votes.open(board.id, NewRound("team"))
    votes.vote(held, "a", voter=inside)

    with pytest.raises(Refusal, match="Only the members of the team"):
        votes.vote(held, "a", voter=outside)
    assert votes.voters(held) == [inside]


def test_a_secret_round_shows_its_dots_when_it_is_closed(sqlite_desk: Desk, board: Board) -> None:
    votes = sqlite_desk.app.votes
    held = votes.open(board.id, NewRound("side", dots=0, is_secret=True))
    votes.vote(held, "a", side="resident", dots=12)

    before = votes.dots(board.id)
    votes.close(held)

    assert (before, votes.dots(board.id)) == ({}, {"a": {"resident": 12}})


def test_hands_are_counted_whole_or_by_side(sqlite_desk: Desk, board: Board) -> None:
    votes = sqlite_desk.app.votes
    held = votes.open(board.id, NewRound("hands"))
    votes.vote(held, "a", dots=14)
    votes.vote(held, "a", dots=15)
    votes.vote(held, "b", side="government", dots=4)

    assert votes.dots(board.id) == {"a": {"": 15}, "b": {"government": 4}}


def test_only_notes_of_the_zones_are_voted_on(sqlite_desk: Desk, board: Board) -> None:
    held = sqlite_desk.app.votes.open(board.id, NewRound("hands", zones=("gov",)))

    with pytest.raises(Refusal, match="other zones"):
        sqlite_desk.app.votes.vote(held, "c", dots=3)
    with pytest.raises(Refusal, match="no such zone"):
        sqlite_desk.app.votes.open(board.id, NewRound("hands", zones=("moon",)))


def test_one_round_is_open_at_a_time_and_a_closed_one_takes_nothing(
    sqlite_desk: Desk, board: Board, clock: FakeClock
) -> None:
    votes = sqlite_desk.app.votes
    first = votes.open(board.id, NewRound("hands", title="Which first?"))
    with pytest.raises(Refusal, match="open already"):
        votes.open(board.id, NewRound("hands"))
    votes.close(first)
    with pytest.raises(Refusal, match="closed"):
        votes.vote(first, "a", dots=1)
    clock.forward(minutes=1)
    second = votes.open(board.id, NewRound("hands"))
    with pytest.raises(Refusal, match="Another round is open"):
        votes.reopen(first)
    votes.close(second)
    votes.reopen(first)

    newest = votes.newest(board.id)
    assert newest is not None
    assert (newest.title, newest.closed_at) == ("Which first?", None)


@pytest.mark.parametrize(
    "wanted", [NewRound("shout"), NewRound("person", dots=0), NewRound("person", dots=10)]
)
def test_a_round_that_cannot_be_is_refused(
    sqlite_desk: Desk, board: Board, wanted: NewRound
) -> None:
    with pytest.raises(Refusal):
        sqlite_desk.app.votes.open(board.id, wanted)
    assert sqlite_desk.app.votes.rounds(board.id) == []


def test_a_vote_is_told_taken_back_and_journaled(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    board = board_with(desk, note("a"))
    told: list[object] = []
    held = desk.app.votes.open(board.id, NewRound("hands"))
    desk.app.changes.subscribe(VotesChanged, told.append)
    act = desk.app.votes.vote(held, "a", dots=7)

    desk.app.records.undo_act(act)

    assert told == [VotesChanged(board.id)]
    assert desk.app.votes.dots(board.id) == {}
    assert desk.app.records.faults() == []


def test_votes_for_a_note_that_is_gone_count_no_more(sqlite_desk: Desk, board: Board) -> None:
    held = sqlite_desk.app.votes.open(board.id, NewRound("hands"))
    sqlite_desk.app.votes.vote(held, "a", dots=7)
    sqlite_desk.app.boards.apply(board.id, Gesture(removed=("a",)))

    assert sqlite_desk.app.votes.dots(board.id) == {}


def test_a_removed_round_takes_its_votes_along_and_comes_back(
    sqlite_desk: Desk, board: Board
) -> None:
    votes = sqlite_desk.app.votes
    held = votes.open(board.id, NewRound("hands"))
    votes.vote(held, "a", dots=7)

    act = votes.remove(held)
    gone = votes.rounds(board.id), votes.dots(board.id)
    sqlite_desk.app.records.undo_act(act)

    assert gone == ([], {})
    assert votes.dots(board.id) == {"a": {"": 7}}


def test_who_has_too_many_dots_after_merging_is_told(clock: FakeClock) -> None:
    held = Round(
        "r", "b", "", "person", 3, (), is_secret=False, opened_at=clock.now(), closed_at=None
    )
    dara, kim = (Vote("1", "r", "a", "dara", "", 3), Vote("2", "r", "b", "kim", "", 2))

    assert over(held, [dara, kim, Vote("3", "r", "b", "dara", "", 1)]) == ["dara"]
    assert vote_id("r", "a", "dara") == vote_id("r", "a", "dara") != vote_id("r", "b", "dara")
