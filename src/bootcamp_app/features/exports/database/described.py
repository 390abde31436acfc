"""What a table and a column of the file are, and what becomes of them without personal data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bootcamp_app.core.i18n import N_

if TYPE_CHECKING:
    from bootcamp_app.storage.base import Mergeable

Kind = Literal["fact", "text", "title", "document", "place", "personal", "naming"]
"""A `fact` says nothing of anybody by itself and stays. A `text`, `title` or `document` stays, but
whoever is named in it is not; in a `title` only a whole name counts. A `place` is the code of a
province. `personal` is left out, and so is `naming`, whose values are looked for in the texts."""


@dataclass(frozen=True)
class Column:
    """One column: its name, and as messages what it is and in what unit."""

    name: str
    meaning: str
    kind: Kind = "fact"
    unit: str = ""
    refers: str = ""
    """The table whose ids stand in it; an empty one becomes null."""

    @property
    def is_personal(self) -> bool:
        """Whether it is left out without personal data."""
        return self.kind in {"personal", "naming"}


@dataclass(frozen=True)
class Table:
    """One table of the workspace that is handed over; every column besides the id is here."""

    row: type[Mergeable]
    meaning: str
    columns: tuple[Column, ...]
    is_personal: bool = False
    """Whether it is left out as a whole without personal data."""

    @property
    def name(self) -> str:
        """How it is called, here and in the file."""
        return str(self.row.__tablename__)


ID = Column("id", N_("The id of the row, the same on every laptop"))
BELONGS = N_("The id of the row in that table to which this belongs")


def refers(name: str, table: str, meaning: str = BELONGS) -> Column:
    """Give a column with ids of another table."""
    return Column(name, meaning, refers=table)


def hidden_ref(name: str, table: str, meaning: str) -> Column:
    """Give a column with ids of another table that says who did something."""
    return Column(name, meaning, "personal", refers=table)


def fact(name: str, meaning: str, unit: str = "") -> Column:
    """Give a column that says nothing of anybody by itself."""
    return Column(name, meaning, unit=unit)


def text(name: str, meaning: str) -> Column:
    """Give a column that people write, which does not have to name anybody."""
    return Column(name, meaning, "text")


def title(name: str, meaning: str) -> Column:
    """Give a column with the name of something that may have the name of a person."""
    return Column(name, meaning, "title")


def document(name: str, meaning: str) -> Column:
    """Give a column with what a machine reads, in which people wrote texts."""
    return Column(name, meaning, "document")


def place(name: str, meaning: str) -> Column:
    """Give a column with the code of a province, beside which stand its names."""
    return Column(name, meaning, "place")


def personal(name: str, meaning: str, unit: str = "") -> Column:
    """Give a column that says something about a person."""
    return Column(name, meaning, "personal", unit)


def naming(name: str, meaning: str) -> Column:
    """Give a column that says who somebody is, or how to reach them."""
    return Column(name, meaning, "naming")
