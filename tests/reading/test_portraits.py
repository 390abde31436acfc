"""Portraits made of any picture: upright, cut to 3 to 4, small, and without what a camera adds."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.portraits import MOST_PORTRAIT_BYTES, portrait, portrait_of

if TYPE_CHECKING:
    from pathlib import Path

RED, BLUE = (200, 30, 30), (30, 30, 200)
_TURNED = 0x0112


def saved(picture: Image.Image, kind: str = "JPEG", **more: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **more)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "JPEG"
    return picture


def two_halves(size: tuple[int, int]) -> Image.Image:
    """Red above, blue below."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (0, size[1] // 2, *size))
    return picture


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(pixel, colour, strict=True))  # type: ignore[call-overload]


@pytest.mark.parametrize("size", [(3000, 4000), (4000, 3000), (1280, 720), (900, 3000)])
def test_a_large_picture_of_any_form_becomes_a_portrait(size: tuple[int, int]) -> None:
    data = portrait_of(saved(two_halves(size)), "a.jpg")

    assert opened(data).size == (480, 640)
    assert len(data) <= MOST_PORTRAIT_BYTES


def test_even_noise_is_kept_in_sixty_kilobytes() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1600, 1200, 3), dtype=np.uint8)

    data = portrait_of(saved(Image.fromarray(noise), "PNG"), "a.png")

    assert len(data) <= MOST_PORTRAIT_BYTES
    width, height = opened(data).size
    assert (width * 4, width <= 480) == (height * 3, True)


def test_a_picture_lying_on_its_side_is_turned_and_tells_nothing_of_its_camera() -> None:
    exif = Image.Exif()
    exif[_TURNED] = 8
    exif[0x010F] = "A phone"
    lying = two_halves((1200, 1600)).rotate(-90, expand=True)

    picture = opened(portrait_of(saved(lying, exif=exif), "a.jpg"))

    assert picture.size == (480, 640)
    assert near(picture.getpixel((240, 60)), RED)
    assert near(picture.getpixel((240, 600)), BLUE)
    assert dict(picture.getexif()) == {}


def test_a_small_picture_is_not_made_larger_and_what_is_clear_becomes_white(
    tmp_path: Path,
) -> None:
    place = tmp_path / "face.png"
    Image.new("RGBA", (90, 200), (0, 0, 0, 0)).save(place)

    picture = opened(portrait(place))

    assert picture.size == (90, 120)
    assert near(picture.getpixel((40, 60)), (255, 255, 255))


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (500, 1)])
def test_the_thinnest_picture_still_gives_one(size: tuple[int, int]) -> None:
    assert opened(portrait_of(saved(Image.new("RGB", size, RED)), "a.jpg")).width >= 1


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xd8\xff\xe0broken"])
def test_what_is_no_picture_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"a\.jpg is"):
        portrait_of(data, "a.jpg")
