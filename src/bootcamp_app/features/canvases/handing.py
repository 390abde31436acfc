"""What becomes of boards and solutions when two participations turn out to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.canvases.readiness import OWNER_SIDES
from bootcamp_app.features.canvases.tables import ItemRow, SolutionRow, VoteRow
from bootcamp_app.features.canvases.views import SolutionsChanged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.work import Work

_OWNERS = tuple(f"{side}_owner" for side in OWNER_SIDES)


def hand_over(work: Work, goes: str, stays: str) -> None:
    """Have what one participation owns, wrote and voted be that of another."""
    owned = or_(*(getattr(SolutionRow, name) == goes for name in _OWNERS))
    for solution in work.scalars(select(SolutionRow).where(owned)).all():
        for name in _OWNERS:
            if getattr(solution, name) == goes:
                setattr(solution, name, stays)
        work.announce(SolutionsChanged(solution.bootcamp_id))
    for item in work.scalars(select(ItemRow).where(ItemRow.author == goes)).all():
        item.author = stays
    for vote in work.scalars(select(VoteRow).where(VoteRow.voter == goes)).all():
        vote.voter = stays


def told(session: Session, participation_ids: Sequence[str]) -> dict[str, Sentence]:
    """Give a solution that each of these participations owns, in a sentence."""
    found: dict[str, Sentence] = {}
    for name in _OWNERS:
        query = select(SolutionRow).where(getattr(SolutionRow, name).in_(participation_ids))
        for row in session.scalars(query.order_by(SolutionRow.place, SolutionRow.id)):
            title = in_words(row.title_en, row.title_km)
            found.setdefault(getattr(row, name), Sentence("Owns “{title}”", title=title))
    return found
