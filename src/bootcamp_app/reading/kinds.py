"""What a foreign file is by what is in it, whatever it is called."""

from __future__ import annotations

import re

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.reading.archives import examined

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

PICTURE = N_("{name} is a picture. Choose a spreadsheet: XLSX, XLS, ODS, CSV or TSV.")
DOCUMENT = N_(
    "{name} is a text document. Copy its table into a spreadsheet, save that as XLSX and choose it."
)
WEB_PAGE = N_(
    "{name} is a web page that is only named like a spreadsheet. Open it in Excel or LibreOffice, "
    "save it as XLSX, then choose that file."
)
PDF = N_(
    "{name} is a PDF. Ask for the list as a spreadsheet, or copy its table into one, save it as "
    "XLSX and choose that."
)
NUMBERS = N_(
    "{name} is an Apple Numbers file. Open it in Numbers, export it to Excel (XLSX), then choose "
    "that file."
)
PASSWORD = N_(
    "{name} is protected with a password. Open it, remove the password, save it, then choose it "
    "again."
)
OLD_XML = N_(
    "{name} is an old kind of spreadsheet. Open it in Excel or LibreOffice, save it as XLSX, then "
    "choose that file."
)
ARCHIVE = N_(
    "{name} is a packed file without a spreadsheet's contents. Unpack it and choose the list in it."
)
OTHER = N_("{name} is not a spreadsheet. Choose a file of the kind XLSX, XLS, ODS, CSV or TSV.")

BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"{\\rtf", DOCUMENT),
    (b"SQLite format 3\0", OTHER),
    (b"\x7fELF", OTHER),
    (b"MZ\x90", OTHER),
    (b"\x1f\x8b", ARCHIVE),
    (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
)
WEB_BEGINNING = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<!doctype html|<html|<head|<body|<meta|<table|<style|mime-version:)",
    re.IGNORECASE | re.DOTALL,
)
# A workbook begins with its BOF record; a locked one says FILEPASS right after it.
LOCKED_OLD_WORKBOOK = re.compile(
    rb"(?:\x09\x08\x10\x00\x00\x06\x05\x00.{12}|\x09\x08\x08\x00\x00\x05\x05\x00.{4})"
    rb"(?:\x86\x00\x00\x00)?\x2f\x00",
    re.DOTALL,
)


def is_workbook(data: bytes, name: str) -> bool:
    """Say whether the file is a workbook (else it is text); refuse what is neither."""
    for beginning, sentence in BEGINNINGS:
        if data.startswith(beginning):
            raise Refusal(sentence, name=name)
    if data.startswith(ZIP):
        _must_be_a_packed_workbook(examined(data, name), name)
        return True
    if data.startswith(OLD_OFFICE):
        _must_be_an_old_workbook(data, name)
        return True
    _must_not_be_markup(data[:8192].removeprefix(b"\xef\xbb\xbf"), name)
    return False


def _must_be_a_packed_workbook(entries: frozenset[str], name: str) -> None:
    if any(entry.endswith(".iwa") or entry == "Index.zip" for entry in entries):
        raise Refusal(NUMBERS, name=name)
    if entries & {"word/document.xml", "ppt/presentation.xml"}:
        raise Refusal(DOCUMENT, name=name)
    if not entries & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise Refusal(ARCHIVE, name=name)


def _must_be_an_old_workbook(data: bytes, name: str) -> None:
    if _names("EncryptedPackage") in data or LOCKED_OLD_WORKBOOK.search(data):
        raise Refusal(PASSWORD, name=name)
    if _names("WordDocument") in data:
        raise Refusal(DOCUMENT, name=name)
    if _names("Workbook") not in data and _names("Book") not in data:
        raise Refusal(OTHER, name=name)


def _names(stream: str) -> bytes:
    return stream.encode("utf-16-le")


def _must_not_be_markup(start: bytes, name: str) -> None:
    if WEB_BEGINNING.match(start):
        raise Refusal(WEB_PAGE, name=name)
    if start.lstrip().startswith(b"<?xml"):
        lowered = start.lower()
        sentence = WEB_PAGE if b"<html" in lowered else OLD_XML
        raise Refusal(sentence, name=name)
