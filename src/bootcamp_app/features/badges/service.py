"""Giving badges, replacing them, and knowing whose a code is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.badges import printed
from bootcamp_app.features.badges.rules import is_code, new_code, read_code
from bootcamp_app.features.badges.tables import BadgeRow
from bootcamp_app.features.badges.views import (
    Badge,
    BadgeBound,
    BadgeReplaced,
    BadgesPrinted,
    BlankBadge,
)
from bootcamp_app.features.people.tables import ParticipationRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from bootcamp_app.core.clock import Clock
    from bootcamp_app.features.people.views import Participant
    from bootcamp_app.storage.database import Database
    from bootcamp_app.storage.work import Work

MOST_BLANK = 500
ALL, MISSING, CHANGED = "all", "missing", "changed"
"""Which badges of some people are wanted."""
_BATCH = 500


class NotBlank(Refusal):
    """What was scanned cannot become somebody's badge."""


class Badges:
    """The badges of this workspace."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @staticmethod
    def give(work: Work, participation_ids: Sequence[str]) -> None:
        """Give each participation a badge, inside the transaction that registers them."""
        rows = [{"code": new_code(), "participation_id": key} for key in participation_ids]
        work.add_in_bulk(BadgeRow, rows)

    def replace(self, participant: Participant) -> str:
        """Give a new code for a lost badge; the old one is answered as replaced from now on."""
        with self._database.write() as work:
            _refuse_gone(work, participant.participation_id)
            for row in work.scalars(_current([participant.participation_id])):
                row.replaced_at = self._clock.now()
            row = BadgeRow(code=new_code(), participation_id=participant.participation_id)
            work.add(row)
            work.announce(BadgeReplaced(participant.participation_id))
        return row.code

    def blank(self, count: int) -> list[BlankBadge]:
        """Give so many new codes for the stock of blank badges; each may be bound to one person."""
        if not 0 < count <= MOST_BLANK:
            raise Refusal("Choose a number of blank badges from 1 to {most}.", most=MOST_BLANK)
        with self._database.write() as work:
            rows = [BadgeRow(code=new_code(), participation_id=None) for _ in range(count)]
            work.add_all(rows)
        return [BlankBadge(row.code) for row in rows]

    def bind(self, participant: Participant, scanned: str) -> str:
        """Make a blank badge this person's, and give its code; their badge so far is replaced.

        Raises a Refusal where the badge is none of ours or not blank any more, or the person gone.
        """
        with self._database.write() as work:
            return bind_blank(work, participant.participation_id, scanned, self._clock.now())

    def holder(self, code: str) -> str | None:
        """Give the participation that a code stands for, where it is just one."""
        with self._database.read() as reader:
            holders = {row.participation_id for row in badges_with(reader, code)}
        return next(iter(holders)) if len(holders) == 1 else None

    def codes(self, participants: Sequence[Participant]) -> dict[str, str]:
        """Give the current code of each of these people who has a badge, by participation."""
        with self._database.read() as reader:
            return codes_of(reader, [one.participation_id for one in participants])

    def of(self, participants: Sequence[Participant], which: str = ALL) -> list[Badge]:
        """Give the current badges of these people, in their order: all, missing or changed.

        Missing ones were never printed; on changed ones something else stood when they were.
        """
        with self._database.read() as reader:
            codes = codes_of(reader, [one.participation_id for one in participants])
            logos = printed.logos_on(reader, [one.bootcamp_id for one in participants])
        missing = [one for one in participants if one.participation_id not in codes]
        if missing:
            raise Refusal(
                "{count} people have no badge. Give each a new one, then print again.",
                count=len(missing),
            )
        badges = [
            Badge(codes[one.participation_id], one, logos.get(one.bootcamp_id, ""))
            for one in participants
        ]
        if which == ALL or not badges:
            return badges
        with self._database.read() as reader:
            found = printed.missing if which == MISSING else printed.changed
            left = found(reader, badges)
        if not left:
            raise Refusal(
                "There is no such badge to print: each was printed already as it is now. Choose "
                "all badges to print them once more."
            )
        return left

    def note_printed(self, badges: Sequence[Badge | BlankBadge], layout: str) -> BadgesPrinted:
        """Write down that badges were put on paper with a layout; give how many, and how often."""
        with self._database.write() as work:
            number, again = printed.note(work, badges, layout, self._clock.now())
            fact = BadgesPrinted(number, again)
            work.announce(fact)
        return fact


def bind_blank(work: Work, participation_id: str, scanned: str, now: datetime) -> str:
    """Make a blank badge somebody's inside a transaction, and give its code."""
    _refuse_gone(work, participation_id)
    row = _blank_row(work, read_code(scanned))
    for earlier in work.scalars(_current([participation_id])):
        earlier.replaced_at = now
    row.participation_id = participation_id
    work.announce(BadgeBound(participation_id))
    return row.code


def codes_of(session: Session, participation_ids: Sequence[str]) -> dict[str, str]:
    """Give the current code of each participation; of two, the newer."""
    codes: dict[str, str] = {}
    for start in range(0, len(participation_ids), _BATCH):
        rows = session.scalars(_current(participation_ids[start : start + _BATCH]))
        codes.update((row.participation_id or "", row.code) for row in rows)
    return codes


def badges_with(session: Session, code: str) -> list[BadgeRow]:
    """Give every badge that carries this code; merged laptops may in theory know two."""
    return list(session.scalars(select(BadgeRow).where(BadgeRow.code == code)))


def is_blank_badge(session: Session, code: str) -> bool:
    """Say whether a code is one of the stock of blank badges, which is nobody's as yet."""
    return any(
        row.participation_id is None and row.replaced_at is None
        for row in badges_with(session, code)
    )


def _refuse_gone(work: Work, participation_id: str) -> None:
    if work.get(ParticipationRow, participation_id) is None:
        raise Refusal("This person is no longer in the list. Look for them again.")


def _blank_row(work: Work, code: str) -> BadgeRow:
    if not is_code(code):
        raise NotBlank(N_("This is not a badge. Scan the blank badge again."))
    rows = badges_with(work, code)
    if any(row.participation_id for row in rows):
        raise NotBlank(N_("This badge belongs to somebody already. Take a blank one."))
    if not rows or rows[0].replaced_at is not None:
        raise NotBlank(N_("This badge was not made as a blank badge here. Take another one."))
    return rows[0]


def _current(ids: Sequence[str]) -> Select[tuple[BadgeRow]]:
    return (
        select(BadgeRow)
        .where(BadgeRow.participation_id.in_(ids), BadgeRow.replaced_at.is_(None))
        .order_by(BadgeRow.id)
    )
