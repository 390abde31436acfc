"""What becomes of badges when two participations turn out to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.i18n import Sentence
from bootcamp_app.features.badges.rules import spaced
from bootcamp_app.features.badges.service import codes_of
from bootcamp_app.features.badges.tables import BadgeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from bootcamp_app.storage.work import Work


def hand_over(work: Work, goes: str, stays: str) -> None:
    """Have every badge of one participation stand for another: both cards open the door."""
    for row in work.scalars(select(BadgeRow).where(BadgeRow.participation_id == goes)).all():
        row.participation_id = stays


def told(session: Session, participation_ids: Sequence[str]) -> dict[str, Sentence]:
    """Give the code of each participation's badge in a sentence."""
    codes = codes_of(session, participation_ids)
    return {key: Sentence("Badge {code}", code=spaced(code)) for key, code in codes.items()}
