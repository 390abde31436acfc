"""Who signs a bootcamp's certificates by hand, in up to four places."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.design_views import (
    MOST_SIGNATORIES,
    SignatoriesChanged,
    SignatoryAt,
    StoredFile,
)
from bootcamp_app.features.certificates.files import kept_file
from bootcamp_app.features.certificates.tables import FileRow, SignatoryRow

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database

_TEXTS = ("name_km", "name_en", "title_km", "title_en")
_LONGEST = 200


class Signatories:
    """The people whose signatures stand on certificates."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, bootcamp: Bootcamp) -> list[SignatoryAt]:
        """Give who signs, by place."""
        query = select(SignatoryRow).where(SignatoryRow.bootcamp_id == bootcamp.id)
        with self._database.read() as reader:
            rows = reader.scalars(query.order_by(SignatoryRow.place, SignatoryRow.id)).all()
            wanted = {row.file_id for row in rows} - {""}
            files = reader.scalars(select(FileRow).where(FileRow.id.in_(wanted)))
            pictures = {one.id: b64decode(one.data) for one in files}
            return [_view(row, pictures.get(row.file_id, b"")) for row in rows]

    def put(
        self, bootcamp: Bootcamp, one: SignatoryAt, signature: Path | None = None
    ) -> SignatoryAt:
        """Have somebody sign in a place, instead of who did; with the picture of a file, if given.

        Raises a Refusal without a name, or where the file shows no signature.
        """
        _must_be_a_place(one.place)
        texts = {name: _tidy(getattr(one, name)) for name in _TEXTS}
        if not texts["name_km"] and not texts["name_en"]:
            raise Refusal("Write the name of who signs, in Khmer or in Latin letters.")
        if max(map(len, texts.values())) > _LONGEST:
            raise Refusal("A name or a title is too long for a certificate. Make it shorter.")
        png = _picture(signature) if signature else one.png
        with self._database.write() as work:
            stored = StoredFile("", "signature", "", png)
            texts["file_id"] = kept_file(work, stored) if png else one.file
            row = work.get(SignatoryRow, _id(bootcamp, one.place))
            if row is None:
                row = SignatoryRow(
                    id=_id(bootcamp, one.place),
                    bootcamp_id=bootcamp.id,
                    place=one.place,
                    **texts,
                )
                work.add(row)
            for name, text in texts.items():
                if getattr(row, name) != text:
                    setattr(row, name, text)
            work.announce(SignatoriesChanged(bootcamp.id))
            return _view(row, png)

    def remove(self, bootcamp: Bootcamp, place: int) -> None:
        """Have nobody sign in a place."""
        _must_be_a_place(place)
        with self._database.write() as work:
            row = work.get(SignatoryRow, _id(bootcamp, place))
            if row is None:
                raise Refusal("Nobody signs in place {place}. Look at the list again.", place=place)
            work.delete(row)
            work.announce(SignatoriesChanged(bootcamp.id))


def _id(bootcamp: Bootcamp, place: int) -> str:
    # One row a place on every laptop: those that meet agree on who signs there.
    return str(uuid5(NAMESPACE_OID, f"signatory {bootcamp.id} {place}"))


def _must_be_a_place(place: int) -> None:
    if not 1 <= place <= MOST_SIGNATORIES:
        raise Refusal(
            "There are places for {most} signatures, from 1 to {most}.", most=MOST_SIGNATORIES
        )


def _picture(path: Path) -> bytes:
    from bootcamp_app.features.certificates.foreign import own_signature  # noqa: PLC0415 - heavy

    return own_signature(path)


def _view(row: SignatoryRow, png: bytes) -> SignatoryAt:
    return SignatoryAt(
        row.place, row.name_km, row.name_en, row.title_km, row.title_en, row.file_id, png
    )


def _tidy(text: str) -> str:
    return " ".join(text.split())
