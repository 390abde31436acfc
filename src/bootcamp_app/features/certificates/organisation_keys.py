"""An organisation's key in a file of its own, closed with a passphrase.

It is made once, kept away from the laptops that issue, and needed only to endorse one. Beside the
passphrase a recovery code opens it, which is shown when the key is made and never again.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from base64 import b32encode, b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.files import whole_file
from bootcamp_app.features.certificates.trusted import Organisation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LEAST_SIGNS = 12
KIND = "bootcamp-desk-organisation-key/1"
_COST = {"iterations": 4, "lanes": 2, "memory_kib": 128 * 1024}
_MOST = {"iterations": 32, "lanes": 16, "memory_kib": 1024 * 1024}
_WAYS = ("by_passphrase", "by_recovery_code")
_SALT, _NONCE, _KEY = 16, 12, 32
_GROUPS, _GROUP = 5, 5
_MOST_BYTES = 100_000


@dataclass(frozen=True)
class OrganisationKey:
    """An organisation and its key, opened."""

    organisation: Organisation
    private: Ed25519PrivateKey


def make(name_km: str, name_en: str, passphrase: str, target: Path) -> tuple[Organisation, str]:
    """Make a key, keep it closed in a new file, and give its recovery code; it is shown once.

    Raises a Refusal where the passphrase is short, names are missing or the file is there.
    """
    must_be_long(passphrase)
    names = [" ".join(name.split()) for name in (name_km, name_en)]
    if not any(names):
        raise Refusal("Give the organisation a name in Khmer or in English.")
    if target.exists():
        raise _is_there(target)
    key = Ed25519PrivateKey.generate()
    organisation = Organisation(names[0], names[1], key.public_key().public_bytes_raw())
    code = _recovery_code()
    document = _head(organisation)
    words = (_plain(passphrase), _as_code(code))
    for way, word in zip(_WAYS, words, strict=True):
        document[way] = _closed(key.private_bytes_raw(), word, organisation)
    with whole_file(target) as part:
        part.touch(0o600)
        part.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
        _take_name(part, target)
    return organisation, code


def unlock(file: Path, passphrase: str) -> OrganisationKey:
    """Open a key with its passphrase or its recovery code; a Refusal where neither fits."""
    document = _read(file)
    try:
        organisation = Organisation(
            str(document["name_km"]), str(document["name_en"]), _data(document["public_key"])
        )
        words = {_WAYS[0]: _plain(passphrase)}
        if len(_as_code(passphrase)) == _GROUPS * _GROUP:
            words[_WAYS[1]] = _as_code(passphrase)
        for way, word in words.items():
            private = _opened(document[way], word, organisation)
            if private is not None:
                return OrganisationKey(organisation, _fitting(private, organisation))
    except (KeyError, TypeError, ValueError) as problem:
        raise _no_key(file) from problem
    raise Refusal(
        "The passphrase does not open this key. Check capital letters and the keyboard's "
        "language, then type it again, or type the recovery code."
    )


def must_be_long(passphrase: str) -> None:
    """Raise a Refusal where a passphrase is too short to guard a key."""
    if len(_plain(passphrase)) < LEAST_SIGNS:
        raise Refusal(
            "The passphrase is too short. Take at least {count} signs, such as four words.",
            count=LEAST_SIGNS,
        )


def _read(file: Path) -> Mapping[str, Any]:
    try:
        with file.open("rb") as held:
            document = json.loads(held.read(_MOST_BYTES))
        if isinstance(document, dict) and document["kind"] == KIND:
            return document
    except OSError as problem:
        raise Refusal(
            "The file “{name}” cannot be read. Check its name and place, then choose it again.",
            name=file.name,
        ) from problem
    except (KeyError, ValueError, RecursionError) as problem:
        raise _no_key(file) from problem
    raise _no_key(file)


def _no_key(file: Path) -> Refusal:
    return Refusal(
        "“{name}” is no organisation's key, or is damaged. Choose the file that was made with "
        "“New organisation key”.",
        name=file.name,
    )


def _head(organisation: Organisation) -> dict[str, Any]:
    return {
        "kind": KIND,
        "name_km": organisation.name_km,
        "name_en": organisation.name_en,
        "public_key": _text(organisation.public_key),
    }


def _closed(private: bytes, word: str, organisation: Organisation) -> dict[str, Any]:
    salt, nonce = secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
    cipher = ChaCha20Poly1305(_derived(word, salt, _COST))
    sealed = cipher.encrypt(nonce, private, _bound(organisation))
    texts = {"salt": _text(salt), "nonce": _text(nonce), "sealed": _text(sealed)}
    return {"kdf": "argon2id", **_COST, **texts}


def _opened(held: Mapping[str, Any], word: str, organisation: Organisation) -> bytes | None:
    if held["kdf"] != "argon2id":
        raise ValueError(held["kdf"])
    cost = {name: held[name] for name in _COST}
    if any(type(one) is not int for one in cost.values()) or any(
        not 0 < cost[name] <= most for name, most in _MOST.items()
    ):
        raise ValueError(cost)
    cipher = ChaCha20Poly1305(_derived(word, _data(held["salt"]), cost))
    try:
        return cipher.decrypt(_data(held["nonce"]), _data(held["sealed"]), _bound(organisation))
    except InvalidTag:
        return None


def _derived(word: str, salt: bytes, cost: Mapping[str, int]) -> bytes:
    return Argon2id(
        salt=salt,
        length=_KEY,
        iterations=cost["iterations"],
        lanes=cost["lanes"],
        memory_cost=cost["memory_kib"],
    ).derive(word.encode())


def _fitting(private: bytes, organisation: Organisation) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.from_private_bytes(private)
    if key.public_key().public_bytes_raw() != organisation.public_key:
        raise ValueError("the key is another one")
    return key


def _bound(organisation: Organisation) -> bytes:
    """Give what the sealed key is bound to: nobody can put other names before it."""
    return json.dumps(_head(organisation), sort_keys=True, ensure_ascii=False).encode()


def _take_name(part: Path, target: Path) -> None:
    """Give a part the name of a file that was not there: of two who make one, one is refused."""
    try:
        target.hardlink_to(part)
    except FileExistsError as problem:
        raise _is_there(target) from problem
    except OSError:
        # A disk without links, as sticks are: the name alone is taken, and then written over.
        try:
            target.open("xb").close()
        except FileExistsError as problem:
            raise _is_there(target) from problem


def _is_there(target: Path) -> Refusal:
    return Refusal(
        "“{name}” is there already, and a key is never written over. Choose another name.",
        name=target.name,
    )


def _plain(passphrase: str) -> str:
    """Give a passphrase as every keyboard writes it, without blanks around it."""
    return unicodedata.normalize("NFC", passphrase).strip()


def _recovery_code() -> str:
    signs = b32encode(secrets.token_bytes(_GROUPS * _GROUP)).decode()[: _GROUPS * _GROUP]
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))


def _as_code(text: str) -> str:
    """Give the signs of a recovery code, however it was copied from paper."""
    signs = text.upper().replace("0", "O").replace("1", "I").replace("8", "B")
    return "".join(sign for sign in signs if sign.isalnum() and sign.isascii())


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _data(text: str) -> bytes:
    return b64decode(text, validate=True)
