"""Whose a board is, and how even that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.features.canvases.ownership import percents, shares
from bootcamp_app.features.canvases.tables import CommitmentRow, SolutionRow
from bootcamp_app.features.canvases.views import SIDES, Commitment, Item, Vote
from bootcamp_app.features.canvases.voting import NewRound
from tests.features.canvases.facilitating import board_with, note

if TYPE_CHECKING:
    from tests.desk import Desk

GOVERNMENT, CIVIL_SOCIETY, RESIDENT = SIDES


def dots(side: str, number: int) -> Vote:
    return Vote(side, "r", "a", "", side, number)


def test_each_kind_weighs_the_same_however_many_there_are() -> None:
    notes = [note("a", side=GOVERNMENT)]
    votes = [dots(CIVIL_SOCIETY, 99)]
    promises = [Commitment("1", GOVERNMENT, "", "", None), Commitment("2", RESIDENT, "", "", None)]

    found = shares(notes, votes, promises)

    assert found.sides == {
        GOVERNMENT: pytest.approx(1.5 / 3),
        CIVIL_SOCIETY: pytest.approx(1 / 3),
        RESIDENT: pytest.approx(0.5 / 3),
    }
    assert (found.balance, found.reading) == (100, "even")


def test_what_nobody_said_is_told_and_weighs_nothing() -> None:
    found = shares([note("a"), note("b", side=RESIDENT), note("c", side="elsewhere")])

    assert found.of["notes"].unsaid == found.unsaid == 2
    assert found.sides[RESIDENT] == 1.0
    assert (found.balance, found.reading) == (0, "few")


def test_little_that_is_said_means_nothing_as_yet() -> None:
    unsaid = [note(str(at)) for at in range(14)]
    promises = [Commitment("1", CIVIL_SOCIETY, "", "", None)]

    assert shares([note("a", side=GOVERNMENT), *unsaid]).reading == "few"
    assert shares([note("a", side=GOVERNMENT)]).reading == "few"
    assert shares([note("a", side=GOVERNMENT), *unsaid], (), promises).reading == "few"

    clear = shares([note("a", side=GOVERNMENT), *unsaid], [dots(RESIDENT, 4)])
    assert (clear.sides[RESIDENT], clear.reading) == (1.0, "mostly_citizens")


def test_a_board_of_which_nobody_said_anything_has_no_balance() -> None:
    found = shares([note("a"), Item("t", "text", side=GOVERNMENT)])

    assert (found.balance, found.reading) == (None, "nothing")
    assert percents(found.sides) == dict.fromkeys(SIDES, 0)


@pytest.mark.parametrize(
    ("government", "citizens", "balance", "reading"),
    [
        (38, 62, 76, "leans_citizens"),
        (60, 40, 80, "even"),
        (70, 30, 60, "leans_government"),
        (90, 10, 20, "mostly_government"),
    ],
)
def test_the_balance_reads_in_plain_words(
    government: int, citizens: int, balance: int, reading: str
) -> None:
    found = shares([], [dots(GOVERNMENT, government), dots(CIVIL_SOCIETY, citizens)])

    assert (found.balance, found.reading) == (balance, reading)


def test_notes_are_told_by_zone() -> None:
    found = shares([note("a", side=GOVERNMENT), note("b", "cso"), note("c", "")])

    assert {zone: dict(one.by_side) for zone, one in found.zones.items()} == {
        "gov": {GOVERNMENT: 1},
        "cso": {"": 1},
        "": {"": 1},
    }


@settings(max_examples=40)
@given(st.lists(st.integers(0, 500), min_size=3, max_size=3))
def test_percents_add_up_to_a_hundred(numbers: list[int]) -> None:
    found = shares([], [dots(side, n) for side, n in zip(SIDES, numbers, strict=True)])

    assert sum(percents(found.sides).values()) == (100 if any(numbers) else 0)


def test_the_promises_of_a_boards_solutions_count(sqlite_desk: Desk) -> None:
    board = board_with(sqlite_desk, note("a", side=GOVERNMENT))
    held = sqlite_desk.app.votes.open(board.id, NewRound("side", dots=0, is_secret=True))
    sqlite_desk.app.votes.vote(held, "a", side=RESIDENT, dots=4)
    where = {"bootcamp_id": board.bootcamp_id, "due_on": None, "agreed_on": None}
    sqlite_desk.write(SolutionRow(id="s", board_id=board.id, **where))
    sqlite_desk.write(SolutionRow(id="other", board_id="", **where))
    sqlite_desk.write(CommitmentRow(solution_id="s", side=CIVIL_SOCIETY, due_on=None))
    sqlite_desk.write(CommitmentRow(solution_id="other", side=RESIDENT, due_on=None))

    found = sqlite_desk.app.ownership.of(board.id)

    assert {kind: dict(one.by_side) for kind, one in found.of.items()} == {
        "notes": {GOVERNMENT: 1},
        "votes": {},
        "commitments": {CIVIL_SOCIETY: 1},
    }
