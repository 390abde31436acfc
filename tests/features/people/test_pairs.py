"""Who may be one, of many: found by what they share, whoever is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.core.errors import Cancelled
from bootcamp_app.features.people.likeness import Traits, likeness, name_of
from bootcamp_app.features.people.pairs import in_order, likely_pairs, told

NAMES = ("Chan Sreyneang", "Sreyneang Chan", "Chan Sreynieng", "Sok Dara", "Sok Tara", "Keo Pisey")


def silently(done: int, of: int) -> None:
    """Take progress and tell nobody."""


def somebody(key: str, name: str, phone: str = "", year: int | None = None) -> Traits:
    """Give the traits of somebody."""
    found = name_of(name)
    return Traits(key, en=(found,) if found else (), phone=phone, birth_year=year)


def found(people: list[Traits], wanted: set[str] | None = None) -> set[tuple[str, str]]:
    """Give the ids of the pairs of whom one is wanted."""
    everybody = {one.id for one in people}
    return {
        (first, second)
        for _, first, second in likely_pairs(people, wanted or everybody, set(), silently)
    }


def test_a_slip_and_a_swapped_order_are_found_among_others() -> None:
    people = [
        somebody("1", "Chan Sreyneang", "12345678"),
        somebody("2", "Sok Dara", "99111222"),
        somebody("3", "Chan Sreynieng", "12345678"),
        somebody("4", "Dara Sok"),
    ]

    assert found(people) == {("1", "3"), ("2", "4")}


def test_only_pairs_with_somebody_who_is_asked_about_are_given() -> None:
    people = [somebody(key, "Chan Sreyneang") for key in "123"]

    assert found(people, {"1"}) == {("1", "2"), ("1", "3")}


def test_a_pair_that_was_told_apart_is_left_out() -> None:
    people = [somebody(key, "Chan Sreyneang") for key in "12"]

    assert likely_pairs(people, {"1"}, {("1", "2")}, silently) == []


def test_the_likeliest_come_first_with_their_reasons() -> None:
    people = [
        somebody("1", "Chan Sreyneang", "12345678"),
        somebody("2", "Chan Sreyneang"),
        somebody("3", "Chan Sreyneang", "12345678"),
    ]

    pairs = told(people, likely_pairs(people, {"1", "2", "3"}, set(), silently))

    assert pairs[0][:2] == ("1", "3")
    assert [str(reason) for reason in pairs[0][2].reasons] == ["Same name", "Same phone"]
    assert [judged.strength for *_, judged in pairs] == ["strong", "weak", "weak"]


def test_a_name_of_a_crowd_says_nothing_but_with_the_year_it_does() -> None:
    crowd = [somebody(f"{n:03}", "Sok Dara", year=1950 + n) for n in range(40)]
    late = somebody("x", "Sok Dara", year=2001)
    same = somebody("x", "Sok Dara", year=1980)

    assert found([*crowd, late], {"x"}) == set()
    assert found([*crowd, same], {"x"}) == {("030", "x")}


def test_the_search_can_be_stopped() -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled("Stopped. Nothing of it was kept.")

    with pytest.raises(Cancelled):
        likely_pairs([somebody("1", "A B")], {"1"}, set(), stop)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(["", "12345678", "99111222"]),
            st.sampled_from([None, 1975, 1990]),
        ),
        max_size=10,
    )
)
def test_of_few_people_no_strong_pair_is_missed(
    known: list[tuple[str, str, int | None]],
) -> None:
    people = [somebody(str(key), *one) for key, one in enumerate(known)]

    expected = {
        in_order(one.id, other.id)
        for one in people
        for other in people
        if one.id < other.id and (judged := likeness(one, other)) and judged.strength != "weak"
    }

    assert expected <= found(people)
