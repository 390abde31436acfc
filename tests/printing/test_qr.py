"""A printed code reads back, at every size in which it is used."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.paper import Box, Paper
from bootcamp_app.printing.qr import CodeTooSmall, smallest, symbol
from tests.printing.papers import paper_with, rendered

BADGE = "70123456789012345"
SIGNED = (
    "6BF+70790T9WJWG.FKY*4GO0.O1CV2 O5 N2FBBRW1*70HS8WY04AC*WIFN0AHCD8KD97TK0F90KECTHGWJC0FDC:5AIA"
)


def read(data: bytes, dpi: int = 150) -> list[str]:
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(
        np.asarray(rendered(data, dpi=dpi)),
        formats=wanted,
    )
    return [code.text for code in found]


@pytest.mark.parametrize("side", [35, 25, 15])
@pytest.mark.parametrize("mask", [None, 3, 5])
def test_a_badge_code_reads_back_at_150_dpi(side: float, mask: int | None) -> None:
    code = symbol(BADGE, version=1, level="H", mask=mask)

    data = paper_with(lambda paper: paper.qr(code, 30, 40, side))

    assert code.count == 21
    assert read(data) == [BADGE]


def test_a_certificate_code_reads_back_at_150_dpi() -> None:
    data = (SIGNED * 3)[:210]
    code = symbol(data, version=8, level="M", mask=3)

    assert code.count == 49
    assert read(paper_with(lambda paper: paper.qr(code, 30, 40, 35))) == [data]


def test_the_smallest_symbol_that_holds_the_data_is_taken() -> None:
    assert smallest("A" * 100, versions=range(8, 12), level="M").version == 8
    assert smallest("A" * 230, versions=range(8, 12), level="M", mask=3).version == 9


def test_data_that_no_allowed_symbol_holds_is_refused_in_words() -> None:
    with pytest.raises(CodeTooSmall, match="Shorten") as refusal:
        smallest("A" * 400, versions=range(8, 10), level="M", mask=3)

    assert isinstance(refusal.value, Refusal)
    with pytest.raises(CodeTooSmall):
        symbol("7" * 18, version=1, level="H")


def test_text_in_khmer_reads_back() -> None:
    code = symbol("ខ្មែរ", version=4, level="M", mask=3)

    assert read(paper_with(lambda paper: paper.qr(code, 30, 40, 30))) == ["ខ្មែរ"]


def test_each_module_is_drawn_sharp_and_in_its_place() -> None:
    code = symbol(BADGE, version=1, level="H", mask=3)
    data = paper_with(lambda paper: paper.qr(code, 20, 20, 42))

    pixels = np.asarray(rendered(data, dpi=254))  # a module is 2 mm, 20 pixels
    corner = pixels[200:620, 200:620]

    middles = corner[10::20, 10::20] < 128
    assert middles.tolist() == [list(row) for row in code.modules]
    assert ((corner < 64) | (corner > 192)).mean() > 0.99


def test_the_quiet_zone_is_four_modules() -> None:
    assert symbol(BADGE, version=1, level="H", mask=3).quiet_zone(42) == 8


def test_four_codes_on_a_sheet_all_read_back() -> None:
    codes = [f"7{i:016d}" for i in range(4)]

    def draw(paper: Paper) -> None:
        for i, code in enumerate(codes):
            paper.rect(Box(20 + 50 * (i % 2), 20 + 50 * (i // 2), 48, 48), fill="#FFFFFF")
            drawn = symbol(code, version=1, level="H", mask=3)
            paper.qr(drawn, 26 + 50 * (i % 2), 26 + 50 * (i // 2), 35)

    assert sorted(read(paper_with(draw))) == codes


def test_a_symbol_takes_one_bit_a_module_and_whole_bytes_a_row() -> None:
    code = symbol(BADGE, version=1, level="H", mask=3)

    assert len(code.bits) == 21 * 3
    assert code.bits[:3] == bytes((0b11111110, code.bits[1], code.bits[2] & 0b11111000))
    assert [len(row) for row in code.modules] == [21] * 21
