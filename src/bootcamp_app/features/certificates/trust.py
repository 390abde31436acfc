"""The trust file: who signs, whom an organisation stands for, and what no longer holds.

JSON, signed by one of those it names. It says nothing of any person: certificates are named by
the mark of their record, reasons are left out. docs/verification.md describes it.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.certificates import signed_json
from bootcamp_app.features.certificates.endorsing import is_genuine
from bootcamp_app.features.certificates.signed_json import (
    data_in,
    day,
    items,
    mark,
    moment,
    number,
    short,
    text_of,
)
from bootcamp_app.features.certificates.trusted import (
    LETTERS,
    Endorsed,
    Endorsement,
    Organisation,
    Revoked,
    Superseded,
    TrustList,
)
from bootcamp_app.features.certificates.views import Issuer

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND = "bootcamp-desk-trust/1"
_KEY, _SIGNATURE = 32, 64
_MOST_NAME, _MOST_SERIAL = 300, 64


class NotATrustList(ValueError):  # noqa: N818 - says what the text is not
    """A text is no trust file, or nobody whom it names signed it."""


def no_list() -> Refusal:
    """Give what is said of a text that is no trust list."""
    return Refusal(
        "This is no trust list, or it was changed after it was signed. Ask those who issue the "
        "certificates for a new one."
    )


def written(held: TrustList, key: Ed25519PrivateKey) -> str:
    """Give the file, signed with the key of this device or of the organisation."""
    document = {
        "kind": KIND,
        "made_at": held.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sequence": held.sequence,
        "organisation": _organisation_document(held.organisation),
        "issuers": [_issuer_document(one) for one in held.issuers],
        "revoked": [
            {"mark": one.mark, "serial": one.serial, "on": one.on.isoformat()}
            for one in held.revoked
        ],
        "superseded": [
            {"mark": one.mark, "serial": one.serial, "by_revision": one.by_revision}
            for one in held.superseded
        ],
        "signed_by": text_of(key.public_key().public_bytes_raw()),
    }
    document["signature"] = text_of(key.sign(_signed(document)))
    return json.dumps(document, ensure_ascii=False, indent=1)


def compact(text: str) -> str:
    """Give the same file without spaces, as codes carry it."""
    return signed_json.plain(json.loads(text))


def read(text: str) -> TrustList:
    """Read and check a trust file: its shape, its signature and every endorsement.

    Raises NotATrustList, and nothing else, where any of them is not as it must be.
    """
    try:
        document = signed_json.parsed(text)
        if not isinstance(document, dict) or document["kind"] != KIND:
            raise NotATrustList
        held = _list(document)
        Ed25519PublicKey.from_public_bytes(held.signed_by).verify(
            data_in(document["signature"], _SIGNATURE),
            _signed({name: document[name] for name in document if name != "signature"}),
        )
    except (InvalidSignature, KeyError, TypeError, ValueError, RecursionError) as problem:
        raise NotATrustList from problem
    return held


def _list(document: Mapping[str, Any]) -> TrustList:
    organisation = _organisation(document["organisation"])
    held = TrustList(
        made_at=moment(document["made_at"]),
        sequence=number(document["sequence"]),
        organisation=organisation,
        issuers=tuple(_issuer(one, organisation) for one in items(document["issuers"])),
        revoked=tuple(
            Revoked(mark(one["mark"]), _serial(one["serial"]), day(one["on"]))
            for one in items(document["revoked"])
        ),
        superseded=tuple(
            Superseded(mark(one["mark"]), _serial(one["serial"]), number(one["by_revision"]))
            for one in items(document["superseded"])
        ),
        signed_by=data_in(document["signed_by"], _KEY),
    )
    may_sign = {one.issuer.public_key for one in held.trusted}
    if organisation is not None:
        may_sign.add(organisation.public_key)
    if held.signed_by not in may_sign:
        raise NotATrustList
    return held


def _organisation(held: Any) -> Organisation | None:  # noqa: ANN401 - any JSON
    if held is None:
        return None
    names = [short(held[name], _MOST_NAME) for name in ("name_km", "name_en")]
    return Organisation(names[0], names[1], _public_key(held["public_key"]))


def _issuer(held: Any, organisation: Organisation | None) -> Endorsed:  # noqa: ANN401 - any JSON
    issuer = Issuer(short(held["letter"], LETTERS), _public_key(held["public_key"]))
    word = held["endorsement"]
    if word is None:
        return Endorsed(issuer)
    endorsement = Endorsement(
        _public_key(word["organisation_key"]),
        day(word["signed_on"]),
        data_in(word["signature"], _SIGNATURE),
    )
    if not is_genuine(issuer, endorsement):
        raise NotATrustList
    if organisation is None:
        return Endorsed(issuer)  # a word of somebody whom the list does not name says nothing
    is_theirs = organisation.public_key == endorsement.organisation_key
    return Endorsed(issuer, endorsement, organisation if is_theirs else None)


def _organisation_document(one: Organisation | None) -> dict[str, str] | None:
    if one is None:
        return None
    return {"name_km": one.name_km, "name_en": one.name_en, "public_key": text_of(one.public_key)}


def _issuer_document(one: Endorsed) -> dict[str, Any]:
    word = one.endorsement
    return {
        "letter": one.issuer.letter,
        "public_key": text_of(one.issuer.public_key),
        "endorsement": word
        and {
            "organisation_key": text_of(word.organisation_key),
            "signed_on": word.signed_on.isoformat(),
            "signature": text_of(word.signature),
        },
    }


def _signed(document: Mapping[str, Any]) -> bytes:
    return signed_json.plain(document).encode()


def _public_key(held: Any) -> bytes:  # noqa: ANN401 - any JSON
    key = data_in(held, _KEY)
    Ed25519PublicKey.from_public_bytes(key)  # raises ValueError where it is no key
    return key


def _serial(held: Any) -> str:  # noqa: ANN401 - any JSON
    return short(held, _MOST_SERIAL)
