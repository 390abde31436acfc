"""Keys, records and trust lists, for tests that need no workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bootcamp_app.features.certificates import organisation_keys, trust
from bootcamp_app.features.certificates.code_sizes import VERSIONS
from bootcamp_app.features.certificates.endorsing import endorse
from bootcamp_app.features.certificates.organisation_keys import OrganisationKey
from bootcamp_app.features.certificates.records import mark, sign
from bootcamp_app.features.certificates.trusted import (
    Endorsed,
    Organisation,
    Revoked,
    Superseded,
    TrustList,
)
from bootcamp_app.features.certificates.views import Issuer, Record
from bootcamp_app.printing.qr import smallest

if TYPE_CHECKING:
    from bootcamp_app.reading.pictures import Grey

MADE_AT = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
LETTERS = "ABCDEFGH"
CHEAP = {"iterations": 1, "lanes": 1, "memory_kib": 64}
"""What opening a key costs in tests; that it is slow in earnest is measured beside them."""
PASSPHRASE = "four quiet river stones"


def key(letter: str) -> Ed25519PrivateKey:
    """Give the key of the laptop with this letter."""
    return Ed25519PrivateKey.from_private_bytes(letter.encode() * 32)


def issuer(letter: str) -> Issuer:
    """Give who signs with this letter."""
    return Issuer(letter, key(letter).public_key().public_bytes_raw())


def organisation(name: str = "Ministry") -> OrganisationKey:
    """Give an organisation and its key."""
    private = Ed25519PrivateKey.from_private_bytes(name.encode().ljust(32, b".")[:32])
    public = private.public_key().public_bytes_raw()
    return OrganisationKey(Organisation("ក្រសួង", name, public), private)


def endorsed(letter: str, by: OrganisationKey) -> Endorsed:
    """Give a laptop for which an organisation stands."""
    word = endorse(issuer(letter), by.private, date(2026, 3, 1))
    return Endorsed(issuer(letter), word, by.organisation)


def record(number: int = 1, revision: int = 1, issued_on: date = date(2026, 3, 1)) -> Record:
    """Give what stands in a certificate's code."""
    name = ("ចាន់ ស្រីនាង", "Chan Sreyneang", "Civic Bootcamp")
    return Record(f"KMP26-A-{number:05}-K", *name, issued_on, revision)


def code(letter: str = "A", number: int = 1, revision: int = 1) -> str:
    """Give the text of a certificate's code."""
    return sign(record(number, revision), key(letter))


def trust_list(*letters: str, by: OrganisationKey | None = None) -> TrustList:
    """Give a list that names these laptops, all endorsed by an organisation where one is given."""
    issuers = tuple(endorsed(one, by) if by else Endorsed(issuer(one)) for one in letters)
    return TrustList(MADE_AT, 1, by.organisation if by else None, issuers)


def revoking(held: TrustList, *texts: str) -> TrustList:
    """Give a later list in which these certificates are revoked."""
    gone = tuple(Revoked(mark(text), record().serial, date(2026, 3, 9)) for text in texts)
    return replace(held, revoked=gone, sequence=held.sequence + 1)


def superseding(held: TrustList, text: str, revision: int) -> TrustList:
    """Give a list in which this certificate was corrected."""
    return replace(held, superseded=(Superseded(mark(text), record().serial, revision),))


def written(held: TrustList, letter: str = "A") -> str:
    """Give the file that a laptop signs."""
    return trust.written(held, key(letter))


def cheap_keys() -> dict[str, int]:
    """Give the cost that `organisation_keys` takes in tests."""
    assert organisation_keys._COST["memory_kib"] >= 64 * 1024
    return CHEAP


def picture_of(text: str, side: int = 640, wide: int = 1280) -> Grey:
    """Give what a camera sees of a code on white paper."""
    modules = np.array(smallest(text, versions=range(VERSIONS[0], 26), level="M", mask=3).modules)
    scale = side // len(modules)
    drawn = np.kron(np.where(modules, 30, 220).astype(np.uint8), np.ones((scale, scale), np.uint8))
    seen = np.full((720, wide), 220, np.uint8)
    top, left = (720 - len(drawn)) // 2, (wide - len(drawn)) // 2
    seen[top : top + len(drawn), left : left + len(drawn)] = drawn
    return seen
