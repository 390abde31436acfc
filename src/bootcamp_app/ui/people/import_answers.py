"""Columns of a list that answer what the bootcamp asks: recognised, and read by their kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.people.answering import read_answer
from bootcamp_app.features.people.views import Rejected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bootcamp_app.features.people.nominees import Nominee, Understood
    from bootcamp_app.features.people.person_views import Question


def question_of(header: str, asked: Sequence[Question]) -> Question | None:
    """Give the question that a header names, in either language."""
    key = comparison_key(header)
    names = ((one, (one.name, one.label_en, one.label_km)) for one in asked)
    return next(
        (one for one, texts in names if key and key in map(comparison_key, filter(None, texts))),
        None,
    )


def with_answers_read(understood: Understood, asked: Sequence[Question], today: date) -> Understood:
    """Give the list with its answers as they are kept; who says what cannot be is rejected."""
    by_name = {one.name: one for one in asked if one.field in understood.mapping.values()}
    if not by_name:
        return understood
    headers = {field: header for header, field in understood.mapping.items() if field}
    nominees: list[Nominee] = []
    rejected = list(understood.rejected)
    for one in understood.nominees:
        answers, faults = dict(one.answers), []
        for name in by_name.keys() & answers.keys():
            try:
                answers[name] = read_answer(by_name[name], answers[name], today)
            except Refusal as refusal:
                header = headers[by_name[name].field]
                faults.append(Rejected(one.row, header, answers[name], refusal.sentence))
        rejected += faults
        if not faults:
            nominees.append(replace(one, answers=answers))
    return replace(understood, nominees=nominees, rejected=rejected)
