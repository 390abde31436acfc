"""Every kind of file that cannot be read gets one sentence that says what to do."""

from __future__ import annotations

import contextlib
import gzip
import random
import struct
import zipfile
from multiprocessing import active_children
from typing import TYPE_CHECKING

import pytest

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.kinds import is_workbook
from bootcamp_app.reading.sheets import read_table
from tests.reading import making

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Maker = Callable[[Path], object]

FAR_CELL = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
)
ENCRYPTED_ODS = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    "</manifest:file-entry></manifest:manifest>"
)


def _written(data: bytes) -> Maker:
    return lambda path: path.write_bytes(data)


def _half_an_xlsx(path: Path) -> None:
    whole = making.xlsx(path, {"Names": [["Dara"] * 20] * 200}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _xlsx_with_a_flipped_byte(path: Path) -> None:
    data = bytearray(making.xlsx_by_hand(path, "<row><c><v>1</v></c></row>" * 50).read_bytes())
    place = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[place] ^= 0xFF
    path.write_bytes(bytes(data))


def _zip_that_says_it_is_encrypted(path: Path) -> None:
    data = bytearray(making.xlsx_by_hand(path, "").read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    path.write_bytes(bytes(data))


def _zip_that_lies_about_sizes(path: Path) -> None:
    making.packed(path, {"xl/workbook.xml": b"x" * 100_000})
    data = bytearray(path.read_bytes())
    for mark, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + size, 10)
    path.write_bytes(bytes(data))


def _bomb(path: Path) -> None:
    making.packed(path, {"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": bytes(60_000_000)})


def _many_bombs(path: Path) -> None:
    making.packed(path, {f"xl/worksheets/sheet{n}.xml": bytes(9_000_000) for n in range(8)})


def _many_entries(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"xl/{number}.xml", b"")


def _rows(count: int) -> Maker:
    return _written(b"name\n" + b"Dara\n" * count)


def _wide_xlsx(path: Path) -> None:
    making.xlsx(path, {"Names": [[f"column {n}" for n in range(65)]]})


def _long_xlsx(path: Path) -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 100_002))
    making.xlsx_by_hand(path, cells)


