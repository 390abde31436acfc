"""What was put on paper, and whose badge has to be put there again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.features.badges.tables import BadgePrintRow, BadgeRow
from bootcamp_app.features.badges.views import Badge
from bootcamp_app.features.bootcamps.tables import LogoRow
from bootcamp_app.features.bootcamps.views import MOST_LOGOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bootcamp_app.features.badges.views import BlankBadge
    from bootcamp_app.storage.work import Work

_BATCH = 500
_LETTERS = 32


def note(
    work: Work, badges: Sequence[Badge | BlankBadge], layout: str, now: datetime
) -> tuple[int, int]:
    """Write down that these were printed; give how many, and how many of them once more."""
    ids = _ids(work, badges)
    known = _latest(work, list(ids.values()))
    rows = [
        {"badge_id": ids[one.code], "at": now, "layout": layout, "fingerprint": _fingerprint(one)}
        for one in badges
        if one.code in ids
    ]
    work.add_in_bulk(BadgePrintRow, rows)
    return len(rows), sum(row["badge_id"] in known for row in rows)


def missing(session: Session, badges: Sequence[Badge]) -> list[Badge]:
    """Give those that were never printed, in their order."""
    ids = _ids(session, badges)
    known = _latest(session, list(ids.values()))
    return [one for one in badges if ids.get(one.code, "") not in known]


def changed(session: Session, badges: Sequence[Badge]) -> list[Badge]:
    """Give those that were printed, and on which something else would stand now."""
    ids = _ids(session, badges)
    known = _latest(session, list(ids.values()))
    return [
        one
        for one in badges
        if (last := known.get(ids.get(one.code, ""))) is not None and last != _fingerprint(one)
    ]


def logos_on(session: Session, bootcamp_ids: Iterable[str]) -> dict[str, str]:
    """Say for each bootcamp which logos stand on its badges; a logo's picture never changes."""
    found: dict[str, list[str]] = {}
    query = (
        select(LogoRow.bootcamp_id, LogoRow.id)
        .where(LogoRow.bootcamp_id.in_(set(bootcamp_ids)))
        .order_by(LogoRow.place, LogoRow.id)
    )
    for bootcamp_id, logo_id in session.execute(query).tuples():
        found.setdefault(bootcamp_id, []).append(logo_id)
    return {key: " ".join(ids[:MOST_LOGOS]) for key, ids in found.items()}


def _ids(session: Session, badges: Sequence[Badge | BlankBadge]) -> dict[str, str]:
    """Give the id of each code's badge."""
    found: dict[str, str] = {}
    for codes in _parts([one.code for one in badges]):
        query = select(BadgeRow.code, BadgeRow.id).where(BadgeRow.code.in_(codes))
        found.update(session.execute(query.order_by(BadgeRow.id)).tuples().all())
    return found


def _latest(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """Give what stood on each badge when it was printed last."""
    found: dict[str, str] = {}
    for part in _parts(ids):
        query = (
            select(BadgePrintRow.badge_id, BadgePrintRow.fingerprint)
            .where(BadgePrintRow.badge_id.in_(part))
            .order_by(BadgePrintRow.at, BadgePrintRow.id)
        )
        found.update(session.execute(query).tuples().all())
    return found


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[start : start + _BATCH] for start in range(0, len(values), _BATCH))


def _fingerprint(badge: Badge | BlankBadge) -> str:
    """Digest what stands on a badge; the code in it keeps names from being guessed."""
    told = [badge.code]
    if isinstance(badge, Badge):
        one = badge.participant
        told += [one.name_km, one.name_en, one.organisation_km, one.organisation_en, one.role]
        # Badges of before there were logos stay as they are.
        told += [badge.logos] if badge.logos else []
    return sha256("\n".join(told).encode()).hexdigest()[:_LETTERS]
