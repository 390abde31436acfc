"""Frozen figures: they stay as they were, show when somebody altered them, and are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bootcamp_app.core.errors import Refusal
from bootcamp_app.features.reports.indicator_views import FiguresFrozen, Scope, Tally

if TYPE_CHECKING:
    from tests.desk import Desk, Guest


@pytest.fixture
def guests(desk: Desk) -> list[Guest]:
    """A woman and a man who came, and a man who did not."""
    people = [desk.walk_in("Chan Sreyneang", sex="female"), desk.walk_in("Sok Dara", sex="male"),
              desk.walk_in("Kim Sophea", sex="male")]  # fmt: skip
    for guest in people[:2]:
        desk.scan(guest.badge)
    return people


def pair(guest: Guest) -> tuple[str, str]:
    return guest.participant.person_id, guest.participant.participation_id


def test_frozen_figures_stay_as_they_were(desk: Desk, guests: list[Guest]) -> None:
    told = desk.announced(FiguresFrozen)
    counted = desk.app.indicators.count(Scope())
    kept = desk.app.frozen_figures.freeze(Scope(), "  First  quarter ")
    desk.scan(guests[2].badge)

    (again,) = desk.app.frozen_figures.all()

    assert again == kept
    assert replace(kept.indicators, counted_at=counted.counted_at) == counted
    assert (kept.title, kept.who, kept.made_at) == ("First quarter", "Sokha", desk.clock.now())
    assert kept.evidence == tuple(sorted(map(pair, guests[:2])))
    assert kept.is_intact
    assert told == [FiguresFrozen(kept.id)]
    assert desk.app.frozen_figures.count() == 1
    assert desk.app.records.faults() == []


def test_nothing_is_different_at_first(desk: Desk, guests: list[Guest]) -> None:
    del guests
    compared = desk.app.frozen_figures.compare(desk.app.frozen_figures.freeze(Scope(), "Q1"))

    assert (compared.differences, compared.came, compared.left) == ((), (), ())


def test_comparing_says_what_is_different_and_who_came_and_left(
    desk: Desk, guests: list[Guest]
) -> None:
    kept = desk.app.frozen_figures.freeze(Scope(), "Q1")
    desk.clock.forward(minutes=1)
    desk.mark(guests[0], "absent")
    desk.scan(guests[2].badge)

    compared = desk.app.frozen_figures.compare(kept)

    changed = {one.key: (one.then, one.now) for one in compared.differences}
    assert changed["sex=female"] == (Tally(1, 1, 1, 3.0), Tally())
    assert changed["sex=male"] == (Tally(1, 1, 1, 3.0), Tally(2, 2, 2, 6.0))
    assert "all" not in changed
    assert compared.came == (pair(guests[2]),)
    assert compared.left == (pair(guests[0]),)
    assert compared.now == desk.app.indicators.count(Scope())


@pytest.mark.parametrize(
    ("column", "old", "new"),
    [
        ("scope", "2026-03-02", "2026-03-03"),
        ("figures", "sex=male", "sex=male "),
        ("figures", '"people": 1', '"people": 2'),
        ("evidence", "-", "_"),
        ("checksum", "a", "b"),
        ("title", "Q1", "Approved by the donor"),
        ("made_at", "2026-", "2020-"),
        ("id", "-", "_"),
        ("figures", '{"', '{"x'),
        ("figures", '"id"', '"name"'),
        ("scope", "first", "firsts"),
        ("scope", '"2026-', '"year-'),
        ("evidence", "counted", "none"),
        ("evidence", '[["', '[[], ["'),
        ("figures", "{", "["),
        ("scope", "{", ""),
        ("evidence", "}", ""),
        ("figures", "3.0", "NaN"),
        ("figures", "3.0", '"three"'),
    ],
)
def test_what_was_altered_in_the_file_is_seen(
    sqlite_desk: Desk, column: str, old: str, new: str
) -> None:
    sqlite_desk.scan(sqlite_desk.walk_in("Sok Dara").badge)
    day = sqlite_desk.morning.starts_at.date()
    sqlite_desk.app.frozen_figures.freeze(Scope(first=day), "Q1")
    with sqlite_desk.app.database.write() as work:
        # Somebody with another program, past the journal.
        change = f"UPDATE indicator_snapshots SET {column} = replace({column}, :old, :new)"
        work.connection().execute(text(change), {"old": old, "new": new})

    (found,) = sqlite_desk.app.frozen_figures.all()

    assert not found.is_intact


def test_frozen_figures_are_found_by_title_and_by_the_beginning_of_their_id(
    sqlite_desk: Desk,
) -> None:
    frozen = sqlite_desk.app.frozen_figures
    first, second = frozen.freeze(Scope(), "Q1"), frozen.freeze(Scope(), "Q2")

    assert frozen.find("q2") == second
    assert frozen.find(first.id) == first
    for ref, why in (("Q3", "There are no frozen figures"), (first.id[:2], "means 2 things")):
        with pytest.raises(Refusal, match=why):
            frozen.find(ref)


def test_frozen_figures_need_a_title(sqlite_desk: Desk) -> None:
    with pytest.raises(Refusal, match="Give the frozen figures a title"):
        sqlite_desk.app.frozen_figures.freeze(Scope(), "  ")


def test_undo_leaves_frozen_figures(sqlite_desk: Desk) -> None:
    sqlite_desk.walk_in("Sok Dara")
    kept = sqlite_desk.app.frozen_figures.freeze(Scope(), "Q1")

    sqlite_desk.app.records.undo()

    assert sqlite_desk.app.frozen_figures.all() == [kept]
    assert sqlite_desk.people() == []


def test_a_scope_is_kept_whole(sqlite_desk: Desk) -> None:
    day = sqlite_desk.morning.starts_at.date()
    scope = Scope((sqlite_desk.bootcamp.id,), sqlite_desk.bootcamp.programme_id, day, day)

    assert sqlite_desk.app.frozen_figures.freeze(scope, "Q1").indicators.scope == scope
