"""Foreign pictures are opened upright and grey, or refused in a sentence."""

from __future__ import annotations

import contextlib
import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from bootcamp_app.core.errors import Refusal
from bootcamp_app.reading.pictures import grey, is_picture
from tests.reading import making

if TYPE_CHECKING:
    from pathlib import Path

ORIENTATION = 0x0112


def _two_tone() -> Image.Image:
    picture = Image.new("L", (64, 32), 255)
    picture.paste(0, (0, 0, 32, 32))
    return picture


def _png_of_size(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _refused(path: Path) -> str:
    with pytest.raises(Refusal) as refused:
        grey(path)
    sentence = str(refused.value)
    assert path.name in sentence
    assert str(path.parent) not in sentence
    return sentence


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_every_kind_of_picture_is_read_whatever_it_is_called(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "photo.of.badges"
    path.write_bytes(making.bytes_of(_two_tone(), kind))

    seen = grey(path)

    assert seen.shape == (32, 64)
    assert seen.dtype == np.dtype(np.uint8)
    assert seen[:, :24].max() < 40
    assert seen[:, 40:].min() > 215
    assert is_picture(path)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_colour_mode_becomes_grey(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "photo.tiff"
    picture = _two_tone()
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(picture, dtype=np.uint16) * 257)
    else:
        picture = picture.convert("RGB" if mode in {"P", "CMYK"} else "L").convert(mode)
    path.write_bytes(making.bytes_of(picture, "TIFF"))

    seen = grey(path)

    assert seen.shape == (32, 64)
    assert seen.dtype == np.dtype(np.uint8)
    assert (int(seen[16, 8]), int(seen[16, 56])) == (0, 255)


def test_what_is_transparent_counts_as_white_paper(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    picture.putpixel((2, 3), (0, 0, 0, 255))
    path = tmp_path / "code.png"
    path.write_bytes(making.bytes_of(picture, "PNG"))

    seen = grey(path)

    assert int(seen[3, 2]) == 0
    assert int(np.delete(seen.ravel(), 3 * 8 + 2).min()) == 255


def test_a_photo_taken_sideways_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    path = tmp_path / "photo.jpg"
    _two_tone().save(path, "JPEG", exif=exif)

    seen = grey(path)

    assert seen.shape == (64, 32)
    assert seen[:24].max() < 40
    assert seen[40:].min() > 215


def test_the_pixels_may_be_changed_by_the_one_who_asked(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(making.bytes_of(_two_tone(), "PNG"))

    assert grey(path).flags.writeable


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"

    for width, height in [(8_001, 8_000), (10_000, 9_500), (60_000, 60_000)]:
        path.write_bytes(_png_of_size(width, height))
        assert _refused(path) == (
            "photo.png has more than 64 million pixels. Make the picture smaller, then try again."
        )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_cut_picture_is_refused_or_read_but_never_breaks(tmp_path: Path, kind: str) -> None:
    whole = making.bytes_of(making.photo({(40, 40): making.BADGE}), kind)
    path = tmp_path / "photo"

    for share in (0.01, 0.1, 0.3, 0.5, 0.7, 0.9):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert "is damaged or not complete" in _refused(path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_a_picture_with_changed_bytes_is_refused_or_read_but_never_breaks(
    tmp_path: Path, kind: str
) -> None:
    whole = making.bytes_of(_two_tone(), kind)
    path = tmp_path / "photo"
    random = np.random.default_rng(11)

    for _ in range(150):
        data = bytearray(whole)
        for place in random.integers(0, len(data), 4):
            data[place] = random.integers(0, 256)
        path.write_bytes(bytes(data))
        with contextlib.suppress(Refusal):
            assert grey(path).ndim == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "is empty"),
        (b"name,sex\n", "is not a picture that can be read"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "is not a picture that can be read"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "is not a picture that can be read"),
        (b"%PDF-1.7\n", "is not a picture that can be read"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is a phone's HEIC picture"),
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(data)

    assert expected in _refused(path)
    assert not is_picture(path)
