"""What the commands that find and merge people listed twice answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.asking import CommandLine
    from tests.cli.conftest import Made

SLIP = ("--name-en", "Chan Sreynieng", "--phone", "012 345 678")


def test_duplicates_answer_with_ids_a_score_and_reasons(ask: CommandLine, made: Made) -> None:
    ask.json("people", "change", made.people[0]["id"], "phone=+855 12 345 678")
    added = ask.json("people", "add", *SLIP)

    (pair,) = ask.json("people", "duplicates")

    assert pair == {
        "person_id": made.people[0]["id"],
        "other_id": added["id"],
        "score": 65,
        "why": ["Nearly the same name", "Same phone"],
    }


def test_merge_answers_with_the_person_and_undo_takes_it_back(ask: CommandLine, made: Made) -> None:
    before = ask.json("people", "list")
    added = ask.json("people", "add", *SLIP)
    both = ask.json("people", "list")
    keep = made.people[0]["id"]

    told = ask.json("people", "merge", keep, added["id"], "--take", "name_en")

    assert list(told) == ["person_id", "undo"]
    assert told["person_id"] == keep
    (left,) = ask.json("people", "list", "--search", "Sreynieng")
    assert (left["id"], left["name_km"], left["phone"]) == (keep, "ចាន់ ស្រីនាង", "012 345 678")
    assert len(ask.json("people", "list")) == len(before)
    ask.json("undo")
    assert ask.json("people", "list") == both


def test_nobody_is_merged_with_somebody_who_is_not_there(ask: CommandLine, made: Made) -> None:
    keep = made.people[0]["id"]

    for other in ("nobody", keep):
        answer = ask("people", "merge", keep, other)
        assert answer.code == 1
        assert answer.err.strip()
    assert len(ask.json("people", "list")) == len(made.people)
