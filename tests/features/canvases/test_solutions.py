"""Solutions: written, begun from a board, changed, ordered, signed and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.tables import SolutionRow
from bootcamp_app.features.canvases.views import Commitment, SolutionsChanged
from tests.features.canvases.solving import PROMISES, board, owners, wanted

if TYPE_CHECKING:
    from tests.desk import Desk


def missing(room: Desk, **values: object) -> list[str]:
    standing = room.app.solutions.standing(wanted(room, **values), room.bootcamp.starts_on)
    return [str(one) for one in standing.missing]


def odd(room: Desk, **values: object) -> list[str]:
    standing = room.app.solutions.standing(wanted(room, **values), room.bootcamp.starts_on)
    return [str(one) for one in standing.odd]


def test_a_solution_is_kept_with_what_both_sides_promise(room: Desk) -> None:
    told: list[object] = []
    room.app.changes.subscribe(SolutionsChanged, told.append)

    made = room.app.solutions.write(wanted(room))

    assert room.app.solutions.all(room.bootcamp) == [made]
    assert replace(made, id="", commitments=()) == wanted(room, commitments=())
    assert [(one.side, one.what, one.place) for one in made.commitments] == [
        ("government", "Two bins at each market gate", 0),
        ("civil_society", "Twenty volunteers on Saturdays", 1),
    ]
    assert told == [SolutionsChanged(room.bootcamp.id)]


def test_only_what_is_otherwise_is_written(room: Desk) -> None:
    """Two laptops that change different fields of one solution keep both."""
    made = room.app.solutions.write(wanted(room))
    room.app.solutions.change(made, replace(made, idea="Bins that close"))

    room.app.solutions.change(made, replace(made, first_step="Ask the market women"))

    now = room.app.solutions.find(room.bootcamp, "clean market")
    assert (now.idea, now.first_step) == ("Bins that close", "Ask the market women")


def test_commitments_are_added_changed_and_left(room: Desk) -> None:
    made = room.app.solutions.write(wanted(room))
    first, second = made.commitments
    new = Commitment("", "resident", "", "Bring rubbish on time", None)

    wished = (new, replace(second, what="Thirty volunteers"))
    after = room.app.solutions.change(made, replace(made, commitments=wished))

    assert [(one.side, one.what) for one in after.commitments] == [
        ("resident", "Bring rubbish on time"),
        ("civil_society", "Thirty volunteers"),
    ]
    assert after.commitments[1].id == second.id
    assert first.id not in {one.id for one in after.commitments}


def test_commitments_from_another_laptop_stay_as_they_are(room: Desk) -> None:
    made = room.app.solutions.write(wanted(room))
    first, second = made.commitments
    third = Commitment("", "resident", "", "Bring rubbish on time", None, 2)
    elsewhere = (first, replace(second, what="Thirty volunteers"), third)
    room.app.solutions.change(made, replace(made, commitments=elsewhere))

    here = (first, replace(second, who="Youth club"))
    after = room.app.solutions.change(made, replace(made, commitments=here))

    assert [(one.who, one.what) for one in after.commitments] == [
        ("Commune office", "Two bins at each market gate"),
        ("Youth club", "Thirty volunteers"),
        ("", "Bring rubbish on time"),
    ]
    left = room.app.solutions.change(after, replace(after, commitments=(first,)))
    kept = (first, replace(second, due_on=None), replace(after.commitments[2], what="On time"))
    assert [one.what for one in left.commitments] == ["Two bins at each market gate"]
    again = room.app.solutions.change(after, replace(after, commitments=kept))
    assert [one.what for one in again.commitments][-1] == "On time"


def test_a_target_that_a_newer_version_wrote_is_kept(room: Desk) -> None:
    made = room.app.solutions.write(wanted(room))
    newer = replace(made, targets=("11.6", "18.1"))
    with room.app.database.write() as work:
        work.get_one(SolutionRow, made.id).targets = ["11.6", "18.1"]

    after = room.app.solutions.change(newer, replace(newer, idea="Bins that close"))

    assert (after.targets, after.idea) == (("11.6", "18.1"), "Bins that close")
    with pytest.raises(Refusal, match="no target"):
        room.app.solutions.change(made, newer)


def test_a_removed_solution_comes_back_with_its_commitments(room: Desk) -> None:
    made = room.app.solutions.write(wanted(room))
    room.app.solutions.remove(made)
    assert room.app.solutions.all(room.bootcamp) == []

    room.app.records.undo()

    assert room.app.solutions.all(room.bootcamp) == [made]


def test_solutions_are_put_in_another_order(room: Desk) -> None:
    for title in ("First", "Second", "Third"):
        room.app.solutions.write(wanted(room, title_en=title))
    third = room.app.solutions.find(room.bootcamp, "Third")

    room.app.solutions.move(third, -5)

    titles = [one.title_en for one in room.app.solutions.all(room.bootcamp)]
    assert titles == ["Third", "First", "Second"]


def test_what_is_missing_before_it_can_be_signed_is_told_in_words(room: Desk) -> None:
    assert missing(room) == []
    assert missing(
        room,
        title_km="",
        title_en="",
        problem="",
        idea="",
        government_owner_name="",
        civil_society_owner_name="",
        first_step="",
        due_on=None,
    ) == [
        "It has no title.",
        "The problem is not told.",
        "The idea is not told.",
        "Nobody on the government side owns it.",
        "Nobody on the civil-society side owns it.",
        "The first step is not told.",
        "The first step has no date.",
    ]


def test_an_owner_of_the_other_side_is_told_and_allowed(room: Desk) -> None:
    official, citizen = owners(room)

    assert odd(room, government_owner=official, civil_society_owner=citizen) == []
    assert odd(room, government_owner=citizen, civil_society_owner=citizen) == [
        "The owner on the government side is not registered as government.",
        "The same person stands for both sides. Choose two.",
    ]
    assert missing(room, government_owner="gone", government_owner_name="") == [
        "Nobody on the government side owns it."
    ]


def test_it_is_agreed_only_when_nothing_is_missing(room: Desk) -> None:
    made = room.app.solutions.write(wanted(room, first_step=""))
    with pytest.raises(Refusal) as refused:
        room.app.solutions.change(made, replace(made, agreed_on=date(2026, 3, 4)))

    signed = replace(made, agreed_on=date(2026, 3, 4), first_step="Count the bins")
    room.app.solutions.change(made, signed)

    assert str(refused.value) == (
        "It cannot be agreed as yet: The first step is not told. "
        "Fill that in, then enter the day again."
    )
    assert room.app.solutions.standings(room.bootcamp)[made.id].kind == "agreed"


def test_a_board_of_shared_ownership_tells_most_of_a_solution(room: Desk) -> None:
    made = board(
        room,
        "co-ownership",
        {"solution": ["Clean market"], "gov": ["Two bins", "A guard"], "cso": ["Volunteers"]},
    )

    draft = room.app.solutions.drafted(made.id)

    assert (draft.id, draft.board_id, draft.title_en) == ("", made.id, "Clean market")
    assert draft.idea == "Clean market"
    assert [(one.side, one.what) for one in draft.commitments] == [
        ("government", "Two bins"),
        ("government", "A guard"),
        ("civil_society", "Volunteers"),
    ]


def test_what_a_board_leaves_open_its_teams_other_boards_tell(room: Desk) -> None:
    board(room, "problem-definition", {"issue": ["Too much waste"], "challenge": ["No bins"]},
          team="3")  # fmt: skip
    board(room, "problem-definition", {"challenge": ["Of another team"]}, team="4")
    chosen = board(room, "co-ownership", {"solution": ["Clean market"]}, team="3")

    draft = room.app.solutions.drafted(chosen.id)

    assert (draft.team, draft.problem, draft.idea) == ("3", "No bins", "Clean market")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"title_en": "x" * 201}, "A title or an office is longer than 200 letters."),
        ({"idea": "x" * 2001}, "A text is longer than 2000 letters."),
        ({"targets": ("11.66",)}, "There is no target “11.66”."),
        ({"commitments": PROMISES * 16}, "There is room for 30 commitments."),
        ({"commitments": (Commitment("", "all", "", "?", None),)}, "A commitment is of the gov"),
    ],
)
def test_what_no_page_can_show_is_refused(
    room: Desk, values: dict[str, object], words: str
) -> None:
    with pytest.raises(Refusal) as refused:
        room.app.solutions.write(wanted(room, **values))

    assert str(refused.value).startswith(words)
    assert room.app.solutions.all(room.bootcamp) == []


def test_a_title_that_two_have_is_asked_for_by_id(room: Desk) -> None:
    first = room.app.solutions.write(wanted(room))
    room.app.solutions.write(wanted(room))

    with pytest.raises(Refusal, match="means 2 solutions"):
        room.app.solutions.find(room.bootcamp, "Clean market")
    with pytest.raises(Refusal, match="There is no solution “Bins”"):
        room.app.solutions.find(room.bootcamp, "Bins")
    assert room.app.solutions.find(room.bootcamp, first.id) == first
