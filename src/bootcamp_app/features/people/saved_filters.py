"""Questions to the list of people that somebody wants to ask again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.people.filters import Filter
from bootcamp_app.features.people.merged import led_to
from bootcamp_app.features.people.tables import OrganisationRow, SavedFilterRow
from bootcamp_app.features.people.views import FiltersChanged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database

MOST_LETTERS = 60


@dataclass(frozen=True)
class SavedFilter:
    """A filter under the name that somebody gave it."""

    id: str
    name: str
    wanted: Filter


class SavedFilters:
    """The filters that are kept for each bootcamp."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, bootcamp: Bootcamp) -> list[SavedFilter]:
        """Give the filters of a bootcamp by name."""
        with self._database.read() as reader:
            rows = _rows(reader, bootcamp.id)
            kept = [SavedFilter(row.id, row.name, Filter.from_json(row.wanted)) for row in rows]
            named = [key for one in kept for key in one.wanted.organisations]
            led = led_to(reader, OrganisationRow, "organisation", named)
        return [replace(one, wanted=_after_merges(one.wanted, led)) for one in kept]

    def save(self, bootcamp: Bootcamp, name: str, wanted: Filter) -> SavedFilter:
        """Keep a filter; one of the same name is replaced."""
        plain = " ".join(name.split())
        if not plain:
            raise Refusal("A saved filter needs a name. Say what it finds.")
        if len(plain) > MOST_LETTERS:
            raise Refusal("This name is too long. Use at most {n} letters.", n=MOST_LETTERS)
        with self._database.write() as work:
            known = [row for row in _rows(work, bootcamp.id) if _same(row.name, plain)]
            row = known[0] if known else SavedFilterRow(bootcamp_id=bootcamp.id, name=plain)
            row.name, row.wanted = plain, wanted.as_json()
            if not known:
                work.add(row)
            work.announce(FiltersChanged(bootcamp.id))
            return SavedFilter(row.id, plain, wanted)

    def remove(self, saved: SavedFilter) -> None:
        """Keep a filter no longer."""
        with self._database.write() as work:
            row = work.get(SavedFilterRow, saved.id)
            if row is not None:
                work.delete(row)
                work.announce(FiltersChanged(row.bootcamp_id))


def _after_merges(wanted: Filter, led: Mapping[str, str]) -> Filter:
    """Give a filter that finds those whose organisation was merged into another since."""
    found = dict.fromkeys(led.get(key, key) for key in wanted.organisations)
    return wanted.changed("organisations", tuple(found)) if led else wanted


def _rows(session: Session, bootcamp_id: str) -> list[SavedFilterRow]:
    of_it = select(SavedFilterRow).where(SavedFilterRow.bootcamp_id == bootcamp_id)
    return list(session.scalars(of_it.order_by(SavedFilterRow.name, SavedFilterRow.id)))


def _same(first: str, second: str) -> bool:
    return first.casefold() == second.casefold()
