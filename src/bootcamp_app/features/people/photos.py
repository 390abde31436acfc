"""Portraits of people, kept as small JPEG pictures where nobody said no."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.merged import ids_of_one
from bootcamp_app.features.people.person_views import PhotoChanged
from bootcamp_app.features.people.tables import PersonRow, PhotoRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.database import Database

    Refuses = Callable[[Session, str], bool]


class Photos:
    """The portraits of this workspace. `refuses` says who does not want one kept."""

    def __init__(self, database: Database, clock: Clock, refuses: Refuses) -> None:
        self._database = database
        self._clock = clock
        self._refuses = refuses

    def of(self, person_id: str) -> bytes | None:
        """Give somebody's portrait as JPEG; None where there is none."""
        with self._database.read() as reader:
            found = photos_of(reader, person_id)
            return b64decode(found[0].jpeg) if found else None

    def keep(self, person_id: str, jpeg: bytes) -> None:
        """Keep a portrait in place of the one before; a picture that `portrait` made.

        Raises a Refusal where the person said no to photos.
        """
        with self._database.write() as work:
            person = work.get(PersonRow, person_id)
            if person is None:
                raise Refusal("This person is no longer in the list. Look for them again.")
            if self._refuses(work, person_id):
                raise Refusal(
                    "This person does not want a photo to be kept. If they allow it now, write "
                    "their yes down first."
                )
            text = b64encode(jpeg).decode("ascii")
            now = self._clock.now()
            there = photos_of(work, person_id)
            if there:
                there[0].jpeg, there[0].taken_at = text, now
            else:
                # Under the person's own id: their History tells of it, also when it is gone.
                work.add(PhotoRow(id=person_id, person_id=person_id, jpeg=text, taken_at=now))
            work.announce(PhotoChanged(person_id))

    def remove(self, person_id: str) -> None:
        """Keep no portrait of somebody."""
        with self._database.write() as work:
            for row in photos_of(work, person_id):
                work.delete(row)
            work.announce(PhotoChanged(person_id))


def photos_of(session: Session, person_id: str) -> Sequence[PhotoRow]:
    """Give somebody's portraits, the newest first."""
    of_one = PhotoRow.person_id.in_(ids_of_one(session, person_id))
    newest = (PhotoRow.taken_at.desc(), PhotoRow.id.desc())
    return session.scalars(select(PhotoRow).where(of_one).order_by(*newest)).all()
