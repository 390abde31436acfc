"""Public figures: small groups are hidden, and nobody can work them out from what is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bootcamp_app.features.bootcamps.views import Bootcamp, Session
from bootcamp_app.features.reports.breaking_down import breakdowns, nested, total
from bootcamp_app.features.reports.hiding import public_of
from bootcamp_app.features.reports.indicator_rules import HOUR, VALUES, Counted, Stay
from bootcamp_app.features.reports.indicator_views import Breakdown, Figure, Tally, TookPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Equation = tuple[str, list[str]]
VENUES = ("07", "17")


def tally(people: int) -> Tally:
    return Tally(people, people, 2 * people, 6.0 * people)


def table(name: str, *groups: int) -> Breakdown:
    return Breakdown(name, tuple(Figure(f"{name}={n}", tally(g)) for n, g in enumerate(groups)))


def hidden_of(*groups: int) -> set[str]:
    return hidden_in(tally(sum(groups)), table("sex", *groups))


def hidden_in(whole: Tally, *tables: Breakdown) -> set[str]:
    public = public_of(whole, tables, [])
    return {one.key for of_one in public for one in of_one.figures if one.tally is None}


def test_a_small_group_takes_the_smallest_other_one_with_it() -> None:
    assert hidden_of(50, 3, 20) == {"sex=1", "sex=2"}


def test_each_hidden_group_says_whether_it_is_small_or_protects_another() -> None:
    groups = table("sex", 50, 3, 20)
    shown = next(iter(public_of(tally(73), [groups], [])))

    assert [one.hidden for one in shown.figures] == ["", "small", "protects"]


def test_the_word_for_a_small_group_does_not_tell_its_number() -> None:
    # “<5” and “hidden” beside each other with 6 in all could only be 1 and 5.
    assert hidden_of(5, 1, 0) == {"sex=0", "sex=1", "sex=2"}


def test_nobody_and_five_are_shown() -> None:
    assert hidden_of(50, 0, 5) == set()


def test_one_who_was_there_before_and_is_told_apart_by_something_else_now_is_hidden() -> None:
    # 9 people at 10 bootcamps: somebody who is older today was under 18 at the first of them.
    ages = Breakdown(
        "age",
        (
            Figure("age=under_18", Tally(0, 1, 2, 6.0)),
            Figure("age=18_30", Tally(9, 9, 18, 54.0)),
            Figure("age=31_45", Tally(9, 9, 18, 54.0)),
        ),
    )

    assert hidden_in(Tally(18, 19, 38, 114.0), ages) >= {"age=under_18", "age=18_30"}


def test_two_that_are_few_together_take_a_third_with_them() -> None:
    assert hidden_of(50, 1, 2) == {"sex=0", "sex=1", "sex=2"}
    assert hidden_of(50, 2, 3) == {"sex=1", "sex=2"}


def test_groups_of_one_each_are_not_told_by_their_number() -> None:
    assert hidden_of(50, 1, 1, 1, 1, 1) == {f"sex={n}" for n in range(6)}


def test_all_measures_of_a_hidden_group_are_hidden() -> None:
    groups = table("sex", 50, 3, 20)
    shown = iter(public_of(tally(73), [groups], []))

    assert [one.tally for one in next(shown).figures] == [tally(50), None, None]


def test_a_small_group_that_two_tables_show_is_hidden_in_both() -> None:
    crossed = Breakdown(
        "sex&new",
        tuple(Figure(f"sex={sex}&new={new}", tally(n))
              for sex, new, n in ((0, 0, 30), (0, 1, 9), (1, 0, 8), (1, 1, 3))),
    )  # fmt: skip
    margins = [table("sex", 39, 11), table("new", 38, 12)]

    assert hidden_in(tally(50), *margins, crossed) == {one.key for one in crossed.figures}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.integers(5, 120), st.integers(1, 5))
def test_no_hidden_number_can_be_worked_out(seed: int, people: int, bootcamps: int) -> None:
    counted = invented(Random(seed), people, bootcamps)
    real = list(breakdowns(counted))
    shown = public_of(total(counted), real, nested(counted))

    numbers = {one.key: one.tally for of_one in real for one in of_one.figures if one.tally}
    said = {one.key: one.hidden for of_one in shown for one in of_one.figures}
    unseen = {key for key in numbers if said.get(key, "left out")}
    small = {key for key, one in numbers.items() if one.people < 5 and one.participations}
    # Of what is left out it is told that nobody was there where nobody was in a row.
    secret = small | {key for key in unseen if key in said}
    assert small <= unseen
    numbers["all"] = total(counted)
    equations = list(known_sums(real, counted))
    assert solved(equations, unseen) & secret == set()
    for measure in ("people", "participations"):
        values = {key: getattr(one, measure) for key, one in numbers.items()}
        assert narrowed(equations, unseen, values, said) & secret == set()


@pytest.mark.parametrize(
    "cells", [(16, 1, 20, 30, 2, 9), (17, 1, 0, 20, 0, 30), (9, 1, 0, 0, 0, 50)]
)
def test_two_crossed_never_hide_a_group_of_one_of_them(cells: tuple[int, ...]) -> None:
    crossed = Breakdown(
        "sector&sex",
        tuple(Figure(f"sector={n // 2}&sex={n % 2}", tally(n_people))
              for n, n_people in enumerate(cells)),
    )  # fmt: skip
    sexes = table("sex", sum(cells[::2]), sum(cells[1::2]))
    sectors = table("sector", *(sum(cells[n : n + 2]) for n in (0, 2, 4)))

    public = public_of(tally(sum(cells)), [sexes, sectors, crossed], [])

    assert public[:2] == (sexes, sectors)
    assert {one.key: one.hidden for one in public[2].figures}["sector=0&sex=1"] == "small"


def test_as_few_are_hidden_as_are_needed() -> None:
    cells = (16, 1, 20, 30, 12, 9, 25, 25)
    crossed = Breakdown(
        "sector&sex",
        tuple(Figure(f"sector={n // 2}&sex={n % 2}", tally(people))
              for n, people in enumerate(cells)),
    )  # fmt: skip
    margins = [table("sex", 73, 65), table("sector", 17, 50, 21, 50)]

    keys = hidden_in(tally(138), *margins, crossed)

    assert keys == {f"sector={sector}&sex={sex}" for sector in (0, 2) for sex in (0, 1)}


def test_the_attack_finds_what_one_hidden_group_alone_would_tell() -> None:
    equations: list[Equation] = [("all", ["a", "b", "c"]), ("c", ["d", "e"]), ("a", ["d", "f"])]

    assert solved(equations, {"b"}) == {"b"}
    assert solved(equations, {"a", "b"}) == {"a", "b"}
    assert solved(equations, {"a", "b", "f"}) == set()
    assert solved(equations, {"a", "b", "d"}) == {"a", "b", "d"}
    assert narrowed([("all", ["a", "b"])], {"a", "b"}, {"all": 2, "a": 1, "b": 1}, {}) == {"a", "b"}


def test_programmes_of_one_bootcamp_hide_what_is_in_it() -> None:
    counted = invented(Random(1), 40, 3)
    small = Counted(counted.parts[:3], counted.stays[:3], counted.bootcamps, counted.sessions)

    public = public_of(total(small), list(breakdowns(small)), nested(small))

    shown = {one.key: one.tally for of_one in public for one in of_one.figures}
    assert shown[f"bootcamp={counted.parts[0].bootcamp_id}"] is None


def test_lengths_of_sessions_do_not_tell_how_many_were_there() -> None:
    home = bootcamp(0, "07")
    counted = at_sessions(home, [(3, 9), (2, 3), (4, 12)])

    assert fixed(counted) == {}
    assert what_is_hidden(counted) == {"session=b0s0", "session=b0s1", "session=b0s2"}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(1, 9), st.booleans()), min_size=1, max_size=4)
)
def test_hidden_sessions_may_have_been_of_two_numbers(
    held: list[tuple[int, int, bool]],
) -> None:
    counted = at_sessions(bootcamp(0, "07"), [(hours, people) for hours, people, _ in held],
                          [is_new_day for *_, is_new_day in held])  # fmt: skip

    # Where all sessions are hidden nothing is left to hide: the days and hours are those of all.
    assert fixed(counted) == {} or len(what_is_hidden(counted)) == len(held)


def at_sessions(
    home: Bootcamp, held: Sequence[tuple[int, int]], new_days: Sequence[bool] = ()
) -> Counted:
    """Give sessions of (hours, people): the first people of all are at each."""
    day, sessions = datetime(2026, 3, 2, 7, tzinfo=UTC), []
    for n, (hours, _people) in enumerate(held):
        day += timedelta(days=not new_days or new_days[n], minutes=1)
        sessions.append(session(home, n, day, hours))
    took = []
    for n in range(max(max(people for _hours, people in held), 5)):
        own = [one for one, (_hours, people) in zip(sessions, held, strict=True) if n < people]
        if own:
            traits = dict.fromkeys(VALUES, "not_stated") | {"sex": "male"}
            traits |= {"province": "07", "venue_province": "07"}
            stay = stay_at(own)
            took.append((TookPart(f"p{n}", f"t{n}", home.id, traits, stay.days,
                                  stay.microseconds / HOUR, stay.sessions), stay))  # fmt: skip
    return Counted([one for one, _ in took], [one for _, one in took], [home], sessions)


def shown_of(counted: Counted) -> dict[str, Figure]:
    real = list(breakdowns(counted))
    shown = public_of(total(counted), real, nested(counted))
    return {one.key: one for of_one in shown for one in of_one.figures}


def what_is_hidden(counted: Counted) -> set[str]:
    return {key for key, one in shown_of(counted).items()
            if one.tally is None and key.startswith("session=")}  # fmt: skip


def fixed(counted: Counted) -> dict[str, int]:
    """Give the hidden sessions of which a reader who tries all numbers finds one only."""
    shown, whole = shown_of(counted), total(counted)
    choices = []
    least = 5 if any(one.hidden == "small" for one in shown.values()) else 1
    for one in counted.sessions:
        figure = shown[f"session={one.id}"]
        small, large = range(1, 5), range(least, whole.people + 1)
        seen = {"small": small, "protects": large}.get(figure.hidden)
        choices.append([figure.tally.people] if figure.tally else list(seen or ()))
    days = [one.starts_at.date() for one in counted.sessions]
    possible = [
        numbers
        for numbers in product(*choices)
        if sum(n * one.hours for n, one in zip(numbers, counted.sessions, strict=True))
        == whole.person_hours
        and (len(set(days)) < len(days) or sum(numbers) == whole.person_days)
        and max(numbers) <= whole.people <= sum(numbers)
    ]
    assert possible
    return {
        one.id: found.pop()
        for at, one in enumerate(counted.sessions)
        if len(choices[at]) > 1 and len(found := {numbers[at] for numbers in possible}) == 1
    }


def invented(chance: Random, people: int, bootcamps: int) -> Counted:
    """Give people of few and many kinds, who were at sessions of some bootcamps."""
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    homes = [bootcamp(n, chance.choice(VENUES)) for n in range(bootcamps)]
    sessions = [session(home, n, start + timedelta(days=20 * n))
                for home in homes for n in range(2)]  # fmt: skip
    parts: list[tuple[TookPart, Stay]] = []
    kinds = {name: chance.sample(values, chance.randint(1, len(values)))
             for name, values in VALUES.items()}  # fmt: skip
    for n in range(people):
        for home in chance.sample(homes, min(len(homes), chance.choice((1, 1, 1, 2)))):
            own = [one for one in sessions if one.bootcamp_id == home.id]
            stay = stay_at(chance.sample(own, chance.randint(1, 2)))
            traits = {name: chance.choice(values[:2]) if chance.random() < 0.9 else
                      chance.choice(values) for name, values in kinds.items()}  # fmt: skip
            traits["province"] = chance.choice(VENUES)
            traits["venue_province"] = home.province
            took = TookPart(f"p{n}", f"t{n}{home.id}", home.id, traits, stay.days,
                            stay.microseconds / HOUR, stay.sessions)  # fmt: skip
            parts.append((took, stay))
    parts.sort(key=lambda one: (one[0].bootcamp_id, one[0].person_id))
    return Counted([one for one, _ in parts], [one for _, one in parts], homes, sessions)


def bootcamp(n: int, province: str) -> Bootcamp:
    day = date(2026, 3, 2)
    return Bootcamp(f"b{n}", "", f"B{n}", "", "", province, "UTC", day, day, 80, (),
                    programme_id=f"g{n % 2}")  # fmt: skip


def session(home: Bootcamp, n: int, start: datetime, hours: int = 3) -> Session:
    return Session(f"{home.id}s{n}", home.id, "", "", start, start + timedelta(hours=hours), 60, 15,
                   is_mandatory=False, counts=True, is_locked=False)  # fmt: skip


def stay_at(sessions: Sequence[Session]) -> Stay:
    """Give what being at some sessions comes to, counted anew."""
    alike: dict[str, list[Session]] = {}
    for one in sessions:
        alike.setdefault(f"{one.starts_at:%Y-%m}", []).append(one)
    by_month = [(month, *of_stay(of_month)) for month, of_month in sorted(alike.items())]
    return Stay(frozenset(one.id for one in sessions), *of_stay(sessions), tuple(by_month))


def of_stay(sessions: Sequence[Session]) -> tuple[int, int]:
    days = {one.starts_at.date() for one in sessions}
    return len(days), sum(round(one.hours) * HOUR for one in sessions)


def known_sums(real: Sequence[Breakdown], counted: Counted) -> Iterator[Equation]:
    """Give what everybody knows to add up, as a reader of the tables would."""
    for of_one in real:
        keys = [one.key for one in of_one.figures]
        if "&" not in of_one.id:
            yield "all", keys
            continue
        for side in (0, 1):
            for whole in {key.split("&")[side] for key in keys}:
                yield whole, [key for key in keys if key.split("&")[side] == whole]
    for one in counted.sessions:
        month = f"{one.starts_at:%Y-%m}"
        alike = [other for other in counted.sessions if f"{other.starts_at:%Y-%m}" == month]
        own = [other for other in counted.sessions if other.bootcamp_id == one.bootcamp_id]
        yield f"month={month}", [f"session={other.id}" for other in alike]
        yield f"bootcamp={one.bootcamp_id}", [f"session={other.id}" for other in own]
    homes = counted.bootcamps
    for home in homes:
        near = [other.id for other in homes if other.province == home.province]
        together = [other.id for other in homes if other.programme_id == home.programme_id]
        yield f"venue_province={home.province}", [f"bootcamp={other}" for other in near]
        yield f"programme={home.programme_id}", [f"bootcamp={other}" for other in together]
        for group in [f"{name}={value}" for name in ("sex", "sector") for value in VALUES[name]]:
            whole = f"venue_province={home.province}&{group}"
            yield whole, [f"bootcamp={other}&{group}" for other in near]


def solved(equations: Sequence[Equation], unseen: set[str]) -> set[str]:
    """Give the unseen numbers with one solution: no difference of two solutions has them."""
    places = {key: n for n, key in enumerate(sorted(unseen))}
    rows = np.zeros((len(equations) + 1, len(places) + 1))
    for row, (whole, parts) in zip(rows, equations, strict=False):
        for key in {*parts, whole} & unseen:
            row[places[key]] = -1 if key == whole else 1
    _left, sizes, right = np.linalg.svd(np.unique(rows, axis=0))
    free = right[(sizes > 1e-9).sum() :]
    return {key for key, n in places.items() if np.abs(free[:, n]).max(initial=0) < 1e-9}


def narrowed(
    equations: Sequence[Equation],
    unseen: set[str],
    values: Mapping[str, int],
    said: Mapping[str, str],
) -> set[str]:
    """Give the unseen numbers that can be one thing only, as long as a hidden one is somebody's."""
    hidden = [key for key in unseen if key in said or not said]
    least = int(all(values[key] for key in hidden))
    # Where none is said to be small, “hidden” does not say that one is not.
    large = 5 if "small" in said.values() else least
    low = dict(values) | dict.fromkeys(unseen, 0) | dict.fromkeys(hidden, least)
    low |= {key: large for key in hidden if said.get(key) == "protects"}
    high = {key: values["all"] if key in unseen else n for key, n in values.items()}
    true = [(whole, parts) for whole, parts in equations
            if sum(values[key] for key in parts) == values.get(whole)]  # fmt: skip
    for _round in range(12):
        for whole, parts in true:
            low[whole] = max(low[whole], sum(low[key] for key in parts))
            high[whole] = min(high[whole], sum(high[key] for key in parts))
            most, lowest = sum(high[key] for key in parts), sum(low[key] for key in parts)
            for key in unseen.intersection(parts):
                low[key], high[key] = (
                    max(low[key], low[whole] - most + high[key]),
                    min(high[key], high[whole] - lowest + low[key]),
                )
    return {key for key in unseen if low[key] == high[key]}
