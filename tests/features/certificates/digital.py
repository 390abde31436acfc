"""Digital badges taken apart and put together again, without the code that makes them."""

from __future__ import annotations

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from tests.features.certificates.camps import Camp

PHONE, MAIL = "012 345 678", "sreyneang@example.org"
PERSONAL = {"phone": PHONE, "email": MAIL, "birth_date": "1990-05-17"}
START = b"\x89PNG\r\n\x1a\n"
BLANK = (b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
DOT = (b"IDAT", zlib.compress(b"\0\xff"))
END = (b"IEND", b"")


class Made(NamedTuple):
    """A bootcamp whose certificates have digital badges in a folder."""

    camp: Camp
    folder: Path

    @property
    def files(self) -> list[Path]:
        """The pictures, in the order of the serials."""
        return sorted(self.folder.glob("*.png"))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Give a PNG of these chunks."""
    return START + b"".join(
        len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        for kind, data in chunks
    )


def png_with(*tokens: str) -> bytes:
    """Give a picture of one dot that holds credentials."""
    held = [(b"iTXt", b"openbadgecredential" + bytes(5) + one.encode()) for one in tokens]
    return png(BLANK, DOT, *held, END)


def document_of(token: str) -> dict[str, Any]:
    """Give what a token says."""
    held: dict[str, Any] = json.loads(_bytes(token.split(".")[1]))
    return held


def header_of(token: str) -> dict[str, Any]:
    """Give what a token says of itself."""
    held: dict[str, Any] = json.loads(_bytes(token.split(".")[0]))
    return held


def saying(token: str, document: dict[str, Any], key: Ed25519PrivateKey | None = None) -> str:
    """Give the token with other words, under its old signature or signed by a key."""
    header, _body, signature = token.split(".")
    body = _text(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())
    if key is not None:
        x = _text(key.public_key().public_bytes_raw())
        named = {**header_of(token), "jwk": {"kty": "OKP", "crv": "Ed25519", "x": x}}
        header = _text(json.dumps(named, separators=(",", ":")).encode())
        signature = _text(key.sign(f"{header}.{body}".encode()))
    return f"{header}.{body}.{signature}"


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
