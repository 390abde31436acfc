"""Packed files, unpacked only in memory and only as far as limits allow."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.reading.files import MEGABYTE

MOST_UNPACKED = 128 * MEGABYTE
MOST_ENTRIES = 5_000
MOST_RATIO = 100
# A small file of equal rows packs better than any bomb needs to; its size makes it harmless.
RATIO_MATTERS_FROM = 4 * MEGABYTE
CHUNK = MEGABYTE
ENCRYPTED = 0x1
TOO_LARGE = N_(
    "{name} is far too large when it is unpacked. Copy the rows of the list into a new "
    "spreadsheet, save that and choose it."
)
DAMAGE = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def examined(data: bytes, name: str) -> frozenset[str]:
    """Give the names of the entries once each was unpacked whole, sound and within the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _must_be_open(archive, entries, name)
            _must_be_small(entries, len(data), name)
            for entry in entries:
                _unpack(archive, entry)
            return frozenset(entry.filename for entry in entries)
    except DAMAGE as error:
        raise Refusal(
            "{name} is damaged or not complete. Copy or download it again, or open it and save it "
            "under a new name.",
            name=name,
        ) from error


def _must_be_open(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> None:
    if any(entry.flag_bits & ENCRYPTED for entry in entries) or _locked_document(archive, entries):
        raise Refusal(
            "{name} is protected with a password. Open it, remove the password, save it, then "
            "choose it again.",
            name=name,
        )


def _locked_document(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> bool:
    manifest = next((one for one in entries if one.filename == "META-INF/manifest.xml"), None)
    if manifest is None or manifest.file_size > MEGABYTE:
        return False
    return b"encryption-data" in archive.read(manifest)


def _must_be_small(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    bomb = unpacked > RATIO_MATTERS_FROM and unpacked > packed * MOST_RATIO
    if unpacked > MOST_UNPACKED or len(entries) > MOST_ENTRIES or bomb:
        raise Refusal(TOO_LARGE, name=name)


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    # reading to the end compares the check sum, so a cut or changed entry is noticed here
    with archive.open(entry) as unpacked:
        while unpacked.read(CHUNK):
            pass
