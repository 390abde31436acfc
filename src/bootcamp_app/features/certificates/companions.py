"""A digital badge that somebody shows: taken apart, and judged by the same lists as a paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates.baking import KEYWORD, NotAWholePng, credentials_in
from bootcamp_app.features.certificates.credential_document import RECORD
from bootcamp_app.features.certificates.credential_tokens import NotAToken, Token, did_of, opened
from bootcamp_app.features.certificates.views import Verification
from bootcamp_app.reading.files import MEGABYTE, content

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from pathlib import Path

    from bootcamp_app.features.certificates.views import Record

MOST_BYTES = 64 * MEGABYTE
_PNG = b"\x89PN"
_CODE = "BD1:"
_TOKEN, _MOST_SIGNS = "eyJ", 256 * 1024
"""What every credential begins with where it is not in a picture, and more than it may have."""


@dataclass(frozen=True)
class Companion:
    """What a digital badge holds. Nothing in it is true before it was judged."""

    record: str
    """The signed record of the paper, `BD1:…`; empty where it is a badge of somebody else."""
    token: Token | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the key that it names signed it, and it names itself by that key."""
        token = self.token
        if token is None or not token.is_genuine:
            return False
        issuer = token.document.get("issuer")
        did = did_of(token.public_key)
        named = issuer.get("id") if isinstance(issuer, dict) else issuer
        return did == named == token.document.get("iss")

    def says(self, record: Record) -> bool:
        """Whether it says of the person and the certificate what the record says."""
        subject = _mapping(self.token.document if self.token else {}, "credentialSubject")
        names = [name for name in (record.name_km, record.name_en) if name]
        return (
            _identities(subject, "name") == names and subject.get("licenseNumber") == record.serial
        )


def credential_in(path: Path) -> Companion | None:
    """Give the credential in a picture, or alone in a file; None for what is no digital badge.

    Raises a Refusal where a digital badge is damaged; of other pictures those say it who read them.
    """
    start = _start_of(path)
    if start == _TOKEN.encode():
        text = content(path, MOST_BYTES)[:_MOST_SIGNS].decode("utf-8", "replace")
        return companion([text])
    if start != _PNG:
        return None
    data = content(path, MOST_BYTES)
    if KEYWORD not in data:
        return None
    try:
        found = credentials_in(data)
    except NotAWholePng as problem:
        raise Refusal(
            "{name} is damaged or not complete. Copy the picture again or take a new one.",
            name=path.name,
        ) from problem
    return companion(found) if found else None


def credential_of(text: str) -> Companion | None:
    """Give the credential that a text is; None for another text."""
    text = text.strip()
    return companion([text]) if text.startswith(_TOKEN) else None


def companion(credentials: list[str]) -> Companion:
    """Take credentials apart; more than one in a picture are taken for none that is whole."""
    try:
        token = opened(credentials[0])
    except NotAToken:
        return Companion("")
    texts = _identities(_mapping(token.document, "credentialSubject"), RECORD)
    record = texts[0] if len(texts) == 1 else ""
    return Companion(record, token if len(credentials) == 1 else None)


def judged(
    held: Companion,
    codes: Iterable[str],
    keys: Collection[bytes],
    verify: Callable[[str], Verification],
) -> Verification:
    """Say what a digital badge is worth.

    `codes` are the texts of the codes in its picture, `keys` the public keys of those whose
    signatures count, and `verify` judges a record as on paper. The credential, the record in it
    and the code in the picture must say the same.
    """
    found = verify(held.record)
    if found.record is None:
        return Verification("not_a_certificate")
    others = any(code != held.record for code in codes if code.startswith(_CODE))
    if others or not held.is_whole or not held.says(found.record):
        return _instead(found, "altered")
    if held.token is None or held.token.public_key not in keys:
        return _instead(found, "unknown_issuer")
    return found


def _start_of(path: Path) -> bytes:
    """Give how a file begins; nothing where it cannot be read, which others will say."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PNG))
    except OSError:
        return b""


def _instead(found: Verification, reason: str) -> Verification:
    return found if found.reason == "altered" else Verification(reason, found.record, found.mark)


def _identities(subject: Mapping[str, Any], kind: str) -> list[str]:
    """Give the identifiers of a kind that are written in the clear."""
    held = subject.get("identifier")
    return [
        one["identityHash"]
        for one in (held if isinstance(held, list) else [])
        if isinstance(one, dict) and one.get("identityType") == kind
        if isinstance(one.get("identityHash"), str)
    ]


def _mapping(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = document.get(name)
    return value if isinstance(value, dict) else {}
