"""What a certificate's code is worth by the lists that are at hand. No database, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bootcamp_app.features.badges.rules import badge_in
from bootcamp_app.features.certificates.records import NotARecord, key_id, opened
from bootcamp_app.features.certificates.trusted import AHEAD
from bootcamp_app.features.certificates.views import Verification

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bootcamp_app.features.certificates.records import Opened
    from bootcamp_app.features.certificates.trusted import Endorsed, TrustList

OLD_AFTER_DAYS = 30
_MOST_SIGNS = 100
_FIRST_ZONE = timedelta(hours=14)


class _Known(NamedTuple):
    """A list, and whom it names as the one who signed."""

    list: TrustList
    who: Endorsed


def check(text: str, lists: Sequence[TrustList], now: datetime) -> Verification:
    """Say what a code is by all lists together: what one of them revokes is revoked.

    How old the answer is follows from the newest list that knows who signed.
    """
    try:
        code = opened(text)
    except NotARecord:
        return Verification("not_a_certificate", is_badge=bool(badge_in(text[:_MOST_SIGNS])))
    named = [
        _Known(held, who)
        for held in lists
        for who in held.trusted
        if key_id(who.issuer.public_key) == code.key_id
    ]
    if not named:
        return Verification("unknown_issuer", code.record, code.mark)
    signers = {one.who.issuer.public_key for one in named}
    signing = {key for key in signers if code.is_signed_by(key)}
    known = [one for one in named if one.who.issuer.public_key in signing]
    if not known:
        return Verification("altered", code.record, code.mark)
    return _standing(code, known, _told(code, known, now), now)


def _told(code: Opened, known: Sequence[_Known], now: datetime) -> Verification:
    """Give a genuine certificate with who signed it and how old the newest list is."""
    newest = max((one.list for one in known), key=lambda held: _age(held, now))
    endorsed = next((one.who for one in known if one.who.organisation), known[0].who)
    is_dated = _is_dated(newest, now) and not newest.is_live
    return Verification(
        "valid",
        code.record,
        code.mark,
        letter=endorsed.issuer.letter,
        organisation=endorsed.organisation.name if endorsed.organisation else "",
        list_made_at=newest.made_at if is_dated else None,
        days_old=max((now - newest.made_at).days, 0) if is_dated else 0,
        is_after_list=is_dated and code.record.issued_on > _last_day_of(newest.made_at),
    )


def _last_day_of(moment: datetime) -> date:
    """Give the day that a moment is where the day begins first; certificates have local days."""
    return (moment.astimezone(UTC) + _FIRST_ZONE).date()


def _standing(
    code: Opened, known: Sequence[_Known], genuine: Verification, now: datetime
) -> Verification:
    lists = [one.list for one in known]
    if any(_is_revoked(code, held) for held in lists):
        return replace(genuine, reason="revoked")
    revisions = [
        gone.by_revision
        for held in _latest_of_each(code, lists, now)
        for gone in held.superseded
        if gone.mark == code.mark
    ]
    if revisions:
        return replace(genuine, reason="superseded", by_revision=max(revisions))
    if genuine.days_old > OLD_AFTER_DAYS:
        return replace(genuine, reason="valid_old_list")
    return genuine


def _is_revoked(code: Opened, held: TrustList) -> bool:
    return code.record.serial in held.revoked_serials or any(
        gone.mark == code.mark for gone in held.revoked
    )


def _latest_of_each(code: Opened, lists: Sequence[TrustList], now: datetime) -> list[TrustList]:
    """Give the lists that say which revision holds: of each organisation the newest that knows.

    A correction may have been taken back since another laptop of theirs made its list. What the
    workspace knows itself speaks beside them: it is of this moment and yet may not have all.
    """
    by_source: dict[tuple[bool, bytes], list[TrustList]] = {}
    for held in lists:
        named = {gone.serial for gone in held.superseded} | {gone.serial for gone in held.revoked}
        if code.record.serial in named:
            source = held.organisation.public_key if held.organisation else b""
            by_source.setdefault((held.is_live, source), []).append(held)
    return [
        held
        for of_one in by_source.values()
        for newest in [max(_age(one, now) for one in of_one)]
        for held in of_one
        if _age(held, now) == newest
    ]


def _is_dated(held: TrustList, now: datetime) -> bool:
    """Say whether a list says when it was made, and not a day that is still to come."""
    return not held.is_undated and held.made_at <= now + AHEAD


def _age(held: TrustList, now: datetime) -> tuple[bool, datetime]:
    """Give what is greater for a newer list; one without a day that can be is the oldest."""
    return _is_dated(held, now), held.made_at
