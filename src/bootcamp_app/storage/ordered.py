"""Rows of a bootcamp that stand in an order of their own, which people change."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from bootcamp_app.storage.base import Mergeable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Mapped, Session


class Ordered(Mergeable):
    """A row of a bootcamp that has a place among the others."""

    __abstract__ = True

    if TYPE_CHECKING:  # each table makes its columns itself, where they stand in it
        bootcamp_id: Mapped[str]
        place: Mapped[int]


Row = TypeVar("Row", bound=Ordered)


def in_order(session: Session, kind: type[Row], bootcamp_id: str) -> Sequence[Row]:
    """Give the rows of a bootcamp, on every laptop in the same order."""
    # Two laptops may have put something at one place before they met.
    query = select(kind).where(kind.bootcamp_id == bootcamp_id)
    return session.scalars(query.order_by(kind.place, kind.id)).all()


def behind(rows: Sequence[Ordered]) -> int:
    """Give the place behind all of them."""
    return max((row.place for row in rows), default=-1) + 1


def move(rows: Sequence[Ordered], row_id: str, places: int) -> None:
    """Put a row so many places further back, or to the front where negative.

    Only rows whose place is another one afterwards are written.
    """
    order = [row.id for row in rows]
    before = order.index(row_id)
    order.insert(max(0, before + places), order.pop(before))
    for row in rows:
        if row.place != order.index(row.id):
            row.place = order.index(row.id)
