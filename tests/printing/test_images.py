"""Logos and photos: PNG and JPEG come out as they look, everything else is refused in words."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.printing.images import MOST_PIXELS, picture_from, picture_of, shape_of
from bootcamp_app.printing.paper import Box, Paper
from tests.printing.papers import paper_with, rendered

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (10, 10, 90, 90)


def packed(image: Image.Image, kind: str, **options: object) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def grey_in_the_middle(data: bytes, name: str, under: str = "#FFFFFF") -> int:
    """Give the grey of the middle of a picture drawn over a coloured ground."""

    def draw(paper: Paper) -> None:
        paper.rect(Box(*PAGE), fill=under)
        paper.image(picture_of(data, name), Box(*PAGE))

    return int(np.asarray(rendered(paper_with(draw), dpi=50))[108, 108])


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_png_of_any_kind_comes_out_as_it_looks(mode: str) -> None:
    image = Image.new("L", (40, 40), 0).convert(mode)

    assert grey_in_the_middle(packed(image, "PNG"), "logo.png") < 10


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_kind_comes_out_as_it_looks(mode: str) -> None:
    image = Image.new("L", (40, 40), 0).convert(mode)

    assert grey_in_the_middle(packed(image, "JPEG"), "photo.jpg") < 10


def test_sixteen_bit_grey_is_not_clipped_to_white() -> None:
    pixels = np.full((40, 40), 30_000, dtype=np.uint16)

    grey = grey_in_the_middle(packed(Image.fromarray(pixels), "PNG"), "scan.png")

    assert abs(grey - 30_000 // 257) < 6


def test_the_ground_shows_through_a_see_through_logo() -> None:
    clear = packed(Image.new("RGBA", (40, 40), (255, 255, 255, 0)), "PNG")

    assert grey_in_the_middle(clear, "logo.png", under="#000000") < 10


@pytest.mark.parametrize(("mode", "kind"), [("L", "PNG"), ("RGB", "JPEG"), ("RGBA", "PNG")])
def test_a_faded_picture_lets_the_paper_through(mode: str, kind: str) -> None:
    black = Image.new(mode, (40, 40), (0, 0, 0, 255) if mode == "RGBA" else 0)
    whole = picture_of(packed(black, kind), "emblem")

    drawn = paper_with(lambda p: p.image(whole.faded(0.25), Box(*PAGE)))

    assert abs(int(np.asarray(rendered(drawn, dpi=50))[108, 108]) - 191) < 4
    assert whole.faded(1) is whole


def test_a_photo_stands_upright_as_the_camera_says() -> None:
    image = Image.new("RGB", (60, 20), "white")
    exif = image.getexif()
    exif[0x0112] = 6  # the camera was held on its side

    picture = picture_of(packed(image, "JPEG", exif=exif), "photo.jpg")

    assert (picture.width, picture.height) == (20, 60)


def test_the_shape_of_a_photo_is_known_before_it_is_read() -> None:
    image = Image.new("RGB", (60, 20), "white")
    exif = image.getexif()
    exif[0x0112] = 6  # the camera was held on its side

    assert shape_of(packed(image, "PNG"), "logo.png") == 3
    assert shape_of(packed(image, "JPEG", exif=exif), "photo.jpg") == pytest.approx(1 / 3)


def test_where_a_photo_was_taken_does_not_reach_the_file() -> None:
    image = Image.new("RGB", (60, 20), "white")
    exif = image.getexif()
    exif[0x010E] = "11.5564 N 104.9282 E"
    data = packed(image, "JPEG", exif=exif)

    drawn = paper_with(lambda p: p.image(picture_of(data, "photo.jpg"), Box(*PAGE)))

    assert b"104.9282" in data
    assert b"104.9282" not in drawn


def test_a_picture_keeps_its_shape_in_the_middle_of_its_box() -> None:
    places: list[Box] = []
    data = packed(Image.new("RGB", (200, 100), "black"), "PNG")

    paper_with(lambda p: places.append(p.image(picture_of(data, "a.png"), Box(20, 30, 50, 60))))

    assert places == [Box(20, 47.5, 50, 25)]


def test_a_very_large_picture_is_made_smaller() -> None:
    data = packed(Image.new("L", (6000, 30), 0), "PNG")

    assert picture_of(data, "wide.png").width == 4096


def test_a_picture_on_many_pages_is_held_once(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    noise = np.random.default_rng(1).integers(0, 255, (100, 100, 3), dtype=np.uint8)
    file.write_bytes(packed(Image.fromarray(noise), "PNG"))

    def draw(paper: Paper) -> None:
        for _ in range(20):
            paper.image(file, Box(*PAGE))
            paper.page()

    assert len(paper_with(draw)) < 60_000


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"%!PS-Adobe-3.0",
        b"",
        packed(Image.new("RGB", (4, 4)), "TIFF"),
        packed(Image.new("RGB", (4, 4)), "BMP"),
    ],
)
def test_anything_but_png_and_jpeg_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"logo\.png is not a PNG or JPEG"):
        picture_of(data, "logo.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_a_damaged_picture_is_refused_in_words(kind: str, share: float) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (60, 60, 3), dtype=np.uint8)
    whole = packed(Image.fromarray(noise), kind)

    with pytest.raises(Refusal, match="cannot be read"):
        picture_of(whole[: int(len(whole) * share)], "logo")


def test_a_small_file_that_would_unpack_to_a_huge_picture_is_refused() -> None:
    header = struct.pack(">LLBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + chunk
    bomb += struct.pack(">L", zlib.crc32(chunk)) + struct.pack(">L", 0) + b"IDAT" + bytes(4)

    with pytest.raises(Refusal, match="too large"):
        picture_of(bomb, "bomb.png")


def test_a_png_that_hides_a_huge_text_is_refused() -> None:
    whole = packed(Image.new("RGB", (4, 4)), "PNG")
    chunk = b"zTXtnote\x00\x00" + zlib.compress(bytes(200_000_000), 9)
    hidden = struct.pack(">L", len(chunk) - 4) + chunk + struct.pack(">L", zlib.crc32(chunk))

    with pytest.raises(Refusal, match="cannot be read"):
        picture_of(whole[:33] + hidden + whole[33:], "logo.png")


def test_a_picture_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"gone\.png"):
        picture_from(tmp_path / "gone.png")


def test_the_pixel_limit_leaves_room_for_a_phone_photo() -> None:
    assert MOST_PIXELS >= 8064 * 6048
