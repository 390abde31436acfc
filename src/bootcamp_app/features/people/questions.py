"""What a bootcamp asks of its people besides what it asks of everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import inspect, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.people.answering import is_answered, is_open, read_answer
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.person_views import (
    CHOOSING,
    QUESTION_KINDS,
    Question,
    QuestionsChanged,
)
from bootcamp_app.features.people.tables import ParticipationRow, QuestionRow
from bootcamp_app.storage import ordered
from bootcamp_app.storage.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

_LEAST_CHOICES = 2
_ASKED_AT_DOOR = Prepared(
    lambda bootcamps: (
        select(*inspect(QuestionRow).column_attrs)
        .where(QuestionRow.bootcamp_id.in_(bootcamps), QuestionRow.is_asked_at_door)
        .order_by(QuestionRow.place, QuestionRow.id)
    )
)


@dataclass(frozen=True)
class AskedQuestion:
    """What somebody says to ask something new, or to ask it otherwise."""

    label_en: str = ""
    label_km: str = ""
    kind: str = "text"
    choices: tuple[str, ...] = ()
    is_required: bool = False
    is_asked_at_door: bool = False
    name: str = ""
    """Under which answers are kept, such as the header of a list; the label where not given."""


class Questions:
    """The questions of each bootcamp, in their order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, bootcamp: Bootcamp) -> list[Question]:
        """Give what a bootcamp asks, in its order."""
        with self._database.read() as reader:
            return questions_of(reader, bootcamp.id)

    def unasked(self, bootcamp: Bootcamp) -> list[str]:
        """Give the names of columns that were kept from lists and belong to no question yet."""
        with self._database.read() as reader:
            asked = {one.name for one in questions_of(reader, bootcamp.id)}
            answers = reader.scalars(
                select(ParticipationRow.answers).where(ParticipationRow.bootcamp_id == bootcamp.id)
            )
            names = {name for given in answers for name in (given or ())}
        return sorted(names - asked)

    def add(self, bootcamp: Bootcamp, asked: AskedQuestion) -> Question:
        """Ask something more, after what is asked already."""
        wanted = _checked(asked)
        with self._database.write() as work:
            there = ordered.in_order(work, QuestionRow, bootcamp.id)
            name = " ".join(asked.name.split()) or wanted["label_en"] or wanted["label_km"]
            _refuse_second(there, name, wanted)
            row = QuestionRow(
                bootcamp_id=bootcamp.id,
                name=name,
                place=ordered.behind(there),
                **wanted,
            )
            work.add(row)
            work.announce(QuestionsChanged(bootcamp.id))
            return _view(row)

    def change(self, question: Question, asked: AskedQuestion) -> Question:
        """Ask it otherwise; answers that were given are kept as they are."""
        wanted = _checked(asked)
        with self._database.write() as work:
            row = _row(work, question)
            asked_already = ordered.in_order(work, QuestionRow, row.bootcamp_id)
            others = [one for one in asked_already if one.id != row.id]
            _refuse_second(others, row.name, wanted)
            for name, value in wanted.items():
                if getattr(row, name) != value:
                    setattr(row, name, value)
            work.announce(QuestionsChanged(row.bootcamp_id))
            return _view(row)

    def move(self, question: Question, places: int) -> None:
        """Ask it so many places later, or earlier where negative."""
        with self._database.write() as work:
            row = _row(work, question)
            ordered.move(ordered.in_order(work, QuestionRow, row.bootcamp_id), row.id, places)
            work.announce(QuestionsChanged(question.bootcamp_id))

    def remove(self, question: Question) -> None:
        """Ask it no more; answers that were given are kept."""
        with self._database.write() as work:
            work.delete(_row(work, question))
            work.announce(QuestionsChanged(question.bootcamp_id))

    def read(self, bootcamp: Bootcamp, texts: Mapping[str, str], today: date) -> dict[str, str]:
        """Give answers as they are kept, by field; those to no question stay as they are.

        Raises the Refusal of the first answer that its question does not take.
        """
        asked = {one.field: one for one in self.of(bootcamp)}
        return {
            name: read_answer(asked[name], text, today) if name in asked else text
            for name, text in texts.items()
            if name.startswith(CUSTOM)
        }

    def still_open(self, bootcamp: Bootcamp, details: Mapping[str, object]) -> list[Question]:
        """Give the questions that must be answered and are not, for somebody with these details."""
        return [one for one in self.of(bootcamp) if is_open(one, details.get(one.field))]


