"""Whom a list says to trust, and what it says of certificates that no longer hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from bootcamp_app.features.certificates.views import Issuer

LETTERS = 16
"""A letter in serials is never longer than this."""
AHEAD = timedelta(days=1)
"""A list that was made later than this from now was made by a wrong clock, or to seem new."""


@dataclass(frozen=True)
class Organisation:
    """An institution that stands for the laptops which it endorsed."""

    name_km: str
    name_en: str
    public_key: bytes

    @property
    def name(self) -> str:
        """Give its names in both scripts, as they stand on paper."""
        return " · ".join(part for part in (self.name_km, self.name_en) if part)


@dataclass(frozen=True)
class Endorsement:
    """An organisation's word that a key and its letter are one of its laptops'."""

    organisation_key: bytes
    signed_on: date
    signature: bytes


@dataclass(frozen=True)
class Endorsed:
    """Somebody who signs, and who stands for them, if anybody does."""

    issuer: Issuer
    endorsement: Endorsement | None = None
    organisation: Organisation | None = None
    """Who endorsed them, by the names that are known."""


@dataclass(frozen=True)
class Revoked:
    """A certificate that was declared void, named without saying whose it is."""

    mark: str
    serial: str
    on: date


@dataclass(frozen=True)
class Superseded:
    """A revision in whose place a later one was issued."""

    mark: str
    serial: str
    by_revision: int


@dataclass(frozen=True)
class TrustList:
    """What somebody needs who verifies certificates without the workspace."""

    made_at: datetime
    sequence: int
    organisation: Organisation | None
    issuers: tuple[Endorsed, ...]
    revoked: tuple[Revoked, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    signed_by: bytes = b""
    """The public key of who signed it; empty where it is not from a file."""
    revoked_serials: frozenset[str] = field(default=frozenset())
    """What a list of the first kind says instead of marks."""
    is_live: bool = False
    """Whether it is what the workspace itself knows now."""
    is_undated: bool = False
    """Whether it is a list of the first kind, which does not say when it was made."""

    @property
    def trusted(self) -> tuple[Endorsed, ...]:
        """Give those whose signatures count: all, or those whom the organisation endorsed."""
        if self.organisation is None:
            return self.issuers
        key = self.organisation.public_key
        return tuple(
            one
            for one in self.issuers
            if one.endorsement and one.endorsement.organisation_key == key
        )
