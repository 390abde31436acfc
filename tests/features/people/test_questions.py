"""What a bootcamp asks besides: added, changed, ordered, removed, and asked at the door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.questions import AskedQuestion

if TYPE_CHECKING:
    from bootcamp_app.features.people.person_views import Question
    from tests.desk import Desk

TODAY = date(2026, 3, 2)
MEAL = AskedQuestion("What do you eat?", "បរិភោគអ្វី?", "choice", ("Everything", "No pork"))
SIZE = AskedQuestion("T-shirt size", kind="text", is_required=True)


def ask(desk: Desk, asked: AskedQuestion) -> Question:
    return desk.app.questions.add(desk.bootcamp, asked)


def labels(desk: Desk) -> list[str]:
    return [one.label for one in desk.app.questions.of(desk.bootcamp)]


def test_a_question_is_asked_of_its_bootcamp_only_and_taken_back_with_undo(desk: Desk) -> None:
    meal = ask(desk, MEAL)
    other = desk.open_bootcamp("Kep bootcamp")

    assert desk.app.questions.of(desk.bootcamp) == [meal]
    assert (meal.field, meal.kind, meal.choices) == (
        "custom:What do you eat?", "choice", ("Everything", "No pork"),
    )  # fmt: skip
    assert desk.app.questions.of(other) == []

    desk.app.records.undo(meal.id)

    assert desk.app.questions.of(desk.bootcamp) == []


def test_questions_are_moved_up_and_down_and_stay_within_the_list(sqlite_desk: Desk) -> None:
    for label in "ABC":
        ask(sqlite_desk, AskedQuestion(label))
    first, _, last = sqlite_desk.app.questions.of(sqlite_desk.bootcamp)

    sqlite_desk.app.questions.move(last, -1)
    assert labels(sqlite_desk) == ["A", "C", "B"]

    sqlite_desk.app.questions.move(first, 9)
    assert labels(sqlite_desk) == ["C", "B", "A"]


def test_answers_stay_when_a_question_is_changed_or_removed(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    size, guest = ask(desk, SIZE), desk.walk_in("Chan Sreyneang")
    desk.app.people.change(guest.participant, **{size.field: "XL"})

    desk.app.questions.change(size, replace(SIZE, label_en="Size of your T-shirt"))

    assert labels(desk) == ["Size of your T-shirt"]
    assert desk.app.people.details(guest.participant)["custom:T-shirt size"] == "XL"
    desk.app.questions.remove(size)
    assert desk.app.questions.of(desk.bootcamp) == []
    assert desk.app.people.details(guest.participant)["custom:T-shirt size"] == "XL"
    assert desk.app.questions.unasked(desk.bootcamp) == ["T-shirt size"]


def test_a_column_kept_from_a_list_answers_the_question_of_its_name(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    rows = [["Name", "Meal"], ["A One", "no PORK"], ["B Two", "stones"]]
    desk.import_rows(rows, {"Meal": "custom:Meal"})
    assert desk.app.questions.unasked(desk.bootcamp) == ["Meal"]

    meal = ask(desk, replace(MEAL, name="Meal"))

    kept = [desk.app.people.details(one)[meal.field] for one in desk.people()]
    assert kept == ["no PORK", "stones"]
    assert desk.app.questions.read(desk.bootcamp, {meal.field: kept[0]}, TODAY) == {
        "custom:Meal": "No pork"
    }
    with pytest.raises(Refusal, match="“stones” is not offered"):
        desk.app.questions.read(desk.bootcamp, {meal.field: kept[1]}, TODAY)
    assert desk.app.questions.unasked(desk.bootcamp) == []


def test_the_door_asks_until_it_is_answered(desk: Desk) -> None:
    size = ask(desk, replace(SIZE, is_asked_at_door=True))
    guest = desk.walk_in("Chan Sreyneang")

    refused = desk.scan(guest.badge)
    desk.app.people.change(guest.participant, **{size.field: "XL"})
    taken = desk.scan(guest.badge)

    assert (refused.result, refused.questions) == ("needs_answer", ("custom:T-shirt size",))
    assert taken.result == "recorded"


def test_an_answer_of_a_list_that_is_not_offered_is_asked_for_at_the_door(desk: Desk) -> None:
    desk.import_rows([["Name", "Diet"], ["Sok Dara", "Fish"]], {"Diet": "custom:Diet"})
    diet = ask(desk, replace(MEAL, label_en="Diet", is_required=True, is_asked_at_door=True))
    guest = desk.guest(desk.person("Sok Dara"))

    refused = desk.scan(guest.badge)
    desk.app.people.change(guest.participant, **{diet.field: "No pork"})
    taken = desk.scan(guest.badge)

    assert (refused.result, refused.questions) == ("needs_answer", ("custom:Diet",))
    assert taken.result == "recorded"


def test_the_door_asks_once_what_the_bootcamp_names_too(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    desk.bootcamp = desk.open_bootcamp("Kep", asked_at_door=("phone", "custom:T-shirt size"))
    ask(desk, replace(SIZE, is_asked_at_door=True))

    scan = desk.scan(desk.walk_in("Chan Sreyneang").badge)

    assert scan.questions == ("phone", "custom:T-shirt size")


def test_a_question_that_must_be_answered_is_open_until_then(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    size = ask(desk, SIZE)
    ask(desk, MEAL)

    assert desk.app.questions.still_open(desk.bootcamp, {}) == [size]
    assert desk.app.questions.still_open(desk.bootcamp, {size.field: "M"}) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (AskedQuestion(" "), "Write the question"),
        (AskedQuestion("Age", kind="colour"), "not a kind of question"),
        (AskedQuestion("Meal", kind="choices", choices=("Rice", " rice ")), "two or more answers"),
        (AskedQuestion("t-shirt  SIZE"), "asked already"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    sqlite_desk: Desk, asked: AskedQuestion, said: str
) -> None:
    ask(sqlite_desk, SIZE)

    with pytest.raises(Refusal, match=said):
        ask(sqlite_desk, asked)

    assert labels(sqlite_desk) == ["T-shirt size"]


def test_one_khmer_question_is_known_as_khmer(sqlite_desk: Desk) -> None:
    question = ask(sqlite_desk, AskedQuestion("ទំហំអាវ"))

    assert (question.label_en, question.label_km, question.name) == ("", "ទំហំអាវ", "ទំហំអាវ")
