"""Templates of one's own: copied from another, changed, kept, and handed on as a file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.canvases.catalogue import document_in
from bootcamp_app.features.canvases.tables import OwnTemplateRow
from bootcamp_app.features.canvases.templates import document_from, own_template
from bootcamp_app.features.canvases.views import OwnTemplatesChanged, Words

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.views import Template
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

_MOST_BYTES = 1_000_000
_GONE = N_("This canvas is no more. Choose another one.")
_NO_CANVAS = N_("“{name}” is not a canvas. Choose a file that was exported as a canvas.")


class OwnTemplates:
    """The templates that people of this workspace made."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def copy(self, name: str, title: Words | None = None) -> Template:
        """Make a template of one's own from another by its id; it gets a title to know it by."""
        with self._database.write() as work:
            document = dict(document_in(work, name))
            document.pop("place", None)
            named = title or _copied(Words(**document["title"]))
            document |= {"version": 1, "title": vars(named)}
            return self._keep(work, document, name)

    def change(self, template: Template) -> str:
        """Write a template as it is to be and give the act; one that cannot be is refused."""
        document = {**document_from(template), "version": template.version + 1}
        _check(document)
        with self._database.write() as work:
            row = work.get(OwnTemplateRow, template.id)
            if row is None:
                raise Refusal(_GONE)
            if {**row.document, "version": 0} == {**document, "version": 0}:
                return ""
            row.document = {**document, "version": row.document["version"] + 1}
            work.announce(OwnTemplatesChanged())
            return work.act

    def remove(self, template: Template) -> str:
        """Have it no more and give the act; boards made from it stay as they are."""
        with self._database.write() as work:
            row = work.get(OwnTemplateRow, template.id)
            if row is None:
                return ""
            work.delete(row)
            work.announce(OwnTemplatesChanged())
            return work.act

    def take_in(self, path: Path) -> Template:
        """Keep the template of a file; the same one twice is kept once."""
        document = _read(path)
        with self._database.write() as work:
            for row in work.scalars(select(OwnTemplateRow).order_by(OwnTemplateRow.id)):
                if row.document == document:
                    return own_template(row.id, row.document)
            return self._keep(work, document, "")

    def _keep(self, work: Work, document: dict[str, Any], based_on: str) -> Template:
        _check(document)
        row = OwnTemplateRow(document=document, based_on=based_on)
        work.add(row)
        work.flush()  # which gives it an id
        work.announce(OwnTemplatesChanged())
        return own_template(row.id, document)


def write_template(template: Template, path: Path) -> None:
    """Write a template into a file for another laptop."""
    text = json.dumps(document_from(template), ensure_ascii=False, indent=1)
    with whole_file(path) as part:
        part.write_text(f"{text}\n", "utf-8")


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refusal(_NO_CANVAS, name=path.name)
        document = json.loads(path.read_text("utf-8-sig"))
    except OSError as fault:
        raise Refusal("“{name}” cannot be read. Choose another file.", name=path.name) from fault
    except (ValueError, RecursionError) as fault:
        raise Refusal(_NO_CANVAS, name=path.name) from fault
    _check(document)
    kept: dict[str, Any] = {key: value for key, value in document.items() if key != "place"}
    return kept


def _check(document: object) -> None:
    from bootcamp_app.features.canvases.checking import checked  # noqa: PLC0415 - knows paper

    checked(document)


def _copied(title: Words) -> Words:
    return replace(
        title,
        en=f"{title.en} (ours)" if title.en else "",
        km=f"{title.km} (របស់យើង)" if title.km else "",
    )
