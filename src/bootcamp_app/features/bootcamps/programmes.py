"""Programmes: what a donor pays for, under one title and code, in several bootcamps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow
from bootcamp_app.features.bootcamps.views import BootcampChanged, Programme, ProgrammesChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Reader, Work

MOST_DONORS = 20


@dataclass(frozen=True)
class ProgrammeWish:
    """What a person says of a programme; the code is the one that its donor knows it by."""

    title_en: str = ""
    title_km: str = ""
    code: str = ""
    donors: tuple[str, ...] = ()


class Programmes:
    """The programmes of this workspace, and which bootcamps belong to each."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Programme]:
        """Give every programme, in the order in which they were made."""
        with self._database.read() as reader:
            return [programme_view(row) for row in _rows(reader)]

    def of(self, bootcamp: Bootcamp) -> Programme | None:
        """Give the programme of a bootcamp."""
        with self._database.read() as reader:
            row = reader.get(ProgrammeRow, bootcamp.programme_id)
            return programme_view(row) if row else None

    def bootcamps(self) -> dict[str, int]:
        """Give how many bootcamps each has, by id."""
        counted = select(BootcampRow.programme_id, func.count()).group_by(BootcampRow.programme_id)
        with self._database.read() as reader:
            return {key: number for key, number in reader.execute(counted).tuples() if key}

    def find(self, ref: str) -> Programme:
        """Give the programme meant by an id, the beginning of one, its code or its title."""
        found = [one for one in self.all() if _is_called(one, ref)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refusal("“{ref}” means several programmes. Write the id instead.", ref=ref)
        raise Refusal("There is no programme “{ref}”. List them with: bootcamp programmes list.",
                      ref=ref)  # fmt: skip

    def make(self, wish: ProgrammeWish) -> Programme:
        """Make a programme to which bootcamps may be given."""
        row = ProgrammeRow()
        with self._database.write() as work:
            _write(row, wish)
            work.add(row)
            work.announce(ProgrammesChanged())
        return programme_view(row)

    def change(self, programme: Programme, wish: ProgrammeWish) -> Programme:
        """Have a programme say this of itself."""
        with self._database.write() as work:
            row = _present(work, programme.id)
            _write(row, wish)
            work.announce(ProgrammesChanged())
            return programme_view(row)

    def give(self, programme: Programme, bootcamps: Sequence[Bootcamp]) -> None:
        """Have bootcamps belong to a programme from now on."""
        with self._database.write() as work:
            _belong(work, bootcamps, _present(work, programme.id).id)

    def take_out(self, bootcamps: Sequence[Bootcamp]) -> None:
        """Have bootcamps belong to no programme from now on."""
        with self._database.write() as work:
            _belong(work, bootcamps, None)

    def remove(self, programme: Programme) -> None:
        """Remove a programme that has no bootcamp."""
        with self._database.write() as work:
            row = _present(work, programme.id)
            has = select(func.count()).where(BootcampRow.programme_id == row.id)
            if work.scalar(has):
                raise Refusal("“{title}” has bootcamps. Give them to another programme first.",
                              title=programme.title or programme.code)  # fmt: skip
            work.delete(row)
            work.announce(ProgrammesChanged())


def programme_view(row: ProgrammeRow) -> Programme:
    """Give a programme as others see it."""
    return Programme(
        id=row.id,
        title_en=row.title_en,
        title_km=row.title_km,
        code=row.code or "",
        donors=tuple(row.donors or ()),
    )


def _write(row: ProgrammeRow, wish: ProgrammeWish) -> None:
    row.title_en, row.title_km, row.code = map(_tidy, (wish.title_en, wish.title_km, wish.code))
    donors = list(dict.fromkeys(filter(None, map(_tidy, wish.donors))))
    if not (row.title_en or row.title_km):
        raise Refusal("A programme needs a title. Give one in Khmer, in English or in both.")
    if len(donors) > MOST_DONORS:
        raise Refusal("A programme has {most} donors at most. Leave some out.", most=MOST_DONORS)
    if donors != (row.donors or []):
        row.donors = donors


def _belong(work: Work, bootcamps: Sequence[Bootcamp], programme_id: str | None) -> None:
    for one in bootcamps:
        row = work.get(BootcampRow, one.id)
        if row is None:
            raise Refusal("This bootcamp is gone. Choose another one.")
        row.programme_id = programme_id
        work.announce(BootcampChanged(one.id))
    work.announce(ProgrammesChanged())


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _rows(reader: Reader) -> Iterable[ProgrammeRow]:
    return reader.scalars(select(ProgrammeRow).order_by(ProgrammeRow.id))


def _present(work: Work, programme_id: str) -> ProgrammeRow:
    row = work.get(ProgrammeRow, programme_id)
    if row is None:
        raise Refusal("This programme is gone. Choose another one.")
    return row


def _is_called(one: Programme, ref: str) -> bool:
    names = {comparison_key(name) for name in (one.title_en, one.title_km, one.code) if name}
    return bool(ref) and (one.id.startswith(ref) or comparison_key(ref) in names)
