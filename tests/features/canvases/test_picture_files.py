"""Boards as PNG and SVG: looked at anywhere, and the PNG opens again as the same board."""

from __future__ import annotations

import json
import re
import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile, PngInfo

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.canvases.board_document import taken_in, written
from bootcamp_app.features.canvases.formats import pdf, png, svg
from bootcamp_app.features.canvases.item_rules import MOST_ITEMS
from bootcamp_app.features.canvases.templates import template_from
from bootcamp_app.features.canvases.views import Item
from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pictures import grey
from tests.features.canvases.filled import GATE, MARKET, SECRET, everything, handed
from tests.features.canvases.pages import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.canvases.file_views import TakenIn

SMALL = 700


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("boards")
    png.write(handed(), made / "board.png", 1700)
    svg.write(handed(), made / "board.svg")
    pdf.write(handed(), made / "board.pdf")
    return made


@pytest.fixture(scope="module")
def opened(folder: Path) -> TakenIn:
    return png.read(folder / "board.png")


def test_a_png_opens_again_as_the_same_board(opened: TakenIn) -> None:
    board = handed()

    assert opened.items == board.contents.items
    assert {key: (one, one.data) for key, one in opened.pictures.items()} == {
        key: (one, one.data) for key, one in board.pictures.items()
    }
    assert opened.template is not None
    assert template_from(opened.template_id, opened.template) == (board.contents.board.template)
    assert (opened.paper, opened.left_out) == ("A1", ())


def test_a_png_shows_the_paper_with_codes_that_are_read(folder: Path) -> None:
    picture = grey(folder / "board.png")

    assert picture.shape == (1201, 1700)
    assert len(codes_in(picture)) == 4


def test_without_names_nobody_is_in_the_file() -> None:
    bare = replace(handed(), names={})

    assert "person-1" in written(handed())
    assert "person-1" not in written(bare)
    assert "Chan" not in written(handed())


def test_a_pdf_says_what_the_notes_say(folder: Path) -> None:
    (page,) = pages_of(folder / "board.pdf")

    assert "".join(MARKET.split()) in "".join(page.text.split())


def saved(path: Path, **texts: str) -> Path:
    info = PngInfo()
    for key, text in texts.items():
        info.add_itxt(key.replace("_", " "), text, zip=True)
    Image.new("RGB", (4, 4)).save(path, "PNG", pnginfo=info)
    return path


def test_a_picture_without_a_board_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"There is no board in plain\.png"):
        png.read(saved(tmp_path / "plain.png", Other="text"))


def test_what_is_no_png_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\xff\xd8\xff of a phone")

    with pytest.raises(Refusal, match="is not a PNG picture"):
        png.read(tmp_path / "photo.png")


@pytest.mark.parametrize("cut", [9, 40, 200])
def test_half_a_file_is_refused(cut: int, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "half.png").write_bytes((folder / "board.png").read_bytes()[:cut])

    with pytest.raises(Refusal, match="damaged"):
        png.read(tmp_path / "half.png")


def test_a_board_that_came_whole_opens_though_pixels_are_lacking(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "half.png").write_bytes((folder / "board.png").read_bytes()[:-30])

    assert png.read(tmp_path / "half.png").items == everything()


def test_a_wrong_byte_in_the_board_is_found(folder: Path, tmp_path: Path) -> None:
    data = bytearray((folder / "board.png").read_bytes())
    data[data.index(b"iTXt") + 60] ^= 1
    (tmp_path / "board.png").write_bytes(data)

    with pytest.raises(Refusal, match="damaged"):
        png.read(tmp_path / "board.png")


def test_a_few_bytes_that_unpack_to_millions_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "MOST_BYTES", 100_000)
    bomb = saved(tmp_path / "bomb.png", Bootcamp_Desk_board="0" * 3_000_000)

    assert bomb.stat().st_size < 10_000
    with pytest.raises(Refusal, match="holds more than can be opened"):
        png.read(bomb)


def test_a_length_that_lies_is_refused(tmp_path: Path) -> None:
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">L4s", 0xFFFFFFF0, b"iTXt") + b"Bootcamp"
    (tmp_path / "lie.png").write_bytes(data)

    with pytest.raises(Refusal, match="damaged"):
        png.read(tmp_path / "lie.png")


