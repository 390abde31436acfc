"""The countdown goes by the clock on the wall."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bootcamp_app.features.canvases.countdown import as_text, begun, from_text, passed

NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)


def after(**time: float) -> datetime:
    return NOON + timedelta(**time)


def test_a_laptop_that_slept_is_right_at_once() -> None:
    held = begun(45, NOON)

    assert held.seconds(after(minutes=32, seconds=15)) == 12 * 60 + 45
    assert held.seconds(after(hours=9)) == 0
    assert not held.is_over(after(minutes=44, seconds=59.9))
    assert held.seconds(after(minutes=44, seconds=59.9)) == 1


def test_a_pause_takes_no_time() -> None:
    paused = begun(10, NOON).paused(after(minutes=4))
    going = paused.resumed(after(minutes=30))

    assert paused.seconds(after(minutes=29)) == going.seconds(after(minutes=30)) == 360
    assert going.seconds(after(minutes=33)) == 180


def test_minutes_are_added_also_to_what_is_paused_or_over() -> None:
    held = begun(10, NOON)

    assert held.lengthened(5, after(minutes=4)).seconds(after(minutes=4)) == 11 * 60
    assert held.paused(after(minutes=4)).lengthened(1, NOON).seconds(NOON) == 7 * 60
    assert held.lengthened(1, after(minutes=50)).seconds(after(minutes=50)) == 60
    assert begun(600, NOON).lengthened(5, NOON).seconds(NOON) == 36_000


def test_the_end_is_seen_coming() -> None:
    held, short = begun(45, NOON), begun(5, NOON)

    told = [held.meaning(after(minutes=at)) for at in (39, 40, 45)]
    assert told == ["", "warning", "bad"]
    assert [short.meaning(after(minutes=at)) for at in (3, 4)] == ["", "warning"]


@pytest.mark.parametrize(
    ("minutes", "before", "later", "heard"),
    [
        (45, 301, 300, "five"),
        (45, 300, 299, ""),
        (45, 61, 60, "one"),
        (45, 400, 0, "over"),
        (5, 300, 299, ""),
        (1, 60, 59, ""),
        (1, 1, 0, "over"),
        (45, 0, 0, ""),
    ],
)
def test_marks_are_heard_once_and_the_last_of_them(
    minutes: int, before: int, later: int, heard: str
) -> None:
    assert passed(begun(minutes, NOON), before, later) == heard


def test_it_is_found_again_after_a_restart() -> None:
    going, paused = begun(45, NOON), begun(45, NOON).paused(after(minutes=5))

    assert from_text(as_text(going), after(minutes=1)) == going
    assert from_text(as_text(paused), after(hours=40)) == paused
    assert from_text(as_text(going), after(minutes=45)) is None
    assert [from_text(text, NOON) for text in ("", "x y", "1 2 3 4", "9e99 1")] == [None] * 4
