"""Logos come out small, upright and bare; what is none is refused in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.logos import MOST_BYTES, MOST_FILE_BYTES, logo, logo_of
from tests.logos import drawn, opened, packed
from tests.logos import logo as logo_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_large_logo_is_made_smaller_and_keeps_its_shape() -> None:
    kept = opened(logo_of(packed(Image.new("RGB", (4000, 1000), "#1F4E9E")), "undp.png"))

    assert (kept.format, kept.size) == ("PNG", (1200, 300))


def test_a_small_logo_is_not_made_larger() -> None:
    assert opened(logo_of(logo_file("small"), "undp.png")).size == (90, 60)


def test_a_see_through_logo_stays_see_through() -> None:
    kept = opened(logo_of(logo_file("square"), "undp.png"))

    assert kept.mode == "RGBA"
    assert kept.getpixel((120, 120)) == (0, 0, 0, 0)
    assert kept.getpixel((5, 5)) == (0x1F, 0x4E, 0x9E, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_kind_is_kept_dark_where_it_was_dark(mode: str) -> None:
    grey = Image.new("L", (60, 40), 255)
    grey.paste(20, (10, 10, 50, 30))
    made = grey.convert("I;16") if mode == "I;16" else grey.convert(mode)

    kept = opened(logo_of(packed(made), "undp.png"))

    assert kept.mode == "RGB"
    assert kept.size == (40, 20)
    assert max(kept.getpixel((20, 10))) < 40  # type: ignore[arg-type]


def test_a_jpeg_stands_upright_and_tells_nothing_of_its_camera() -> None:
    picture = Image.new("RGB", (60, 20), "#A32020")
    exif = picture.getexif()
    exif[0x0112], exif[0x010E] = 6, "11.5564 N 104.9282 E"
    data = packed(picture, "JPEG", exif=exif)

    png = logo_of(data, "undp.jpg")

    assert opened(png).size == (20, 60)
    assert b"104.9282" in data
    assert b"104.9282" not in png


def test_what_a_png_says_besides_its_pixels_is_not_kept() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Sok Dara")
    data = packed(drawn("square"), pnginfo=told, icc_profile=b"a profile " * 20, dpi=(72, 72))

    kept = opened(logo_of(data, "undp.png"))

    assert b"Sok Dara" in data
    assert kept.info == {}


def test_white_around_a_logo_is_cut_off() -> None:
    picture = Image.new("RGB", (900, 700), "white")
    picture.paste("#1F4E9E", (300, 200, 500, 300))

    assert opened(logo_of(packed(picture), "undp.png")).size == (200, 100)


def test_a_photograph_is_made_small_enough_to_be_kept() -> None:
    noise = np.random.default_rng(1).integers(0, 200, (1000, 1000, 3), dtype=np.uint8)

    png = logo_of(packed(Image.fromarray(noise), "JPEG"), "field.jpg")

    assert len(png) <= MOST_BYTES
    assert opened(png).width > 240


def large() -> bytes:
    return packed(Image.new("1", (8000, 5000)))


BAD = [
    (b"", "undp.png is empty"),
    (b"Dear partner, our logo is attached.", "undp.png is not a PNG or JPEG picture"),
    (b"%PDF-1.7 ...", "undp.png is not a PNG or JPEG picture"),
    (packed(drawn("square"), "GIF"), "undp.png is not a PNG or JPEG picture"),
    (packed(drawn("square"), "WEBP"), "undp.png is not a PNG or JPEG picture"),
    (b"\xef\xbb\xbf<?xml version='1.0'?>\n<SVG xmlns='a'/>", "undp.png is an SVG drawing"),
    (logo_file("square")[:300], "undp.png is damaged"),
    (b"\xff\xd8\xff\xe0" + b"\0" * 100, "undp.png is damaged"),
    (large(), "undp.png has more than 32 million pixels"),
    (logo_file("square") + b"\0" * MOST_FILE_BYTES, "undp.png is larger than 20 MB"),
    (packed(Image.new("RGBA", (50, 50), (0, 0, 0, 0))), "Nothing of undp.png is seen"),
    (packed(Image.new("RGB", (50, 50), "white"), "JPEG"), "Nothing of undp.png is seen"),
]


@pytest.mark.parametrize(("data", "why"), BAD, ids=[why for _data, why in BAD])
def test_what_is_no_logo_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        logo_of(data, "undp.png")


def test_a_white_logo_that_is_see_through_around_is_refused_for_white_paper() -> None:
    picture = Image.new("RGBA", (80, 80), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (20, 20, 60, 60))

    with pytest.raises(Refusal, match="seen on white paper"):
        logo_of(packed(picture), "undp.png")


def test_a_logo_is_read_from_its_file_and_one_that_is_missing_refused(tmp_path: Path) -> None:
    file = tmp_path / "undp.png"
    file.write_bytes(logo_file("wide"))

    assert opened(logo(file)).size == (800, 200)
    with pytest.raises(Refusal, match=r"no file gone\.png"):
        logo(tmp_path / "gone.png")
