"""Two participations that turn out to be one: boards and solutions go with the one that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.features.canvases.dots import given
from bootcamp_app.features.canvases.views import Gesture, VotesChanged
from bootcamp_app.features.canvases.voting import NewRound
from tests.features.canvases.solving import board, wanted

if TYPE_CHECKING:
    from tests.desk import Desk


def test_what_somebody_owns_and_wrote_is_that_of_the_one_who_stays(room: Desk) -> None:
    stays, goes = (room.walk_in("Keo Dara", phone=phone).participant for phone in ("1", "2"))
    ours = board(room, "co-ownership", {"solution": ["Clean market"]})
    [note] = room.app.boards.contents(ours.id).items
    written = Gesture(changed={note.id: {"author": goes.participation_id}})
    room.app.boards.apply(ours.id, written)
    room.app.solutions.write(wanted(room, civil_society_owner=goes.participation_id))

    act = room.app.twins.merge(stays.person_id, goes.person_id).act

    [solution] = room.app.solutions.all(room.bootcamp)
    assert solution.civil_society_owner == stays.participation_id
    assert room.app.boards.contents(ours.id).items[0].author == stays.participation_id
    assert room.app.solutions.owners([solution])[stays.participation_id].name_en == "Keo Dara"
    room.app.records.undo_act(act)
    [before] = room.app.solutions.all(room.bootcamp)
    assert before.civil_society_owner == goes.participation_id


def test_before_they_are_merged_it_is_told_what_each_owns(room: Desk) -> None:
    first, second = (room.walk_in("Keo Dara", phone=phone).participant for phone in ("1", "2"))
    room.app.solutions.write(wanted(room, government_owner=second.participation_id))

    compared = room.app.twins.compare(first.person_id, second.person_id)

    told = [str(fact) for part in compared.other.parts for fact in part.facts]
    assert "Owns “Clean market”" in told
    assert "Owns" not in str([str(fact) for part in compared.keep.parts for fact in part.facts])


def test_the_votes_of_two_who_are_one_stay_within_the_dots_and_can_be_taken_back(
    room: Desk,
) -> None:
    stays, goes = (room.walk_in("Keo Dara", phone=phone).participant for phone in ("1", "2"))
    ours = board(room, "co-ownership", {"solution": ["Bins", "Carts"]})
    bins, carts = (one.id for one in room.app.boards.contents(ours.id).items)
    votes = room.app.votes
    held = votes.open(ours.id, NewRound("person", dots=3))
    votes.vote(held, bins, voter=stays.participation_id, dots=2)
    votes.vote(held, bins, voter=goes.participation_id, dots=1)
    votes.vote(held, carts, voter=goes.participation_id, dots=2)
    before = votes.votes(held)
    told = room.announced(VotesChanged)

    act = room.app.twins.merge(stays.person_id, goes.person_id).act

    counted = votes.votes(held)
    assert given(counted, stays.participation_id) == {bins: 2, carts: 1}
    assert told == [VotesChanged(ours.id)]
    room.app.records.undo_act(act)
    assert votes.votes(held) == before
    room.app.twins.merge(stays.person_id, goes.person_id)
    votes.vote(held, carts, voter=stays.participation_id, dots=0)
    assert given(votes.votes(held), stays.participation_id) == {bins: 2}
