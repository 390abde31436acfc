"""How a bootcamp's certificates look from now on: an offered layout, and what was changed in it."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.design_views import DIGITS, LayoutChanged, Working
from bootcamp_app.features.certificates.designs import current
from bootcamp_app.features.certificates.files import kept_file, kept_files
from bootcamp_app.features.certificates.layouts import DEFAULT_LAYOUT, for_page, layout, layouts
from bootcamp_app.features.certificates.tables import LayoutRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

    Document = Mapping[str, Any]

_NAME = "layout"
"""Where a document says which layout it came from."""


class WorkingLayouts:
    """The layout of each bootcamp, for the certificates to come."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, bootcamp: Bootcamp) -> Working:
        """Give the design that the next certificate will have, and where it came from."""
        with self._database.read() as reader:
            design = current(reader, bootcamp)
        name = name_of(design.document)
        return Working(design, name, _is_changed(design.document, name))

    def choose(self, bootcamp: Bootcamp, name: str, page: str = "") -> None:
        """Take one of the offered layouts as it came, on its own page or on another."""
        self._keep(bootcamp, as_it_came(name, page))

    def choose_on(self, bootcamp: Bootcamp, name: str, paper: str) -> None:
        """Take one of the offered layouts on `A4` or `Letter` paper, which lies as it wants."""
        lies = str(layout(name)["page"]).partition("-")[2]
        self.choose(bootcamp, name, f"{paper}-{lies}")

    def change(self, bootcamp: Bootcamp, document: Document) -> None:
        """Take a changed layout. Raises a Refusal where it is none."""
        from bootcamp_app.features.certificates.accepting import (  # noqa: PLC0415 - knows paper
            accepted,
        )

        self._keep(bootcamp, accepted(document))

    def turn(self, bootcamp: Bootcamp, page: str) -> None:
        """Have what is there on another page, with its parts where they belong there."""
        document = self.of(bootcamp).document
        self._keep(bootcamp, turned(document, page))

    def put_back(self, bootcamp: Bootcamp) -> None:
        """Have the layout as it came, without what was changed in it."""
        document = self.of(bootcamp).document
        self._keep(bootcamp, as_it_came(name_of(document), document["page"]))

    def save(self, bootcamp: Bootcamp, path: Path) -> None:
        """Write the layout into a file for another laptop, with its fonts and pictures."""
        from bootcamp_app.features.certificates.layout_files import (  # noqa: PLC0415 - knows paper
            write_layout,
        )

        design = self.of(bootcamp).design
        with self._database.read() as reader:
            write_layout(path, design.document, kept_files(reader, design.files))

    def take_in(self, bootcamp: Bootcamp, path: Path) -> None:
        """Take the layout of a file; raises a Refusal where it is none."""
        from bootcamp_app.features.certificates.layout_files import (  # noqa: PLC0415 - knows paper
            read_layout,
        )

        document, files = read_layout(path)
        with self._database.write() as work:
            for file in files:
                kept_file(work, file, is_offered=True)
            self._put(work, bootcamp, document)

    def write_digits(self, bootcamp: Bootcamp, digits: str) -> None:
        """Have numbers and dates of the Khmer text in Khmer digits, or in Latin ones."""
        if digits not in DIGITS:
            raise Refusal("Digits are “khmer” or “latin”.")
        with self._database.write() as work:
            row = _row(work, bootcamp)
            if row is None:
                document = dict(current(work, bootcamp).document)
                work.add(_new(bootcamp, document, digits))
            elif row.digits != digits:
                row.digits = digits
            else:
                return
            work.announce(LayoutChanged(bootcamp.id))

    def _keep(self, bootcamp: Bootcamp, document: Document) -> None:
        with self._database.write() as work:
            self._put(work, bootcamp, document)

    def _put(self, work: Work, bootcamp: Bootcamp, document: Document) -> None:
        row = _row(work, bootcamp)
        if row is None:
            work.add(_new(bootcamp, document, current(work, bootcamp).digits))
        elif row.document != document:
            row.document = dict(document)
        else:
            return
        work.announce(LayoutChanged(bootcamp.id))


def name_of(document: Document) -> str:
    """Give the offered layout that a document came from; the first one where that is unknown."""
    name = str(document.get(_NAME, ""))
    return name if name in layouts() else DEFAULT_LAYOUT


def as_it_came(name: str, page: str = "") -> dict[str, Any]:
    """Give an offered layout as a document to work on."""
    return turned({**deepcopy(layout(name)), _NAME: name}, page)


def turned(document: Document, page: str) -> dict[str, Any]:
    """Give a document for another page."""
    wanted = dict(document)
    return dict(for_page(wanted, page)) if page and page != wanted["page"] else wanted


def _is_changed(document: Document, name: str) -> bool:
    came = as_it_came(name, document["page"])
    return {**came, _NAME: name} != {**document, _NAME: name}


def _row(work: Work, bootcamp: Bootcamp) -> LayoutRow | None:
    return work.get(LayoutRow, _id(bootcamp))


def _new(bootcamp: Bootcamp, document: Document, digits: str) -> LayoutRow:
    kept = dict(document)
    return LayoutRow(id=_id(bootcamp), bootcamp_id=bootcamp.id, document=kept, digits=digits)


def _id(bootcamp: Bootcamp) -> str:
    # One row a bootcamp on every laptop: of two that changed it, the later one holds.
    return str(uuid5(NAMESPACE_OID, f"layout {bootcamp.id}"))
