"""Real files for the tests: spreadsheets whole and broken, badges in pictures, pages."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import qrcode
import xlsxwriter
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bootcamp_app.reading.pictures import Grey

BADGE = "71234567890123456"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def xlsx_by_hand(path: Path, rows: str, *, head: str = "") -> Path:
    """Write an XLSX whose only sheet holds the given row elements."""
    kinds = (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{WORD}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{WORD}.worksheet+xml"/>'
        "</Types>"
    )
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    sheet = f'{head}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    parts = {
        "[Content_Types].xml": kinds,
        "_rels/.rels": _link("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return packed(path, parts)


def _link(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def packed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def ods(path: Path, rows: Sequence[Sequence[str]], *, manifest: str = "", fonts: str = "") -> Path:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f"<office:document-content {spaces}>{fonts}<office:body><office:spreadsheet>"
        f'<table:table table:name="Names">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": manifest or "<manifest/>",
    }
    return packed(path, parts)


def xls(path: Path, rows: Sequence[Sequence[str | float]], *, font: str = "Arial") -> Path:
    """Write an Excel 97 workbook with one sheet named Names."""
    return ole(path, {"Workbook": _biff(rows, font, b"")})


def locked_xls(path: Path) -> Path:
    """Write an Excel 97 workbook that says its records are encrypted."""
    return ole(path, {"Workbook": _biff([["x"]], "Arial", _record(0x2F, bytes(54)))})


def _biff(rows: Sequence[Sequence[str | float]], font: str, lock: bytes) -> bytes:
    start = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    name = font.encode("utf-16-le")
    looks = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    start += lock + _record(0x31, looks + struct.pack("<BB", len(font), 1) + name)
    place = len(start) + 4 + 8 + len("Names") + 4
    book = (
        start + _record(0x85, struct.pack("<IHBB", place, 0, 5, 0) + b"Names") + _record(0x0A, b"")
    )
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            sheet += _biff_cell(y, x, cell)
    return book + sheet + _record(0x0A, b"")


def _biff_cell(y: int, x: int, cell: str | float) -> bytes:
    at = struct.pack("<HHH", y, x, 0)
    if isinstance(cell, str):
        letters = cell.encode("utf-16-le")
        return _record(0x204, at + struct.pack("<HB", len(letters) // 2, 1) + letters)
    return _record(0x203, at + struct.pack("<d", cell))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def ole(path: Path, streams: Mapping[str, bytes]) -> Path:
    """Write the old Office container: a header, one allocation sector, a directory, the streams."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    directory_sectors = 1
    table = [0xFFFFFFFD] + [end] * directory_sectors
    entries, body = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)], b""
    for number, (name, stream) in enumerate(streams.items(), start=1):
        whole = stream.ljust(max(4096, -(-len(stream) // sector) * sector), b"\0")
        first, count = len(table), len(whole) // sector
        table += [*range(first + 1, first + count), end]
        right = number + 1 if number < len(streams) else free
        entries.append(_entry(name, 2, first, len(whole), right=right))
        body += whole
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0
    )
    head += struct.pack("<109I", 0, *[free] * 108)
    allocation = struct.pack("<128I", *table, *[free] * (128 - len(table)))
    path.write_bytes(head + allocation + b"".join(entries).ljust(sector, b"\0") + body)
    return path


def _entry(
    name: str, kind: int, first: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    nothing = 0xFFFFFFFF
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters), kind, 1, nothing, right, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def qr(text: str, *, module: int = 6) -> Image.Image:
    """Draw a badge code, version 1 where the text fits, with its quiet zone."""
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_H, box_size=module, border=4, mask_pattern=3
    )
    code.add_data(text)
    code.make(fit=True)
    picture: Image.Image = code.make_image().get_image().convert("L")
    return picture


def photo(
    badges: Mapping[tuple[int, int], str], *, module: int = 6, turned: float = 0.0
) -> Image.Image:
    """Draw a grey 1280 x 720 frame with the badges at the given places."""
    frame = Image.new("L", (1280, 720), 150)
    for place, text in badges.items():
        card = qr(text, module=module)
        mask = Image.new("L", card.size, 255).rotate(turned, expand=True)
        card = card.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=150)
        frame.paste(card, place, mask)
    return frame


def pixels(picture: Image.Image, *, gain: float = 1.0, noise: float = 0.0, seed: int = 7) -> Grey:
    """Give a picture's pixels as a poor camera would see them."""
    grain = np.random.default_rng(seed).normal(0.0, 1.0, (picture.height, picture.width))
    seen = np.asarray(picture, dtype=np.float64) * gain + grain * noise
    poor: Grey = np.clip(seen, 0, 255).astype(np.uint8)
    return poor


def pdf(path: Path, pages: Sequence[str], *, size: tuple[float, float] = (595, 842)) -> Path:
    """Write a PDF with one line of text, and a badge code of it, on each page."""
    canvas = Canvas(str(path), pagesize=size)
    for text in pages:
        canvas.drawString(72, size[1] - 72, text)
        canvas.drawInlineImage(qr(text).convert("RGB"), 72, 72, 136, 136)
        canvas.showPage()
    canvas.save()
    return path


def bytes_of(picture: Image.Image, kind: str) -> bytes:
    """Give the picture as a file of that kind."""
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()
