"""How likely two people are one: a name alone is a hint, a name and a phone are much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.people.likeness import (
    Likeness,
    Traits,
    likeness,
    name_of,
    phone_of_one,
)

BORN = date(1990, 4, 13)


def somebody(en: str = "", km: str = "", **known: object) -> Traits:
    """Give the traits of somebody of this name; a phone as it is written."""
    names = {"en": en, "km": km}
    found = {key: (name,) for key, text in names.items() if (name := name_of(text))}
    if "phone" in known:
        known["phone"] = phone_of_one(str(known["phone"]))
    if "office" in known:
        known["organisations"] = frozenset({str(known.pop("office"))})
    return replace(Traits(en or km), **found, **known)  # type: ignore[arg-type]


CHAN = "Chan Sreyneang"
KHMER = "ចាន់ ស្រីនាង"
ALIKE = [
    ("weak", somebody(CHAN), somebody(CHAN)),
    ("weak", somebody(CHAN), somebody("CHAN  SREYNEANG")),
    ("weak", somebody(km=KHMER), somebody(km="ចាន់ស្រីនាង")),
    ("weak", somebody(CHAN), somebody("Sreyneang Chan")),
    ("weak", somebody(CHAN, office="a"), somebody("Chan Sreynieng", office="a")),
    ("likely", somebody(CHAN, birth_year=1990), somebody(CHAN, birth_year=1990)),
    ("likely", somebody(CHAN, office="a"), somebody(CHAN, office="a")),
    ("likely", somebody(CHAN, phone="012 345 678"), somebody("Chan Sreynieng", phone="012345678")),
    ("likely", somebody(CHAN, phone="012 345 678"), somebody(km=KHMER, phone="+855 12 345 678")),
    ("likely", somebody(CHAN, birth_date=BORN), somebody("Chan Sreynieng", birth_date=BORN)),
    ("strong", somebody(CHAN, phone="012 345 678"), somebody(CHAN, phone="+855 12345678")),
    ("strong", somebody(CHAN, phone="012 345 678"), somebody("Sreyneang CHAN", phone="012345678")),
    ("strong", somebody(CHAN, birth_date=BORN), somebody(CHAN, birth_date=BORN)),
    ("strong", somebody(CHAN, email="a@b.kh"), somebody(CHAN, email="a@b.kh")),
    ("strong", somebody(km=KHMER, phone="012345678"), somebody(km=KHMER, phone="០១២ ៣៤៥ ៦៧៨")),
]
APART = [
    (somebody(CHAN), somebody("Sok Dara")),
    (somebody(CHAN), somebody("Chan Sreynieng")),
    (somebody(CHAN), somebody(km=KHMER)),
    (somebody(CHAN, office="a"), somebody(km=KHMER, office="a")),
    (somebody(CHAN, phone="012345678"), somebody("Sok Dara", phone="012345678")),
    (somebody(CHAN, phone="012345678"), somebody(CHAN, phone="099111222")),
    (somebody(CHAN, birth_year=1990), somebody(CHAN, birth_year=1975)),
    (somebody(CHAN, sex="female"), somebody(CHAN, sex="male")),
    (somebody("Sok", phone="012345678"), somebody("Som", phone="012345678")),
]


@pytest.mark.parametrize(("strength", "one", "other"), ALIKE)
def test_what_two_people_share_says_how_likely_they_are_one(
    strength: str, one: Traits, other: Traits
) -> None:
    judged = likeness(one, other)

    assert judged is not None
    assert judged.strength == strength


@pytest.mark.parametrize(("one", "other"), APART)
def test_these_are_taken_for_two(one: Traits, other: Traits) -> None:
    assert likeness(one, other) is None


def test_other_phones_and_other_years_are_two_people_whatever_else_agrees() -> None:
    one = somebody(CHAN, KHMER, email="a@b.kh", office="a", phone="012345678", birth_year=1990)
    other = replace(one, phone="99111222", birth_year=1975)

    assert likeness(one, other) is None


def test_one_latin_spelling_of_two_khmer_names_is_no_equal_name() -> None:
    one = somebody("Sok Dara", "សុខ ដារ៉ា", phone="012345678")

    same = likeness(one, somebody("Sok Dara", "សុខ ដារ៉ា", phone="012345678"))
    otherwise = likeness(one, somebody("Sok Dara", "សុខ តារាវុធ", phone="012345678"))

    assert same is not None
    assert otherwise is not None
    assert (same.strength, otherwise.strength) == ("strong", "likely")


def test_a_name_from_before_a_merge_counts_as_well() -> None:
    married = replace(somebody("Keo Sreyneang"), en=(name_of("Keo Sreyneang"), name_of(CHAN)))  # type: ignore[arg-type]

    judged = likeness(married, somebody(CHAN))

    assert judged is not None
    assert [str(reason) for reason in judged.reasons] == ["Same name"]


def test_the_reasons_name_what_speaks_against_it_too() -> None:
    one = somebody(CHAN, phone="012345678", birth_year=1990)

    judged = likeness(one, somebody(CHAN, phone="012345678", birth_year=1980))

    assert judged is not None
    assert [str(reason) for reason in judged.reasons] == [
        "Same name",
        "Same phone",
        "Different years of birth",
    ]


def said(judged: Likeness | None) -> tuple[int, list[str]] | None:
    """Give a judgement as it reads."""
    return (judged.score, [str(reason) for reason in judged.reasons]) if judged else None


people = st.builds(
    somebody,
    en=st.sampled_from(["", CHAN, "Chan Sreynieng", "Sok Dara"]),
    km=st.sampled_from(["", KHMER, "សុខ ដារ៉ា"]),
    phone=st.sampled_from(["", "012345678", "099111222"]),
    email=st.sampled_from(["", "a@b.kh", "c@d.kh"]),
    birth_year=st.sampled_from([None, 1975, 1990, 1991]),
    sex=st.sampled_from(["not_stated", "female", "male"]),
    office=st.sampled_from(["a", "b"]),
)


@given(people, people)
def test_whoever_is_named_first_changes_nothing(one: Traits, other: Traits) -> None:
    assert said(likeness(one, other)) == said(likeness(other, one))


@given(people, people)
def test_a_phone_that_agrees_never_speaks_against(one: Traits, other: Traits) -> None:
    silent = likeness(replace(one, phone=""), replace(other, phone=""))
    agreed = likeness(replace(one, phone="12345678"), replace(other, phone="12345678"))

    assert (agreed.score if agreed else 0) >= (silent.score if silent else 0)


@given(people, people)
def test_a_score_is_between_30_and_100(one: Traits, other: Traits) -> None:
    judged = likeness(one, other)

    assert judged is None or 30 <= judged.score <= 100
