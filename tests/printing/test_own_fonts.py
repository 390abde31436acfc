"""A font that somebody brings, as bytes: it prints, or is refused in words, and nothing breaks."""

from __future__ import annotations

import struct
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import fontpkg_noto_sans_khmer
import numpy as np
import pytest
import reportlab

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.paper import TextStyle
from bootcamp_app.printing.text.extents import ink_of
from bootcamp_app.printing.text.faces import HOUSE, MOST_BYTES, face_at, family_of, font_of
from bootcamp_app.printing.text.sfnt import font_file
from bootcamp_app.printing.text.trying import MOST_POINTS
from tests.printing.papers import embedded_fonts, lines_from_pypdf, list_of, paper_with, rendered
from tests.printing.test_fonts import tables_of

if TYPE_CHECKING:
    from PIL.Image import Image

FONTS = Path(reportlab.__file__).parent / "fonts"
LATIN = (FONTS / "Vera.ttf").read_bytes()
KHMER = (FONTS / "hb-test.ttf").read_bytes()  # one weight of Noto Sans Khmer
[VARIABLE] = (fontpkg_noto_sans_khmer.ROOT / "files").glob("*.ttf")
LINES = ["ស្ត្រីញ៉ាំប៊ិច Chan Sreyneang 0123", "វិញ្ញាបនបត្រ AVATAR ១២៣"]
DAMAGED = 120


def styled(data: bytes, weight: int = 400) -> TextStyle:
    return TextStyle(14, weight, typeface=HOUSE.led_by(font_of(data, "own.ttf")))


def families_in(data: bytes) -> set[str]:
    return {name.split("+")[1] for name, _ in embedded_fonts(data)}


def with_glyphs(glyphs: list[bytes]) -> bytes:
    """Give a font whose first glyphs are these, the rest empty."""
    tables = tables_of(LATIN)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    offsets = [0]
    for number in range(count):
        offsets.append(offsets[-1] + (len(padded[number]) if number < len(padded) else 0))
    head = bytearray(tables["head"])
    head[50:52] = b"\x00\x01"
    loca = struct.pack(f">{count + 1}L", *offsets)
    return font_file({**tables, "glyf": b"".join(padded), "loca": loca, "head": bytes(head)})


def twice(number: int) -> bytes:
    """Give a glyph made of another one, twice."""
    header = struct.pack(">hhhhh", -1, 0, 0, 100, 100)
    return header + struct.pack(">HHbbHHbb", 0x22, number, 0, 0, 0x02, number, 5, 5)


@pytest.mark.parametrize("data", [LATIN, KHMER, VARIABLE.read_bytes()], ids=["a", "b", "c"])
@pytest.mark.parametrize("weight", [400, 700])
def test_a_font_of_bytes_draws_what_it_has_and_the_house_fonts_the_rest(
    data: bytes, weight: int
) -> None:
    style = styled(data, weight)

    printed = list_of(LINES, style)

    own = f"{face_at(style.typeface.paths[0], weight).name}-"
    assert any(name.startswith(own) for name in families_in(printed))
    assert lines_from_pypdf(printed) == LINES


def test_the_same_content_is_one_font_whatever_it_is_called() -> None:
    one, other = font_of(LATIN, "a.ttf"), font_of(bytes(bytearray(LATIN)), "b.ttf")

    assert one == other
    assert face_at(one, 400) is face_at(other, 400)
    assert font_of(KHMER, "a.ttf") != one


def test_a_font_of_one_weight_stands_in_a_document_once() -> None:
    typeface = HOUSE.led_by(font_of(LATIN, "own.ttf"))
    face = {face_at(typeface.paths[0], weight) for weight in (400, 600, 700)}

    assert len(face) == 1


def test_a_font_says_its_own_name() -> None:
    assert family_of(font_of(LATIN, "own.ttf")) == "Bitstream Vera Sans"


@pytest.mark.parametrize("length", [0, 1, 11, 12, 100, 500, 5000, len(LATIN) - 2000])
def test_a_font_that_is_cut_off_is_refused_in_words(length: int) -> None:
    with pytest.raises(Refusal, match=r"own\.ttf (cannot be read|is damaged)"):
        font_of(LATIN[:length], "own.ttf")


def test_a_font_that_is_too_large_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match=r"own\.ttf is larger than 10 million bytes"):
        font_of(LATIN + bytes(MOST_BYTES), "own.ttf")


@pytest.mark.parametrize("source", [LATIN, KHMER, VARIABLE.read_bytes()], ids=["a", "b", "c"])
def test_hundreds_of_damaged_fonts_print_or_are_refused_and_never_crash(source: bytes) -> None:
    random = Random(6)
    refused = 0
    for _ in range(DAMAGED):
        data = bytearray(source)
        for _ in range(random.choice([1, 3, 30])):
            near = random.random() < 0.4
            data[random.randrange(400 if near else len(data))] = random.randrange(256)
        try:
            style = styled(bytes(data), 700)
        except Refusal:
            refused += 1
        else:
            printed = list_of(LINES, style)
            assert lines_from_pypdf(printed) == LINES
            assert rendered(printed, dpi=20).width > 0

    assert 0 < refused < DAMAGED


def test_glyphs_that_grow_without_end_are_refused_at_once() -> None:
    outline = tables_of(LATIN)["glyf"][:600]
    glyphs = [outline, *(twice(number) for number in range(60))]

    with pytest.raises(Refusal, match=r"own\.ttf is damaged"):
        font_of(with_glyphs(glyphs), "own.ttf")
    assert MOST_POINTS < 2**30


def test_a_glyph_made_of_itself_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match=r"own\.ttf is damaged"):
        font_of(with_glyphs([b"", twice(1)]), "own.ttf")


def test_a_file_with_a_thousand_tables_in_one_place_is_refused_in_words() -> None:
    directory = struct.pack(">LHHHH", 0x00010000, 1000, 0, 0, 0)
    entries = b"".join(struct.pack(">4sLLL", b"T%03d" % i, 0, 0, 0xFFFF) for i in range(1000))

    with pytest.raises(Refusal, match=r"own\.ttf"):
        font_of(directory + entries + bytes(0xFFFF), "own.ttf")


def test_the_ink_of_a_line_is_what_a_page_shows() -> None:
    for text in ("ស្ត្រី", "ខ្ញុំ", "Ágj", "វិញ្ញាបនបត្រ A"):
        style = TextStyle(60)
        ink = ink_of(text, style)
        picture = rendered(_drawn(text, style), dpi=254)
        left, top, right, bottom = (side / 10 for side in _dark_box(picture))

        assert left == pytest.approx(50 + ink.left, abs=0.15)
        assert right == pytest.approx(50 + ink.right, abs=0.15)
        assert top == pytest.approx(100 + ink.top, abs=0.15)
        assert bottom == pytest.approx(100 + ink.bottom, abs=0.15)


def test_nothing_seen_has_no_ink() -> None:
    assert ink_of("", TextStyle(12)) == ink_of(" \u200b", TextStyle(12)) == (0, 0, 0, 0)


def _drawn(text: str, style: TextStyle) -> bytes:
    return paper_with(lambda paper: paper.text(50, 100, text, style))


def _dark_box(picture: Image) -> tuple[int, int, int, int]:
    rows, columns = np.where(np.asarray(picture) < 128)
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1
