"""What stands in a digital badge: an OpenBadgeCredential of Open Badges 3.0, as a document.

It says what is printed on the certificate, and nothing else of a person: no phone, no e-mail,
no number of an identity card. docs/digital-badges.md shows one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from bootcamp_app.features.certificates.credential_wording import (
    HOURS,
    completed,
    criteria,
    joined,
    paragraphs,
    what,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate, Record

RECORD = "ext:bootcamp-desk-record"
"""The kind of identifier under which the signed record of the paper stands in the credential."""

_CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
"""Names of vocabularies, in the order that the standard asks for; nobody need fetch them."""


@dataclass(frozen=True)
class Signer:
    """Who answers for a credential: a key by its `did:key`, and the name to show."""

    did: str
    name: str


@dataclass(frozen=True)
class Facts:
    """All that a credential says besides what is printed."""

    certificate: Certificate
    record: Record
    bootcamp: Bootcamp
    evidence: Mapping[str, Any]
    issuer: Signer
    organisation: Signer | None = None
    """Who stands for the issuer's key."""
    source: Signer | None = None
    """Who signed the certificate, where that was another laptop."""


def document(facts: Facts) -> dict[str, Any]:
    """Give the credential; the same facts give the same document, key by key."""
    key = f"urn:uuid:{facts.certificate.id}"
    valid_from = datetime.combine(facts.certificate.issued_on, time(), facts.bootcamp.zone)
    return {
        "@context": list(_CONTEXTS),
        "id": key,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": _both(facts, "title"),
        "issuer": _issuer(facts),
        "validFrom": valid_from.isoformat(),
        "credentialSubject": _subject(facts),
        "iss": facts.issuer.did,
        "jti": key,
        "nbf": int(valid_from.timestamp()),
    }


def _issuer(facts: Facts) -> dict[str, Any]:
    issuer = _profile(facts.issuer)
    if facts.organisation is not None:
        issuer["parentOrg"] = _profile(facts.organisation)
    return issuer


def _profile(one: Signer) -> dict[str, Any]:
    return {"id": one.did, "type": ["Profile"], "name": one.name}


def _subject(facts: Facts) -> dict[str, Any]:
    printed, record = facts.certificate.printed, facts.record
    names = [("name", name) for name in (record.name_km, record.name_en) if name]
    subject = {
        "type": ["AchievementSubject"],
        "identifier": [_identity(*one) for one in (*names, (RECORD, facts.certificate.record))],
        "licenseNumber": facts.certificate.serial,
        "narrative": paragraphs(completed(printed)),
    }
    if role := joined(printed.get("role_km"), printed.get("role_en")):
        subject["role"] = role
    if facts.source is not None:
        subject["source"] = _profile(facts.source)
    return {
        **subject,
        "result": [
            {
                "type": ["Result"],
                "resultDescription": _hours_id(facts.bootcamp),
                "value": printed["hours_en"],
            }
        ],
        "achievement": _achievement(facts),
    }


def _identity(kind: str, value: str) -> dict[str, Any]:
    """Give what identifies somebody, in the clear: the name is printed beside it anyway."""
    return {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": value,
        "identityType": kind,
    }


def _achievement(facts: Facts) -> dict[str, Any]:
    printed = facts.certificate.printed
    return {
        "id": f"urn:uuid:{facts.bootcamp.id}",
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "humanCode": facts.bootcamp.code,
        "name": _both(facts, "title"),
        "description": paragraphs(what(printed)),
        "criteria": {"narrative": paragraphs(criteria(facts.evidence))},
        "resultDescription": [
            {
                "id": _hours_id(facts.bootcamp),
                "type": ["ResultDescription"],
                "name": joined(*HOURS),
                "resultType": "ext:Hours",
            }
        ],
    }


def _hours_id(bootcamp: Bootcamp) -> str:
    return f"urn:uuid:{uuid5(UUID(bootcamp.id), 'hours')}"


def _both(facts: Facts, field: str) -> str:
    printed = facts.certificate.printed
    return joined(printed[f"{field}_km"], printed[f"{field}_en"])
