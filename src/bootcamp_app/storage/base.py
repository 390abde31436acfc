"""What every table is built on, and what makes a row mergeable between laptops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

from sqlalchemy import JSON, BigInteger, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bootcamp_app.core.ids import new_id
from bootcamp_app.storage.types import Instant, PlainText

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapper, Session

    from bootcamp_app.storage.effects import Effect


@dataclass(frozen=True)
class Reference:
    """A column that names a row of another table, which undo then does not take away.

    `says` is why, as it is told of that row: “was checked in”. A row that `is_part` goes and
    stays with the one it names.
    """

    column: str
    table: str
    says: str
    is_part: bool = False


class Base(DeclarativeBase):
    """A table of the workspace."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: PlainText,
        datetime: Instant,
        int: BigInteger,
        dict[str, Any]: JSON,
        list[str]: JSON,
    }


class Entry(NamedTuple):
    """How a row stands in the search; words are compared as they are, letter by letter."""

    words: str
    beside: str = ""
    """Words of what the row refers to, which may be looked for in another way."""
    order: str = ""
    """What the rows of a list are sorted by, in the order of code points."""
    is_last: bool = False
    """Whether the row stands behind all that are not, whichever way they are sorted."""


class Mergeable(Base):
    """A row whose every change is a fact in the journal, so that it can be merged and undone.

    Its table has no foreign key and no unique column besides its id: facts of different
    laptops arrive in any order, and a reference may be known later than what refers to it.
    """

    __abstract__ = True

    is_append_only: ClassVar[bool] = False
    """Rows that are only ever added; undo adds what `inverse` gives instead of deleting."""

    stays: ClassVar[bool] = False
    """Whether undo leaves such rows there and has `inverse` change them instead."""

    searched_by: ClassVar[tuple[str, ...]] = ()
    """The columns of which the words are made under which rows, or those that refer to them, are
    found; whatever changes one of them changes the words."""

    search_refers: ClassVar[Mapping[str, type[Mergeable]]] = {}
    """Which of those columns refer to a row of another table, whose words count as well."""

    searched_within: ClassVar[str] = ""
    """The column that parts the rows into lists, of which one is searched at a time."""

    is_searched: ClassVar[bool] = False
    """Whether words lead to a row of this kind; then `search_entry` gives them."""

    is_undone_whole: ClassVar[bool] = False
    """Whether an act that wrote such a row is only taken back as a whole, whoever is meant."""

    is_missed: ClassVar[bool] = False
    """Whether it matters, where such a row is taken away, what that laptop did not know as yet."""

    refers: ClassVar[Sequence[Reference]] = ()
    """Its columns that name rows which undo must not take away from under it."""

    together: ClassVar[Sequence[str]] = ()
    """Columns that are right only with one another: what writes one of them writes all."""

    id: Mapped[str] = mapped_column(primary_key=True)

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - as SQLAlchemy's own constructor
        super().__init__(**{"id": new_id(), **values})

    def inverse(self, moment: datetime) -> Mergeable | None:  # noqa: ARG002
        """Give the row that takes this one back at that moment, where it may not be deleted."""
        return None

    def changes_nothing(self) -> bool:
        """Say whether it only tells of an attempt, so that undo may look past it."""
        return False

    def refuse_undo(self, session: Session) -> None:
        """Raise a Refusal where the act that made this row may not be taken back as yet."""

    @classmethod
    def refuse_undo_of(cls, session: Session, act: str, effects: Mapping[str, Effect]) -> None:
        """Raise a Refusal where what an act did to such rows, by id, may not be taken back now.

        The act is empty where only some of what it wrote is meant.
        """

    @classmethod
    def in_force(cls, rows: Sequence[Mergeable]) -> Sequence[Mergeable]:
        """Give those of all such rows about something that still say anything."""
        return rows

    @classmethod
    def search_entry(
        cls,
        values: Mapping[str, Any],  # noqa: ARG003
        referred: Mapping[str, Mapping[str, Any]],  # noqa: ARG003
    ) -> Entry | None:
        """Give under which words a row with these values is found; None where it is hidden.

        `values` has the columns of `searched_by`; `referred` has, by the column that refers, those
        of the rows that are there.
        """
        return None


Row = TypeVar("Row", bound=Mergeable)


def not_annulled(rows: Sequence[Row]) -> list[Row]:
    """Give rows with a column `annuls` that say anything; an annulment may itself be annulled."""
    by: dict[str, list[str]] = {}
    for row in rows:
        if annuls := getattr(row, "annuls", None):
            by.setdefault(annuls, []).append(row.id)

    def counts(key: str, above: frozenset[str] = frozenset()) -> bool:
        below = above | {key}
        return not any(counts(one, below) for one in by.get(key, ()) if one not in below)

    return [row for row in rows if not getattr(row, "annuls", None) and counts(row.id)]


@event.listens_for(Mergeable, "mapper_configured", propagate=True)
def _keep_old_values(mapper: Mapper[Any], kind: type[Mergeable]) -> None:
    # A fact names the old value also of a field that was overwritten before it was read.
    for attribute in mapper.column_attrs:
        getattr(kind, attribute.key).impl.active_history = True


def mergeable_tables() -> dict[str, type[Mergeable]]:
    """Give every mergeable class by the name of its table."""
    return {
        mapper.local_table.name: mapper.class_  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Mergeable)
    }
