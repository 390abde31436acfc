"""Which copies stay: a property of any moments, at any time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.storage.backup_names import Kept
from bootcamp_app.storage.backup_thinning import GRANDFATHER, LONGER, MOST, keep_of, staying

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)
_ROOM = 1 << 40
_minutes = st.one_of(st.integers(0, 120), st.integers(0, 3000), st.integers(0, 3 * 525_600))
moments = st.sets(_minutes.map(lambda ago: NOW - timedelta(minutes=ago)), max_size=60)
later = _minutes.map(lambda ahead: NOW + timedelta(minutes=ahead))
rules = st.sampled_from([GRANDFATHER, LONGER])


def every_quarter(days: int) -> list[datetime]:
    return [NOW - timedelta(minutes=15 * number) for number in range(days * 96)]


@given(moments, rules)
def test_the_newest_stays_and_nothing_is_made_up(made: set[datetime], rule: object) -> None:
    kept = keep_of(made, NOW, rule)  # type: ignore[arg-type]

    assert kept <= made
    assert kept >= set(sorted(made)[-1:])


@settings(max_examples=50)
@given(moments, later, rules)
def test_thinning_early_and_often_leaves_what_thinning_once_leaves(
    made: set[datetime], then: datetime, rule: object
) -> None:
    soon = keep_of(made, NOW, rule)  # type: ignore[arg-type]

    assert keep_of(soon, NOW, rule) == soon  # type: ignore[arg-type]
    assert keep_of(soon, then, rule) == keep_of(made, then, rule)  # type: ignore[arg-type]


@settings(max_examples=50)
@given(moments, later)
def test_what_is_gone_never_comes_back(made: set[datetime], then: datetime) -> None:
    assert keep_of(made, then) <= keep_of(made, NOW)


@given(moments)
def test_every_slot_that_had_a_copy_has_one(made: set[datetime]) -> None:
    kept = keep_of(made, NOW)

    # Whatever copy there was, within a slot of it there still is one, newer or the same.
    for one in made:
        slot = next((span for most, span in _SPANS if NOW - one <= most), None)
        assert slot is None or any(one <= other < one + slot for other in kept)


_SPANS = [
    (timedelta(hours=1), timedelta(hours=1)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=14), timedelta(days=1)),
    (timedelta(days=61), timedelta(days=10)),
    (timedelta(days=731), timedelta(days=31)),
]


def test_of_two_years_of_quarters_of_an_hour_so_many_stay() -> None:
    kept = sorted(keep_of(every_quarter(1000), NOW))
    ages = [NOW - one for one in kept]

    assert len(kept) <= MOST
    assert sum(age <= timedelta(hours=1) for age in ages) >= 4
    assert sum(age <= timedelta(days=1) for age in ages) >= 24
    assert sum(age <= timedelta(days=14) for age in ages) >= 24 + 13
    assert sum(age <= timedelta(days=61) for age in ages) >= 24 + 13 + 6
    assert timedelta(days=640) < ages[0] <= timedelta(days=731)


def copies(*ages: tuple[int, str]) -> list[Kept]:
    return [
        Kept(NOW - timedelta(days=days), why, Path(f"{days}-{why}"), 1000) for days, why in ages
    ]


def test_what_was_made_by_hand_or_before_an_update_is_kept_longer() -> None:
    made = copies((20, "by-hand"), (20, "before-update"), (21, "by-hand"), (800, "by-hand"),
                  (21, "auto"), (20, "auto"), (800, "auto"), (0, "auto"))  # fmt: skip

    kept = {one.path.name for one in staying(made, NOW, _ROOM)}

    assert kept == {"20-by-hand", "20-before-update", "21-by-hand", "800-by-hand", "20-auto",
                    "0-auto"}  # fmt: skip


def test_where_there_is_little_room_the_oldest_go_first_and_the_newest_three_never() -> None:
    made = copies((0, "auto"), (1, "auto"), (2, "by-hand"), (3, "by-hand"), (4, "auto"))

    little = [one.path.name for one in staying(made, NOW, 4000)]
    none = [one.path.name for one in staying(made, NOW, 0)]

    assert little == ["0-auto", "1-auto", "2-by-hand", "3-by-hand"]
    assert none == ["0-auto", "1-auto", "2-by-hand"]
