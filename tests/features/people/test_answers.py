"""What answers say, by the kind of their question: values in, texts out."""

from __future__ import annotations

from datetime import date

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.features.people.answering import (
    chosen_of,
    in_language,
    is_answered,
    is_open,
    read_answer,
)
from bootcamp_app.features.people.person_views import Question

TODAY = date(2026, 3, 2)
MEALS = ("Vegetarian | បួស", "Rice, fish", "No pork")


def asked(kind: str, *choices: str, is_required: bool = False) -> Question:
    return Question("q", "b", "x", "X", "", kind, choices, is_required)


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("text", "  two   words ", "two words"),
        ("number", "១២", "12"),
        ("number", "1,250", "1250"),
        ("number", "3,5", "3.5"),
        ("number", "-0.50", "-0.5"),
        ("number", "100", "100"),
        ("date", "31/12/2026", "2026-12-31"),
        ("date", "២ មីនា ២០២៦", "2026-03-02"),
        ("date", "2/3/2569", "2026-03-02"),
        ("yes_no", "ចាស", "yes"),
        ("yes_no", "YES", "yes"),
        ("yes_no", "ទេ", "no"),
        ("yes_no", "0", "no"),
        ("text", " ", ""),
        ("yes_no", "", ""),
    ],
)
def test_an_answer_is_kept_in_one_form_however_it_is_written(
    kind: str, text: str, kept: str
) -> None:
    assert read_answer(asked(kind), text, TODAY) == kept


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("choice", "no  PORK", "No pork"),
        ("choice", "បួស", "Vegetarian | បួស"),
        ("choice", "Rice, fish", "Rice, fish"),
        ("choices", "No pork, vegetarian", "Vegetarian | បួស; No pork"),
        ("choices", "Rice, fish; no pork", "Rice, fish; No pork"),
        ("choices", "Vegetarian | បួស; No pork", "Vegetarian | បួស; No pork"),
    ],
)
def test_what_is_offered_is_found_in_either_language_and_kept_as_it_is_offered(
    kind: str, text: str, kept: str
) -> None:
    assert read_answer(asked(kind, *MEALS), text, TODAY) == kept


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("number", "many", "not a number"),
        ("number", "12 or 13", "not a number"),
        ("date", "31/02/2026", "not a date"),
        ("yes_no", "maybe", "neither yes nor no"),
        ("choice", "Beef", "“Beef” is not offered. Choose from: Vegetarian, Rice, fish, No pork"),
        ("choices", "No pork; Beef", "“Beef” is not offered"),
    ],
)
def test_what_no_kind_of_answer_can_mean_is_refused_in_words(
    kind: str, text: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said.replace(".", r"\.")):
        read_answer(asked(kind, *MEALS), text, TODAY)


def test_which_were_chosen_is_read_from_what_is_kept_and_from_what_a_list_held() -> None:
    question = asked("choices", *MEALS)

    assert chosen_of(question, "Vegetarian | បួស; No pork") == (MEALS[0], MEALS[2])
    assert chosen_of(question, "no pork, Beef") == (MEALS[2],)
    assert chosen_of(question, "") == ()


def test_a_choice_in_two_languages_is_shown_in_the_one_in_use() -> None:
    assert [in_language(one) for one in MEALS[:2]] == ["Vegetarian", "Rice, fish"]
    words.use("km")
    try:
        assert [in_language(one) for one in MEALS[:2]] == ["បួស", "Rice, fish"]
    finally:
        words.use("en")


def test_only_a_required_question_stays_open() -> None:
    assert is_open(asked("text", is_required=True), " ")
    assert is_open(asked("text", is_required=True), None)
    assert not is_open(asked("text", is_required=True), "no")
    assert not is_open(asked("text"), "")


def test_what_is_not_offered_is_no_answer() -> None:
    one, several = (asked(kind, *MEALS, is_required=True) for kind in ("choice", "choices"))

    assert is_open(one, "Beef")
    assert is_open(several, "Beef; Duck")
    assert not is_open(one, "no PORK")
    assert not is_open(one, "បួស")
    assert not is_open(several, "Beef; no pork")
    assert is_answered(asked("text"), "Beef")
