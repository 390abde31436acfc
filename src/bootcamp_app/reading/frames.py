"""Frames of a camera: their brightness for reading codes, and a small picture for the eye."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from bootcamp_app.reading.pictures import DAMAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.reading.pictures import Grey


_BLOCK, _MOVED = 32, 6


@dataclass(frozen=True)
class Plane:
    """The bytes of one plane, and how many of them a line takes; often more than are shown."""

    data: bytes | bytearray | memoryview
    stride: int


@dataclass(frozen=True)
class Frame:
    """What a camera gave, in a kind of KINDS; its planes may be gone once it was looked at."""

    kind: str
    width: int
    height: int
    planes: Sequence[Plane]


def luminance(frame: Frame) -> Grey:
    """Give the brightness of a frame as pixels of its own.

    ValueError where the frame is damaged or of no kind that is known.
    """
    try:
        grey = _brightness(frame)
    except DAMAGE as problem:
        raise ValueError("this frame cannot be read") from problem
    return np.array(grey, dtype=np.uint8, order="C")


def small(frame: Frame, width: int) -> Grey:
    """Give a frame in red, green and blue, not wider than `width`; ValueError as above."""
    width = max(1, min(width, frame.width))
    size = (width, max(1, round(width * frame.height / max(frame.width, 1))))
    try:
        return np.asarray(_colours(frame, size).resize(size, Image.Resampling.BOX))
    except DAMAGE as problem:
        raise ValueError("this frame cannot be read") from problem


def has_moved(grey: Grey, before: Grey | None) -> tuple[bool, Grey]:
    """Say whether anything moved since a frame, by blocks so large that grain is no movement.

    Give the blocks of this frame as well, to be handed in as `before` with the next one.
    """
    blocks = np.asarray(Image.fromarray(grey).reduce(_BLOCK))
    if before is None or before.shape != blocks.shape:
        return True, blocks
    change = np.abs(blocks.astype(np.int16) - before)
    return bool(change.max() >= _MOVED), blocks


def _brightness(frame: Frame) -> Grey:
    if frame.kind in _IN_TURN:
        return _OF_PLANES[frame.kind](frame)[0]
    if frame.kind in _OF_PLANES:
        return _grey(frame)[0]
    if frame.kind in _OF_SHORTS:
        wide = _plane(frame.planes[0], frame.height, frame.width * 2)
        return wide[:, 1::2]
    if frame.kind == "Jpeg":
        return np.asarray(_jpeg(frame, "L", (frame.width, frame.height)))
    return np.asarray(_packed(frame).convert("L"))


def _colours(frame: Frame, size: tuple[int, int]) -> Image.Image:
    if frame.kind == "Jpeg":
        return _jpeg(frame, "RGB", size)
    if frame.kind in _PACKED:
        return _packed(frame).resize(size, Image.Resampling.BOX)
    if frame.kind not in _OF_PLANES or len(parts := _OF_PLANES[frame.kind](frame)) == 1:
        return Image.fromarray(np.ascontiguousarray(_brightness(frame))).convert("RGB")
    shrunk = [_shrunk(part, size) for part in parts]
    return Image.merge("YCbCr", shrunk).convert("RGB")


def _shrunk(part: Grey, size: tuple[int, int]) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(part)).resize(size, Image.Resampling.BOX)


def _plane(plane: Plane, lines: int, used: int) -> Grey:
    """Give the bytes in use of each line; the last line may end where they do."""
    data = np.frombuffer(plane.data, dtype=np.uint8)
    if plane.stride < used or (lines - 1) * plane.stride + used > data.size:
        raise ValueError("a plane is shorter than its frame")
    return np.lib.stride_tricks.as_strided(data, (lines, used), (plane.stride, 1), writeable=False)


def _colour_plane(plane: Plane, lines: int, used: int) -> Grey:
    """Give as much of a plane of colours as there is: at odd sizes the last may not be."""
    used = min(used, plane.stride)
    whole = (len(plane.data) - used) // max(plane.stride, 1) + 1
    return _plane(plane, min(lines, whole), used)


def _half(length: int) -> int:
    return (length + 1) // 2


def _grey(frame: Frame) -> list[Grey]:
    return [_plane(frame.planes[0], frame.height, frame.width)]


def _pairs(first: int) -> Callable[[Frame], list[Grey]]:
    """Two planes: the brightness, and both colours in turn, a quarter as many."""

    def parts(frame: Frame) -> list[Grey]:
        both = _colour_plane(frame.planes[1], _half(frame.height), 2 * _half(frame.width))
        return [*_grey(frame), both[:, first::2], both[:, 1 - first :: 2]]

    return parts


def _three(blue: int, red: int, *, is_high: bool = False) -> Callable[[Frame], list[Grey]]:
    """Three planes: the brightness and one for each colour."""

    def parts(frame: Frame) -> list[Grey]:
        lines = frame.height if is_high else _half(frame.height)
        width = _half(frame.width)
        colours = [_colour_plane(frame.planes[at], lines, width) for at in (blue, red)]
        return [*_grey(frame), *colours]

    return parts


def _in_turn(bright: int, blue: int, red: int) -> Callable[[Frame], list[Grey]]:
    """One plane: four bytes for each two pixels."""

    def parts(frame: Frame) -> list[Grey]:
        line = _plane(frame.planes[0], frame.height, 4 * _half(frame.width))
        return [line[:, bright::2][:, : frame.width], line[:, blue::4], line[:, red::4]]

    return parts


def _packed(frame: Frame) -> Image.Image:
    """Four bytes a pixel, in the order that the kind says."""
    order = _PACKED[frame.kind]
    lines = np.ascontiguousarray(_plane(frame.planes[0], frame.height, 4 * frame.width))
    size = (frame.width, frame.height)
    return Image.frombytes("RGB", size, lines.tobytes(), "raw", order, 4 * frame.width, 1)


def _jpeg(frame: Frame, mode: str, size: tuple[int, int]) -> Image.Image:
    picture = Image.open(io.BytesIO(frame.planes[0].data), formats=("JPEG",))
    if picture.size != (frame.width, frame.height):
        raise ValueError("a picture is not as large as its frame")
    picture.draft(mode, size)
    return picture.convert(mode)


_OF_PLANES: dict[str, Callable[[Frame], list[Grey]]] = {
    "Y8": _grey,
    "NV12": _pairs(0),
    "NV21": _pairs(1),
    "YUV420P": _three(1, 2),
    "YV12": _three(2, 1),
    "YUV422P": _three(1, 2, is_high=True),
    "YUYV": _in_turn(0, 1, 3),
    "UYVY": _in_turn(1, 0, 2),
}
_IN_TURN = ("YUYV", "UYVY")
# Two bytes a pixel, of which the second is the coarse one.
_OF_SHORTS = ("Y16", "P010", "P016")
_PACKED = {
    "RGBA8888": "RGBX",
    "RGBX8888": "RGBX",
    "BGRA8888": "BGRX",
    "BGRA8888_Premultiplied": "BGRX",
    "BGRX8888": "BGRX",
    "ARGB8888": "XRGB",
    "ARGB8888_Premultiplied": "XRGB",
    "XRGB8888": "XRGB",
    "ABGR8888": "XBGR",
    "XBGR8888": "XBGR",
}
KINDS = frozenset((*_OF_PLANES, *_OF_SHORTS, *_PACKED, "Jpeg"))
"""The kinds of frames that are known, as the window's library of cameras calls them."""
