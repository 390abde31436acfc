"""A picture of vectors: what is drawn on it, and the fonts that it brings along."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped, unused-ignore]
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.paper import A4, Box, Stroke, TextStyle
from bootcamp_app.printing.qr import symbol
from bootcamp_app.printing.svg import SvgPaper
from bootcamp_app.printing.text.sfnt import font_file

KHMER = "ព្រះរាជាណាចក្រកម្ពុជា"
SVG = "{http://www.w3.org/2000/svg}"


def unpacked(woff: bytes) -> hb.Face:
    """Give the font in a WOFF, which must be as long as it says it is."""
    mark, _kind, size, count = struct.unpack_from(">4s4sLH", woff)
    assert (mark, size) == (b"wOFF", len(woff))
    tables = {}
    for at in range(44, 44 + 20 * count, 20):
        tag, start, packed, length, _check = struct.unpack_from(">4s4L", woff, at)
        body = woff[start : start + packed]
        tables[tag.decode()] = zlib.decompress(body) if packed < length else body
        assert len(tables[tag.decode()]) == length
    return hb.Face(hb.Blob(font_file(tables)))


@pytest.fixture(scope="module")
def drawn() -> bytes:
    paper = SvgPaper("កម្ពុជា <A & B>", A4)
    paper.text(100, 50, KHMER, TextStyle(12, 700), align="center")
    paper.text(10, 60, "plain", TextStyle(9))
    paper.rect(Box(10, 70, 20, 5), fill="#FFFFFF", stroke=Stroke("#000000", 0.5, (1, 2)), radius=9)
    paper.polygon([(0, 0), (5, 5)], stroke=Stroke(), closed=False)
    paper.qr(symbol("81234567890011091", version=1, level="H", mask=3), 10, 80, 16)
    return paper.finish()


def test_it_is_as_large_as_its_paper_and_says_what_it_is(drawn: bytes) -> None:
    root = ElementTree.fromstring(drawn)

    assert (root.get("width"), root.get("height")) == ("210mm", "297mm")
    assert root.findtext(f"{SVG}title") == "កម្ពុជា <A & B>"


def test_text_stays_text(drawn: bytes) -> None:
    khmer, plain = ElementTree.fromstring(drawn).iter(f"{SVG}text")

    assert (khmer.text, khmer.get("text-anchor"), khmer.get("font-weight")) == (
        KHMER, "middle", "700",
    )  # fmt: skip
    assert float(plain.get("font-size") or 0) == pytest.approx(9 / 72 * 25.4, abs=0.001)


def test_each_font_opens_and_has_only_the_letters_that_are_shown(drawn: bytes) -> None:
    held = re.findall(rb"font/woff;base64,([^)]+)\)", drawn)
    fonts = [unpacked(b64decode(one)) for one in held]
    shown = [{chr(code) for code in font.unicodes} for font in fonts]

    assert sorted(shown, key=len) == [set("plain"), set(KHMER)]
    assert all(len(one) < 60_000 for one in held)
    assert ["GSUB" in font.table_tags for font in fonts] == [True, True]


def test_a_code_is_one_shape_of_whole_modules(drawn: bytes) -> None:
    (path,) = ElementTree.fromstring(drawn).iter(f"{SVG}path")

    assert (path.get("d") or "").startswith("M0 0h7v1H0z")
    assert path.get("shape-rendering") == "crispEdges"


def test_a_picture_is_held_once_and_lies_in_the_middle_of_its_box() -> None:
    file = BytesIO()
    Image.new("RGB", (40, 20)).save(file, "JPEG")
    paper = SvgPaper("", A4)

    places = [paper.photo(file.getvalue(), Box(0, 0, 20, 20)) for _ in range(3)]

    assert set(places) == {Box(0, 5, 20, 10)}
    assert paper.finish().count(b"data:image/jpeg") == 1


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(Refusal):
        SvgPaper("", A4).photo(b"<svg/>", Box(0, 0, 20, 20))
