"""Balanced teams: as even as can be, as wished, the same for the same seed; or refused in words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.teams.balancing import Task, built, number_of_teams
from bootcamp_app.features.teams.measuring import balance_of, kinds_of
from bootcamp_app.features.teams.wish_rules import Wishes
from tests.features.teams.crowds import crowd
from tests.features.teams.evenness import imbalance

CROWD = crowd(340)
IDS = [one.id for one in CROWD]
WISHES = Wishes(
    together=[IDS[:3], IDS[10:12]], apart=[IDS[3:7], [IDS[8], IDS[13]]], fixed={IDS[20]: 5}
)


def test_340_people_with_five_wishes_are_within_one_of_the_ideal() -> None:
    places = built(Task(CROWD, 42), WISHES)

    teams = [[one for one in CROWD if places[one.id] == team] for team in range(42)]
    everybody = kinds_of(CROWD)
    off = [
        (trait, value)
        for team in teams
        for trait, shares in balance_of(team, everybody, len(CROWD)).items()
        for value, share in shares.items()
        if trait in ("side", "sector", "sex") and share.is_off
    ]
    assert off == []
    assert {len(team) for team in teams} == {8, 9}
    assert len({places[key] for key in IDS[:3]}) == 1
    assert places[IDS[10]] == places[IDS[11]]
    assert len({places[key] for key in IDS[3:7]}) == 4
    assert places[IDS[8]] != places[IDS[13]]
    assert places[IDS[20]] == 5


def test_built_teams_are_far_more_alike_than_teams_in_the_order_of_the_list() -> None:
    places = built(Task(CROWD, 42), Wishes())

    made = [[one for one in CROWD if places[one.id] == team] for team in range(42)]
    dealt = [CROWD[team::42] for team in range(42)]
    for trait in ("side", "sex", "province"):
        assert imbalance(made, [trait]) < imbalance(dealt, [trait]) / 3


def test_the_same_seed_gives_the_same_teams_and_another_one_others() -> None:
    small = CROWD[:60]

    first = built(Task(small, 8, seed=3), Wishes())

    assert built(Task(small, 8, seed=3), Wishes()) == first
    assert built(Task(small, 8, seed=4), Wishes()) != first


def test_an_organisation_is_spread() -> None:
    places = built(Task(CROWD, 42), Wishes())

    homes = Counter((places[one.id], one.traits["organisation"]) for one in CROWD)
    largest = Counter(one.traits["organisation"] for one in CROWD).most_common(1)[0][1]
    assert largest <= 42
    assert max(homes.values()) <= 2


@settings(max_examples=60, deadline=None)
@given(
    people=st.integers(1, 40),
    teams=st.integers(1, 9),
    groups=st.lists(st.lists(st.integers(0, 39), min_size=2, max_size=4), max_size=4),
    apart=st.lists(st.lists(st.integers(0, 39), min_size=2, max_size=4), max_size=4),
)
def test_whatever_is_wished_is_either_fulfilled_or_refused(
    people: int, teams: int, groups: list[list[int]], apart: list[list[int]]
) -> None:
    members = crowd(people)
    wishes = Wishes(
        together=[[f"p{n:05d}" for n in group] for group in groups],
        apart=[[f"p{n:05d}" for n in group] for group in apart],
    )

    try:
        places = built(Task(members, teams), wishes)
    except Refusal:
        return

    assert places.keys() == {one.id for one in members}
    sizes = Counter(places.values())
    assert max(sizes.values()) - min(sizes[team] for team in range(teams)) <= 3
    for group in wishes.together:
        assert len({places[key] for key in group if key in places}) <= 1
    for group in wishes.apart:
        there = {key for key in group if key in places}
        assert len({places[key] for key in there}) == len(there)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (
            Wishes(together=[IDS[:4]], apart=[IDS[2:4]]),
            "“p00002” and “p00003” are to stay together",
        ),
        (Wishes(apart=[IDS[:4]]), "4 people are to be kept apart, but the number of teams is 3."),
        (Wishes(together=[IDS[:5]]), "5 people are to stay together, but a team has 4."),
        (Wishes(together=[IDS[:2]], fixed={IDS[0]: 0, IDS[1]: 1}), "each has another team"),
        (Wishes(apart=[IDS[:2]], fixed={IDS[0]: 0, IDS[1]: 0}), "both are to be in the same team"),
        (Wishes(fixed=dict.fromkeys(IDS[:5], 1)), "5 people are to be in one team, but a team has"),
    ],
)
def test_wishes_that_contradict_are_refused_in_words(wishes: Wishes, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        built(Task(CROWD[:12], 3), wishes)

    assert said in str(refused.value)


def test_more_teams_than_people_are_refused() -> None:
    with pytest.raises(Refusal, match="3 people cannot be spread over 4 teams"):
        built(Task(CROWD[:3], 4), Wishes())


def test_so_many_teams_as_come_nearest_to_the_size() -> None:
    assert [number_of_teams(people, 8) for people in (3, 30, 340)] == [1, 4, 42]
