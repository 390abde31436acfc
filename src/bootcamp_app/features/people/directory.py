"""The organisations that a list names: those that are known, and those to be made."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.ids import new_id
from bootcamp_app.core.khmer import comparison_key, is_khmer
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.people.filling import sector_by_kind
from bootcamp_app.features.people.registrar import organisation_keys
from bootcamp_app.features.people.tables import OrganisationRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.nominees import Nominee
    from bootcamp_app.storage.work import Work


@dataclass
class Entry:
    """An organisation as a list will leave it; `kept_kind` is None where it is new."""

    id: str
    name_en: str
    name_km: str
    kind: str
    keys: frozenset[str]
    kept_kind: str | None = None
    is_named: bool = False
    """Whether somebody who is taken in comes from it."""

    @property
    def is_other_kind(self) -> bool:
        """Whether a list says another kind of it than was known."""
        return self.kept_kind not in (None, self.kind)

    @property
    def name(self) -> str:
        """The name in the language in use, or in the other."""
        return in_words(self.name_en, self.name_km)


class Directory:
    """The organisations of a workspace, by the names under which lists know them.

    `learn` only remembers; nothing is written before `write`.
    """

    def __init__(self, session: Session) -> None:
        self._by_id: dict[str, Entry] = {}
        self._by_key: dict[str, Entry] = {}
        for row in session.scalars(select(OrganisationRow).order_by(OrganisationRow.id)):
            self._keep(
                Entry(row.id, row.name_en, row.name_km, row.kind, organisation_keys(row), row.kind)
            )

    def learn(self, nominees: Iterable[Nominee]) -> None:
        """Know the organisations of a list before its people, who may say less of them.

        Of one that is known, rows that say different kinds change nothing.
        """
        kinds: dict[str, set[str]] = defaultdict(set)
        for nominee in nominees:
            name = nominee.text("organisation")
            key = comparison_key(name)
            if key and key not in self._by_key:
                names = ("", name) if is_khmer(name) else (name, "")
                self._keep(Entry(new_id(), *names, "", frozenset({key})))
            if key and (kind := nominee.text("organisation_kind")):
                entry = self._by_key[key]
                entry.kind = kind
                kinds[entry.id].add(kind)
        for organisation_id, said in kinds.items():
            entry = self._by_id[organisation_id]
            if len(said) > 1 and entry.kept_kind:
                entry.kind = entry.kept_kind

    def by_id(self, organisation_id: str | None) -> Entry | None:
        """Give an organisation by its id."""
        return self._by_id.get(organisation_id or "")

    def called(self, key: str) -> Entry | None:
        """Give an organisation by a name as it compares."""
        return self._by_key.get(key)

    def binding(
        self, nominee: Nominee, present: str | None = None, sector: str = "not_stated"
    ) -> dict[str, Any]:
        """Give the columns of a participation that this row's organisation sets."""
        entry = self._by_key.get(comparison_key(nominee.text("organisation")))
        if entry is None:
            return {}
        entry.is_named = True
        # What the row itself says of the sector is written before.
        sector = nominee.text("sector") or sector
        is_other = present != entry.id
        by_kind = sector_by_kind(nominee, entry.kind, sector, is_other=is_other)
        return {"organisation_id": entry.id, **by_kind}

    def write(self, work: Work) -> None:
        """Write what is new or different by now."""
        named = [entry for entry in self._by_id.values() if entry.is_named]
        new = [entry for entry in named if entry.kept_kind is None]
        work.add_in_bulk(
            OrganisationRow,
            [
                {"id": one.id, "name_en": one.name_en, "name_km": one.name_km, "kind": one.kind}
                for one in new
            ],
        )
        for entry in named:
            if entry.is_other_kind:
                work.get_one(OrganisationRow, entry.id).kind = entry.kind

    def _keep(self, entry: Entry) -> None:
        self._by_id[entry.id] = entry
        for key in entry.keys:
            self._by_key.setdefault(key, entry)
