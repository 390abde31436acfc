"""Ways to look at a picture again when a code in it was not read: larger, brighter, calmer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bootcamp_app.reading.pictures import Grey

MARGIN = 0.35
MAGNIFIED_SIDE = 380
# Enlarging more than this costs seconds, and such a picture has the pixels already.
MOST_ENLARGED_PIXELS = 24_000_000
SHARPENED_REACH = 5
THRESHOLD_WINDOW = 12
THRESHOLD_BELOW_MEAN = 7
# So many pixels tell how dark and how light a picture is.
_ASKED_PIXELS = 60_000


@dataclass(frozen=True)
class Look:
    """Pixels made from a picture, and how to find a point of them in that picture."""

    pixels: Grey
    scale: float = 1.0
    left: int = 0
    top: int = 0

    def in_picture(self, x: int, y: int) -> tuple[int, int]:
        """Give the picture's point that the look shows at x, y."""
        return round(x / self.scale) + self.left, round(y / self.scale) + self.top


def around(picture: Grey, corners: tuple[tuple[int, int], ...], contrast: str) -> Look:
    """Give what lies at the corners and 35 % around them, about 380 pixels large."""
    return _enlarged(picture, corners, MAGNIFIED_SIDE, MAGNIFIED[contrast])


def sharpened(picture: Grey, corners: tuple[tuple[int, int], ...], way: str) -> Look:
    """Give what lies at the corners much larger and sharper: for dense codes that are blurred."""
    return _enlarged(picture, corners, *SHARPENED[way])


def whole(picture: Grey, adjust: str) -> Look:
    """Give the whole picture, adjusted in one of the ways that WHOLE names."""
    factor, change = WHOLE[adjust]
    scale = factor if picture.size * factor**2 <= MOST_ENLARGED_PIXELS else 1.0
    return Look(change(_scaled(picture, scale)), scale)


def _enlarged(
    picture: Grey,
    corners: tuple[tuple[int, int], ...],
    side: int,
    change: Callable[[Grey], Grey],
) -> Look:
    left, top, right, bottom = _box(picture, corners)
    part = picture[top:bottom, left:right]
    scale = max(1.0, side / max(part.shape))
    return Look(change(_scaled(part, scale)), scale, left, top)


def _box(picture: Grey, corners: tuple[tuple[int, int], ...]) -> tuple[int, int, int, int]:
    xs, ys = zip(*corners, strict=True)
    margin = round(MARGIN * max(max(xs) - min(xs), max(ys) - min(ys), 8))
    height, width = picture.shape
    left, top = max(0, min(xs) - margin), max(0, min(ys) - margin)
    right, bottom = min(width, max(xs) + margin), min(height, max(ys) + margin)
    return min(left, width - 1), min(top, height - 1), max(right, left + 1), max(bottom, top + 1)


def _scaled(pixels: Grey, scale: float) -> Grey:
    if scale == 1.0:
        return pixels
    height, width = pixels.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC))


def _as_it_is(pixels: Grey) -> Grey:
    return pixels


def _lighter(pixels: Grey) -> Grey:
    return np.take(_curve(0.5), pixels)


def _darker(pixels: Grey) -> Grey:
    return np.take(_curve(2.0), pixels)


def _curve(gamma: float) -> Grey:
    levels = np.linspace(0.0, 1.0, 256)
    curve: Grey = np.rint(255 * np.power(levels, gamma)).astype(np.uint8)
    return curve


def _spread(pixels: Grey) -> Grey:
    step = max(1, round((pixels.size / _ASKED_PIXELS) ** 0.5))
    low, high = np.percentile(pixels[::step, ::step], (2, 98))
    span = max(float(high - low), 1.0)
    curve = np.clip((np.arange(256) - low) * (255 / span), 0, 255).astype(np.uint8)
    return np.take(curve, pixels)


def _calmer(pixels: Grey) -> Grey:
    return _smoothed(pixels, 1)


def _smoothed(pixels: Grey, reach: int) -> Grey:
    return np.asarray(Image.fromarray(pixels).filter(ImageFilter.BoxBlur(reach)))


def _calmer_and_spread(pixels: Grey) -> Grey:
    return _spread(_smoothed(pixels, 1))


def _smoother_and_spread(pixels: Grey) -> Grey:
    return _spread(_smoothed(pixels, 2))


def _sharper(pixels: Grey) -> Grey:
    return _unblurred(Image.fromarray(_spread(pixels)), 300)


def _calmer_and_sharper(pixels: Grey) -> Grey:
    calm = Image.fromarray(_spread(pixels)).filter(ImageFilter.GaussianBlur(1.5))
    return _unblurred(calm, 150)


def _unblurred(picture: Image.Image, percent: int) -> Grey:
    mask = ImageFilter.UnsharpMask(SHARPENED_REACH, percent, 0)
    return np.asarray(picture.filter(mask))


def _black_or_white(pixels: Grey) -> Grey:
    blur = ImageFilter.BoxBlur(THRESHOLD_WINDOW)
    mean = np.asarray(Image.fromarray(pixels).filter(blur), dtype=np.int16)
    two_tone: Grey = np.where(pixels + np.int16(THRESHOLD_BELOW_MEAN) < mean, 0, 255).astype(
        np.uint8
    )
    return two_tone


MAGNIFIED: Mapping[str, Callable[[Grey], Grey]] = {
    "as it is": _as_it_is,
    "spread": _spread,
    "lighter": _lighter,
    "darker": _darker,
    "calmer": _calmer,
}

# Of 340 photos of certificates those that no other look reads; either way reads them.
SHARPENED: Mapping[str, tuple[int, Callable[[Grey], Grey]]] = {
    "sharper": (800, _sharper),
    "larger, calmer, sharper": (1000, _calmer_and_sharper),
}

# Chosen by measurement: of the frames that the first look fails on, those that each look reads.
WHOLE: Mapping[str, tuple[float, Callable[[Grey], Grey]]] = {
    "lighter": (1.0, _lighter),
    "calmer": (1.0, _calmer),
    "black or white": (1.0, _black_or_white),
    "larger and lighter": (1.5, _lighter),
    "larger, calmer, spread": (1.5, _calmer_and_spread),
    "twice as large, spread": (2.0, _spread),
    "twice as large, smoother, spread": (2.0, _smoother_and_spread),
    "twice as large, black or white": (2.0, _black_or_white),
    "three times as large, spread": (3.0, _spread),
    "three times as large, smoother, spread": (3.0, _smoother_and_spread),
}
CHEAP_LOOKS = ("lighter", "calmer")
DEAR_LOOKS = (
    "twice as large, spread",
    "larger and lighter",
    "black or white",
    "larger, calmer, spread",
    "twice as large, smoother, spread",
    "twice as large, black or white",
)
SLOW_LOOKS = ("three times as large, spread", "three times as large, smoother, spread")
"""Take a quarter of a second each: for photos only, and for small ones."""


def has_few_pixels(picture: Grey) -> bool:
    """Say whether a picture is small enough for the slow looks to enlarge it."""
    return picture.size * 9 <= MOST_ENLARGED_PIXELS
