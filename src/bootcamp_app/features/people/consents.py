"""What people allow: a yes or a no to each use of their data, with who, when and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import LANGUAGES, words
from bootcamp_app.features.people.merged import ids_of_one
from bootcamp_app.features.people.notices import notices_of
from bootcamp_app.features.people.person_views import (
    HOWS,
    PURPOSES,
    Consent,
    ConsentRecorded,
    PhotoChanged,
)
from bootcamp_app.features.people.photos import photos_of
from bootcamp_app.features.people.tables import ConsentRow, PersonRow
from bootcamp_app.storage.base import not_annulled
from bootcamp_app.storage.journal import JournalRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.database import Database


@dataclass(frozen=True)
class Answered:
    """A yes or a no to one purpose, and how it was said."""

    purpose: str
    is_given: bool
    how: str = "spoken"
    language: str = ""
    """Of the notice that was shown; the language in use where not said."""


class Consents:
    """The consents of the people of this workspace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, person_id: str) -> dict[str, Consent]:
        """Give what a person said last to each purpose; nothing where they were not asked."""
        with self._database.read() as reader:
            return _latest(reader, person_id)

    def ids(self, person_id: str) -> list[str]:
        """Give the ids of all that a person ever said, for their History."""
        with self._database.read() as reader:
            of_one = ConsentRow.person_id.in_(ids_of_one(reader, person_id))
            return list(reader.scalars(select(ConsentRow.id).where(of_one)))

    def record(self, person_id: str, answered: Answered) -> Consent:
        """Write down a yes or a no to the notice as it is now; a no to photos removes them."""
        _check(answered)
        with self._database.write() as work:
            if work.get(PersonRow, person_id) is None:
                raise Refusal("This person is no longer in the list. Look for them again.")
            row = ConsentRow(
                person_id=person_id,
                purpose=answered.purpose,
                is_given=answered.is_given,
                notice=notices_of(work)[0].version,
                language=answered.language or words.language,
                how=answered.how,
                at=self._clock.now(),
            )
            work.add(row)
            if answered.purpose == "photo" and not answered.is_given:
                for photo in photos_of(work, person_id):
                    work.delete(photo)
                work.announce(PhotoChanged(person_id))
            work.announce(ConsentRecorded(person_id))
            work.flush()
            return _latest(work, person_id)[answered.purpose]


def refuses_photos(session: Session, person_id: str) -> bool:
    """Say whether somebody said no to photos, and has not said yes since."""
    said = _latest(session, person_id).get("photo")
    return said is not None and not said.is_given


def _check(answered: Answered) -> None:
    for value, known in (
        (answered.purpose, PURPOSES),
        (answered.how, HOWS),
        (answered.language or words.language, LANGUAGES),
    ):
        if value not in known:
            raise Refusal(
                "“{name}” is not one of: {names}. Choose one of these.",
                name=value,
                names=", ".join(known),
            )


def _latest(session: Session, person_id: str) -> dict[str, Consent]:
    of_one = ConsentRow.person_id.in_(ids_of_one(session, person_id))
    rows = session.scalars(select(ConsentRow).where(of_one)).all()
    latest: dict[str, ConsentRow] = {}
    for row in sorted(not_annulled(rows), key=lambda one: (one.at, one.id)):
        latest[row.purpose] = row
    return {
        purpose: Consent(
            purpose=purpose,
            is_given=latest[purpose].is_given,
            at=latest[purpose].at,
            how=latest[purpose].how,
            notice=latest[purpose].notice,
            language=latest[purpose].language,
            who=_who(session, latest[purpose].id),
        )
        for purpose in PURPOSES
        if purpose in latest
    }


def _who(session: Session, row_id: str) -> str:
    about = JournalRow.row_id == row_id
    written = select(JournalRow.who).where(about, JournalRow.table_name == ConsentRow.__tablename__)
    return session.scalars(written.limit(1)).first() or ""
