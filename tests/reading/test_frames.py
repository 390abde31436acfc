"""Frames of every kind that cameras give have their brightness read, and their colours shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.frames import KINDS, Frame, Plane, has_moved, luminance, small
from tests.reading.making import BADGE, bytes_of, qr

if TYPE_CHECKING:
    from bootcamp_app.reading.pictures import Grey

WIDTH, HEIGHT, ODD = 203, 201, 29
RED = (190, 60, 40)


def _picture() -> Image.Image:
    """Give a badge on red ground; neither side is even."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), RED)
    picture.paste(qr(BADGE, module=5).convert("RGB"), (20, 20))
    return picture


def _plane(lines: np.ndarray, pad: int) -> Plane:
    """Give lines with rubbish behind each but the last, which ends where its pixels do."""
    height, used = lines.shape
    stride = used + pad
    data = np.full(height * stride, 255, np.uint8)
    for line in range(height):
        data[line * stride : line * stride + used] = lines[line]
    return Plane(data[: (height - 1) * stride + used].tobytes(), stride)


def frame(kind: str, pad: int = ODD) -> Frame:
    """Give the picture as a camera of that kind would."""
    picture = _picture()
    y, u, v = (np.asarray(part) for part in picture.convert("YCbCr").split())
    half_u, half_v = (_halved(part, tall=False) for part in (u, v))
    planes = {
        "Y8": [y],
        "NV12": [y, _woven(half_u, half_v)],
        "NV21": [y, _woven(half_v, half_u)],
        "YUV420P": [y, half_u, half_v],
        "YV12": [y, half_v, half_u],
        "YUV422P": [y, _halved(u, tall=True), _halved(v, tall=True)],
        "YUYV": [_packed(y, u, v, order="yuyv")],
        "UYVY": [_packed(y, u, v, order="uyvy")],
        "Y16": [_woven(np.zeros_like(y), y)],
        "P010": [_woven(np.zeros_like(y), y)],
        "P016": [_woven(np.zeros_like(y), y)],
    }
    if kind == "Jpeg":
        return Frame(kind, WIDTH, HEIGHT, [Plane(bytes_of(picture, "JPEG"), 0)])
    lines = planes[kind] if kind in planes else [_four(picture, kind)]
    return Frame(kind, WIDTH, HEIGHT, [_plane(one, pad) for one in lines])


def _halved(part: np.ndarray, *, tall: bool) -> np.ndarray:
    return part[:: 1 if tall else 2, ::2]


def _woven(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return np.stack([first, second], axis=2).reshape(first.shape[0], -1)


def _packed(y: np.ndarray, u: np.ndarray, v: np.ndarray, order: str) -> np.ndarray:
    y = np.pad(y, ((0, 0), (0, 1)), mode="edge")
    bright, colour = (0, 1) if order == "yuyv" else (1, 0)
    line = np.zeros((HEIGHT, 2 * y.shape[1]), np.uint8)
    line[:, bright::2] = y
    line[:, colour::4], line[:, colour + 2 :: 4] = u[:, ::2], v[:, ::2]
    return line


def _four(picture: Image.Image, kind: str) -> np.ndarray:
    red, green, blue = (np.asarray(part) for part in picture.split())
    parts = {"R": red, "G": green, "B": blue, "A": np.full_like(red, 255)}
    order = kind[:4].replace("X", "A")
    return np.stack([parts[one] for one in order], axis=2).reshape(HEIGHT, -1)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("pad", [0, ODD])
def test_a_badge_is_read_in_a_frame_of_every_kind_whatever_its_lines_take(
    kind: str, pad: int
) -> None:
    grey = luminance(frame(kind, pad))

    expected = np.asarray(_picture().convert("L")).astype(int)
    assert grey.shape == (HEIGHT, WIDTH)
    assert np.abs(grey.astype(int) - expected).mean() < 2
    assert [one.text for one in codes_in(grey, live=True)] == [BADGE]


@pytest.mark.parametrize("kind", sorted(KINDS - {"Y8", "Y16", "P010", "P016"}))
def test_the_small_picture_has_the_colours_of_the_frame(kind: str) -> None:
    shown = small(frame(kind), 100)

    assert shown.shape == (99, 100, 3)
    assert np.abs(shown[95, 90].astype(int) - RED).max() < 6


@pytest.mark.parametrize("kind", ["Y8", "Y16", "P010"])
def test_the_small_picture_of_a_frame_without_colours_is_grey(kind: str) -> None:
    assert np.ptp(small(frame(kind), 100)[95, 90]) == 0


def test_the_pixels_stay_when_the_frame_is_gone() -> None:
    room = bytearray(b"\x50" * 64)
    grey = luminance(Frame("Y8", 8, 8, [Plane(memoryview(room), 8)]))

    room[:] = bytes(64)

    assert int(grey.min()) == 0x50


@pytest.mark.parametrize(
    "broken",
    [
        Frame("NV12", 64, 64, [Plane(bytes(100), 64), Plane(bytes(2048), 64)]),
        Frame("Y8", 64, 64, [Plane(bytes(64 * 64), 32)]),
        Frame("Y8", 64, 64, []),
        Frame("YUYV", 64, 64, [Plane(bytes(64 * 64), 64)]),
        Frame("BGRA8888", 64, 64, [Plane(bytes(64 * 64), 64)]),
        Frame("Jpeg", 64, 64, [Plane(b"\xff\xd8\xff half a picture", 0)]),
        Frame("Jpeg", 64, 64, [Plane(b"", 0)]),
        Frame("Jpeg", 4, 4, [Plane(bytes_of(_picture(), "JPEG"), 0)]),
        Frame("Film", 64, 64, [Plane(bytes(64 * 64), 64)]),
    ],
)
def test_a_damaged_frame_is_an_error_of_one_kind_and_no_crash(broken: Frame) -> None:
    with pytest.raises(ValueError, match="this frame cannot be read"):
        luminance(broken)


def test_colours_that_are_not_there_are_an_error_too() -> None:
    with pytest.raises(ValueError, match="this frame cannot be read"):
        small(Frame("NV12", 64, 64, [Plane(bytes(64 * 64), 64)]), 32)


def test_a_hand_that_comes_in_is_movement_and_grain_is_not() -> None:
    chance = np.random.default_rng(5)

    def seen(hand: int) -> Grey:
        grain = chance.normal(90, 7, (720, 1280))
        grain[300:400, 500:600] += hand
        return np.clip(grain, 0, 255).astype(np.uint8)

    first, blocks = has_moved(seen(0), None)
    still, blocks = has_moved(seen(0), blocks)
    comes, blocks = has_moved(seen(60), blocks)
    stays, blocks = has_moved(seen(60), blocks)
    larger, _ = has_moved(seen(60)[:480, :640], blocks)

    assert (first, still, comes, stays, larger) == (True, False, True, False, True)
