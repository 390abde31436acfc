"""Two laptops count the votes of one round; brought together, they say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bootcamp_app.bootstrap import build
from bootcamp_app.features.canvases.dots import over
from bootcamp_app.features.canvases.voting import NewRound
from tests.clock import FakeClock
from tests.desk import Desk
from tests.features.canvases.facilitating import board_with, note
from tests.storage.desks import facts_for, seen_by, take_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    """Two laptops with files of their own."""
    apps = [build(tmp_path / f"{name}.bootcamp", FakeClock(), name) for name in ("here", "there")]
    yield [Desk(app, FakeClock()) for app in apps]
    for app in apps:
        app.database.close()


def bring(giver: Desk, taker: Desk) -> None:
    take_in(taker.app.database, facts_for(giver.app.database, seen_by(taker.app.database)))


def exchange(one: Desk, other: Desk) -> None:
    bring(one, other)
    bring(other, one)


def test_a_voter_counted_on_both_counts_once_and_too_many_dots_are_told(desks: list[Desk]) -> None:
    here, there = desks
    board = board_with(here, note("a"), note("b"), note("c"))
    dara = here.walk_in("Sok Dara", sector="government").participant.participation_id
    held = here.app.votes.open(board.id, NewRound("person", dots=2))
    bring(here, there)
    for desk in desks:
        desk.app.votes.vote(held, "a", voter=dara, dots=2)
    exchange(here, there)
    once = [desk.app.votes.dots(board.id) for desk in desks]
    here.app.votes.vote(held, "a", voter=dara, dots=1)
    there.app.votes.vote(held, "a", voter=dara, dots=1)
    for desk, item in ((here, "b"), (there, "c")):
        desk.app.votes.vote(held, item, voter=dara)
    exchange(here, there)

    assert once == [{"a": {"government": 2}}] * 2
    assert [over(held, desk.app.votes.votes(held)) for desk in desks] == [[dara]] * 2
    assert here.app.votes.dots(board.id) == there.app.votes.dots(board.id)
    assert [desk.app.records.faults() for desk in desks] == [[], []]


def test_hands_counted_anew_elsewhere_take_the_place_of_the_earlier_number(
    desks: list[Desk],
) -> None:
    here, there = desks
    board = board_with(here, note("a"))
    held = here.app.votes.open(board.id, NewRound("hands"))
    here.app.votes.vote(held, "a", dots=14)
    bring(here, there)
    there.clock.forward(minutes=1)
    there.app.votes.vote(held, "a", dots=15)
    bring(there, here)

    assert here.app.votes.dots(board.id) == there.app.votes.dots(board.id) == {"a": {"": 15}}
