"""Fonts from before Unicode, whose Latin letters only look like Khmer: found and refused."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from bootcamp_app.core.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OLD_FONT = re.compile(
    r"@?(?:Limon\b.*|ABC-?(?:TEXT|FANCY|HEAD)\b.*|Baidok ?\d.*|Khek\b.*|\w+ Khek"
    r"|FK ?[12]|Truth ?11)",
    re.IGNORECASE,
)
NAMED_IN_TEXT = re.compile(
    rb"""(?:rFont\s+val|font-name(?:-asian|-complex)?|font-family)\s*=\s*["']'?([^"'<>]{1,80})"""
)
CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
STYLE = re.compile(rb"""\bs\s*=\s*["'](\d+)""")
TEXT = re.compile(rb"""\bt\s*=\s*["'](?:s|str|inlineStr)["']""")
# A FONT record of BIFF8: its length, 14 bytes of looks, the name's length, 8 or 16 bits a letter.
FONT_RECORD = re.compile(rb"\x31\x00(?=.\x00.{14}(.)([\x00\x01])(.{4,64}))", re.DOTALL)


def refuse_old_fonts(path: Path) -> None:
    """Refuse a workbook with text in a font from before Unicode; it cannot be told from Latin."""
    fonts = _packed(path) if zipfile.is_zipfile(path) else _old_excel(path.read_bytes())
    font = next((name for name in fonts if OLD_FONT.fullmatch(name)), None)
    if font is not None:
        raise Refusal(
            "Text in {name} is written in the font {font}, which is from before Unicode: the "
            "letters only look like Khmer. Convert the text to Khmer Unicode, set the cells to a "
            "font such as Khmer OS, save it, then choose it again.",
            name=path.name,
            font=font,
        )


def _packed(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        entries = set(archive.namelist())
        if "xl/styles.xml" in entries:
            yield from _cell_fonts(archive, entries)
        for part in ("xl/sharedStrings.xml", "content.xml", "styles.xml"):
            if part in entries:
                yield from _named(archive.read(part))


def _named(xml: bytes) -> Iterator[str]:
    for name in set(NAMED_IN_TEXT.findall(xml)):
        yield name.decode("utf-8", "replace")


def _cell_fonts(archive: zipfile.ZipFile, entries: set[str]) -> Iterator[str]:
    """Give the old fonts among the styles that cells with text have."""
    old = _old_styles(archive.read("xl/styles.xml"))
    sheets = [entry for entry in sorted(entries) if entry.startswith("xl/worksheets/sheet")]
    for sheet in sheets if old else ():
        for style in sorted(_text_styles(archive.read(sheet)) & old.keys()):
            yield old[style]


def _old_styles(xml: bytes) -> dict[int, str]:
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        return {}
    names = [_font_name(font) for font in root.findall("{*}fonts/{*}font")]
    formats = root.findall("{*}cellXfs/{*}xf")
    used = enumerate(_at(names, one.get("fontId", "0")) for one in formats)
    return {style: name for style, name in used if OLD_FONT.fullmatch(name)}


def _font_name(font: ElementTree.Element) -> str:
    name = font.find("{*}name")
    return "" if name is None else name.get("val", "")


def _at(names: list[str], place: str) -> str:
    return names[int(place)] if place.isdecimal() and int(place) < len(names) else ""


def _text_styles(xml: bytes) -> set[int]:
    styles = set()
    for cell in CELL.findall(xml):
        if TEXT.search(cell):
            style = STYLE.search(cell)
            styles.add(int(style.group(1)) if style else 0)
    return styles


def _old_excel(data: bytes) -> Iterator[str]:
    for length, wide, letters in FONT_RECORD.findall(data):
        if wide == b"\x01":
            yield letters[: 2 * length[0]].decode("utf-16-le", "replace")
        else:
            yield letters[: length[0]].decode("latin-1")
