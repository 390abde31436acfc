"""The fonts and pictures that layouts name: kept by content, and never taken away."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.rules import title_of_file
from bootcamp_app.features.certificates.design_views import FilesChanged, StoredFile
from bootcamp_app.features.certificates.tables import FileRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work


class DesignFiles:
    """The fonts and pictures of this workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offered(self, kind: str) -> list[StoredFile]:
        """Give what may be chosen of a kind, `font` or `picture`, by title."""
        query = select(FileRow).where(FileRow.kind == kind, FileRow.is_offered)
        with self._database.read() as reader:
            found = [_view(row) for row in reader.scalars(query)]
        return sorted(found, key=lambda one: (comparison_key(one.title), one.id))

    def find(self, kind: str, ref: str) -> StoredFile:
        """Give the one file meant by an id, the beginning of one, or a title."""
        files, key = self.offered(kind), comparison_key(ref)
        meant = [one for one in files if ref == one.id or key == comparison_key(one.title)]
        meant = meant or [one for one in files if one.id.startswith(ref.lower())]
        if not ref or not meant:
            raise Refusal("There is no file “{ref}” here. List them, then use an id.", ref=ref)
        if len(meant) > 1:
            raise Refusal("“{ref}” means {count} files. Use the id.", ref=ref, count=len(meant))
        return meant[0]

    def add_font(self, path: Path) -> StoredFile:
        """Offer the font of a TrueType file; raises a Refusal where it cannot be printed with."""
        from bootcamp_app.features.certificates.foreign import own_font  # noqa: PLC0415 - heavy

        return self._keep("font", *own_font(path))

    def add_picture(self, path: Path) -> StoredFile:
        """Offer the picture of a PNG or JPEG file, such as an emblem."""
        from bootcamp_app.reading.logos import logo  # noqa: PLC0415 - pictures load slowly

        return self._keep("picture", logo(path), title_of_file(path.name))

    def remove(self, file: StoredFile) -> None:
        """Offer it no more; what was made with it stays as it is."""
        with self._database.write() as work:
            row = work.get(FileRow, file.id)
            if row is not None and row.is_offered:
                row.is_offered = False
            work.announce(FilesChanged(file.id))

    def _keep(self, kind: str, data: bytes, title: str) -> StoredFile:
        with self._database.write() as work:
            row = kept_file(work, StoredFile("", kind, title, data), is_offered=True)
            work.announce(FilesChanged(row))
            return StoredFile(row, kind, title, data)


def file_id(kind: str, data: bytes) -> str:
    """Give the id of a file: the same content is the same file on every laptop."""
    return str(uuid5(NAMESPACE_OID, f"{kind} {b64encode(data).decode('ascii')}"))


def kept_file(work: Work, file: StoredFile, *, is_offered: bool = False) -> str:
    """Keep a file for ever, where it is not kept as yet, and give its id."""
    key = file_id(file.kind, file.data)
    row = work.get(FileRow, key)
    if row is None:
        text = b64encode(file.data).decode("ascii")
        title = file.title
        work.add(FileRow(id=key, kind=file.kind, title=title, data=text, is_offered=is_offered))
    elif is_offered and not row.is_offered:
        row.is_offered = True
    return key


def kept_files(reading: Session, ids: Iterable[str]) -> list[StoredFile]:
    """Give kept files by id."""
    return [_view(row) for row in reading.scalars(select(FileRow).where(FileRow.id.in_(set(ids))))]


def _view(row: FileRow) -> StoredFile:
    return StoredFile(row.id, row.kind, row.title, b64decode(row.data))
