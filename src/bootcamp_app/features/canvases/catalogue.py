"""All templates: those that came with the program, and those that somebody made here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.khmer import comparison_key
from bootcamp_app.features.canvases.tables import OwnTemplateRow
from bootcamp_app.features.canvases.templates import (
    document_of,
    own_template,
    template,
    templates,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session as Reading

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.storage.database import Database


class Catalogue:
    """The templates of this workspace."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Template]:
        """Give every template by its id: ours by phase, then one's own, the oldest first."""
        return {**templates(), **self.own()}

    def own(self) -> dict[str, Template]:
        """Give the templates that somebody made here, the oldest first."""
        with self._database.read() as reader:
            rows = reader.scalars(select(OwnTemplateRow).order_by(OwnTemplateRow.id))
            return {row.id: own_template(row.id, row.document) for row in rows}

    def find(self, ref: str) -> Template:
        """Give the one template meant by an id, a title, or the beginning of an own one's id."""
        found = self.all()
        if ref in found:
            return found[ref]
        key = comparison_key(ref)
        named = [one for one in found.values() if key and key in _keys(one)]
        meant = named or [
            one for one in found.values() if ref and one.is_own and one.id.startswith(ref)
        ]
        if len(meant) > 1:
            raise Refusal("“{ref}” means {count} canvases. Use the id.", ref=ref, count=len(meant))
        return meant[0] if meant else template(ref)

    def named(self, ids: Iterable[str]) -> list[Template]:
        """Give those of these templates that there are, in this order."""
        found = self.all()
        return [found[one] for one in ids if one in found]


def is_meant(template: Template, text: str, most_minutes: int = 0) -> bool:
    """Say whether a search means a template: every word, in either language, and not too long."""
    if most_minutes and template.minutes > most_minutes:
        return False
    said = [template.title, template.purpose, *(zone.title for zone in template.zones)]
    held = " ".join(comparison_key(f"{words.en} {words.km}") for words in said)
    return all(comparison_key(word) in held for word in text.split())


def document_in(reading: Reading, name: str) -> dict[str, Any]:
    """Give a template as its file has it; raises a Refusal where there is none."""
    row = reading.get(OwnTemplateRow, name)
    return dict(row.document) if row is not None else document_of(name)


def _keys(one: Template) -> set[str]:
    return {comparison_key(one.title.en), comparison_key(one.title.km)} - {""}
