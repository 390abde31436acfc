"""Answers at the door and the presence that follows from them are one act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.questions import AskedQuestion

if TYPE_CHECKING:
    from tests.desk import Desk

MEAL = AskedQuestion(
    "Meal", kind="choice", choices=("Rice", "Fish"), is_required=True, is_asked_at_door=True
)


def test_the_last_answer_lets_somebody_in_and_one_undo_takes_both_back(desk: Desk) -> None:
    meal = desk.app.questions.add(desk.bootcamp, MEAL)
    guest = desk.walk_in("Chan Sreyneang")
    assert desk.scan(guest.badge).questions == (meal.field,)

    scan = desk.app.asked_at_door.answer_and_check_in(
        desk.morning, guest.participant, {meal.field: "rice"}
    )

    assert scan.result == "recorded"
    assert desk.app.people.details(guest.participant)[meal.field] == "Rice"
    desk.app.records.undo()
    assert desk.presence(guest) is None
    assert not desk.app.people.details(guest.participant).get(meal.field)


def test_a_wrong_answer_keeps_nothing(desk: Desk) -> None:
    meal = desk.app.questions.add(desk.bootcamp, MEAL)
    guest = desk.walk_in("Chan Sreyneang")

    with pytest.raises(Refusal, match="“Stones” is not offered"):
        desk.app.asked_at_door.answer_and_check_in(
            desk.morning, guest.participant, {"phone": "012345678", meal.field: "Stones"}
        )

    assert desk.presence(guest) is None
    assert desk.app.people.details(guest.participant)["phone"] == ""


def test_an_answer_of_several_is_not_enough_while_another_is_open(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    desk.bootcamp = desk.open_bootcamp("Kep", asked_at_door=("phone",))
    desk.app.questions.add(desk.bootcamp, MEAL)
    guest = desk.walk_in("Chan Sreyneang")

    scan = desk.app.asked_at_door.answer_and_check_in(
        desk.sessions[0], guest.participant, {"phone": "012 345 678"}
    )

    assert (scan.result, scan.questions) == ("needs_answer", ("custom:Meal",))


def test_a_question_that_need_not_be_answered_is_named_and_keeps_nobody_out(desk: Desk) -> None:
    meal = desk.app.questions.add(desk.bootcamp, replace(MEAL, is_required=False))
    guest = desk.walk_in("Chan Sreyneang")

    first = desk.scan(guest.badge)
    desk.app.asked_at_door.answer(guest.participant, {meal.field: "Fish"})
    second = desk.scan(guest.badge)

    assert (first.result, first.questions) == ("recorded", (meal.field,))
    assert (second.result, second.questions) == ("duplicate", ())


def test_a_question_that_must_not_be_answered_any_more_opens_the_door(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    meal = desk.app.questions.add(desk.bootcamp, MEAL)
    guest = desk.walk_in("Chan Sreyneang")
    assert desk.scan(guest.badge).result == "needs_answer"

    desk.app.questions.change(meal, replace(MEAL, is_required=False))

    assert desk.scan(guest.badge).result == "recorded"


def test_who_is_gone_meanwhile_is_said_in_words(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    guest = desk.walk_in("Chan Sreyneang")
    desk.app.records.undo()

    with pytest.raises(Refusal, match="no longer in the list"):
        desk.app.asked_at_door.answer(guest.participant, {"phone": "012345678"})
