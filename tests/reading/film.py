"""A film of badges held into a camera: turned, tilted, moving, dim, two at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

from tests.reading.making import qr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bootcamp_app.reading.pictures import Grey

WIDTH, HEIGHT = 1280, 720
MANNERS = ("plain", "turned", "moving", "tilted", "dim", "far")


@dataclass(frozen=True)
class Shot:
    """One frame of the film, what is in it, and how it is shown."""

    pixels: Grey
    badges: tuple[str, ...]
    manner: str


def film(codes: Sequence[str], frames_each: int, pause: int, seed: int = 11) -> Iterator[Shot]:
    """Give the frames: each badge in one of the MANNERS in turn, then two at once; then nobody.

    A pause of empty frames follows each badge. The last two codes come together.
    """
    chance = np.random.default_rng(seed)
    room = _room(chance)
    alone, together = codes[:-2], codes[-2:]
    for number, code in enumerate(alone):
        manner = MANNERS[number % len(MANNERS)]
        path = _path(chance, manner)
        for at in range(frames_each):
            yield Shot(
                _frame(room, {code: path}, manner, at / frames_each, chance), (code,), manner
            )
        yield from (Shot(_seen(room, manner, chance), (), "nobody") for _ in range(pause))
    paths = {
        code: _Path((x, 360.0), (x + 40.0, 330.0), 190.0, turn=0.15)
        for code, x in zip(together, (340.0, 900.0), strict=True)
    }
    for at in range(frames_each):
        yield Shot(
            _frame(room, paths, "plain", at / frames_each, chance), tuple(together), "two at once"
        )
    yield from (Shot(_seen(room, "plain", chance), (), "nobody") for _ in range(pause))


def still(code: str, seed: int, worst: float) -> Grey:
    """Give a frame as cameras take them: far, tilted, moved, out of focus, dim, grainy.

    `worst` says how bad it may be: 0.5 in a room with lamps, 0.75 in the evening.
    """
    chance = np.random.default_rng(seed)
    side = float(chance.uniform(110 - 50 * worst, 260))
    at = (chance.uniform(300, 980), chance.uniform(200, 520))
    path = _Path(at, at, side, chance.uniform(-np.pi, np.pi), chance.uniform(0, 0.35))
    frame = Image.fromarray(_room(chance))
    _hold(frame, code, at, path)
    # What a hand and a lens spoil is measured in modules of the code, of which 29 make a side.
    module = side / 29
    frame = frame.filter(ImageFilter.GaussianBlur(module * chance.uniform(0, 0.75 * worst)))
    pixels = _smeared(np.asarray(frame), round(module * chance.uniform(0, 2.2 * worst)))
    gain, grain = chance.uniform(0.3 - 0.24 * worst, 1.0), chance.uniform(1, 7 * worst)
    noise = chance.standard_normal(pixels.shape, dtype=np.float32) * np.float32(grain)
    seen: Grey = np.clip(pixels * np.float32(gain) + noise, 0, 255).astype(np.uint8)
    return seen


@dataclass(frozen=True)
class _Path:
    """From where to where a badge goes, how large it is, how it is turned and tilted."""

    start: tuple[float, float]
    end: tuple[float, float]
    side: float
    turn: float = 0.0
    tilt: float = 0.0


def _path(chance: np.random.Generator, manner: str) -> _Path:
    x, y = chance.uniform(380, 800), chance.uniform(260, 430)
    reach = 260.0 if manner == "moving" else 60.0
    side = {"far": 105.0, "tilted": 230.0}.get(manner, chance.uniform(170, 260))
    return _Path(
        (x, y),
        (x + reach, y + chance.uniform(-30, 30)),
        side,
        turn=chance.uniform(-0.6, 0.6) if manner == "turned" else chance.uniform(-0.1, 0.1),
        tilt=0.28 if manner == "tilted" else 0.0,
    )


def _room(chance: np.random.Generator) -> Grey:
    """Give what is behind: soft spots of light and shade, as a wall and people far away."""
    coarse = chance.uniform(70, 170, (9, 16)).astype(np.uint8)
    wall = Image.fromarray(coarse).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    return np.asarray(wall)


def _frame(
    room: Grey, paths: dict[str, _Path], manner: str, part: float, chance: np.random.Generator
) -> Grey:
    frame = Image.fromarray(room)
    for code, path in paths.items():
        x = path.start[0] + part * (path.end[0] - path.start[0])
        y = path.start[1] + part * (path.end[1] - path.start[1])
        _hold(frame, code, (x, y), path)
    pixels = np.asarray(frame)
    # A hand slows down before it turns: the blur of a moving badge is not the same in each frame.
    smear = round(9 * abs(np.cos(np.pi * part * 2))) if manner == "moving" else 0
    return _seen(_smeared(pixels, smear), manner, chance)


def _hold(frame: Image.Image, code: str, centre: tuple[float, float], path: _Path) -> None:
    card = qr(code, module=8)
    half = path.side / 2
    corners = []
    for right, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        depth = 1 + path.tilt * right
        x, y = right * half / depth * (1 - path.tilt / 2), down * half / depth
        corners.append(
            (
                centre[0] + x * np.cos(path.turn) - y * np.sin(path.turn),
                centre[1] + x * np.sin(path.turn) + y * np.cos(path.turn),
            )
        )
    how = _perspective(corners, card.width)
    size = frame.size
    shown = card.transform(size, Image.Transform.PERSPECTIVE, how, Image.Resampling.BICUBIC)
    mask = Image.new("L", card.size, 255).transform(size, Image.Transform.PERSPECTIVE, how)
    # White paper in a room is not as white as the sensor can see.
    frame.paste(shown.point(lambda level: 25 + level * 200 // 255), (0, 0), mask)


def _perspective(corners: Sequence[tuple[float, float]], side: int) -> list[float]:
    """Give what takes the four corners in the frame to those of the square card."""
    square = ((0, 0), (side, 0), (side, side), (0, side))
    lines, wanted = [], []
    for (x, y), (u, v) in zip(corners, square, strict=True):
        lines += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    solved: list[float] = np.linalg.solve(np.array(lines), np.array(wanted)).tolist()
    return solved


def _smeared(pixels: Grey, length: int) -> Grey:
    if length < 2:
        return pixels
    moved = [np.roll(pixels, shift, axis=1).astype(np.uint16) for shift in range(length)]
    smeared: Grey = (np.sum(moved, axis=0) // length).astype(np.uint8)
    return smeared


def _seen(pixels: Grey, manner: str, chance: np.random.Generator) -> Grey:
    """Give what the sensor makes of it: grain, and little light where it is dim."""
    gain, grain = (0.16, 5.0) if manner == "dim" else (1.0, 3.0)
    noise = chance.standard_normal(pixels.shape, dtype=np.float32) * grain
    seen: Grey = np.clip(pixels * np.float32(gain) + noise, 0, 255).astype(np.uint8)
    return seen
