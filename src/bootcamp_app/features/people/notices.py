"""What people are told about their data: versions in two languages, none ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.catalogue import documents
from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.person_views import Notice, NoticeWritten
from bootcamp_app.features.people.tables import NoticeRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.storage.database import Database

_TOLD_APART = 4
"""So many letters keep versions apart that two laptops wrote under one number."""


class Notices:
    """The notice of this workspace, in all its versions."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self) -> list[Notice]:
        """Give every version, the newest first."""
        with self._database.read() as reader:
            return notices_of(reader)

    def current(self) -> Notice:
        """Give the version that people are shown now."""
        return self.all()[0]

    def find(self, version: str) -> Notice:
        """Give one version."""
        for notice in self.all():
            if notice.version == version:
                return notice
        raise Refusal("There is no version “{version}” of the notice here.", version=version)

    def write(self, text_en: str, text_km: str) -> Notice:
        """Show people a newer version from now on; what they agreed to before stays known."""
        texts = (text_en.strip(), text_km.strip())
        if not all(texts):
            raise Refusal("Write the notice in Khmer and in English: people read it in either.")
        with self._database.write() as work:
            known = notices_of(work)
            if texts == (known[0].text_en, known[0].text_km):
                raise Refusal("This is what the notice says already. Change it, then save it.")
            row = NoticeRow(text_en=texts[0], text_km=texts[1], made_at=self._clock.now())
            row.version = f"{len(known) + 1}-{row.id[-_TOLD_APART:]}"
            work.add(row)
            work.announce(NoticeWritten(row.version))
            return _view(row)


def notices_of(session: Session) -> list[Notice]:
    """Give every version, the newest first, inside somebody's look at the workspace."""
    newest = (NoticeRow.made_at.desc(), NoticeRow.id.desc())
    written = [_view(row) for row in session.scalars(select(NoticeRow).order_by(*newest))]
    return [*written, *reversed(_shipped())]


def _shipped() -> list[Notice]:
    return [
        Notice(key, one["text_en"], one["text_km"]) for key, one in documents("notices").items()
    ]


def _view(row: NoticeRow) -> Notice:
    return Notice(row.version, row.text_en, row.text_km, row.made_at)
