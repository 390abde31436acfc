"""What digital badges are made from, read at one moment, with the key that signs them."""

from __future__ import annotations

from base64 import b64decode
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.bootcamps.tables import BootcampRow, ProgrammeRow
from bootcamp_app.features.certificates import keys, records, trust_kept
from bootcamp_app.features.certificates.credential_document import Facts, Signer
from bootcamp_app.features.certificates.credential_tokens import did_of
from bootcamp_app.features.certificates.credential_wording import ISSUED_BY, joined
from bootcamp_app.features.certificates.designs import designs
from bootcamp_app.features.certificates.kept import issuers, valid
from bootcamp_app.features.certificates.tables import CertificateRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.views import Certificate, Issuer, Record
    from bootcamp_app.storage.work import Work


class ToMake(NamedTuple):
    """One digital badge to be made: what it says, and the logos on it."""

    facts: Facts
    logos: Sequence[bytes]


def to_make(
    work: Work, bootcamp: Bootcamp, only: Collection[str]
) -> tuple[list[ToMake], Ed25519PrivateKey]:
    """Give the badges of all certificates that hold, or of some participations, and the key."""
    meant = frozenset(only)
    held = [
        one
        for one in valid(work, bootcamp.id)
        if not one.is_superseded and (not meant or one.participation_id in meant)
    ]
    if not held:
        raise Refusal("There is no certificate that holds yet. Issue it first.")
    own, key = keys.signing_key(work)
    public_key = b64decode(own.public_key)
    work.flush()
    known = issuers(work)
    name = _name_of(work, bootcamp)
    organisation = _organisation(work, public_key, own.letter)
    issuer = _signer(organisation.name if organisation else name, own.letter, public_key)
    evidence = _evidence(work, held)
    drawn = designs(work, {one.design_id for one in held} - {""})
    made = []
    for one in held:
        record, who = _opened(one, known)
        source = None if who.public_key == public_key else _signer(name, who.letter, who.public_key)
        design = drawn.get(one.design_id)
        logos = [design.files[key] for key in design.logos if key in design.files] if design else []
        facts = Facts(one, record, bootcamp, evidence[one.id], issuer, organisation, source)
        made.append(ToMake(facts, logos))
    return made, key


def _evidence(work: Work, held: Sequence[Certificate]) -> dict[str, dict[str, object]]:
    ids = [one.id for one in held]
    kept = select(CertificateRow.id, CertificateRow.evidence).where(CertificateRow.id.in_(ids))
    return {row.id: row.evidence for row in work.execute(kept)}


def _opened(certificate: Certificate, known: Sequence[Issuer]) -> tuple[Record, Issuer]:
    """Give what a certificate's code says and who signed it; no badge is made around another."""
    with suppress(records.NotARecord):
        code = records.opened(certificate.record)
        for issuer in known:
            if code.is_signed_by(issuer.public_key):
                return code.record, issuer
    raise Refusal(
        "The code of certificate {serial} is not as it was signed. Revoke it and issue another "
        "one.",
        serial=certificate.serial,
    )


def _name_of(work: Work, bootcamp: Bootcamp) -> str:
    """Give the programme's name, or the bootcamp's where it belongs to none."""
    kept = select(ProgrammeRow.title_km, ProgrammeRow.title_en).join(
        BootcampRow, BootcampRow.programme_id == ProgrammeRow.id
    )
    programme = work.execute(kept.where(BootcampRow.id == bootcamp.id)).first()
    named = joined(*programme) if programme else ""
    return named or joined(bootcamp.title_km, bootcamp.title_en)


def _organisation(work: Work, public_key: bytes, letter: str) -> Signer | None:
    """Give the organisation whose latest genuine word stands for a key."""
    words = trust_kept.endorsements(work, public_key, letter)
    stands = words[0].organisation if words else None
    return Signer(did_of(stands.public_key), stands.name) if stands else None


def _signer(name: str, letter: str, public_key: bytes) -> Signer:
    by = joined(*(words.format(letter=letter) for words in ISSUED_BY))
    return Signer(did_of(public_key), f"{name} ({by})")