HOSTILE: dict[str, tuple[Maker, str]] = {
    "empty.xlsx": (_written(b""), "is empty"),
    "empty.csv": (_written(b""), "is empty"),
    "mark only.csv": (_written(b"\xef\xbb\xbf"), "has no rows"),
    "blank lines.csv": (_written(b"\r\n ; ;\r\n\r\n"), "has no rows"),
    "no data.xlsx": (lambda path: making.xlsx(path, {"A": [], "B": [[" "]]}), "has no rows"),
    "report.xls": (_written(b"\r\n<HTML><table><tr><td>Dara</table>"), "is a web page"),
    "kobo.xls": (_written(b"\xef\xbb\xbf<!-- x -->\n<!DOCTYPE html><p>"), "is a web page"),
    "xhtml.xls": (_written(b'<?xml version="1.0"?><html xmlns="x">'), "is a web page"),
    "mail.xls": (_written(b"MIME-Version: 1.0\r\nX: y"), "is a web page"),
    "old.xls": (
        _written(b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:'),
        "is an old kind of spreadsheet",
    ),
    "list.xlsx": (_written(b"%PDF-1.7\n"), "is a PDF"),
    "photo.csv": (_written(b"\x89PNG\r\n\x1a\n"), "is a picture"),
    "photo.xlsx": (_written(b"\xff\xd8\xff\xe0"), "is a picture"),
    "letter.csv": (_written(b"{\\rtf1 hello}"), "is a text document"),
    "letter.xlsx": (lambda p: making.packed(p, {"word/document.xml": "x"}), "is a text document"),
    "letter.xls": (lambda p: making.ole(p, {"WordDocument": b"x"}), "is a text document"),
    "thing.xls": (lambda p: making.ole(p, {"Thing": b"x"}), "is not a spreadsheet"),
    "names.numbers": (
        lambda p: making.packed(p, {"Index/Document.iwa": "x", "preview.jpg": "x"}),
        "Numbers file",
    ),
    "folder.numbers": (lambda path: path.mkdir(), "Numbers file"),
    "folder.csv": (lambda path: path.mkdir(), "is a folder"),
    "photos.zip": (lambda p: making.packed(p, {"a.jpg": "x"}), "is a packed file"),
    "list.csv.gz": (_written(gzip.compress(b"a,b")), "is a packed file"),
    "no entries.xlsx": (lambda p: making.packed(p, {}), "is a packed file"),
    "locked.xlsx": (lambda p: making.ole(p, {"EncryptedPackage": b"x"}), "with a password"),
    "locked.xls": (making.locked_xls, "with a password"),
    "locked.ods": (lambda p: making.ods(p, [["x"]], manifest=ENCRYPTED_ODS), "with a password"),
    "encrypted.xlsx": (_zip_that_says_it_is_encrypted, "with a password"),
    "half.xlsx": (_half_an_xlsx, "is damaged or not complete"),
    "flipped.xlsx": (_xlsx_with_a_flipped_byte, "is damaged or not complete"),
    "lying.xlsx": (_zip_that_lies_about_sizes, "is damaged or not complete"),
    "cut.xlsx": (_written(b"PK\x03\x04"), "is damaged or not complete"),
    "no sheet.xlsx": (lambda p: making.packed(p, {"xl/workbook.xml": "x"}), "is damaged"),
    "not xml.xlsx": (lambda p: making.xlsx_by_hand(p, "<row><c></row>"), "is damaged"),
    "cut.xls": (_written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99)), "is not a spreadsheet"),
    "noise.xls": (
        _written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 200),
        "is damaged",
    ),
    "bomb.xlsx": (_bomb, "far too large"),
    "bombs.xlsx": (_many_bombs, "far too large"),
    "crumbs.xlsx": (_many_entries, "far too large"),
    "far.xlsx": (lambda p: making.xlsx_by_hand(p, FAR_CELL), "stands very far from the list"),
    "wide.xlsx": (_wide_xlsx, "more than 64 columns"),
    "wide.csv": (_written(b",".join(b"%d" % n for n in range(65))), "more than 64 columns"),
    "long.xlsx": (_long_xlsx, "more than 100,000 rows"),
    "long.csv": (_rows(100_000), "more than 100,000 rows"),
    "far down.csv": (_written(b"name,sex" + b"\n" * 200_000 + b"Dara,m"), "more than 100,000 rows"),
    "blank.csv": (_written(b"\n" * 1_000_011), "more than 100,000 rows"),
    "full.csv": (_written((b"1," * 59 + b"1\n") * 50_001), "more than 3,000,000 cells"),
    "one line.csv": (_written(b"x" * 2_000_000), "is not a list"),
    "huge.csv": (_written(bytes(64 * 1024 * 1024 + 1)), "is larger than 64 MB"),
    "noise.csv": (_written(random.Random(1).randbytes(5_000)), "is not a list"),
    "zeros.csv": (_written(bytes(5_000)), "is not a list"),
    "nul.csv": (_written(b"name,sex\nDara\0,m\n"), "is not a list"),
    "program.csv": (_written(b"\x7fELF\x02\x01\x01"), "is not a spreadsheet"),
    "data.xlsx": (_written(b"SQLite format 3\0"), "is not a spreadsheet"),
    "latin.csv": (_written("nom,prénom\nDara,Sokhéa".encode("cp1252")), "in an old way"),
    "cut khmer.csv": (_written("ឈ្មោះ,ភេទ".encode()[:-1]), "is damaged or not complete"),
    "odd utf16.csv": (_written("a,b".encode("utf-16") + b"x"), "is damaged or not complete"),
    "open quote.csv": (_written(b'name,sex\n"Dara,m\nSok,f\n'), "a quotation mark"),
    "stray quote.csv": (_written(b'name,sex\n"Dara" x,m\n'), "from line 2 on"),
    "long cell.csv": (_written(b'name,sex\n"' + b"x\n" * 90_000 + b'",m\n'), "a quotation mark"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    make, expected = HOSTILE[name]
    make(tmp_path / name)

    with pytest.raises(Refusal) as refused:
        read_table(tmp_path / name)

    sentence = str(refused.value)
    assert expected in sentence
    assert name in sentence
    assert str(tmp_path) not in sentence
    assert sentence.endswith(".")
    assert active_children() == []


def test_a_missing_file_is_refused_by_its_name_alone(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_table(tmp_path / "names.csv")

    assert str(refused.value) == (
        "There is no file names.csv. Check its name and place, then choose it again."
    )


def test_entities_in_a_workbook_bring_in_nothing_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    head = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
        f'<!ENTITY c SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    )
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>x&b;&c;</t></is></c></row>'
    path = making.xlsx_by_hand(tmp_path / "laughs.xlsx", rows, head=head)

    try:
        read = str(read_table(path).rows)
    except Refusal as refusal:
        read = str(refusal)

    assert "secret" not in read
    assert "hahahaha" not in read


def test_a_workbook_with_changed_bytes_is_refused_or_known_but_never_breaks(tmp_path: Path) -> None:
    whole = making.xlsx(tmp_path / "names.xlsx", {"Names": [["Dara", 1]] * 20}).read_bytes()
    chance = random.Random(5)

    for _ in range(400):
        data = bytearray(whole)
        for _ in range(3):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(Refusal):
            assert is_workbook(bytes(data), "names.xlsx") in {True, False}