def test_text_that_never_ends_is_refused(tmp_path: Path) -> None:
    body = b"Bootcamp Desk board\0\1\0\0\0" + zlib.compress(b"{}")[:-3]
    chunk = struct.pack(">L4s", len(body), b"iTXt") + body
    chunk += struct.pack(">L", zlib.crc32(b"iTXt" + body))
    (tmp_path / "open.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)

    with pytest.raises(Refusal, match="damaged"):
        png.read(tmp_path / "open.png")


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"items": {}},
        {"items": [{"id": "a"}]},
        {"pictures": 3},
        {"pictures": {"a": "***"}},
        {"pictures": {"a": 7}},
        {"document": []},
        {"document": {"version": 1}},
        {"items": 7},
        {"version": "x"},
    ],
    ids=str,
)
def test_a_board_that_is_not_right_is_refused_in_words(change: dict[str, object]) -> None:
    held = {**json.loads(written(handed())), **change}

    with pytest.raises(Refusal, match=r"The board in x\.png is damaged"):
        taken_in(json.dumps(held), "x.png")


def test_numbers_without_end_text_without_end_and_depths_are_refused() -> None:
    held = json.loads(written(handed()))
    for name, value in (("x", float("inf")), ("width", "9"), ("text", "a" * 30_000)):
        wrong = {**held, "items": [{**held["items"][0], name: value}]}
        with pytest.raises(Refusal, match="damaged"):
            taken_in(json.dumps(wrong), "x.png")
    for text in ("[" * 100_000, "nothing", "null"):
        with pytest.raises(Refusal, match="damaged"):
            taken_in(text, "x.png")


def test_titles_that_are_none_are_left_out() -> None:
    held = {**json.loads(written(handed())), "title_km": "\ud800", "title_en": 7}

    found = taken_in(json.dumps(held), "x.png")

    assert (found.title_km, found.title_en) == ("\ufffd", "")


def test_more_than_a_board_takes_in_is_said_as_that(tmp_path: Path) -> None:
    board = handed()
    many = tuple(Item(str(at), "note") for at in range(MOST_ITEMS + 1))
    grown = replace(board, contents=replace(board.contents, items=many))

    with pytest.raises(Refusal, match="more than 10000 things, so no picture of it opens again"):
        png.write(grown, tmp_path / "board.png")
    with pytest.raises(Refusal, match=r"x\.png holds more than 10000 things"):
        taken_in(written(grown), "x.png")


def test_a_newer_file_asks_for_a_newer_program() -> None:
    held = {**json.loads(written(handed())), "version": 2}

    with pytest.raises(Refusal, match="newer version"):
        taken_in(json.dumps(held), "x.png")


def test_a_damaged_picture_is_left_out_and_told() -> None:
    held = json.loads(written(handed()))
    held["pictures"]["picture-1"] = "AAAA"

    found = taken_in(json.dumps(held), "x.png")

    assert found.pictures == {}
    assert [one.kind for one in found.items if one.kind == "picture"] == []
    assert found.left_out == ("A picture is damaged and was left out.",)


def test_an_svg_has_real_text_in_whole_lines_and_asks_no_network(folder: Path) -> None:
    data = (folder / "board.svg").read_text("utf-8")
    root = ElementTree.fromstring(data)
    said = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]

    assert root.get("width") == "841mm"
    assert "".join("".join(said).split()).count("".join(MARKET.split())) == 1
    assert "".join(GATE.split()) in "".join("".join(said).split())
    assert SECRET not in data
    assert set(re.findall(r"https?://[^\"' ]+", data)) == {"http://www.w3.org/2000/svg"}
    assert set(re.findall(r"url\((.{10})", data)) == {"data:font/"}


def test_an_svg_brings_its_fonts_and_pictures_along(folder: Path) -> None:
    data = (folder / "board.svg").read_text("utf-8")

    assert data.count("@font-face") == 6
    assert data.count("data:image/png;base64,") == 1
    assert data.count('<use href="#p1"') == 1
    assert len(data) < 200_000


def test_an_svg_holds_any_text(tmp_path: Path) -> None:
    items = tuple(replace(one, text="<a> & \0\x0b ]]>") for one in everything())
    svg.write(handed(items), tmp_path / "board.svg")

    root = ElementTree.parse(tmp_path / "board.svg").getroot()
    assert any("<a> &" in (one.text or "") for one in root.iter())


def test_every_format_says_what_it_is() -> None:
    assert [one.ENTRY.ending for one in (pdf, png, svg)] == [".pdf", ".png", ".svg"]
    assert [one.ENTRY.read is not None for one in (pdf, png, svg)] == [False, True, False]


def test_a_picture_says_how_large_the_paper_is(folder: Path) -> None:
    with Image.open(folder / "board.png") as picture:
        assert isinstance(picture, PngImageFile)
        assert picture.width / picture.info["dpi"][0] * 25.4 == pytest.approx(841, abs=1)
