"""The trust file: who signs, whom an organisation stands for, and what no longer holds.

JSON, signed by one of those it names. It says nothing of any person: certificates are named by
the mark of their record, reasons are left out. docs/verification.md describes it.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bootcamp_app.features.certificates.endorsing import is_genuine
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
_KEY, _SIGNATURE, _MARK = 32, 64, 16
_MOST_NAME, _MOST_SERIAL = 300, 64


class NotATrustList(ValueError):  # noqa: N818 - says what the text is not
    """A text is no trust file, or nobody whom it names signed it."""


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
        "signed_by": _text(key.public_key().public_bytes_raw()),
    }
    document["signature"] = _text(key.sign(_signed(document)))
    return json.dumps(document, ensure_ascii=False, indent=1)


def compact(text: str) -> str:
    """Give the same file without spaces, as codes carry it."""
    return _plain(json.loads(text))


def read(text: str) -> TrustList:
    """Read and check a trust file: its shape, its signature and every endorsement.

    Raises NotATrustList, and nothing else, where any of them is not as it must be.
    """
    try:
        document = json.loads(text)
        if not isinstance(document, dict) or document["kind"] != KIND:
            raise NotATrustList
        held = _list(document)
        Ed25519PublicKey.from_public_bytes(held.signed_by).verify(
            _bytes(document["signature"], _SIGNATURE),
            _signed({name: document[name] for name in document if name != "signature"}),
        )
    except (InvalidSignature, KeyError, TypeError, ValueError, RecursionError) as problem:
        raise NotATrustList from problem
    return held


def _list(document: Mapping[str, Any]) -> TrustList:
    organisation = _organisation(document["organisation"])
    held = TrustList(
        made_at=_moment(document["made_at"]),
        sequence=_number(document["sequence"]),
        organisation=organisation,
        issuers=tuple(_issuer(one, organisation) for one in _items(document["issuers"])),
        revoked=tuple(
            Revoked(_mark(one["mark"]), _serial(one["serial"]), _day(one["on"]))
            for one in _items(document["revoked"])
        ),
        superseded=tuple(
            Superseded(_mark(one["mark"]), _serial(one["serial"]), _number(one["by_revision"]))
            for one in _items(document["superseded"])
        ),
        signed_by=_bytes(document["signed_by"], _KEY),
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
    names = [_short(held[name], _MOST_NAME) for name in ("name_km", "name_en")]
    return Organisation(names[0], names[1], _public_key(held["public_key"]))


def _issuer(held: Any, organisation: Organisation | None) -> Endorsed:  # noqa: ANN401 - any JSON
    issuer = Issuer(_short(held["letter"], LETTERS), _public_key(held["public_key"]))
    word = held["endorsement"]
    if word is None:
        return Endorsed(issuer)
    endorsement = Endorsement(
        _public_key(word["organisation_key"]),
        _day(word["signed_on"]),
        _bytes(word["signature"], _SIGNATURE),
    )
    if not is_genuine(issuer, endorsement):
        raise NotATrustList
    is_theirs = organisation and organisation.public_key == endorsement.organisation_key
    return Endorsed(issuer, endorsement, organisation if is_theirs else None)


def _organisation_document(one: Organisation | None) -> dict[str, str] | None:
    if one is None:
        return None
    return {"name_km": one.name_km, "name_en": one.name_en, "public_key": _text(one.public_key)}


def _issuer_document(one: Endorsed) -> dict[str, Any]:
    word = one.endorsement
    return {
        "letter": one.issuer.letter,
        "public_key": _text(one.issuer.public_key),
        "endorsement": word
        and {
            "organisation_key": _text(word.organisation_key),
            "signed_on": word.signed_on.isoformat(),
            "signature": _text(word.signature),
        },
    }


def _signed(document: Mapping[str, Any]) -> bytes:
    return _plain(document).encode()


def _plain(document: Mapping[str, Any]) -> str:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(text: str, length: int) -> bytes:
    data = b64decode(text, validate=True)
    if len(data) != length:
        raise NotATrustList
    return data


def _public_key(text: str) -> bytes:
    key = _bytes(text, _KEY)
    Ed25519PublicKey.from_public_bytes(key)  # raises ValueError where it is no key
    return key


def _items(held: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    if not isinstance(held, list):
        raise NotATrustList
    return held


def _short(held: Any, most: int) -> str:  # noqa: ANN401 - any JSON
    if not isinstance(held, str) or len(held) > most:
        raise NotATrustList
    return held


def _serial(held: Any) -> str:  # noqa: ANN401 - any JSON
    return _short(held, _MOST_SERIAL)


def _mark(held: Any) -> str:  # noqa: ANN401 - any JSON
    mark = _short(held, _MARK)
    if len(bytes.fromhex(mark)) * 2 != _MARK:
        raise NotATrustList
    return mark.lower()


def _number(held: Any) -> int:  # noqa: ANN401 - any JSON
    if type(held) is not int or held < 0:
        raise NotATrustList
    return held


def _day(held: Any) -> date:  # noqa: ANN401 - any JSON
    return date.fromisoformat(_short(held, 10))


def _moment(held: Any) -> datetime:  # noqa: ANN401 - any JSON
    moment = datetime.fromisoformat(_short(held, 40))
    if moment.tzinfo is None:
        raise NotATrustList
    return moment
