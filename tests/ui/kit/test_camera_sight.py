"""When a badge in front of the camera counts, and when a lamp would help: a table of moments."""

from __future__ import annotations

import pytest

from bootcamp_app.ui.kit.camera_sight import DARK, InView, Light

Moments = list[tuple[float, str]]


@pytest.mark.parametrize(
    ("what", "moments", "counted"),
    [
        ("a badge that is held still counts once", [(0, "a"), (0.1, "a"), (9, "a")], [0]),
        ("two in one frame count both", [(0, "ab"), (0.1, "ab")], [0, 0]),
        ("a new one beside one that is known", [(0, "a"), (0.2, "ab"), (0.4, "ab")], [0, 0.2]),
        (
            "away for less than 1.5 s it is the same visit, however late",
            [(0, "a"), (5, ""), (6.4, "a")],
            [0],
        ),
        ("away for 1.5 s and 3 s passed: it counts", [(0, "a"), (1.5, ""), (3, "a")], [0, 3]),
        ("away for 1.5 s, but less than 3 s passed", [(0, "a"), (0.5, ""), (2.9, "a")], [0]),
        (
            "one that came too early counts after it was away again",
            [(0, "a"), (0.5, ""), (2.5, "a"), (2.6, ""), (4.2, "a")],
            [0, 4.2],
        ),
        (
            "frames in which it was missed now and then are no absence",
            [(0, "a"), (1, ""), (2, "a"), (3, ""), (4, "a"), (5, ""), (6, "a")],
            [0],
        ),
        ("a camera that stood still saw nothing leave", [(0, "a"), (60, "a")], [0]),
        ("who comes back after a long time counts", [(0, "a"), (1, ""), (900, ""), (901, "a")],
         [0, 901]),
        ("one leaves, the other stays", [(0, "ab"), (1, "b"), (4, "ab")], [0, 0, 4]),
        ("the same code twice in a frame counts once", [(0, "aa")], [0]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_badge_counts_once_until_it_was_away(
    what: str, moments: Moments, counted: list[float]
) -> None:
    del what
    view = InView()

    times = [moment for moment, codes in moments for _ in view.see(codes, moment)]

    assert times == counted


def test_codes_of_long_ago_are_forgotten() -> None:
    view = InView()
    for number in range(1000):
        view.see([str(number)], number * 10.0)

    assert len(view._known) < 10


@pytest.mark.parametrize(
    ("frames", "is_missing"),
    [
        ([(0, 20, False), (2, 20, False)], True),
        ([(0, 20, False), (1.9, 20, False)], False),
        ([(0, DARK, False), (5, DARK, False)], False),
        ([(0, 20, False), (1, 20, True), (2.5, 20, False)], False),
        ([(0, 20, False), (1, 90, False), (2.5, 20, False)], False),
        ([(0, 20, False), (1, 20, True), (2, 20, False), (4, 20, False)], True),
    ],
)
def test_a_lamp_is_asked_for_when_it_is_dark_for_a_while_and_nothing_is_read(
    frames: list[tuple[float, float, bool]], is_missing: bool
) -> None:
    light = Light()

    said = [light.is_missing(bright, has_read=read, now=now) for now, bright, read in frames]

    assert said[-1] is is_missing
