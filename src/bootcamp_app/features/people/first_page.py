"""The first people of a long list, before all who are in it have been found and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from bootcamp_app.features.people import listing
from bootcamp_app.features.people.listing import hits, searched, words_of
from bootcamp_app.features.people.sorting import BY_NAME, in_order
from bootcamp_app.features.people.tables import ParticipationRow, PersonRow
from bootcamp_app.storage.search import SearchRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from bootcamp_app.features.people.filters import Filter, Look

MANY = 2000
"""Of so many whom a filter lets by, the first are met soon on the way by name."""


def first_ids(session: Session, bootcamp_id: str, look: Look, limit: int) -> list[str]:
    """Give the first participation ids that `sorted_ids` would give."""
    field, is_ascending = look.order
    if field == BY_NAME and (look.wanted.is_empty or _lets_many_by(session, bootcamp_id, look)):
        found = hits(session, bootcamp_id, look.search)
        narrowed = None if look.wanted.is_empty else _let_by(look.wanted)
        return found.first(limit, is_ascending=is_ascending, narrowed=narrowed)
    query = searched(session, bootcamp_id, look.search, look.wanted)
    return list(session.scalars(in_order(session, query, look.order).limit(limit)))


def number(session: Session, bootcamp_id: str, look: Look) -> int:
    """Give how many people every word of the search finds and the filter lets by."""
    if look.wanted.is_empty:
        if words_of(look.search):
            return hits(session, bootcamp_id, look.search).number()
        return listing.count(session, bootcamp_id)
    found = searched(session, bootcamp_id, look.search, look.wanted).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def _lets_many_by(session: Session, bootcamp_id: str, look: Look) -> bool:
    some = searched(session, bootcamp_id, "", look.wanted).limit(MANY).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) >= MANY


def _let_by(wanted: Filter) -> Callable[[Select[Any]], Select[Any]]:
    def narrowed(query: Select[Any]) -> Select[Any]:
        # As expressions they have no index: those found are gone through, and the others looked up.
        here = ParticipationRow.id == SearchRow.row_id.concat("")
        query = query.join(ParticipationRow, here)
        query = query.join(PersonRow, PersonRow.id == ParticipationRow.person_id.concat(""))
        return query.where(*wanted.conditions())

    return narrowed
