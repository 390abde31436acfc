"""Which copies stay: a property of any moments, at any time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.storage.backup_names import Kept
from bootcamp_app.storage.backup_thinning import (
    AT_ONCE,
    GRANDFATHER,
    LONGER,
    MOST,
    keep_of,
    staying,
    thin,
)

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
    made = copies((20, "by-hand"), (20, "before-update"), (20, "before-import"),
                  (21, "by-hand"), (800, "by-hand"),
                  (21, "auto"), (20, "auto"), (800, "auto"))  # fmt: skip
    made += copies(*((day, "auto") for day in range(8)))  # so long the clock goes as it should

    kept = {one.path.name for one in staying(made, NOW, _ROOM)}

    assert kept == {"20-by-hand", "20-before-update", "20-before-import", "21-by-hand",
                    "800-by-hand", "20-auto",
                    *(f"{day}-auto" for day in range(8))}  # fmt: skip


def test_where_there_is_little_room_the_oldest_go_first_and_the_newest_three_never() -> None:
    made = copies((0, "auto"), (1, "auto"), (2, "by-hand"), (3, "by-hand"), (4, "auto"))

    little = [one.path.name for one in staying(made, NOW, 4000)]
    none = [one.path.name for one in staying(made, NOW, 0)]

    assert little == ["0-auto", "1-auto", "2-by-hand", "3-by-hand"]
    assert none == ["0-auto", "1-auto", "2-by-hand"]


@settings(max_examples=50)
@given(
    st.sets(st.integers(0, 14 * 1440).map(lambda ago: NOW - timedelta(minutes=ago)), max_size=60),
    st.integers(1, 20 * 525_600),
    rules,
)
def test_a_clock_that_leaps_makes_nothing_older_than_a_leap_that_is_believed(
    made: set[datetime], ahead: int, rule: object
) -> None:
    """One moment after the newest of all, whatever the clock says then, the same copies stay."""
    why = "auto" if rule is GRANDFATHER else "by-hand"
    there = [Kept(at, why, Path(f"{at}"), 1000) for at in made]
    before = staying(there, max(made, default=NOW), _ROOM)
    then = max(made, default=NOW) + timedelta(days=15, minutes=ahead)

    for _tick in range(3):
        there.append(Kept(then, why, Path(f"{then}"), 1000))
        after = staying(there, then, _ROOM)
        then += timedelta(minutes=15)

        assert set(after) >= set(before)


def test_a_leap_is_believed_once_there_are_copies_of_seven_days_after_it() -> None:
    made = [Kept(NOW - timedelta(hours=3 * n), "auto", Path(f"{n}"), 1000) for n in range(80)]
    later = [NOW + timedelta(days=200 + day) for day in range(7)]
    told = []
    for then in later:
        made.append(Kept(then, "auto", Path(f"{then}"), 1000))
        told.append(len([one for one in staying(made, then, _ROOM) if one.at <= NOW]))

    assert told == [18, 18, 18, 18, 18, 18, 2]


def test_what_was_made_while_the_clock_was_ahead_is_last_and_goes_first() -> None:
    made = copies((-400, "auto"), (0, "auto"), (1, "auto"), (2, "auto"), (3, "auto"))

    enough = [one.path.name for one in staying(made, NOW, _ROOM)]
    little = [one.path.name for one in staying(made, NOW, 4000)]

    assert enough == ["0-auto", "1-auto", "2-auto", "3-auto", "-400-auto"]
    assert little == ["0-auto", "1-auto", "2-auto", "3-auto"]


def test_few_go_at_once_and_what_cannot_be_looked_into_is_left(tmp_path: Path) -> None:
    there = [Kept(at, "auto", tmp_path / f"{at:%d-%H%M%S}", 1) for at in every_quarter(2)]
    for one in there[:-1]:
        one.path.write_bytes(b"")
    there[-1].path.mkdir()  # opening it fails as a bad sector does
    gone = there[-2].path
    gone.unlink()  # another process was quicker

    thin(there, NOW, _ROOM)

    assert there[-1].path.is_dir()
    assert sum(one.path.exists() for one in there) == len(there) - 1 - (AT_ONCE - 2)
