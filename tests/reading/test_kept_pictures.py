"""Pictures that come back from files: the small plain ones untouched, all others made anew."""

from __future__ import annotations

import io
import struct
import zlib

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


def _png_chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))


HOUSE = b"the house of somebody"
JPEG, PNG = saved("JPEG"), saved("PNG")


@pytest.mark.parametrize(
    "data",
    [
        JPEG[:2] + b"\xff\xfe" + struct.pack(">H", len(HOUSE) + 2) + HOUSE + JPEG[2:],
        JPEG[:2] + b"\xff\xe1" + struct.pack(">H", len(HOUSE) + 2) + HOUSE + JPEG[2:],
        JPEG + HOUSE,
        JPEG + saved("JPEG", comment=HOUSE),
        PNG + HOUSE,
        PNG[:33] + _png_chunk(b"tEXt", b"Title\0" + HOUSE) + PNG[33:],
        PNG[:33] + _png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + HOUSE) + PNG[33:],
        PNG[:-12] + _png_chunk(b"puRe", HOUSE) + PNG[-12:],
    ],
    ids=["comment", "xmp", "behind", "another", "behind png", "text", "xmp png", "unknown"],
)
def test_nothing_but_pixels_is_kept(data: bytes) -> None:
    assert HOUSE in data

    kept = kept_picture(data, "board.canvas")

    assert HOUSE not in kept.data
    assert kept.size == (60, 40)


@pytest.mark.parametrize("how", [{"progressive": True}, {"quality": 100, "subsampling": 0}])
def test_any_plain_jpeg_is_plain(how: dict[str, object]) -> None:
    data = saved("JPEG", (700, 500), **how)

    assert kept_picture(data, "board.canvas").data == data


def test_what_looks_plain_and_is_broken_is_refused() -> None:
    data = JPEG[:-120] + JPEG[-2:]
    with pytest.raises(Refusal, match="damaged"):
        kept_picture(PNG[:60] + b"broken" + PNG[66:], "board.canvas")
    assert kept_picture(data, "board.canvas").size == (60, 40)


def test_a_plain_picture_is_not_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """To draw one of two thousand pixels anew takes seconds."""
    monkeypatch.setattr(Image.Image, "save", None)

    assert kept_picture(JPEG, "board.canvas").data == JPEG


def test_a_large_picture_becomes_small() -> None:
    kept = kept_picture(saved("JPEG", (3000, 1000)), "board.canvas")

    assert kept.size == (2048, 683)


def test_another_kind_becomes_one_that_boards_keep() -> None:
    assert kept_picture(saved("WEBP"), "board.canvas").kind in {"jpeg", "png"}


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(Refusal, match=r"board\.canvas is not a picture"):
        kept_picture(b"hello", "board.canvas")
