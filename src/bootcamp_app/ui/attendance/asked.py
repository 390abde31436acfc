"""What the door asks somebody: each question in words, and what may be answered by one key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.answering import in_language, read_answer
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.ui.attendance.answers import QUESTIONS
from bootcamp_app.ui.people.field_words import CHOSEN, choices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bootcamp_app.features.people.person_views import Question
    from bootcamp_app.ui.words import Text

_UNSAID = ("", "not_stated")


@dataclass(frozen=True)
class Asked:
    """One question; `offers` are (answer, words), `check` raises the Refusal of a wrong one."""

    name: str
    label: Text
    offers: tuple[tuple[str, Text], ...]
    check: Callable[[str], object]
    takes_several: bool = False


def asked_of(names: Sequence[str], own: Sequence[Question], today: date) -> list[Asked]:
    """Give the questions of these names, as a scan gives them, in their order."""
    by_field = {one.field: one for one in own}
    return [
        _own(by_field[name], today)
        if name in by_field
        else _plain(name)
        if name.startswith(CUSTOM)
        else _usual(name, today)
        for name in names
    ]


def _own(question: Question, today: date) -> Asked:
    offers: list[tuple[str, Text]] = []
    if question.kind == "yes_no":
        offers = [("yes", N_("Yes")), ("no", N_("No"))]
    elif question.kind in ("choice", "choices"):
        offers = [(one, partial(in_language, one)) for one in question.choices]
    return Asked(
        question.field,
        lambda: question.label,
        tuple(offers),
        lambda text: read_answer(question, text, today),
        takes_several=question.kind == "choices",
    )


def _plain(name: str) -> Asked:
    label = name.removeprefix(CUSTOM)
    return Asked(name, lambda: label, (), str)


def _usual(name: str, today: date) -> Asked:
    offers = choices(name) if name in CHOSEN else []
    return Asked(
        name,
        QUESTIONS.get(name, name),
        tuple(one for one in offers if one[0] not in _UNSAID),
        lambda text: nominee_from({name: text}, today),
    )
