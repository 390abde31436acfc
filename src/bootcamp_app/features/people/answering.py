"""What an answer says, by the kind of its question. No database: texts in, texts out.

Answers are kept as texts, so that a list may hold them before anybody asks: numbers with a
point, days year first, `yes` or `no`, several choices parted by semicolons.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import words
from bootcamp_app.core.khmer import comparison_key, is_khmer, latin_digits
from bootcamp_app.features.people.births import birth_date_of
from bootcamp_app.features.people.person_views import CHOOSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bootcamp_app.features.people.person_views import Question

PARTED = "; "
_AHEAD = 50
"""So many years from now a day may be: not only births are asked."""
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,  ](?=\d{3}(?!\d))")
_SEVERAL = re.compile(r"\s*[,\n|/]\s*")
_YES = "yes y true 1 x ok បាទ ចាស ចាស់ បាទ/ចាស មាន ត្រូវ"
_NO = "no n false 0 ទេ អត់ គ្មាន មិនមាន មិន"


def read_answer(question: Question, text: str, today: date) -> str:
    """Give an answer as it is kept; empty where nothing is said, a Refusal where it cannot be."""
    said = " ".join(text.split())
    if not said:
        return ""
    if question.kind == "number":
        return _number(said)
    if question.kind == "date":
        return _day(said, today)
    if question.kind == "yes_no":
        return _yes_or_no(said)
    if question.kind == "choice":
        return _choice(question.choices, said)
    return _choices(question.choices, said) if question.kind == "choices" else said


def chosen_of(question: Question, answer: str) -> tuple[str, ...]:
    """Give which of its choices an answer to a question means; what is none of them is left out."""
    meant = {_meant(question.choices, piece) for piece in _pieces(question.choices, answer)}
    return tuple(one for one in question.choices if one in meant)


def in_language(choice: str) -> str:
    """Give a choice in the language in use, where it is written in both: Yes | បាទ."""
    parts = [part.strip() for part in choice.split("|") if part.strip()]
    wanted = [part for part in parts if is_khmer(part) == (words.language == "km")]
    return (wanted or parts or [choice])[0]


def is_answered(question: Question, answer: object) -> bool:
    """Say whether something is answered; where one chooses, something that is offered."""
    said = str(answer or "").strip()
    return bool(chosen_of(question, said) if said and question.kind in CHOOSING else said)


def is_open(question: Question, answer: object) -> bool:
    """Say whether a question that must be answered is not."""
    return question.is_required and not is_answered(question, answer)


def _number(text: str) -> str:
    digits = _THOUSANDS.sub("", latin_digits(text)).replace(",", ".")
    if not _NUMBER.fullmatch(digits):
        raise Refusal("This is not a number. Write digits, such as 12 or 3.5.")
    return f"{Decimal(digits).normalize():f}"


def _day(text: str, today: date) -> str:
    return birth_date_of(text, date(today.year + _AHEAD, 12, 31)).isoformat()


def _yes_or_no(text: str) -> str:
    key = comparison_key(text).rstrip(".")
    for kept, written in (("yes", _YES), ("no", _NO)):
        if key in map(comparison_key, written.split()):
            return kept
    raise Refusal("This is neither yes nor no. Write one of the two.")


def _choice(choices: Sequence[str], text: str) -> str:
    meant = _meant(choices, text)
    if meant is None:
        raise Refusal(
            "“{answer}” is not offered. Choose from: {choices}.",
            answer=text,
            choices=", ".join(map(in_language, choices)),
        )
    return meant


def _choices(choices: Sequence[str], text: str) -> str:
    found = {_choice(choices, piece) for piece in _pieces(choices, text)}
    return PARTED.join(one for one in choices if one in found)


def _pieces(choices: Sequence[str], text: str) -> list[str]:
    """Part an answer only as far as it must be: a choice may have a comma in it."""
    if _meant(choices, text):
        return [text]
    pieces: list[str] = []
    for part in filter(str.strip, text.split(";")):
        pieces += [part] if _meant(choices, part) else filter(None, _SEVERAL.split(part.strip()))
    return pieces


def _meant(choices: Sequence[str], text: str) -> str | None:
    key = comparison_key(text)
    return next((one for one in choices if key in _keys(one)), None)


def _keys(choice: str) -> list[str]:
    """Give what compares of a choice: all of it, and each of its languages."""
    return [key for part in (choice, *choice.split("|")) if (key := comparison_key(part))]
