"""Codes are read from pictures as cameras really take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps

from bootcamp_app.reading.codes import codes_in
from bootcamp_app.reading.pictures import grey
from tests.reading import making
from tests.reading.making import BADGE, photo, pixels, qr

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.reading.pictures import Grey

OTHERS = ["70000000000000001", "70000000000000002", "70000000000000003", "70000000000000004"]


def _texts(picture: Grey, *, live: bool = False) -> list[str]:
    return [code.text for code in codes_in(picture, live=live)]


@pytest.mark.parametrize("live", [True, False])
def test_a_clean_badge_is_read(live: bool) -> None:
    assert _texts(pixels(qr(BADGE)), live=live) == [BADGE]


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("turned", [0, 17, 45, 90, 135, 180, 270, 301])
def test_a_turned_badge_is_read(turned: int, live: bool) -> None:
    assert _texts(pixels(photo({(500, 200): BADGE}, turned=turned)), live=live) == [BADGE]


@pytest.mark.parametrize("live", [True, False])
def test_a_small_badge_is_read(live: bool) -> None:
    assert _texts(pixels(photo({(700, 300): BADGE}, module=2)), live=live) == [BADGE]


@pytest.mark.parametrize("live", [True, False])
def test_a_blurred_badge_is_read(live: bool) -> None:
    blurred = photo({(500, 200): BADGE}).filter(ImageFilter.GaussianBlur(2.5))

    assert _texts(pixels(blurred), live=live) == [BADGE]


@pytest.mark.parametrize("gain", [0.3, 0.15, 0.08])
def test_a_badge_in_the_dark_is_read(gain: float) -> None:
    assert _texts(pixels(photo({(500, 200): BADGE}), gain=gain, noise=3)) == [BADGE]


@pytest.mark.parametrize("noise", [20, 40, 60])
def test_a_badge_under_heavy_grain_is_read(noise: float) -> None:
    assert _texts(pixels(photo({(500, 200): BADGE}), noise=noise)) == [BADGE]


def _far_away(*, gain: float = 1.0, noise: float = 0.0) -> Grey:
    """Give a frame with a badge so far away and out of focus that one look is not enough."""
    blurred = photo({(500, 200): BADGE}, module=2).filter(ImageFilter.GaussianBlur(1))
    return pixels(blurred, gain=gain, noise=noise)


@pytest.mark.parametrize(("gain", "noise"), [(1.0, 0), (1.0, 3), (1.0, 16), (0.3, 3)])
def test_a_badge_far_away_and_out_of_focus_is_read_from_a_photo(gain: float, noise: float) -> None:
    assert _texts(_far_away(gain=gain, noise=noise)) == [BADGE]


def test_live_frames_take_the_whole_frame_looks_in_turn() -> None:
    frame = _far_away(noise=3)

    seen = [[code.text for code in codes_in(frame, live=True, turn=turn)] for turn in range(16)]

    assert seen[0] == []
    assert [BADGE] in seen[:8]
    assert seen[8:] == seen[:8]
    assert codes_in(frame, live=True, turn=None) == []


@pytest.mark.parametrize("live", [True, False])
def test_a_symbol_that_was_seen_but_not_read_is_looked_at_more_closely(live: bool) -> None:
    codes = codes_in(_far_away(gain=0.12), live=live)

    assert [code.text for code in codes] == [BADGE]
    expected = np.array([(508, 208), (550, 208), (550, 250), (508, 250)])
    assert np.abs(np.array(codes[0].corners) - expected).max() <= 4


def test_a_badge_under_a_shadow_is_read() -> None:
    frame = pixels(photo({(500, 200): BADGE}, module=3)).astype(np.float64)
    shadow = np.linspace(0.05, 1.0, frame.shape[1])

    assert _texts((frame * shadow).astype(np.uint8)) == [BADGE]


def test_a_photo_of_a_light_code_on_a_dark_card_is_read() -> None:
    assert _texts(pixels(ImageOps.invert(qr(BADGE)))) == [BADGE]


def test_several_badges_come_from_top_left_to_bottom_right() -> None:
    places = [(60, 60), (900, 90), (80, 420), (880, 400)]

    assert _texts(pixels(photo(dict(zip(places, OTHERS, strict=True))))) == OTHERS


def test_every_badge_of_a_dark_grainy_group_photo_is_read() -> None:
    places = [(60, 60), (500, 90), (900, 60), (300, 420)]
    group = photo(dict(zip(places, OTHERS, strict=True)), module=4)

    for seed in range(5):
        dark = pixels(group, gain=0.12, noise=7, seed=seed)
        assert set(_texts(dark)) == set(OTHERS)


def test_the_same_badge_twice_in_a_picture_is_one_code() -> None:
    assert _texts(pixels(photo({(60, 60): BADGE, (800, 300): BADGE}))) == [BADGE]


@pytest.mark.parametrize("noise", [0, 55])
def test_the_corners_lie_on_the_code_in_the_picture(noise: float) -> None:
    code = codes_in(pixels(photo({(500, 200): BADGE}), noise=noise))[0]

    expected = np.array([(524, 224), (650, 224), (650, 350), (524, 350)])
    assert np.abs(np.array(code.corners) - expected).max() <= 6
    assert abs(code.centre[0] - 587) <= 4
    assert abs(code.centre[1] - 287) <= 4


def test_a_picture_without_a_code_gives_none() -> None:
    grain = np.random.default_rng(3).integers(0, 255, (720, 1280)).astype(np.uint8)

    assert _texts(grain) == []
    assert _texts(grain, live=True) == []


@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (3, 3), (500, 2)])
def test_tiny_and_thin_pictures_give_none(shape: tuple[int, int]) -> None:
    assert _texts(np.zeros(shape, dtype=np.uint8)) == []


def test_a_code_with_khmer_text_is_read() -> None:
    assert _texts(pixels(qr("ចាន់ ស្រីនាង"))) == ["ចាន់ ស្រីនាង"]


def test_other_kinds_of_codes_are_passed_over() -> None:
    frame = np.full((200, 400), 255, dtype=np.uint8)
    bars = np.random.default_rng(5).integers(0, 2, 95)
    frame[40:160, 20:305] = np.repeat(bars, 3) * 255

    assert _texts(frame) == []


def test_a_photo_file_is_read_the_way_its_camera_was_held(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 8
    path.write_bytes(making.bytes_of(photo({(500, 200): BADGE}), "PNG"))
    with Image.open(path) as picture:
        picture.save(path, "JPEG", quality=60, exif=exif)

    assert _texts(grey(path)) == [BADGE]