def questions_of(session: Session, bootcamp_id: str) -> list[Question]:
    """Give what a bootcamp asks, in its order, inside somebody's look at the workspace."""
    return [_view(row) for row in ordered.in_order(session, QuestionRow, bootcamp_id)]


class AskedAtDoor(NamedTuple):
    """Whether a question of the door must be answered, and whether it is."""

    is_required: bool
    is_answered: bool


Asked = Callable[[Mapping[str, str]], dict[str, AskedAtDoor]]
"""The fields that the door asks for, and how some answers, by question, leave them."""


def asked_at_door(session: Session, bootcamp_id: str) -> Asked:
    """Give what tells of any answers how they leave the questions that the door asks."""
    questions = list(map(_view, _ASKED_AT_DOOR(session.connection(), [bootcamp_id])))
    return lambda answers: {
        one.field: AskedAtDoor(one.is_required, is_answered(one, answers.get(one.name)))
        for one in questions
    }


def _row(work: Work, question: Question) -> QuestionRow:
    row = work.get(QuestionRow, question.id)
    if row is None:
        raise Refusal("This question is no longer asked. Look at the list again.")
    return row


def _view(row: QuestionRow) -> Question:
    return Question(
        id=row.id,
        bootcamp_id=row.bootcamp_id,
        name=row.name,
        label_en=row.label_en or "",
        label_km=row.label_km or "",
        kind=row.kind,
        choices=tuple(row.choices or ()),
        is_required=row.is_required,
        is_asked_at_door=row.is_asked_at_door,
    )


def _checked(asked: AskedQuestion) -> dict[str, Any]:
    label_en, label_km = (" ".join(text.split()) for text in (asked.label_en, asked.label_km))
    if label_en and not label_km and is_khmer(label_en):
        label_en, label_km = "", label_en
    if not label_en and not label_km:
        raise Refusal("Write the question in Khmer, in English or in both.")
    if asked.kind not in QUESTION_KINDS:
        raise Refusal(
            "“{name}” is not a kind of question. Choose one of: {kinds}.",
            name=asked.kind,
            kinds=", ".join(QUESTION_KINDS),
        )
    return {
        "label_en": label_en,
        "label_km": label_km,
        "kind": asked.kind,
        "choices": _choices(asked),
        "is_required": asked.is_required,
        "is_asked_at_door": asked.is_asked_at_door,
    }


def _choices(asked: AskedQuestion) -> list[str]:
    if asked.kind not in CHOOSING:
        return []
    by_key: dict[str, str] = {}
    for choice in asked.choices:
        written = " ".join(choice.replace(";", ",").split())
        if key := comparison_key(written):
            by_key.setdefault(key, written)
    if len(by_key) < _LEAST_CHOICES:
        raise Refusal("Write two or more answers to choose from, each on its own line.")
    return list(by_key.values())


def _refuse_second(there: Sequence[QuestionRow], name: str, wanted: Mapping[str, Any]) -> None:
    """Refuse what is asked already: two answers under one name could not be told apart."""
    keys = {comparison_key(text) for text in (name, wanted["label_en"], wanted["label_km"]) if text}
    for row in there:
        if keys & {comparison_key(text or "") for text in (row.name, row.label_en, row.label_km)}:
            raise Refusal("“{question}” is asked already. Change that question.", question=name)
