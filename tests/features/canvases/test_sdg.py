"""The Sustainable Development Goals: all there, found by number or words, unknown ones refused."""

from __future__ import annotations

import re

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.sdg import Goal, found, goals, numbers_of, target, targets

OF_EACH_GOAL = (7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19)


def numbers(written: str, most: int = 8) -> list[str]:
    return [one.number for one in found(written, most)]


def test_there_are_seventeen_goals_with_all_their_targets() -> None:
    assert [one.number for one in goals()] == [str(number) for number in range(1, 18)]
    assert tuple(len(one.targets) for one in goals()) == OF_EACH_GOAL
    assert len(targets()) == 169


@pytest.mark.parametrize("goal", goals(), ids=lambda one: one.number)
def test_the_targets_of_a_goal_are_numbered_without_a_gap(goal: Goal) -> None:
    ends = [one.number.partition(".")[2] for one in goal.targets]
    counted = [end for end in ends if end.isdecimal()]
    lettered = [end for end in ends if not end.isdecimal()]

    assert counted == [str(n) for n in range(1, len(counted) + 1)]
    assert lettered == list("abcd"[: len(lettered)])


def test_every_title_is_written_in_both_languages_and_once() -> None:
    titles = [one.title for one in goals()] + [one.title for one in targets().values()]

    assert all(re.search("[ក-ឳ]", one.km) and not re.search("[A-Za-z]", one.km) for one in titles)
    assert all(re.search("[a-z]", one.en) and not re.search("[ក-ឳ]", one.en) for one in titles)
    assert len({one.number + one.title.en for one in targets().values()}) == 169
    assert max(len(one.en) for one in titles) <= 64


def test_a_target_is_known_in_any_digits() -> None:
    assert target("១១.៦") == target(" 11,6 ") == target("SDG 11.6") == targets()["11.6"]
    assert target("17.A".replace("17", "16")).number == "16.a"


def test_what_is_no_target_is_refused_with_what_there_is() -> None:
    with pytest.raises(Refusal) as no_goal:
        target("18.1")
    with pytest.raises(Refusal) as no_target:
        target("13.9")

    assert str(no_goal.value) == (
        "There is no target “18.1”. Targets have numbers from 1.1 to 17.19, such as 11.6."
    )
    assert str(no_target.value) == (
        "There is no target “13.9”. Goal 13 has these: 13.1, 13.2, 13.3, 13.a, 13.b."
    )


def test_numbers_and_words_of_either_language_find_targets() -> None:
    assert numbers("13") == ["13.1", "13.2", "13.3", "13.a", "13.b"]
    assert numbers("1.1") == ["1.1"]
    assert numbers("8.1") == ["8.1", "8.10"]
    assert numbers("waste") == ["6.3", "11.6", "12.3", "12.4", "12.5", "12.c"]
    assert "11.6" in numbers("សំរាម")
    assert numbers("clean water") == ["6.3", "6.1", "6.2", "6.4", "6.5", "6.6", "6.a", "6.b"]
    assert numbers("nothing like it") == []


def test_targets_are_kept_once_and_in_their_order() -> None:
    assert numbers_of(["11.6", "៦.២", "11.6", " "]) == ("6.2", "11.6")
