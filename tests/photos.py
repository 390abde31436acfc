"""Photos as a phone takes them of a page: tilted, turned, blurred, unevenly lit, noisy, as JPEG."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter

FRAMES = ((2592, 1944), (3264, 2448), (4000, 3000))
_DISTANCE = 1.7  # of the camera from the page, in long sides of the page
_TILE = 512


def phone_photo(
    page: Image.Image,
    seed: int,
    *,
    hardness: float = 1.0,
    frame: tuple[int, int] | None = None,
) -> Image.Image:
    """Give a grey photo of a whole page, the same for the same seed.

    The page should be rendered at 200 dots an inch or more. Tilt, blur and noise grow with the
    hardness; with 1 they are those of an ordinary phone in a hand. Without a frame it has the
    size of one of several phones.
    """
    chance = np.random.default_rng(seed)
    frame = frame or FRAMES[int(chance.integers(len(FRAMES)))]
    corners = _corners(page, frame, chance, hardness)
    seen = _on_a_table(page, frame, corners, chance)
    blur = float(chance.uniform(0.4, 2.0)) * hardness * frame[0] / 3264
    lit = np.asarray(seen.filter(ImageFilter.GaussianBlur(blur)), np.float32)
    lit = lit * _light(frame, chance) + _noise(frame, chance, hardness)
    file = BytesIO()
    exposed = Image.fromarray(lit.clip(0, 255).astype(np.uint8))
    exposed.save(file, "JPEG", quality=int(chance.integers(55, 92)))
    return Image.open(BytesIO(file.getvalue())).convert("L")


def _corners(
    page: Image.Image, frame: tuple[int, int], chance: np.random.Generator, hardness: float
) -> np.ndarray:
    """Say where in the frame the four corners of the page are seen."""
    width, height = page.width / max(page.size), page.height / max(page.size)
    flat = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (width / 2, height / 2)
    tilt, lean = np.radians(chance.uniform(-18, 18, 2) * hardness)
    quarter = 90 * int(chance.integers(4))
    turn = np.radians(quarter + chance.uniform(-20, 20))
    turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    depth = _DISTANCE + turned[:, 1] * np.sin(tilt) + turned[:, 0] * np.sin(lean)
    seen = turned * (np.cos(lean), np.cos(tilt)) / depth[:, None]
    seen -= (seen.max(0) + seen.min(0)) / 2
    room = np.array(frame) * chance.uniform(0.75, 0.97)
    placed: np.ndarray = seen * (room / np.ptp(seen, axis=0)).min() + np.array(frame) / 2
    return placed


def _on_a_table(
    page: Image.Image,
    frame: tuple[int, int],
    corners: np.ndarray,
    chance: np.random.Generator,
) -> Image.Image:
    whole = [(0, 0), (page.width, 0), (page.width, page.height), (0, page.height)]
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, whole, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    numbers = [float(one) for one in np.linalg.solve(np.array(rows), np.array(values))]
    return page.convert("L").transform(
        frame,
        Image.Transform.PERSPECTIVE,
        numbers,
        Image.Resampling.BICUBIC,
        fillcolor=int(chance.integers(60, 170)),
    )


def _light(frame: tuple[int, int], chance: np.random.Generator) -> np.ndarray:
    """Give the share of light in each place: brighter on one side, and the edge of a shadow."""
    across, down = np.linspace(-1, 1, frame[0]), np.linspace(-1, 1, frame[1])
    slope = chance.uniform(-0.22, 0.22, 2)
    bright = chance.uniform(0.62, 0.95)
    plane = bright + slope[0] * across[None, :] + slope[1] * down[:, None]
    edge, depth = chance.uniform(-0.8, 0.8), chance.uniform(0, 0.35)
    shadow = 1 - depth / (1 + np.exp((across[None, :] + 0.4 * down[:, None] - edge) * 25))
    light: np.ndarray = (plane * shadow).astype(np.float32)
    return light


def _noise(frame: tuple[int, int], chance: np.random.Generator, hardness: float) -> np.ndarray:
    """Give the grain of the sensor; one tile laid many times, since drawing millions is slow."""
    grain = chance.normal(0, chance.uniform(2, 9) * hardness, (_TILE, _TILE)).astype(np.float32)
    times = (frame[1] // _TILE + 1, frame[0] // _TILE + 1)
    laid: np.ndarray = np.tile(grain, times)[: frame[1], : frame[0]]
    return laid
