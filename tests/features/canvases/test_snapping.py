"""Where something that is moved catches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bootcamp_app.features.canvases.snapping import Caught, Frame, Guide, Lines

REACH = 3.0


def test_an_edge_catches_on_an_edge() -> None:
    lines = Lines([Frame(10, 10, 40, 40)])

    caught = lines.catch(Frame(11.5, 100, 23, 20), REACH)

    assert caught == Caught(-1.5, 0, (Guide(10, 10, 10, 120),))


def test_a_middle_catches_on_a_middle() -> None:
    lines = Lines([Frame(10, 10, 40, 40)])

    assert lines.catch(Frame(100, 24, 10, 10), REACH).dy == 1


def test_the_edge_of_a_zone_catches_and_its_middle_does_not() -> None:
    lines = Lines([], [Frame(100, 100, 200, 100)])

    assert lines.catch(Frame(101, 20, 38, 38), REACH).dx == -1
    assert lines.catch(Frame(182, 20, 38, 38), REACH).dx == 0


def test_a_gap_becomes_as_wide_as_the_gap_beside_it() -> None:
    lines = Lines([Frame(0, 0, 20, 20), Frame(30, 0, 20, 20)])

    caught = lines.catch(Frame(61.5, 5, 17, 7), REACH)

    assert caught.dx == -1.5
    assert caught.guides[:2] == (Guide(20, 8.5, 30, 8.5), Guide(50, 8.5, 60, 8.5))


def test_something_between_two_catches_in_the_middle() -> None:
    lines = Lines([Frame(0, 0, 20, 20), Frame(100, 0, 20, 20)])

    assert lines.catch(Frame(48, 5, 20, 7), REACH).dx == 2


def test_a_gap_on_the_left_is_kept_as_well() -> None:
    lines = Lines([Frame(60, 0, 20, 20), Frame(90, 0, 20, 20)])

    assert lines.catch(Frame(34, 5, 17, 7), REACH).dx == -1


def test_the_nearest_line_wins() -> None:
    lines = Lines([Frame(10, 300, 4, 4), Frame(12, 400, 4, 4)])

    assert lines.catch(Frame(11.4, 100, 50, 20), REACH).dx == 12 - 11.4


def test_a_single_edge_catches_or_stays() -> None:
    lines = Lines([Frame(10, 10, 40, 40)])

    assert lines.catch_edge(51, REACH, is_across=True) == 50
    assert lines.catch_edge(60, REACH, is_across=True) == 60
    assert lines.catch_edge(51, 0, is_across=True) == 51


FRAMES = st.builds(
    Frame, *(st.floats(-500, 500) for _ in range(2)), *(st.floats(1, 100) for _ in range(2))
)


@given(st.lists(FRAMES, max_size=12), FRAMES)
def test_nothing_is_pulled_farther_than_the_reach(others: list[Frame], frame: Frame) -> None:
    caught = Lines(others).catch(frame, REACH)

    assert abs(caught.dx) < REACH
    assert abs(caught.dy) < REACH


@given(st.lists(FRAMES, min_size=1, max_size=12), FRAMES)
def test_what_has_caught_stays_where_it_is(others: list[Frame], frame: Frame) -> None:
    lines = Lines(others)
    first = lines.catch(frame, REACH)

    again = lines.catch(frame.moved(first.dx, first.dy), REACH)

    assert abs(again.dx) < REACH
    if not first.guides:
        assert (again.dx, again.dy) == (0, 0)
