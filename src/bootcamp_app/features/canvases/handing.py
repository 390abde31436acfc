"""What becomes of boards and solutions when two participations turn out to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.bootcamps.views import in_words
from bootcamp_app.features.canvases.dots import vote_id
from bootcamp_app.features.canvases.readiness import OWNER_SIDES
from bootcamp_app.features.canvases.tables import ItemRow, RoundRow, SolutionRow, VoteRow
from bootcamp_app.features.canvases.views import BoardChanged, SolutionsChanged, VotesChanged

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
    written: dict[str, list[str]] = {}
    for item in work.scalars(select(ItemRow).where(ItemRow.author == goes)).all():
        item.author = stays
        written.setdefault(item.board_id, []).append(item.id)
    for board_id, items in written.items():
        work.announce(BoardChanged(board_id, tuple(items)))
    _hand_over_votes(work, goes, stays)


def _hand_over_votes(work: Work, goes: str, stays: str) -> None:
    """Have the votes of one be those of another, who has no more dots for it than before.

    The id of a vote names who voted, so each is written anew under the id that it has now.
    """
    votes = work.scalars(select(VoteRow).where(VoteRow.voter == goes).order_by(VoteRow.id)).all()
    for vote in votes:
        key = vote_id(vote.round_id, vote.item_id, stays)
        there = work.get(VoteRow, key)
        free = _dots_left(work, vote.round_id, stays)
        dots = vote.dots if free is None else min(vote.dots, free)
        if there is not None:
            # Counted for both of the two, it was counted twice.
            more = max(vote.dots - there.dots, 0)
            there.dots += more if free is None else min(more, free)
        elif dots:
            work.add(
                VoteRow(
                    id=key,
                    board_id=vote.board_id,
                    round_id=vote.round_id,
                    item_id=vote.item_id,
                    voter=stays,
                    side=vote.side,
                    dots=dots,
                )
            )
        work.delete(vote)
        work.flush()
    for board_id in {one.board_id for one in votes}:
        work.announce(VotesChanged(board_id))


def _dots_left(work: Work, round_id: str, voter: str) -> int | None:
    """Give how many dots a voter has left in a round; None where it sets no limit."""
    held = work.get(RoundRow, round_id)
    if held is None or not held.dots:
        return None
    # What was given to a note that is no more is free again.
    given = select(func.sum(VoteRow.dots)).join(ItemRow, ItemRow.id == VoteRow.item_id)
    mine = given.where(VoteRow.round_id == round_id, VoteRow.voter == voter)
    return max(held.dots - (work.scalar(mine) or 0), 0)


def told(session: Session, participation_ids: Sequence[str]) -> dict[str, Sentence]:
    """Give a solution that each of these participations owns, in a sentence."""
    found: dict[str, Sentence] = {}
    for name in _OWNERS:
        query = select(SolutionRow).where(getattr(SolutionRow, name).in_(participation_ids))
        for row in session.scalars(query.order_by(SolutionRow.place, SolutionRow.id)):
            title = in_words(row.title_en, row.title_km)
            found.setdefault(getattr(row, name), Sentence("Owns “{title}”", title=title))
    return found
