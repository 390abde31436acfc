"""Pictures that come back from files: the small plain ones untouched, all others made anew."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.kept_pictures import kept_picture


def saved(kind: str, size: tuple[int, int] = (60, 40), **how: object) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(buffer, kind, **how)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_small_plain_picture_comes_back_byte_for_byte(kind: str) -> None:
    data = saved(kind)

    kept = kept_picture(data, "board.canvas")

    assert (kept.kind, kept.size, kept.data) == (kind.lower(), (60, 40), data)


def test_nothing_of_what_a_camera_wrote_in_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "the house of somebody"
    data = saved("JPEG", exif=exif)
    assert b"the house" in data

    assert b"the house" not in kept_picture(data, "board.canvas").data


def test_a_large_picture_becomes_small() -> None:
    kept = kept_picture(saved("JPEG", (3000, 1000)), "board.canvas")

    assert kept.size == (2048, 683)


def test_another_kind_becomes_one_that_boards_keep() -> None:
    assert kept_picture(saved("WEBP"), "board.canvas").kind in {"jpeg", "png"}


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(Refusal, match=r"board\.canvas is not a picture"):
        kept_picture(b"hello", "board.canvas")
