"""What somebody answers to single questions, kept inside somebody's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.answering import read_answer
from bootcamp_app.features.people.headers import CUSTOM
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.features.people.questions import questions_of
from bootcamp_app.features.people.registrar import Registrar
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.features.people.views import PersonChanged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bootcamp_app.storage.work import Work


def write_answers(
    work: Work, participation_id: str, answers: Mapping[str, str], now: datetime
) -> None:
    """Keep texts by field, `custom:NAME` for the bootcamp's own questions; what is empty is left.

    Raises the Refusal of the first text that its question does not take.
    """
    row = work.get(ParticipationRow, participation_id)
    person = work.get(PersonRow, row.person_id) if row else None
    if row is None or person is None:
        raise Refusal("This person is no longer in the list. Look for them again.")
    given = {name: text.strip() for name, text in answers.items() if text.strip()}
    own = {one.field: one for one in questions_of(work, row.bootcamp_id)}
    usual = {name: text for name, text in given.items() if not name.startswith(CUSTOM)}
    nominee = nominee_from(usual, now)
    fields = {
        name: read_answer(own[name], text, now.date()) if name in own else text
        for name, text in given.items()
        if name.startswith(CUSTOM)
    }
    Registrar(work, row.bootcamp_id, now).rewrite(
        person, row, nominee, {**nominee.fields, **fields}
    )
    work.announce(PersonChanged(person.id))
