"""What can be a template: one sentence says what is wrong with what cannot."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.checking import checked
from bootcamp_app.features.canvases.templates import document_from, templates

if TYPE_CHECKING:
    from collections.abc import Callable

Change = dict[str, Any]
GOOD = document_from(templates()["co-ownership"])
LONG = "ក្រុមការងារ" * 18


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    document = deepcopy(GOOD)
    change(document)
    return document


def zone(number: int, **values: Any) -> Callable[[dict[str, Any]], object]:  # noqa: ANN401
    return lambda held: held["zones"][number - 1].update(values)


@pytest.mark.parametrize("name", templates())
def test_every_template_of_the_program_may_be_one_of_ones_own(name: str) -> None:
    one = templates()[name]

    assert checked(document_from(one)).zones == one.zones


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no title": (lambda held: held.pop("title"), "is not a canvas"),
    "more than is known": (lambda held: held.update(size="A1"), "Update the program"),
    "no version": (lambda held: held.update(version=True), "is not a canvas"),
    "a place that is none": (lambda held: held.update(place="first"), "Leave it out"),
    "another phase": (lambda held: held.update(phase="H"), "none of A to G"),
    "a phase that is a list": (lambda held: held.update(phase=["A"]), "none of A to G"),
    "too short": (lambda held: held.update(minutes=4), "from 5 to 240 minutes"),
    "too long": (lambda held: held.update(minutes=1e9), "from 5 to 240 minutes"),
    "one language": (lambda held: held.update(title={"en": "A"}), "in Khmer and English"),
    "a number for a text": (lambda held: held["title"].update(km=5), "in Khmer and English"),
    "a blank title": (lambda held: held.update(title={"en": " ", "km": ""}), "has no title"),
    "a novel": (lambda held: held["purpose"].update(en="a" * 241), "longer than 240"),
    "no field": (lambda held: held.update(zones=[]), "from 1 to 40 zones"),
    "no fields": (lambda held: held.update(zones={"a": 1}), "from 1 to 40 zones"),
    "a field that is none": (lambda held: held["zones"].append(7), "Zone 10 of the canvas"),
    "an unknown kind": (zone(2, kind="dance"), "Zone 2 of the canvas holds"),
    "an unknown colour": (zone(2, colour="gold"), "Zone 2 of the canvas holds"),
    "an id with a blank": (zone(2, id="a b"), "Zone 2 of the canvas holds"),
    "a source that is none": (zone(2, **{"from": "persona"}), "Zone 2 of the canvas holds"),
    "one id twice": (zone(2, id="cso"), "same id"),
    "three numbers": (zone(2, rect=[1, 2, 3]), "Zone 2 of the canvas lies nowhere"),
    "not a number": (zone(2, rect=[10, 72.1, 133.3, float("nan")]), "lies nowhere"),
    "too small": (zone(2, rect=[10, 72.1, 20, 90]), "Zone 2 is too small"),
    "over the edge": (zone(2, rect=[0, 72.1, 133.3, 90.4]), "Zone 2 reaches over"),
    "over the heading": (zone(1, rect=[10, 20, 400, 30]), "Zone 1 reaches over"),
    "on each other": (zone(2, rect=[20, 72.1, 133.3, 90.4]), "Zones 2 and 3 lie on each other"),
    "a field without title": (zone(3, title={"en": "", "km": ""}), "Zone 3 has no title"),
    "a title too wide": (zone(3, title={"en": "", "km": LONG}), "is too long for its place"),
    "a question too long": (zone(3, prompt={"en": "MMMM " * 48, "km": ""}), "What zone 3 asks"),
    "a sign of no font": (lambda held: held["title"].update(en="\U0001f600"), "No font can print"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_in_one_sentence_that_says_what_to_do(case: str) -> None:
    change, sentence = WRONG[case]

    with pytest.raises(Refusal) as refused:
        checked(changed(change))

    assert sentence in str(refused.value)


@pytest.mark.parametrize("held", [None, [], "canvas", 5, {}])
def test_what_is_no_canvas_at_all_is_said_to_be_none(held: object) -> None:
    with pytest.raises(Refusal, match="This is not a canvas"):
        checked(held)


def test_one_language_is_enough() -> None:
    document = changed(lambda held: held.update(title={"en": "", "km": "ផ្ទាំងថ្មី"}))

    assert checked(document).title.km == "ផ្ទាំងថ្មី"
