"""Where a part comes to rest when it is moved near what is there."""

from __future__ import annotations

from bootcamp_app.features.certificates.snapping import (
    Frame,
    Guide,
    guides_of,
    snapped,
    snapped_at,
)

PAGE = (297.0, 210.0)
NAME = Frame(100, 50, 97, 10, baseline=58)


def test_a_part_rests_in_the_middle_of_the_page() -> None:
    rest = snapped(Frame(121.5, 33.3, 50, 7.7), guides_of(PAGE, []), 2.5)

    assert (rest.dx, rest.dy) == (2.0, 0)
    assert rest.guides == (Guide(True, 148.5),)  # noqa: FBT003


def test_a_part_rests_on_the_baseline_of_another() -> None:
    lines = [Guide(False, at) for at in NAME.levels]  # noqa: FBT003

    rest = snapped(Frame(20, 52.9, 40, 5.9, baseline=57.3), lines, 0.75)

    assert round(rest.dy, 6) == 0.7
    assert rest.guides == (Guide(False, 58),)  # noqa: FBT003


def test_the_nearest_line_wins() -> None:
    lines = [Guide(True, 10), Guide(True, 13)]  # noqa: FBT003

    assert snapped(Frame(12, 0, 50, 5), lines, 5).dx == 1


def test_out_of_reach_nothing_catches() -> None:
    rest = snapped(Frame(60, 70, 11, 13), [Guide(True, 150)], 2)  # noqa: FBT003

    assert (rest.dx, rest.dy, rest.guides) == (0, 0, ())


def test_one_edge_rests_alone() -> None:
    lines = guides_of(PAGE, [NAME])

    assert snapped_at(196.2, lines, 1, is_upright=True) == 197
    assert snapped_at(90.0, lines, 1, is_upright=True) == 90
