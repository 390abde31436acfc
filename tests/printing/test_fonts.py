"""A font of one's own is used where it has the sign, and one that cannot be used is refused."""

from __future__ import annotations

from pathlib import Path

import fontpkg_noto_sans
import pytest
import reportlab

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.paper import TextStyle, measure
from bootcamp_app.printing.text.faces import HOUSE, face_at
from bootcamp_app.printing.text.sfnt import font_file
from tests.printing.papers import (
    embedded_fonts,
    lines_from_pdfium,
    lines_from_pdftotext,
    list_of,
    paper_with,
    rendered,
)

ITALIC = fontpkg_noto_sans.ROOT / "files" / "NotoSans-Italic[wdth,wght].ttf"
STATIC = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # one weight, 2048 units


def tables_of(file: bytes) -> dict[str, bytes]:
    tables = {}
    for i in range(int.from_bytes(file[4:6], "big")):
        entry = file[12 + 16 * i : 28 + 16 * i]
        start, length = (int.from_bytes(entry[at : at + 4], "big") for at in (8, 12))
        tables[entry[:4].decode()] = file[start : start + length]
    return tables


@pytest.mark.parametrize("path", [ITALIC, STATIC])
def test_an_added_font_draws_what_it_has_and_the_house_fonts_the_rest(
    path: Path, tmp_path: Path
) -> None:
    style = TextStyle(14, typeface=HOUSE.led_by(path))
    lines = ["Chan Sreyneang ចាន់ ស្រីនាង 12", "AVATAR office"]

    data = list_of(lines, style)

    names = {name.split("+")[1] for name, _file in embedded_fonts(data)}
    assert names == {f"{face_at(path, 400).name}-400", "NotoSansKhmer-400"}
    assert lines_from_pdftotext(data, tmp_path) == lines
    assert lines_from_pdfium(data) == lines


def test_two_fonts_of_one_family_on_a_page_do_not_mix() -> None:
    upright, italic = TextStyle(40), TextStyle(40, typeface=HOUSE.led_by(ITALIC))

    alone = paper_with(lambda p: p.text(20, 40, "Chan", upright))
    beside = paper_with(lambda p: [p.text(20, 40, "Chan", upright), p.text(20, 90, "Sok", italic)])

    assert {name.split("+")[1] for name, _file in embedded_fonts(beside)} == {"NotoSans-400"}
    assert len(list(embedded_fonts(beside))) == 2
    top = (0, 0, 1240, 300)
    assert rendered(beside).crop(top).tobytes() == rendered(alone).crop(top).tobytes()


def test_a_font_of_one_weight_is_the_same_in_bold() -> None:
    own = HOUSE.led_by(STATIC)

    regular, bold = (measure("Chan", TextStyle(14, w, typeface=own)) for w in (400, 700))

    assert regular == bold


def test_a_weight_beyond_the_font_s_own_is_its_heaviest() -> None:
    assert measure("Chan", TextStyle(14, 2000)) == measure("Chan", TextStyle(14, 900))


def test_a_font_with_cff_outlines_is_refused_in_words(tmp_path: Path) -> None:
    tables = tables_of(STATIC.read_bytes())
    del tables["glyf"], tables["loca"]
    path = tmp_path / "own.otf"
    path.write_bytes(font_file({**tables, "CFF ": b"\x01\x00\x04\x01"}))

    with pytest.raises(Refusal, match=r"own\.otf .*CFF"):
        paper_with(lambda p: p.text(10, 10, "a", TextStyle(12, typeface=HOUSE.led_by(path))))


@pytest.mark.parametrize(
    ("terms_say", "what"),
    [
        (b"\x00\x02", "to put it into a document"),
        (b"\x01\x04", "only the letters that are needed"),
        (b"\x02\x00", "to put it into a document"),
    ],
)
def test_a_font_whose_licence_forbids_what_is_done_here_is_refused_in_words(
    tmp_path: Path, terms_say: bytes, what: str
) -> None:
    tables = tables_of(STATIC.read_bytes())
    terms = bytearray(tables["OS/2"])
    terms[8:10] = terms_say
    path = tmp_path / "own.ttf"
    path.write_bytes(font_file({**tables, "OS/2": bytes(terms)}))

    with pytest.raises(Refusal, match=rf"licence of the font own\.ttf .*{what}"):
        face_at(path, 400)


@pytest.mark.parametrize("content", [b"", b"no font at all" * 100, STATIC.read_bytes()[:300]])
def test_a_file_that_is_no_font_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "own.ttf"
    path.write_bytes(content)

    with pytest.raises(Refusal, match=r"own\.ttf cannot be read"):
        face_at(path, 400)


def test_a_font_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"gone\.ttf"):
        face_at(tmp_path / "gone.ttf", 400)
